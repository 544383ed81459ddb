import { Injectable } from '@nestjs/common';
import type { StartPoll } from '@spolu/contracts/activities/question';
import type { Made } from '@spolu/contracts/common';
import { Problem } from '@spolu/contracts/problems';
import type { Extend, Lock, OpenUntil, Pause, Resume, SetDoor, ShowLook, Skip, Start } from '@spolu/contracts/sessions';
import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { type BoardContent, BoardsService } from '../boards/boards.service.ts';
import { Transactions } from '../database/transactions.ts';
import { demand } from '../http/policy.ts';
import type { Viewer } from '../http/viewer.ts';
import { IdentityService } from '../identity/identity.service.ts';
import { instantOf } from '../identity/town-time.ts';
import { JobsService } from '../jobs/jobs.service.ts';
import { isRepeatable, roundAfter } from './activities/answers/round.ts';
import type { StepTime } from './activities/kind-steps.ts';
import { pollAfter } from './activities/question/poll.ts';
import { TableRules } from './activities/breakout/table-rules.ts';
import { StepsByKind } from './activities/steps-by-kind.ts';
import { demandOpen, demandSeen, end, extend, isHiding, isOver, leaveOpen, lock, pause, resume, reveal, type RunStep, showResult, skip, start } from './activity.ts';
import { demandRoom, shownActivity } from './agenda.ts';
import { boardRuleOf } from './board-rule.ts';
import { CodeGuard } from './code-guard.ts';
import { openSurvey } from './feedback/survey-results.ts';
import { HandsService } from './hands/hands.service.ts';
import { newJoinCode } from './join-code.ts';
import { Rooms } from './rooms.ts';
import { type FoundActivity, type FoundSession, SessionAccess } from './session-access.ts';
import { Activity, Session } from './session.entity.ts';
import { runSession } from './sessions.policy.ts';

/** How a session goes: its doors and the steps of its agenda. Whatever changes here, the board's rule is written anew and the room is told. */
@Injectable()
export class RunService {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: SessionAccess,
    private readonly identity: IdentityService,
    private readonly boards: BoardsService,
    private readonly steps: StepsByKind,
    private readonly hands: HandsService,
    private readonly tables: TableRules,
    private readonly guard: CodeGuard,
    private readonly rooms: Rooms,
    private readonly jobs: JobsService,
  ) {
    jobs.do('activity.open-until-passed', ({ activityId }) => this.endOver(activityId));
  }

  /**
   * The doors open: a code is made and the room runs. Opening an open one changes nothing.
   * @param address of the facilitator; the hall will join from the same
   * @throws Problem `session/closed`
   */
  async open(me: Viewer, sessionId: string, address: string): Promise<void> {
    return this.steer(me, sessionId, async (em, { session }) => {
      if (session.state === 'open') return;
      if (session.state === 'closed') demandOpen('closed');
      await this.changeSession(em, session, { state: 'open', code: await freeCode(em), doorOpen: true, openedAt: new Date() });
      await this.note(em, me, 'session.opened', session);
      this.transactions.afterCommit(() => this.guard.trust(address, new Date()));
    });
  }

  /** The running activity ends, what is still hidden is shown so that nothing is lost, the code dies. Closing a closed one changes nothing. */
  async close(me: Viewer, sessionId: string): Promise<void> {
    const { facts, boardId } = await this.access.session(sessionId);
    demand(runSession, me, facts);
    const board = await this.boards.readBoard(boardId);
    return this.steer(me, sessionId, async (em, found) => {
      const { session } = found;
      if (session.state === 'closed') return;
      demandOpen(session.state);
      const now = new Date();
      await this.endRunning(em, found, timeOf(me, board, now));
      const begun = (await agendaOf(em, sessionId)).filter(({ state }) => state !== 'planned');
      for (const activity of begun.filter(isHiding)) {
        await this.change(em, activity, { revealedAt: now });
        await this.steps.of(activity.kind).reveal?.(em, { ...found, activity });
      }
      this.transactions.afterCommit(() => begun.forEach(({ id, kind }) => this.steps.of(kind).forget?.(id)));
      await this.hands.forget(em, sessionId);
      await this.changeSession(em, session, { state: 'closed', code: null, hallActivityId: null, look: null, closedAt: now });
      await openSurvey(em, sessionId, now);
      await this.note(em, me, 'session.closed', session);
    });
  }

  /** A new code; the old one dies at once. */
  async renewCode(me: Viewer, sessionId: string): Promise<void> {
    return this.steer(me, sessionId, async (em, { session }) => {
      demandOpen(session.state);
      await this.changeSession(em, session, { code: await freeCode(em) });
      await this.note(em, me, 'session.code-renewed', session);
    });
  }

  /** A closed door refuses who is not in; people inside go on. */
  async setDoor(me: Viewer, sessionId: string, { open }: SetDoor): Promise<void> {
    return this.steer(me, sessionId, async (em, { session }) => {
      demandOpen(session.state);
      await this.changeSession(em, session, { doorOpen: open });
    });
  }

  /** Starts an activity and ends the one that runs. @throws Problem `activity/already-started`, `activity/other-running`, `vote/no-options` */
  async start(me: Viewer, activityId: string, { running: seen }: Start = {}): Promise<void> {
    const board = await this.boardBefore(me, activityId);
    return this.steerActivity(me, activityId, async (em, found) => {
      const { activity, session } = found;
      const now = new Date();
      const step = start(activity, session.state, now);
      await this.endRunning(em, found, timeOf(me, board, now), seen);
      await this.change(em, activity, step);
      await this.steps.of(activity.kind).begin?.(em, found, timeOf(me, board, now));
      await this.changeSession(em, session, { hallActivityId: null, look: null });
    });
  }

  /**
   * The same vote once more: right after it on the agenda, begun at once, remembering the first.
   * @throws Problem `conflict` for a kind that is not repeated, `activity/not-ended` where it was never held, `activity/other-running`, `session/agenda-full`
   */
  async again(me: Viewer, activityId: string, { running: seen }: Start): Promise<Made> {
    const board = await this.boardBefore(me, activityId);
    return this.steerActivity(me, activityId, async (em, found) => {
      const { activity: before, session } = found;
      if (!isRepeatable(before.settings)) throw new Problem('conflict', { kind: before.kind });
      if (before.state === 'planned') throw new Problem('activity/not-ended');
      demandRoom(await agendaOf(em, session.id));
      const now = new Date();
      const activity = roundAfter(before, newId());
      const step = start(activity, session.state, now);
      await this.endRunning(em, found, timeOf(me, board, now), seen);
      await this.insertBegun(em, me, found, activity, step, board, now);
      return { id: activity.id };
    });
  }

  /**
   * A question that nobody planned: on the agenda after what is on the screens, begun at once, without a time limit.
   * @throws Problem `session/not-open`, `session/closed`, `activity/other-running`, `session/agenda-full`
   */
  async poll(me: Viewer, sessionId: string, input: StartPoll): Promise<Made> {
    const { facts, boardId } = await this.access.session(sessionId);
    demand(runSession, me, facts);
    const board = await this.boards.readBoard(boardId);
    return this.steer(me, sessionId, async (em, found) => {
      const { session } = found;
      const now = new Date();
      const agenda = await agendaOf(em, sessionId);
      demandRoom(agenda);
      const activity = pollAfter(shownActivity(agenda), input, { id: newId(), sessionId });
      const step = { ...start(activity, session.state, now), endsAt: null };
      await this.endRunning(em, found, timeOf(me, board, now), input.running);
      await this.insertBegun(em, me, found, activity, step, board, now);
      return { id: activity.id };
    });
  }

  /** An ended activity goes on, and the one that runs ends. @throws Problem `activity/not-ended`, `activity/other-running`, `vote/result-shown` */
  async resume(me: Viewer, activityId: string, { running: seen, until }: Resume): Promise<void> {
    const board = await this.boardBefore(me, activityId);
    return this.steerActivity(me, activityId, async (em, found) => {
      const { activity, session } = found;
      const now = new Date();
      const step = resume(activity, session.state, until, now);
      await this.endRunning(em, found, timeOf(me, board, now), seen);
      await this.change(em, activity, step);
      await this.steps.of(activity.kind).resume?.(em, found);
      await this.changeSession(em, session, { hallActivityId: null, look: null });
      await this.identity.audit(em, { by: me, action: 'activity.resumed', subjectKind: 'activity', subjectId: activityId, facts: { kind: activity.kind } });
    });
  }

  async end(me: Viewer, activityId: string): Promise<void> {
    const board = await this.boardBefore(me, activityId);
    return this.steerActivity(me, activityId, (em, found) => this.finish(em, found, timeOf(me, board, new Date())));
  }

  async pause(me: Viewer, activityId: string, { paused }: Pause): Promise<void> {
    return this.steerActivity(me, activityId, (em, { activity }) => this.change(em, activity, pause(activity, paused, new Date())));
  }

  async skip(me: Viewer, activityId: string, { skipped }: Skip): Promise<void> {
    return this.steerActivity(me, activityId, (em, { activity, session }) => this.change(em, activity, skip(activity, session.state, skipped, new Date())));
  }

  async extend(me: Viewer, activityId: string, { minutes, endsAt }: Extend): Promise<void> {
    const seen = typeof endsAt === 'string' ? new Date(endsAt) : endsAt;
    return this.steerActivity(me, activityId, (em, { activity }) => this.change(em, activity, extend(activity, minutes, new Date(), seen)));
  }

  async leaveOpen(me: Viewer, activityId: string, { openUntil, endsAt }: OpenUntil): Promise<void> {
    const seen = typeof endsAt === 'string' ? new Date(endsAt) : endsAt;
    const { timeZone } = await this.identity.municipality();
    const until = openUntil && instantOf(openUntil.on, openUntil.time, timeZone);
    return this.steerActivity(me, activityId, (em, { activity }) => this.change(em, activity, leaveOpen(activity, until, new Date(), seen)));
  }

  /** It ends if its day and hour have come. Asked for once more, or after it was moved, nothing changes. */
  async endOver(activityId: string): Promise<void> {
    const { boardId } = await this.access.activity(activityId);
    const board = await this.boards.readBoard(boardId);
    return this.steerFound(activityId, async (em, found) => {
      const now = new Date();
      if (isOver(found.activity, now)) await this.finish(em, found, { board, now, by: null });
    });
  }

  async lock(me: Viewer, activityId: string, { locked }: Lock): Promise<void> {
    return this.steerActivity(me, activityId, (em, { activity }) => this.change(em, activity, lock(activity, locked, new Date())));
  }

  /** Everybody sees everybody's notes from now on. */
  async reveal(me: Viewer, activityId: string): Promise<void> {
    return this.steerActivity(me, activityId, async (em, found) => {
      await this.change(em, found.activity, reveal(found.activity, new Date()));
      await this.steps.of(found.activity.kind).reveal?.(em, found);
    });
  }

  /** The result of a vote that is over, shown to everybody; where something else was on the screens since, the hall turns to it. */
  async showResult(me: Viewer, activityId: string): Promise<void> {
    return this.steerActivity(me, activityId, async (em, found) => {
      const { activity, session } = found;
      await this.change(em, activity, showResult(activity, new Date()));
      await this.steps.of(activity.kind).showResult?.(em, found);
      if (session.state !== 'open') return;
      const isShown = shownActivity(await agendaOf(em, session.id))?.id === activityId;
      await this.changeSession(em, session, { hallActivityId: isShown ? null : activityId });
    });
  }

  /** The hall looks at what runs again. */
  async leaveResult(me: Viewer, sessionId: string): Promise<void> {
    return this.steer(me, sessionId, async (em, { session }) => {
      demandOpen(session.state);
      await this.changeSession(em, session, { hallActivityId: null });
    });
  }

  /** Makes room on the agenda for one that nobody planned, and begins it. */
  private async insertBegun(em: EntityManager, me: Viewer, found: FoundSession, activity: Activity, step: RunStep, board: BoardContent, now: Date): Promise<void> {
    await em.query('update activity set position = position + 1 where session_id = $1 and position >= $2', [activity.sessionId, activity.position]);
    await em.insert(Activity, activity);
    await this.change(em, activity, step);
    await this.steps.of(activity.kind).begin?.(em, { ...found, activity }, timeOf(me, board, now));
    await this.changeSession(em, found.session, { hallActivityId: null, look: null });
  }

  /** Everybody looks at a part of the first board, or at all of it. @throws Problem `invalid-input` for a frame that is not there */
  async showLook(me: Viewer, sessionId: string, { frameId }: ShowLook): Promise<void> {
    const { facts, boardId } = await this.access.session(sessionId);
    demand(runSession, me, facts);
    const { frames } = await this.boards.readBoard(boardId);
    const frame = frames.find(({ id }) => id === frameId);
    if (frameId !== null && !frame) throw new Problem('invalid-input', {}, [{ path: 'frameId', code: 'not-allowed' }]);
    return this.steer(me, sessionId, async (em, { session }) => {
      demandOpen(session.state);
      await this.changeSession(em, session, { look: { id: newId(), frameId, title: frame?.title ?? '' } });
    });
  }

  /** Everybody goes on with what was asked. */
  async endLook(me: Viewer, sessionId: string): Promise<void> {
    return this.steer(me, sessionId, (em, { session }) => this.changeSession(em, session, { look: null }));
  }

  private async finish(em: EntityManager, found: FoundActivity, time: StepTime): Promise<void> {
    const { activity } = found;
    await this.change(em, activity, end(activity, time.now));
    await this.steps.of(activity.kind).end?.(em, found, time);
  }

  private async endRunning(em: EntityManager, found: FoundSession, time: StepTime, seen?: string | null): Promise<void> {
    const running = await em.findOneBy(Activity, { sessionId: found.session.id, state: 'running' });
    demandSeen(running, seen);
    if (running) await this.finish(em, { ...found, activity: running }, time);
  }

  /**
   * The board as the hall sees it, read before anything is locked: reading it may store what was typed last, which needs a connection of its own while
   * everybody who writes a card may be waiting for this command with theirs.
   */
  private async boardBefore(me: Viewer, activityId: string): Promise<BoardContent> {
    const { facts, boardId } = await this.access.activity(activityId);
    demand(runSession, me, facts);
    return this.boards.readBoard(boardId);
  }

  private steer<T>(me: Viewer, sessionId: string, work: (em: EntityManager, found: FoundSession) => Promise<T>): Promise<T> {
    return this.transactions.run(async (em) => {
      const found = await this.access.session(sessionId, 'steer', em);
      demand(runSession, me, found.facts);
      const done = await work(em, found);
      await this.ruleBoards(em, found);
      this.transactions.afterCommit(() => this.rooms.changed(sessionId));
      return done;
    });
  }

  private steerActivity<T>(me: Viewer, activityId: string, work: (em: EntityManager, found: FoundActivity) => Promise<T>): Promise<T> {
    return this.steerFound(activityId, (em, found) => {
      demand(runSession, me, found.facts);
      return work(em, found);
    });
  }
  private steerFound<T>(activityId: string, work: (em: EntityManager, found: FoundActivity) => Promise<T>): Promise<T> {
    return this.transactions.run(async (em) => {
      const found = await this.access.activity(activityId, 'steer', em);
      const done = await work(em, found);
      await this.ruleBoards(em, found);
      this.transactions.afterCommit(() => this.rooms.changed(found.session.id));
      return done;
    });
  }

  /** Changes the row and the object, so that what follows in this command sees it. */
  private async change(em: EntityManager, activity: Activity, step: RunStep): Promise<void> {
    if (Object.keys(step).length === 0) return;
    Object.assign(activity, step);
    await em.update(Activity, { id: activity.id }, step);
    const { state, openUntil } = activity;
    if (state !== 'running' || !openUntil || !step.endsAt) return;
    await this.jobs.add(em, 'activity.open-until-passed', { activityId: activity.id }, { startAfter: openUntil });
    await this.identity.keepKnown(em, { sessionId: activity.sessionId }, openUntil);
  }
  private async changeSession(em: EntityManager, session: Session, step: Partial<Session>): Promise<void> {
    Object.assign(session, step);
    await em.update(Session, { id: session.id }, step);
  }

  private async ruleBoards(em: EntityManager, { session, process, boardId }: FoundSession): Promise<void> {
    const running = await em.findOneBy(Activity, { sessionId: session.id, state: 'running' });
    await this.boards.setRule(em, boardId, boardRuleOf({ ...session, organisationIds: process.organisationIds }, running));
    await this.tables.write(em, { session, process });
  }

  private note(em: EntityManager, by: Viewer, action: `session.${string}`, { id }: Session): Promise<void> {
    return this.identity.audit(em, { by, action, subjectKind: 'session', subjectId: id });
  }
}

const timeOf = (me: Viewer, board: BoardContent, now: Date): StepTime => ({ board, now, by: me.person?.id ?? null });

const agendaOf = (em: EntityManager, sessionId: string) => em.find(Activity, { where: { sessionId }, order: { position: 'ASC' } });

/** Two sessions drawing one code at the same moment is left to the unique constraint: once in some 10^11 openings. */
async function freeCode(em: EntityManager): Promise<string> {
  for (;;) {
    const code = newJoinCode();
    if (!(await em.existsBy(Session, { code }))) return code;
  }
}
