import { Injectable, type OnModuleInit } from '@nestjs/common';
import { wordsOfSession } from '@spolu/contracts/activity-words';
import { mayStayOpen } from '@spolu/contracts/activities/open-until';
import { Day, Id, type Made, type Page } from '@spolu/contracts/common';
import type { NamedNote } from '@spolu/contracts/ideas';
import { Problem } from '@spolu/contracts/problems';
import type {
  ActivityView, AddMethod, AddSession, EditActivity, EditSession, RoomView, SessionQuery, SessionRow, SessionView,
} from '@spolu/contracts/sessions';
import type { SheetDay } from '@spolu/contracts/run-sheet';
import { clockOf, plannedTimes } from '@spolu/contracts/sheet-clock';
import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { z } from 'zod';
import { BoardsService } from '../boards/boards.service.ts';
import { Transactions } from '../database/transactions.ts';
import { page, startOf } from '../http/page.ts';
import { demand } from '../http/policy.ts';
import { SocketSeats } from '../http/seats.ts';
import { isAdministrator, participantIn, type Viewer } from '../http/viewer.ts';
import { IdentityService } from '../identity/identity.service.ts';
import { instantOf } from '../identity/town-time.ts';
import { addSessionToProcess } from '../participation/participation.policy.ts';
import { ParticipationService } from '../participation/participation.service.ts';
import { ProvenanceService } from '../provenance/provenance.service.ts';
import { TableRules } from './activities/breakout/table-rules.ts';
import { ClustersService, type FoundCluster } from './activities/cluster/clusters.service.ts';
import { demandOpenable } from './activity.ts';
import { checkEdit } from './agenda.ts';
import { boardRuleOf } from './board-rule.ts';
import { activitiesOf } from './method-steps.ts';
import { Rooms } from './rooms.ts';
import { addBlocks, agendaOf } from './run-sheet/blocks.ts';
import { RunSheetService } from './run-sheet/run-sheet.service.ts';
import { type BlockInput, columnsOf, planOf, SHEET_STAFF, sheetOf } from './run-sheet/sheet.ts';
import { keptWords } from './second-words.ts';
import { SessionAccess } from './session-access.ts';
import { Activity, Session, SessionBoard } from './session.entity.ts';
import { confirmIdeas, editSession, enterRoom, runSession, seeStaffState, viewSession, type SessionFacts } from './sessions.policy.ts';

const MINUTE_MS = 60_000;

/** What another capability shows of a session beside its own things. */
export interface SessionSummary {
  session: Pick<Session, 'id' | 'kind' | 'title' | 'welcome' | 'processId' | 'plannedOn' | 'plannedTime' | 'place' | 'language' | 'state' | 'closedAt'>;
  processTitle: string;
  /** Its days, each with the end that is set or that the agenda comes to. */
  days: SheetDay[];
  /** Its `visibility` as far as the process lets it be seen: public only where both are. */
  facts: SessionFacts;
}

function plannedEnd({ startsAt }: SheetDay, blocks: readonly Activity[]): string | null {
  if (startsAt === null || blocks.length === 0) return null;
  const timed = blocks.map((block) => ({ ...planOf(block), id: block.id, minutes: block.minutes, actual: null }));
  return clockOf(plannedTimes(timed, startsAt).end);
}
/** Sessions without a day stand first, those without an hour last in their day. */
const SessionKey = z.tuple([z.union([z.literal('infinity'), Day]), z.string().regex(/^(\d\d:\d\d)?$/), Id]);

/** Sessions and their agenda, and what other capabilities ask of them. */
@Injectable()
export class SessionsService implements OnModuleInit {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: SessionAccess,
    private readonly identity: IdentityService,
    private readonly participation: ParticipationService,
    private readonly boards: BoardsService,
    private readonly provenance: ProvenanceService,
    private readonly clusters: ClustersService,
    private readonly tables: TableRules,
    private readonly rooms: Rooms,
    private readonly socketSeats: SocketSeats,
    private readonly runSheet: RunSheetService,
  ) {}

  onModuleInit(): void {
    this.participation.onOrganisationsChanged((em, processId) => this.ruleBoards(em, processId));
  }

  /** A session in a process, with its board, and with the run sheet of another where it begins with one; its maker leads it. */
  async addSession(me: Viewer, processId: string, { from, secondLanguage = null, second = null, ...input }: AddSession): Promise<Made> {
    return this.transactions.run(async (em) => {
      const process = await this.participation.factsOf(processId, em);
      demand(addSessionToProcess, me, process);
      const session: Session = { ...input, secondLanguage, second: keptWords(second, wordsOfSession(input)), id: newId(), processId, sheet: null, state: 'preparing', code: null, doorOpen: true, hallActivityId: null, look: null, questionnaires: null, openedAt: null, closedAt: null, createdAt: new Date() };
      const boardId = await this.boards.createBoard(em, { title: input.title.slice(0, 120), frames: [], createdBy: me.person?.id ?? null });
      await em.insert(Session, session);
      await em.insert(SessionBoard, { sessionId: session.id, position: 0, boardId });
      const { organisationIds } = await this.participation.addSession(em, processId, session.id);
      await this.boards.setRule(em, boardId, boardRuleOf({ ...session, organisationIds }, null));
      await this.identity.placeRoles(em, { scope: 'session', id: session.id, title: input.title, processId });
      if (me.person) await this.identity.giveRole(em, { personId: me.person.id, scope: 'session', scopeId: session.id, role: 'lead-facilitator' });
      if (from) await this.runSheet.beginWith(em, me, session, from);
      return { id: session.id };
    });
  }

  async editSession(me: Viewer, sessionId: string, { secondLanguage = null, second, ...edited }: EditSession): Promise<void> {
    const input = { ...edited, secondLanguage, ...(second !== undefined && { second: keptWords(second, wordsOfSession(edited)) }) };
    return this.transactions.run(async (em) => {
      const { session, facts, process, boardId } = await this.access.session(sessionId, 'steer', em);
      demand(editSession, me, facts);
      await em.update(Session, { id: sessionId }, input);
      await this.identity.placeRoles(em, { scope: 'session', id: sessionId, title: input.title, processId: session.processId });
      const running = await em.findOneBy(Activity, { sessionId, state: 'running' });
      await this.boards.setRule(em, boardId, boardRuleOf({ ...session, ...input, organisationIds: process.organisationIds }, running));
      await this.tables.write(em, { session: { ...session, ...input }, process });
      if (input.visibility !== session.visibility) await this.provenance.showSessionTo(em, sessionId, input.visibility);
      this.transactions.afterCommit(() => this.rooms.changed(sessionId));
    });
  }

  /** Officers of the organisations that run the process now are staff at its boards; those of one that left are put out. */
  private async ruleBoards(em: EntityManager, processId: string): Promise<void> {
    const sessions = await em.find(Session, { where: { processId }, select: { id: true }, order: { id: 'ASC' } });
    for (const { id } of sessions) {
      const { session, process, boardId } = await this.access.session(id, 'steer', em);
      const running = await em.findOneBy(Activity, { sessionId: id, state: 'running' });
      await this.boards.setRule(em, boardId, boardRuleOf({ ...session, organisationIds: process.organisationIds }, running));
      await this.tables.write(em, { session, process });
      this.transactions.afterCommit(() => this.socketSeats.refresh({ sessionId: id }));
    }
  }

  async viewSession(me: Viewer, sessionId: string): Promise<SessionView> {
    const { session, facts, process, boardId } = await this.access.session(sessionId);
    demand(viewSession, me, facts);
    const activities = await agendaOf(this.transactions.manager, sessionId);
    const staff = await this.identity.staffOf(sessionId, SHEET_STAFF);
    return {
      ...edited(session),
      id: sessionId,
      serverNow: new Date().toISOString(),
      processId: session.processId,
      processTitle: process.title,
      boardId,
      state: session.state,
      code: session.code,
      openedAt: session.openedAt?.toISOString() ?? null,
      closedAt: session.closedAt?.toISOString() ?? null,
      sheet: sheetOf(session),
      staff,
      activities: activities.map((activity) => activityView(activity, staff)),
      may: {
        edit: editSession.allows(me, facts),
        run: runSession.allows(me, facts),
        giveRoles: this.identity.rolesToGive(me, 'session', facts),
        confirmIdeas: confirmIdeas.allows(me, facts),
      },
    };
  }

  /** Public sessions for everybody, one's own for staff and those who took part; never a code. */
  async listSessions(me: Viewer, query: SessionQuery): Promise<Page<SessionRow>> {
    const scoped = (scope: string) => me.roles.flatMap((held) => (held.scope === scope && held.scopeId ? [held.scopeId] : []));
    const start = startOf(query, SessionKey);
    const rows = await this.transactions.manager.query<(SessionRow & { day: string; time: string })[]>(
      `select s.id, s.process_id as "processId", p.title as "processTitle", s.kind, s.title, s.state, s.planned_on::text as "plannedOn",
          s.planned_time as "plannedTime", s.place, s.visibility, mine, day::text, time
        from session s join process p on p.id = s.process_id
          cross join lateral (select $3 or s.id = any($4::uuid[]) or s.process_id = any($5::uuid[]) or s.id = any($7::uuid[])
            or exists (select 1 from process_organisation o where o.process_id = s.process_id and o.organisation_id = any($6::uuid[])) as mine) as own
          cross join lateral (select coalesce(s.planned_on, 'infinity'::date) as day, coalesce(s.planned_time, '') as time) as place_in_list
        where ($1::uuid is null or s.process_id = $1) and ($2::text is null or s.state = $2)
          and (mine or s.visibility = 'public' and p.visibility = 'public' and p.state <> 'draft')
          and ($8::date is null or (day, time, s.id) < ($8::date, $9::text, $10::uuid))
        order by day desc, time desc, s.id desc
        limit $11`,
      [
        query.processId ?? null, query.state ?? null, isAdministrator(me), scoped('session'), scoped('process'), scoped('organisation'),
        me.participants.flatMap(({ sessionId }) => sessionId ?? []), start?.[0] ?? null, start?.[1] ?? null, start?.[2] ?? null, query.limit + 1,
      ],
    );
    return page(rows, query, ({ day, time, id }) => [day, time, id], ({ day: _day, time: _time, ...row }) => row);
  }

  /** At the end of its day, or of the agenda. */
  async addActivity(me: Viewer, sessionId: string, input: EditActivity): Promise<Made> {
    return this.planning(me, sessionId, async (em, session) => {
      await this.checkOwner(em, sessionId, input);
      const block = await this.blockOf(input);
      demandOpenable(block.settings, block.openUntil ?? null, new Date());
      const [id] = await addBlocks(em, session, [block]);
      return { id: id! };
    });
  }

  /** The steps of a method of the library, at the end of the day or of the agenda. @throws Problem `session/unknown-method` */
  async addMethod(me: Viewer, sessionId: string, { methodId, language, day }: AddMethod): Promise<{ activityIds: string[] }> {
    return this.planning(me, sessionId, async (em, session) => ({ activityIds: await addBlocks(em, session, activitiesOf(methodId, language).map((step) => ({ ...step, day }))) }));
  }

  async editActivity(me: Viewer, activityId: string, input: EditActivity): Promise<void> {
    return this.transactions.run(async (em) => {
      const { activity, session, facts } = await this.access.activity(activityId, 'steer', em);
      demand(editSession, me, facts);
      const columns = columnsOf(await this.blockOf(input));
      checkEdit(activity, columns);
      await this.checkOwner(em, session.id, input);
      const openUntil = columns.openUntil === undefined ? activity.openUntil : columns.openUntil;
      // a day that has passed since it was planned may stand while its words are edited: beginning it is refused
      if (openUntil?.getTime() !== activity.openUntil?.getTime()) demandOpenable(columns.settings, openUntil, new Date());
      const endsAt = activity.endsAt && (activity.openUntil ?? new Date(activity.endsAt.getTime() + (input.minutes - activity.minutes) * MINUTE_MS));
      await em.update(Activity, { id: activityId }, { ...columns, openUntil: mayStayOpen(columns.settings) ? openUntil : null, endsAt });
      this.transactions.afterCommit(() => this.rooms.changed(session.id));
    });
  }

  /** @throws Problem `activity/already-started` */
  async removeActivity(me: Viewer, activityId: string): Promise<void> {
    return this.transactions.run(async (em) => {
      const { activity, session, facts } = await this.access.activity(activityId, 'steer', em);
      demand(editSession, me, facts);
      if (activity.state !== 'planned') throw new Problem('activity/already-started');
      await em.delete(Activity, { id: activityId });
      this.transactions.afterCommit(() => this.rooms.changed(session.id));
    });
  }

  /** What somebody's screen begins with: the room, who she is in it, and for staff what only they see. */
  async viewRoom(me: Viewer, sessionId: string): Promise<RoomView> {
    const { facts } = await this.access.session(sessionId);
    demand(enterRoom, me, facts);
    const staff = seeStaffState.allows(me, facts);
    const own = participantIn(me, sessionId) === null ? null : await this.access.participant(me, sessionId);
    const [room, staffState] = await Promise.all([this.rooms.state(sessionId), staff ? this.rooms.staffState(sessionId) : null]);
    return {
      room,
      me: own && { participantId: own.id, nickname: own.nickname, sector: own.sector, language: own.language },
      staff: staffState,
      may: { run: runSession.allows(me, facts) },
    };
  }

  /** @throws Problem `not-found` */
  async summaryOf(sessionId: string, em: EntityManager = this.transactions.manager): Promise<SessionSummary> {
    const { session, facts, process } = await this.access.session(sessionId, 'read', em);
    const agenda = await agendaOf(em, sessionId);
    const shown = process.visibility === 'public' && process.state !== 'draft';
    return {
      session,
      processTitle: process.title,
      days: sheetOf(session).days.map((day, i) => ({ ...day, endsAt: day.endsAt ?? plannedEnd(day, agenda.filter((activity) => activity.day === i + 1)) })),
      facts: { ...facts, visibility: facts.visibility === 'public' && !shown ? 'participants' : facts.visibility },
    };
  }

  /** Clusters as evidence: their notes in people's own words and the newest vote on them. Unknown ids are left out. */
  async clustersOf(em: EntityManager, clusterIds: readonly string[]): Promise<FoundCluster[]> {
    return this.clusters.clustersOf(clusterIds, em);
  }

  /** The same without anybody's words, for what only counts. */
  async clusterOutlinesOf(em: EntityManager, clusterIds: readonly string[]): Promise<FoundCluster<NamedNote>[]> {
    return this.clusters.outlinesOf(clusterIds, em);
  }

  /** Until when it is open is read from the wall in the town. */
  private async blockOf({ openUntil, ...input }: EditActivity): Promise<BlockInput> {
    if (!openUntil) return openUntil === undefined ? input : { ...input, openUntil };
    const { timeZone } = await this.identity.municipality();
    return { ...input, openUntil: instantOf(openUntil.on, openUntil.time, timeZone) };
  }

  /** @throws Problem `invalid-input` where the owner is none of the session's staff */
  private async checkOwner(em: EntityManager, sessionId: string, { plan }: EditActivity): Promise<void> {
    if (!plan?.ownerId) return;
    const staff = await this.identity.staffOf(sessionId, SHEET_STAFF, em);
    if (!staff.some(({ personId }) => personId === plan.ownerId)) throw new Problem('invalid-input', {}, [{ path: 'plan.ownerId', code: 'not-allowed' }]);
  }

  private planning<T>(me: Viewer, sessionId: string, work: (em: EntityManager, session: Session) => Promise<T>): Promise<T> {
    return this.transactions.run(async (em) => {
      const { session, facts } = await this.access.session(sessionId, 'steer', em);
      demand(editSession, me, facts);
      if (session.state === 'closed') throw new Problem('session/closed');
      const done = await work(em, session);
      this.transactions.afterCommit(() => this.rooms.changed(sessionId));
      return done;
    });
  }
}

const edited = ({ kind, title, welcome, plannedOn, plannedTime, place, language, secondLanguage, second, visibility }: Session): EditSession => ({
  kind, title, welcome, plannedOn, plannedTime, place, language, secondLanguage, second, visibility,
});

/** Who is no longer of the staff owns nothing any more. */
function activityView(activity: Activity, staff: readonly { personId: string }[]): ActivityView {
  const { id, title, instruction, staffNotes, minutes, methodId, settings, second, day, state, startedAt, endsAt, openUntil, pausedAt, endedAt, skippedAt } = activity;
  const plan = planOf(activity);
  return {
    id, title, instruction, staffNotes, minutes, methodId, settings, second, day, state,
    skipped: skippedAt !== null,
    plan: { ...plan, ownerId: staff.some(({ personId }) => personId === plan.ownerId) ? plan.ownerId : null },
    startedAt: startedAt?.toISOString() ?? null,
    endsAt: endsAt?.toISOString() ?? null,
    openUntil: openUntil?.toISOString() ?? null,
    pausedAt: pausedAt?.toISOString() ?? null,
    endedAt: endedAt?.toISOString() ?? null,
  };
}
