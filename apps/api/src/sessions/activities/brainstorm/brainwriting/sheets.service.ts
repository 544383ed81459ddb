import { Injectable } from '@nestjs/common';
import { type BrainstormWay, IDEAS_PER_SHEET_TURN, type OwnSheet, type PassSheetsOn, SHEETS_MAX } from '@spolu/contracts/activities/brainstorm';
import type { Language } from '@spolu/contracts/common';
import { Problem } from '@spolu/contracts/problems';
import type { EntityManager } from 'typeorm';
import { BoardsService } from '../../../../boards/boards.service.ts';
import { Transactions } from '../../../../database/transactions.ts';
import { demand } from '../../../../http/policy.ts';
import type { Viewer } from '../../../../http/viewer.ts';
import { demandRunning } from '../../../activity.ts';
import { Rooms } from '../../../rooms.ts';
import { type FoundActivity, SessionAccess } from '../../../session-access.ts';
import { Activity, ActivityFrame } from '../../../session.entity.ts';
import { runSession, takePart } from '../../../sessions.policy.ts';
import { dealCircles, sheetsInHand } from './circles.ts';
import { type Seat, seatsOf } from './seats.ts';
import { Brainwriting, BrainwritingSheet, BrainwritingTurn } from './sheet.entity.ts';
import { endAfterPassing, roundAt } from './sheets.ts';

/**
 * Sheets that go round in circles of six (6-3-5). Whoever asks for the first time begins one; when the round is over, those who did are dealt into circles, so a phone
 * that sleeps fills no chair. The first who asks after a round's time is up begins the next.
 */
@Injectable()
export class SheetsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: SessionAccess,
    private readonly boards: BoardsService,
    private readonly rooms: Rooms,
  ) {}

  /** Hers in this round. @throws Problem `conflict` where no sheets go round, `activity/not-running` before it began */
  async take(me: Viewer, activityId: string): Promise<OwnSheet | null> {
    return this.transactions.run(async (em) => {
      const found = await this.access.activity(activityId, 'contribute', em);
      demand(takePart, me, found.facts);
      const { id: participantId } = await this.access.participant(me, found.session.id, em);
      const { activity } = found;
      const { rounds } = wayOf(activity);
      const row = await em.findOne(Brainwriting, { where: { activityId }, lock: { mode: 'pessimistic_write' } });
      if (!row) throw new Problem('activity/not-running');
      const isRunning = activity.state === 'running';
      const now = new Date();
      const round = isRunning ? roundAt(activity, row.round, rounds, now) : row.round;
      if (round > row.round) await this.goTo(em, found, round);
      const turns = await em.findBy(BrainwritingTurn, { activityId });
      const own = turns.find((turn) => turn.round === round && turn.participantId === participantId);
      const seats = await seatsOf(em, activityId, round);
      if (own) return sheetOf(em, own, turns, seats);
      if (!isRunning) return null;
      const seat = seats.find((one) => one.participantId === participantId);
      const sheet = seat ? inHand(seats, seat, round) : await this.begin(em, found, seats.length);
      if (sheet === null) return null;
      const turn = { activityId, round, sheet, participantId, takenAt: now };
      await em.insert(BrainwritingTurn, turn);
      this.transactions.afterCommit(() => this.rooms.countsChanged(found.session.id));
      return sheetOf(em, turn, [...turns, turn], seat ? seats : await seatsOf(em, activityId, round));
    });
  }

  /** The next round begins now. @throws Problem `activity/not-running`, `changed-meanwhile`, `brainwriting/last-round` */
  async passOn(me: Viewer, activityId: string, { round: seen }: PassSheetsOn): Promise<void> {
    return this.transactions.run(async (em) => {
      const found = await this.access.activity(activityId, 'steer', em);
      const { activity } = found;
      demand(runSession, me, found.facts);
      const { rounds } = wayOf(activity);
      demandRunning(activity);
      const now = new Date();
      const row = await em.findOneBy(Brainwriting, { activityId });
      const round = row && roundAt(activity, row.round, rounds, now);
      if (!row || round !== seen) throw new Problem('changed-meanwhile');
      if (round === rounds) throw new Problem('brainwriting/last-round');
      // before the round is held: who asks for a sheet holds the activity
      await em.update(Activity, { id: activityId }, { endsAt: endAfterPassing(activity, round, rounds, now) });
      await this.goTo(em, found, round + 1);
    });
  }

  /** The sheets are passed on; those who began one since the last time are dealt into circles. */
  private async goTo(em: EntityManager, { activity, session, boardId }: FoundActivity, round: number): Promise<void> {
    const activityId = activity.id;
    await em.update(Brainwriting, { activityId }, { round });
    this.transactions.afterCommit(() => this.rooms.changed(session.id));
    const before = await seatsOf(em, activityId, round);
    const begun = before.filter(({ circle }) => circle === null).map(({ sheet }) => sheet);
    if (begun.length === 0) return;
    await em.insert(BrainwritingSheet, dealCircles(begun, writingIn(before)).map((sheet) => ({ activityId, ...sheet })));
    const seats = await seatsOf(em, activityId, round);
    if (circlesIn(seats) < 2) return;
    const frames = await em.findBy(ActivityFrame, { activityId });
    // what was the only circle had no number to be told by
    const named = seats.filter(({ sheet }) => writingIn(before).size < 2 || begun.includes(sheet))
      .map(({ sheet, circle }) => ({ id: frames.find(({ position }) => position === sheet)!.frameId, title: titleOf(session.language, sheet, circle) }));
    for (const { id, title } of named) await em.update(ActivityFrame, { activityId, frameId: id }, { title });
    await this.boards.nameFrames(em, boardId, named);
  }

  /** A new sheet, which is a frame on the board. Null where there are enough. */
  private async begin(em: EntityManager, { activity, session, boardId }: FoundActivity, sheet: number): Promise<number | null> {
    if (sheet >= SHEETS_MAX) return null;
    const [frame] = await this.boards.addFrames(em, boardId, [{ title: titleOf(session.language, sheet, null) }]);
    if (!frame) throw new Error('a frame was not laid');
    await em.insert(ActivityFrame, { activityId: activity.id, position: sheet, frameId: frame.id, title: frame.title });
    return sheet;
  }
}

const SHEET: Record<Language, string> = { sk: 'Hárok', cs: 'Arch', en: 'Sheet', uk: 'Аркуш' };
const CIRCLE: Record<Language, string> = { sk: 'Kruh', cs: 'Kruh', en: 'Circle', uk: 'Коло' };

const titleOf = (language: Language, sheet: number, circle: number | null) =>
  `${circle === null ? '' : `${CIRCLE[language]} ${circle} · `}${SHEET[language]} ${sheet + 1}`;

const circlesIn = (seats: readonly Seat[]) => writingIn(seats).size;

/** How many write in each circle now. */
function writingIn(seats: readonly Seat[]): Map<number, number> {
  const writing = new Map<number, number>();
  for (const { circle, isWriting } of seats) if (circle !== null) writing.set(circle, (writing.get(circle) ?? 0) + (isWriting ? 1 : 0));
  return writing;
}

const inHand = (seats: readonly Seat[], { circle, sheet }: Seat, round: number): number =>
  sheetsInHand(seats.filter((one) => one.circle === circle), round).get(sheet)!;

function wayOf({ settings }: Activity): Extract<BrainstormWay, { kind: 'brainwriting' }> {
  if (settings.kind !== 'brainstorm' || settings.way?.kind !== 'brainwriting') throw new Problem('conflict', { kind: settings.kind });
  return settings.way;
}

async function sheetOf(
  em: EntityManager,
  { activityId, round, sheet, participantId, takenAt }: BrainwritingTurn,
  turns: readonly BrainwritingTurn[],
  seats: readonly Seat[],
): Promise<OwnSheet> {
  const { frameId, title } = await em.findOneByOrFail(ActivityFrame, { activityId, position: sheet });
  const ideas = await em.query<OwnSheet['ideas']>(
    `select c.id, c.text, c.language from card c left join record r on r.id = c.contribution_id
      where c.activity_id = $1 and c.frame_id = $2 and c.state in ('held', 'shown') and r.withdrawn is not true
        and (c.participant_id is distinct from $3 or c.composed_at < $4) order by c.composed_at, c.id`,
    [activityId, frameId, participantId, takenAt],
  );
  const past = turns.filter((turn) => turn.sheet === sheet);
  const others = new Set(past.map((turn) => turn.participantId).filter((id) => id !== participantId));
  const { circle } = seats.find((seat) => seat.sheet === sheet)!;
  const count = circlesIn(seats);
  return {
    round, frameId, title, ideas,
    ideasMax: past.filter((turn) => turn.participantId === participantId).length * IDEAS_PER_SHEET_TURN,
    isOwn: seats.some((seat) => seat.sheet === sheet && seat.participantId === participantId),
    handCount: others.size,
    circle: circle === null || count === 1 ? null : { number: circle, count, peopleCount: seats.filter((seat) => seat.circle === circle).length },
  };
}
