import type { DutySource } from '../../duties/duty-source.ts';

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
