import { randomUUID } from 'node:crypto';
import { Problem } from '@spolu/contracts/problems';
import type { EntityManager } from 'typeorm';
import type { VoteValue } from '../late/late-answer.entity.ts';
import { SecretAnswer, SecretAnswerGiven } from './answer.entity.ts';

/**
 * Remembers that somebody has voted, in the transaction in which her vote is laid in; false where the same command did before.
 * @param command the device's id of it
 * @throws Problem `answer/already-given` where another command did
 */
export async function spend(em: EntityManager, activityId: string, participantId: string, command: string): Promise<boolean> {
  const inserted: unknown[] = await em.query(
    'insert into secret_answer_given (activity_id, participant_id, command) values ($1, $2, $3) on conflict do nothing returning 1',
    [activityId, participantId, command],
  );
  if (inserted.length > 0) return true;
  const before = await em.findOneByOrFail(SecretAnswerGiven, { activityId, participantId });
  if (before.command !== command) throw new Problem('answer/already-given');
  return false;
}

/** Under a random id, and not one by time as ids are elsewhere. */
export async function layIn(em: EntityManager, activityId: string, value: VoteValue): Promise<void> {
  await em.insert(SecretAnswer, { id: randomUUID(), activityId, value });
}

/**
 * Lays the rows of a secret vote anew at its end, in a random order and all in one go: until then the place of a row and the transaction that wrote it, which
 * the database keeps, could be laid beside those of `secret_answer_given`.
 */
export async function shuffle(em: EntityManager, activityId: string): Promise<void> {
  await em.query(
    `with taken as (delete from secret_answer where activity_id = $1 returning value)
      insert into secret_answer (id, activity_id, value) select gen_random_uuid(), $1, value from taken order by random()`,
    [activityId],
  );
  await em.query(
    `with taken as (delete from secret_answer_given where activity_id = $1 returning participant_id, command)
      insert into secret_answer_given (activity_id, participant_id, command) select $1, participant_id, command from taken order by participant_id`,
    [activityId],
  );
}
