import { GROUP_MIN } from '@spolu/contracts/question-texts';
import type { EntityManager } from 'typeorm';
import type { Activity } from '../session.entity.ts';

/**
 * Parts the words of a pulse from the scores beside them, in a random order and all in one transaction; staff may look through them once enough people
 * answered. Words of a pulse that went on come to those from before.
 */
export async function partWords(em: EntityManager, { id, sessionId }: Pick<Activity, 'id' | 'sessionId'>): Promise<void> {
  await em.query(
    `insert into feedback_words (id, session_id, activity_id, text, state)
      select gen_random_uuid(), $2, $1, value ->> 'words', 'held' from secret_answer where activity_id = $1 and value ->> 'words' <> '' order by random()`,
    [id, sessionId],
  );
  await em.query(`update secret_answer set value = value || '{"words": ""}' where activity_id = $1`, [id]);
  await em.query(
    `update feedback_words set state = 'waiting' where activity_id = $1 and state = 'held' and (select count(*) from secret_answer where activity_id = $1) >= $2`,
    [id, GROUP_MIN],
  );
}

/** Of a pulse, as readers of the report get them: in an order that says nothing. */
export async function shownWords(em: EntityManager, activityId: string): Promise<string[]> {
  const rows = await em.query<{ text: string }[]>(`select text from feedback_words where activity_id = $1 and state = 'shown' order by md5(text)`, [activityId]);
  return rows.map(({ text }) => text);
}
