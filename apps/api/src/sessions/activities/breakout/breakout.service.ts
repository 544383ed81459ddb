import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type BreakoutSettings, type CallForHelp, type ChooseTable, type DealAgain, type Helped, type NameHost, type OwnTable, placeOf, questionAt, type SeatSomebody, type StaffTable, type TablesView, type TellTables } from '@spolu/contracts/activities/breakout';
import { Problem } from '@spolu/contracts/problems';
import { newFrameId } from '@spolu/board/frames';
import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { BoardsService } from '../../../boards/boards.service.ts';
import { Transactions } from '../../../database/transactions.ts';
import { demand } from '../../../http/policy.ts';
import type { Viewer } from '../../../http/viewer.ts';
import { demandOpen, demandRunning } from '../../activity.ts';
import { Rooms } from '../../rooms.ts';
import { type FoundActivity, SessionAccess, type Purpose } from '../../session-access.ts';
import { Activity, ActivityFrame, Participant, SessionBoard } from '../../session.entity.ts';
import { runSession, seeStaffState, takePart } from '../../sessions.policy.ts';
import { settingsOf } from './breakout-rules.ts';
import type { StepTime } from '../kind-steps.ts';
import { Breakout, BreakoutCarriedNote, BreakoutRound, BreakoutSeat, BreakoutTable } from './breakout.entity.ts';
import { deal, seatForLateComer, type Seating } from './deal.ts';
import { guestsOf, lockSeats, moveSeat, pastOf, readOwnTable, roundOf, seatsOf, touch, writeSeats } from './seating.ts';
import { TableRules } from './table-rules.ts';
import { tableLabel } from './words.ts';

const MINUTE_MS = 60_000;

interface FoundBreakout extends FoundActivity {
  settings: BreakoutSettings;
}

/** Tables with boards of their own: who sits where, what they are told, who calls for help. */
@Injectable()
export class BreakoutService {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: SessionAccess,
    private readonly boards: BoardsService,
    private readonly rules: TableRules,
    private readonly rooms: Rooms,
  ) {}

  /** A board for each table, all from one template, and the first dealing. */
  async begin(em: EntityManager, { activity, session }: FoundActivity, { now, by }: Pick<StepTime, 'now' | 'by'>): Promise<void> {
    const settings = settingsOf(activity);
    // planned for other settings than it begins with
    await em.query('delete from breakout_seat where activity_id = $1 and ($2 or table_number > $3)', [activity.id, settings.deal !== 'planned', settings.tableCount]);
    await em.insert(Breakout, { activityId: activity.id, message: null, messageAt: null, carriedOverAt: null, carriedFrameIds: [], carriedClusterIds: [] });
    const titles = settings.frames.length > 0 ? settings.frames : [activity.title.slice(0, 120)];
    const frames = titles.map((title) => ({ id: newFrameId(), title }));
    await em.insert(ActivityFrame, frames.map(({ id, title }, position) => ({ activityId: activity.id, position, frameId: id, title })));
    const position = (await em.maximum(SessionBoard, 'position', { sessionId: session.id })) ?? 0;
    for (let number = 1; number <= settings.tableCount; number++) {
      const title = `${tableLabel(number, session.language)} · ${activity.title}`.slice(0, 120);
      const boardId = await this.boards.createBoard(em, { title, frames, createdBy: by });
      await em.insert(SessionBoard, { sessionId: session.id, position: position + number, boardId });
      await em.insert(BreakoutTable, { id: newId(), activityId: activity.id, number, boardId, helpSince: null, version: 1 });
    }
    await this.dealRound(em, { activityId: activity.id, sessionId: session.id, settings, round: 1, now });
  }

  /** Somebody came, or came back, while a breakout runs: where tables are dealt she has a seat at once, else she chooses or is seated. */
  async seatLateComer(em: EntityManager, sessionId: string, participantId: string): Promise<void> {
    const running = await em.findOneBy(Activity, { sessionId, state: 'running', kind: 'breakout' });
    if (!running) return;
    const settings = settingsOf(running);
    if (settings.deal === 'planned' || settings.deal === 'chosen') return;
    await lockSeats(em, running.id);
    const { sector } = await em.findOneByOrFail(Participant, { id: participantId });
    const round = await roundOf(em, running.id);
    const seats = await seatsOf(em, running.id, round);
    if (seats.some((seat) => seat.participantId === participantId)) return;
    const table = seatForLateComer(sector, seats.map((seat) => ({ sector: seat.sector, table: seat.tableNumber })), { tableCount: settings.tableCount, bySector: settings.deal === 'by-sector' });
    await this.changeSeats(em, await this.access.activity(running.id, 'read', em), await moveSeat(em, { activityId: running.id, round, participantId, table }));
  }

  /**
   * Everybody but the hosts changes tables, so that as few as can be meet again; the boards stay where they are and the time begins anew. What the
   * tables were told, and who called for help, belongs to the round before.
   * @throws Problem `activity/not-running`, `changed-meanwhile` where it was dealt again meanwhile
   */
  async dealAgain(me: Viewer, activityId: string, { round: seen }: DealAgain): Promise<void> {
    return this.steer(me, activityId, async (em, found) => {
      const { activity, session, settings } = found;
      demandOpen(session.state);
      demandRunning(activity);
      const now = new Date();
      const round = await roundOf(em, activityId);
      if (round !== seen) throw new Problem('changed-meanwhile');
      // before the seats are held: who chooses one holds the activity
      await em.update(Activity, { id: activityId }, { endsAt: new Date(now.getTime() + activity.minutes * MINUTE_MS), pausedAt: null });
      await lockSeats(em, activityId);
      await this.dealRound(em, { activityId, sessionId: session.id, settings, round: round + 1, now });
      // said to those who sat together before: "two more minutes", and a table that got stuck
      await em.update(Breakout, { activityId }, { message: null, messageAt: null });
      await em.update(BreakoutTable, { activityId }, { helpSince: null });
      await this.changeSeats(em, found, allTables(settings));
    });
  }

  /** Puts somebody at a table, or nowhere. @throws Problem `not-found` for somebody of another session, `invalid-input` for a table that is none */
  async seat(me: Viewer, activityId: string, { participantId, table }: SeatSomebody): Promise<void> {
    return this.steer(me, activityId, async (em, found) => {
      const { session, settings } = found;
      demandSeatsChange(found);
      checkTable(settings, table);
      const participant = await em.findOneBy(Participant, { id: participantId, sessionId: session.id });
      if (!participant || participant.removedAt) throw new Problem('not-found');
      await lockSeats(em, activityId);
      const round = Math.max(1, await roundOf(em, activityId));
      await this.changeSeats(em, found, await moveSeat(em, { activityId, round, participantId, table }));
    });
  }

  /** Names the host of a table, or nobody. @throws Problem `breakout/not-a-member`, `session/closed`, `activity/not-running` */
  async nameHost(me: Viewer, activityId: string, { table, participantId }: NameHost): Promise<void> {
    return this.steer(me, activityId, async (em, found) => {
      demandSeatsChange(found);
      checkTable(found.settings, table);
      await lockSeats(em, activityId);
      const round = Math.max(1, await roundOf(em, activityId));
      await em.update(BreakoutSeat, { activityId, round, tableNumber: table, isHost: true }, { isHost: false });
      if (participantId !== null) {
        const { affected } = await em.update(BreakoutSeat, { activityId, round, tableNumber: table, participantId }, { isHost: true });
        if (affected === 0) throw new Problem('breakout/not-a-member');
      }
      await this.changeSeats(em, found, [table]);
    });
  }

  /** She sits down where there is a place. @throws Problem `breakout/table-full`, `activity/not-running`, `conflict` where tables are not chosen */
  async choose(me: Viewer, activityId: string, { table }: ChooseTable): Promise<OwnTable | null> {
    return this.transactions.run(async (em) => {
      const { participantId, ...found } = await this.attending(em, me, activityId, 'contribute');
      const { activity, settings } = found;
      demandRunning(activity);
      if (settings.deal !== 'chosen') throw new Problem('conflict', { deal: settings.deal });
      checkTable(settings, table);
      await lockSeats(em, activityId);
      const round = await roundOf(em, activityId);
      const others = (await seatsOf(em, activityId, round)).filter((seat) => seat.tableNumber === table && seat.participantId !== participantId);
      if (settings.seats !== null && others.length >= settings.seats) throw new Problem('breakout/table-full', { seats: settings.seats });
      await this.changeSeats(em, found, await moveSeat(em, { activityId, round, participantId, table }));
      return readOwnTable(em, { id: activityId, settings }, participantId);
    });
  }

  async ownTable(me: Viewer, activityId: string): Promise<OwnTable | null> {
    const em = this.transactions.manager;
    const { participantId, settings } = await this.attending(em, me, activityId, 'read');
    return readOwnTable(em, { id: activityId, settings }, participantId);
  }

  /** Her table calls for help, or no more. @throws Problem `breakout/no-table` */
  async callForHelp(me: Viewer, activityId: string, { calls }: CallForHelp): Promise<void> {
    return this.transactions.run(async (em) => {
      const { participantId, activity, session } = await this.attending(em, me, activityId, 'contribute');
      demandRunning(activity);
      const seat = await em.findOneBy(BreakoutSeat, { activityId, round: await roundOf(em, activityId), participantId });
      if (!seat) throw new Problem('breakout/no-table');
      await this.changeHelp(em, { activityId, sessionId: session.id, table: seat.tableNumber, calls });
    });
  }

  /** Somebody of the staff saw to it. */
  async helped(me: Viewer, activityId: string, { table }: Helped): Promise<void> {
    return this.transactions.run(async (em) => {
      const { session, facts } = await this.found(em, activityId, 'contribute');
      demand(seeStaffState, me, facts);
      await this.changeHelp(em, { activityId, sessionId: session.id, table, calls: false });
    });
  }

  /** One message to all tables; null takes it away. */
  async tell(me: Viewer, activityId: string, { text }: TellTables): Promise<void> {
    return this.steer(me, activityId, async (em, { activity }) => {
      demandRunning(activity);
      await em.update(Breakout, { activityId }, { message: text, messageAt: text === null ? null : new Date() });
    });
  }

  async tables(me: Viewer, activityId: string): Promise<TablesView> {
    const em = this.transactions.manager;
    const { activity, session, facts, settings } = await this.found(em, activityId, 'read');
    demand(seeStaffState, me, facts);
    const run = runSession.allows(me, facts);
    const round = await roundOf(em, activityId);
    const planned = round > 0 || settings.deal === 'planned' ? await seatsOf(em, activityId, Math.max(1, round)) : [];
    const seats = planned.filter(({ tableNumber }) => tableNumber <= settings.tableCount);
    const rows = new Map((await em.findBy(BreakoutTable, { activityId })).map((table) => [table.number, table]));
    const counts = await this.boards.countNotes([...rows.values()].map(({ boardId }) => boardId));
    const carriedCount = await em.countBy(BreakoutCarriedNote, { activityId });
    const tables = allTables(settings).map((number): StaffTable => {
      const row = rows.get(number);
      const members = seats.filter(({ tableNumber }) => tableNumber === number);
      return {
        number,
        boardId: row?.boardId ?? null,
        place: placeOf(settings, number),
        question: questionAt(settings, number),
        hostId: members.find(({ isHost }) => isHost)?.participantId ?? null,
        memberIds: members.map(({ participantId }) => participantId),
        noteCount: counts.get(row?.boardId ?? '') ?? 0,
        helpSince: row?.helpSince?.toISOString() ?? null,
      };
    });
    const seated = new Set(seats.map(({ participantId }) => participantId));
    const unseatedIds = (await guestsOf(em, session.id)).flatMap(({ id }) => (seated.has(id) ? [] : [id]));
    const noteCount = tables.reduce((sum, table) => sum + table.noteCount, 0);
    return { round, tables, unseatedIds, carriedCount, waitingCount: Math.max(0, noteCount - carriedCount), may: { run, seat: run && mayChangeSeats({ activity, session, settings }) } };
  }

  /** A new round: the first by lot, as it was planned, or as people choose; those after it by lot. */
  private async dealRound(em: EntityManager, { activityId, sessionId, settings, round, now }: { activityId: string; sessionId: string; settings: BreakoutSettings; round: number; now: Date }): Promise<void> {
    const seed = randomInt(2 ** 31 - 1);
    await em.insert(BreakoutRound, { activityId, number: round, seed, dealtAt: now });
    if (round === 1 && (settings.deal === 'planned' || settings.deal === 'chosen')) return;
    const { tableCount } = settings;
    const guests = await guestsOf(em, sessionId);
    const staying = round === 1 ? firstHosts(settings, guests) : new Map((await seatsOf(em, activityId, round - 1)).flatMap(({ isHost, participantId, tableNumber }) => (isHost ? [[participantId, tableNumber] as const] : [])));
    const seating = deal(guests, { tableCount, bySector: settings.deal === 'by-sector', hosts: staying, past: await pastOf(em, activityId), seed });
    await writeSeats(em, activityId, round, seating, settings.hosts ? withNewHosts(seating, staying) : staying);
  }

  private async changeSeats(em: EntityManager, { session, process, activity }: Pick<FoundActivity, 'session' | 'process' | 'activity'>, numbers: readonly number[]): Promise<void> {
    if (numbers.length === 0) return;
    await touch(em, activity.id, numbers);
    await this.rules.write(em, { session, process }, { activityId: activity.id, numbers });
    this.transactions.afterCommit(() => this.rooms.changed(session.id));
  }

  private async changeHelp(em: EntityManager, { activityId, sessionId, table, calls }: { activityId: string; sessionId: string; table: number; calls: boolean }): Promise<void> {
    // asked for twice keeps the first moment
    await em.query(
      `update breakout_table set version = version + 1, help_since = case when $3 then now() end
        where activity_id = $1 and number = $2 and (help_since is not null) <> $3`,
      [activityId, table, calls],
    );
    this.transactions.afterCommit(() => this.rooms.changed(sessionId));
  }

  private steer(me: Viewer, activityId: string, work: (em: EntityManager, found: FoundBreakout) => Promise<void>): Promise<void> {
    return this.transactions.run(async (em) => {
      const found = await this.found(em, activityId, 'steer');
      demand(runSession, me, found.facts);
      await work(em, found);
      this.transactions.afterCommit(() => this.rooms.changed(found.session.id));
    });
  }

  private async attending(em: EntityManager, me: Viewer, activityId: string, purpose: Purpose): Promise<FoundBreakout & { participantId: string }> {
    const found = await this.found(em, activityId, purpose);
    demand(takePart, me, found.facts);
    return { ...found, participantId: (await this.access.participant(me, found.session.id, em)).id };
  }

  /** @throws Problem `not-found`, also for an activity of another kind */
  private async found(em: EntityManager, activityId: string, purpose: Purpose): Promise<FoundBreakout> {
    const found = await this.access.activity(activityId, purpose, em);
    return { ...found, settings: settingsOf(found.activity) };
  }
}

const allTables = ({ tableCount }: BreakoutSettings): number[] => Array.from({ length: tableCount }, (_, i) => i + 1);

type Seatable = Pick<FoundBreakout, 'activity' | 'session' | 'settings'>;
const isSeatable = ({ activity: { state }, settings: { deal } }: Seatable): boolean => state === 'running' || (state === 'planned' && deal === 'planned');
const mayChangeSeats = (found: Seatable): boolean => found.session.state !== 'closed' && isSeatable(found);

/** Seats are changed while people sit on them, or planned where they may be. @throws Problem `session/closed`, `activity/not-running` */
function demandSeatsChange(found: Seatable): void {
  if (found.session.state === 'closed') demandOpen('closed');
  if (!isSeatable(found)) demandRunning(found.activity);
}

/** @throws Problem `invalid-input` */
function checkTable({ tableCount }: BreakoutSettings, table: number | null): void {
  if (table !== null && table > tableCount) throw new Problem('invalid-input', {}, [{ path: 'table', code: 'not-allowed' }]);
}

/** Those who came to host have a table each. */
const firstHosts = ({ hosts, tableCount }: BreakoutSettings, guests: readonly { id: string; isTableHost: boolean }[]): Map<string, number> =>
  new Map(hosts ? guests.filter(({ isTableHost }) => isTableHost).slice(0, tableCount).map(({ id }, i) => [id, i + 1]) : []);

/** Where a host left or none was, whoever was dealt to the table first. */
function withNewHosts(seating: Seating, staying: Seating): Map<string, number> {
  const hosts = new Map([...staying].filter(([id]) => seating.has(id)));
  const hosted = new Set(hosts.values());
  for (const [id, table] of seating) {
    if (hosted.has(table)) continue;
    hosts.set(id, table);
    hosted.add(table);
  }
  return hosts;
}
