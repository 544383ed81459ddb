import { PROCESS_OFFICE, type DutySource } from '../duties/duty-source.ts';

/** What was accepted waits until a milestone says who does it and by when. */
export const missingCommitments: DutySource = {
  kind: 'commitment',
  sql: `
    select item.id, array[item.id] as about_ids, r.process_id, null::uuid as organisation_id, said.title, said.language, '/decisions/' || d.id as url, d.recorded_at as since,
      null::date as due_on, (select min(link.at) from link where link.from_id = item.id and link.kind = 'implemented-by') as done_at,
      'process' as holder_scope, r.process_id as holder_id, office.name as holder_name, true as is_public
    from decision_item item join decision d on d.id = item.decision_id join referral r on r.id = d.referral_id join record said on said.id = item.recommendation_id
      join ${PROCESS_OFFICE} office on office.process_id = r.process_id
    where item.verdict in ('accepted', 'accepted-with-changes')`,
};
