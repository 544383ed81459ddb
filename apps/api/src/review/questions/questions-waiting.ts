import type { NewsReader } from '../../provenance/notices/notices.service.ts';

/** Questions to authors, `q`, that wait: not answered, not hidden, and the body has not spoken without them. */
export const WAITING_FOR_AUTHORS = `
  referral_question q join referral_item i on i.id = q.item_id join referral r on r.id = i.referral_id
  where q.contribution_id is not null and q.answered_at is null and q.hidden is null and r.withdrawn_at is null and not exists (select from opinion where opinion.item_id = i.id)
    and not exists (select from decision d join decision_item di on di.decision_id = d.id where d.referral_id = r.id and di.recommendation_id = i.recommendation_id)`;

/** An author is told by which body, as long as it waits for her; neither the question nor her words: letters say it too. */
export const questionsWaiting: NewsReader = (em, me, newsIds) =>
  em.query(
    `select q.id as "newsId", (select name from body where body.id = r.body_id) as title, '/my' as url, null as language from ${WAITING_FOR_AUTHORS}
      and q.id = any($1::uuid[])
      and exists (select from contribution c left join participant p on p.id = c.participant_id where c.id = q.contribution_id and coalesce(c.person_id, p.person_id) = $2)`,
    [newsIds, me.person!.id],
  );

/** What she asked for a body was answered, as long as she sits there and it was not hidden. */
export const questionsAnswered: NewsReader = (em, me, newsIds) =>
  em.query(
    `select q.id as "newsId", said.title, '/referrals/' || r.id as url, null as language
    from referral_question q join referral_item i on i.id = q.item_id join referral r on r.id = i.referral_id join recommendation said on said.id = i.recommendation_id
    where q.id = any($1::uuid[]) and q.asked_by = $2 and q.answered_at is not null and q.hidden is null and r.body_id = any($3::uuid[])`,
    [newsIds, me.person!.id, me.roles.flatMap(({ scope, scopeId }) => (scope === 'body' && scopeId !== null ? [scopeId] : []))],
  );

/** What she asked an author was hidden, and why. */
export const questionsHidden: NewsReader = (em, me, newsIds) =>
  em.query(
    `select q.id as "newsId", q.hidden_reason as title, '/referrals/' || i.referral_id as url, null as language from referral_question q join referral_item i on i.id = q.item_id
    where q.id = any($1::uuid[]) and q.asked_by = $2 and q.hidden = 'question'`,
    [newsIds, me.person!.id],
  );

/** What she answered as an author was hidden, and why. */
export const answersHidden: NewsReader = (em, me, newsIds) =>
  em.query(
    `select q.id as "newsId", q.hidden_reason as title, '/my' as url, null as language
    from referral_question q join contribution c on c.id = q.contribution_id left join participant p on p.id = c.participant_id
    where q.id = any($1::uuid[]) and coalesce(c.person_id, p.person_id) = $2 and q.hidden = 'answer'`,
    [newsIds, me.person!.id],
  );
