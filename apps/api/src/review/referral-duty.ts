import { PROCESS_OFFICE, type DutySource } from '../duties/duty-source.ts';

/** What lies before a body, with what it says on all of it as what ends the waiting. */
const before = (deciding: boolean, said: string) => `
  select r.id, (select array_agg(i.id) from referral_item i where i.referral_id = r.id) as about_ids, r.process_id, null::uuid as organisation_id, v.title, null::text as language,
    '/referrals/' || r.id as url, r.referred_at as since, r.due_on, ${said} as done_at, 'body' as holder_scope, r.body_id as holder_id, body.name as holder_name, true as is_public
  from referral r join body on body.id = r.body_id join dossier_version v on v.dossier_id = r.dossier_id and v.version = r.version
  where r.withdrawn_at is null and ${deciding ? '' : 'not '}body.deciding`;

/** A commission is asked for its opinion; the office for a new version where it was returned. */
export const missingOpinions: DutySource = {
  kind: 'referral',
  sql: `
    ${before(false, `(select case when count(o.id) = count(i.id) then max(o.recorded_at) end from referral_item i left join opinion o on o.item_id = i.id where i.referral_id = r.id)`)}
    union all
    select r.step_id, (select array_agg(i.id) from referral_item i where i.referral_id = r.id), r.process_id, null::uuid, v.title, null::text,
      '/dossiers/' || r.dossier_id || '/route', said.at, r.due_on, (select min(later.referred_at) from referral later where later.step_id = r.step_id and later.version > r.version),
      'process', r.process_id, office.name, true
    from referral r join dossier_version v on v.dossier_id = r.dossier_id and v.version = r.version
      join ${PROCESS_OFFICE} office on office.process_id = r.process_id
      join (select i.referral_id, max(o.recorded_at) as at from referral_item i left join opinion o on o.item_id = i.id group by 1 having bool_and(o.id is not null) and bool_or(o.verdict = 'return')) said on said.referral_id = r.id
    where r.withdrawn_at is null and not exists (select from referral later where later.step_id = r.step_id and later.version > r.version)
      and not exists (select from decision d where d.referral_id = r.id)`,
};

/** What was said on a recommendation ends the waiting for positions on it. */
const UNSPOKEN = `not exists (select from opinion o where o.item_id = i.id)
  and not exists (select from decision d join decision_item di on di.decision_id = d.id where d.referral_id = r.id and di.recommendation_id = i.recommendation_id)`;

/** Of each member, who has a position to give on what lies before her body: one for all of it, as long as she said nothing on a part of it and declared no interest there. */
export const missingPositions: DutySource = {
  kind: 'position',
  sql: `
    select md5(r.id::text || sits.person_id::text)::uuid as id, (select array_agg(i.id) from referral_item i where i.referral_id = r.id) as about_ids, r.process_id, null::uuid as organisation_id,
      v.title, null::text as language, '/referrals/' || r.id as url, r.referred_at as since, r.due_on, null::timestamptz as done_at, 'member' as holder_scope, sits.person_id as holder_id,
      body.name as holder_name, false as is_public
    from referral r join body on body.id = r.body_id join dossier_version v on v.dossier_id = r.dossier_id and v.version = r.version
      join (
        select distinct role.scope_id, role.person_id from role, (select (now() at time zone time_zone)::date as today from installation) town
        where role.scope = 'body' and role.role in ('chair', 'member') and role.ended_at is null and coalesce(role.from_on <= today, true) and coalesce(role.until_on >= today, true)
      ) sits on sits.scope_id = r.body_id
    where r.withdrawn_at is null and exists (
      select from referral_item i where i.referral_id = r.id and ${UNSPOKEN}
        and not exists (select from position p where p.item_id = i.id and p.person_id = sits.person_id)
        and not exists (select from position_conflict c where c.item_id = i.id and c.person_id = sits.person_id)
    )`,
};

/** A body that decides is asked for its decision on all of it. */
export const missingDecisions: DutySource = {
  kind: 'decision',
  sql: before(true, `(select case when bool_and(said.at is not null) then max(said.at) end from referral_item i
      left join (select d.referral_id, di.recommendation_id, max(d.recorded_at) as at from decision d join decision_item di on di.decision_id = d.id group by 1, 2) said
        on said.referral_id = i.referral_id and said.recommendation_id = i.recommendation_id where i.referral_id = r.id)`),
};
