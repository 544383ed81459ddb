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
import { Brainwriting, BrainwritingTurn } from './sheet.entity.ts';
import { endAfterPassing, nextSheet, roundAt } from './sheets.ts';

/**
 * Sheets that go round (6-3-5). Nobody is assigned one: whoever asks in a round is given hers, so those who left are passed over and those who come later begin
 * one. The first who asks after a round's time is up begins the next.
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
      if (round > row.round) {
        await em.update(Brainwriting, { activityId }, { round });
        this.transactions.afterCommit(() => this.rooms.changed(found.session.id));
      }
      const turns = await em.findBy(BrainwritingTurn, { activityId });
      const own = turns.find((turn) => turn.round === round && turn.participantId === participantId);
      if (own) return sheetOf(em, own, turns);
      if (!isRunning) return null;
      const sheet = nextSheet(turns, participantId, round) ?? (await this.begin(em, found, turns));
      if (sheet === null) return null;
      const turn = { activityId, round, sheet, participantId, takenAt: now };
      await em.insert(BrainwritingTurn, turn);
      return sheetOf(em, turn, [...turns, turn]);
    });
  }

  /** The next round begins now. @throws Problem `activity/not-running`, `changed-meanwhile`, `brainwriting/last-round` */
  async passOn(me: Viewer, activityId: string, { round: seen }: PassSheetsOn): Promise<void> {
    return this.transactions.run(async (em) => {
      const { activity, session, facts } = await this.access.activity(activityId, 'steer', em);
      demand(runSession, me, facts);
      const { rounds } = wayOf(activity);
      demandRunning(activity);
      const now = new Date();
      const row = await em.findOneBy(Brainwriting, { activityId });
      const round = row && roundAt(activity, row.round, rounds, now);
      if (round !== seen) throw new Problem('changed-meanwhile');
      if (round === rounds) throw new Problem('brainwriting/last-round');
      // before the round is held: who asks for a sheet holds the activity
      await em.update(Activity, { id: activityId }, { endsAt: endAfterPassing(activity, round, rounds, now) });
      await em.update(Brainwriting, { activityId }, { round: round + 1 });
      this.transactions.afterCommit(() => this.rooms.changed(session.id));
    });
  }

  /** A new sheet, which is a frame on the board; null where there are enough. */
  private async begin(em: EntityManager, { activity, session, boardId }: FoundActivity, turns: readonly BrainwritingTurn[]): Promise<number | null> {
    const sheet = new Set(turns.map((turn) => turn.sheet)).size;
    if (sheet >= SHEETS_MAX) return null;
    const [frame] = await this.boards.addFrames(em, boardId, [{ title: `${SHEET[session.language]} ${sheet + 1}` }]);
    if (!frame) throw new Error('a frame was not laid');
    await em.insert(ActivityFrame, { activityId: activity.id, position: sheet, frameId: frame.id, title: frame.title });
    return sheet;
  }
}

const SHEET: Record<Language, string> = { sk: 'Hárok', cs: 'Arch', en: 'Sheet', uk: 'Аркуш' };

function wayOf({ settings }: Activity): Extract<BrainstormWay, { kind: 'brainwriting' }> {
  if (settings.kind !== 'brainstorm' || settings.way?.kind !== 'brainwriting') throw new Problem('conflict', { kind: settings.kind });
  return settings.way;
}

async function sheetOf(em: EntityManager, { activityId, round, sheet, participantId, takenAt }: BrainwritingTurn, turns: readonly BrainwritingTurn[]): Promise<OwnSheet> {
  const { frameId, title } = await em.findOneByOrFail(ActivityFrame, { activityId, position: sheet });
  const ideas = await em.query<OwnSheet['ideas']>(
    `select c.id, c.text, c.language from card c left join record r on r.id = c.contribution_id
      where c.activity_id = $1 and c.frame_id = $2 and c.state in ('held', 'shown') and r.withdrawn is not true
        and (c.participant_id is distinct from $3 or c.composed_at < $4) order by c.composed_at, c.id`,
    [activityId, frameId, participantId, takenAt],
  );
  const heldCount = turns.filter((turn) => turn.sheet === sheet && turn.participantId === participantId).length;
  return { round, frameId, title, ideas, ideasMax: heldCount * IDEAS_PER_SHEET_TURN };
}
