import { IDEAS_PER_SHEET_TURN } from '@spolu/contracts/activities/brainstorm';
import { Problem } from '@spolu/contracts/problems';
import type { EntityManager } from 'typeorm';
import type { Activity } from '../../../session.entity.ts';

/**
 * Where sheets go round, one writes on a sheet that one was given, three ideas each time.
 * @throws Problem `brainwriting/not-your-sheet`, `brainwriting/sheet-full`
 */
export async function checkSheet(em: EntityManager, { id, settings }: Pick<Activity, 'id' | 'settings'>, participantId: string, frameId: string | null): Promise<void> {
  if (settings.kind !== 'brainstorm' || settings.way?.kind !== 'brainwriting') return;
  // Her turn is held, so that of two cards sent at once the second counts the first.
  const turns = await em.query<{ round: number }[]>(
    `select t.round from brainwriting_turn t join activity_frame f on f.activity_id = t.activity_id and f.position = t.sheet
      where t.activity_id = $1 and t.participant_id = $2 and f.frame_id = $3 for update of t`,
    [id, participantId, frameId],
  );
  if (turns.length === 0) throw new Problem('brainwriting/not-your-sheet');
  const [{ count } = { count: 0 }] = await em.query<{ count: number }[]>(
    `select count(*)::int as count from card where activity_id = $1 and participant_id = $2 and frame_id = $3 and state <> 'removed'`,
    [id, participantId, frameId],
  );
  if (count >= turns.length * IDEAS_PER_SHEET_TURN) throw new Problem('brainwriting/sheet-full', { limit: IDEAS_PER_SHEET_TURN });
}
