import type { DutySource } from '../duties/duty-source.ts';

/** A milestone waits for its owner until it is done or given up; one whose owner is no organisation of ours for the organisation of its plan. */
export const openMilestones: DutySource = {
  kind: 'milestone',
  sql: `
    select m.id, array[m.id] as about_ids, null::uuid as process_id, plan.organisation_id, m.title, m.language, '/commitments/' || m.commitment_id || '#' || m.id as url, said.at as since,
      m.due_on, m.done_at, 'organisation' as holder_scope, coalesce(m.owner_id, plan.organisation_id) as holder_id,
      case when m.owner_id is null and m.owner_name <> '' then m.owner_name else o.name end as holder_name, m.due_on is not null as is_public
    from milestone m join commitment c on c.id = m.commitment_id join action_plan plan on plan.id = c.action_plan_id join record said on said.id = m.id
      join organisation o on o.id = coalesce(m.owner_id, plan.organisation_id)
    where m.state <> 'withdrawn'`,
};
