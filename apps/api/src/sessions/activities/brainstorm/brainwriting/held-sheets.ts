import { IDEAS_PER_SHEET_TURN } from '@spolu/contracts/activities/brainstorm';
import type { ActivitySettings } from '@spolu/contracts/activities/kinds';
import { Problem } from '@spolu/contracts/problems';
import type { EntityManager } from 'typeorm';
import type { Activity } from '../../../session.entity.ts';

const isBrainwriting = (settings: ActivitySettings) => settings.kind === 'brainstorm' && settings.way?.kind === 'brainwriting';

/** Her turns are held until the command's end: of cards sent at once each counts those before, and one that is sent twice finds the first. */
export async function holdTurns(em: EntityManager, { id, settings }: Pick<Activity, 'id' | 'settings'>, participantId: string): Promise<void> {
  if (!isBrainwriting(settings)) return;
  await em.query('select 1 from brainwriting_turn where activity_id = $1 and participant_id = $2 order by round for update', [id, participantId]);
}

/**
 * Where sheets go round, one writes on a sheet that one was given, three ideas each time. Her turns must be held.
 * @throws Problem `brainwriting/not-your-sheet`, `brainwriting/sheet-full`
 */
export async function checkSheet(em: EntityManager, { id, settings }: Pick<Activity, 'id' | 'settings'>, participantId: string, frameId: string | null): Promise<void> {
  if (!isBrainwriting(settings)) return;
  const turns = await em.query<{ round: number }[]>(
    `select t.round from brainwriting_turn t join activity_frame f on f.activity_id = t.activity_id and f.position = t.sheet
      where t.activity_id = $1 and t.participant_id = $2 and f.frame_id = $3`,
    [id, participantId, frameId],
  );
  if (turns.length === 0) throw new Problem('brainwriting/not-your-sheet');
  const [{ count } = { count: 0 }] = await em.query<{ count: number }[]>(
    `select count(*)::int as count from card where activity_id = $1 and participant_id = $2 and frame_id = $3 and state <> 'removed'`,
    [id, participantId, frameId],
  );
  if (count >= turns.length * IDEAS_PER_SHEET_TURN) throw new Problem('brainwriting/sheet-full', { limit: IDEAS_PER_SHEET_TURN });
}
