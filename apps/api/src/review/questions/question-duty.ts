import type { DutySource } from '../../duties/duty-source.ts';
import { WAITING_FOR_AUTHORS } from './questions-waiting.ts';

/** A department owes its answer until the body has spoken without it. Nothing of it is told in public. */
export const askedQuestions: DutySource = {
  kind: 'question',
  sql: `
    select q.id, array[i.id] as about_ids, r.process_id, null::uuid as organisation_id, said.title, null::text as language, '/referral-questions/' || q.id as url, q.asked_at as since,
      q.due_on, q.answered_at as done_at, 'organisation' as holder_scope, q.organisation_id as holder_id, o.name as holder_name, false as is_public
    from referral_question q join referral_item i on i.id = q.item_id join referral r on r.id = i.referral_id join recommendation said on said.id = i.recommendation_id
      join organisation o on o.id = q.organisation_id
    where q.answered_at is not null or (r.withdrawn_at is null and not exists (select from opinion where opinion.item_id = i.id)
      and not exists (select from decision d join decision_item di on di.decision_id = d.id where d.referral_id = r.id and di.recommendation_id = i.recommendation_id))`,
};

/** What a body waits for from an author, who stays unnamed: the office reads what it is about and which body asked. What was answered is not counted: only offices' days are. */
export const askedAuthors: DutySource = {
  kind: 'author-question',
  sql: `
    select q.id, array[i.id] as about_ids, r.process_id, null::uuid as organisation_id, (select said.title from recommendation said where said.id = i.recommendation_id) as title, null::text as language,
      '/referrals/' || r.id as url, q.asked_at as since, q.due_on, q.answered_at as done_at, 'author' as holder_scope, q.id as holder_id,
      (select body.name from body where body.id = r.body_id) as holder_name, false as is_public
    from ${WAITING_FOR_AUTHORS}`,
};
