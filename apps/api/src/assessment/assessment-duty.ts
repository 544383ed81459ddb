import type { DutySource } from '../duties/duty-source.ts';

/** Departments owe what they were asked for. In public it is told where the process set a term for it. */
export const askedAssessments: DutySource = {
  kind: 'assessment',
  sql: `
    select a.id, array[a.idea_id] as about_ids, a.process_id, null::uuid as organisation_id, i.title, i.language, '/assessments/' || a.id as url, a.asked_at as since,
      a.due_on, a.given_at as done_at, 'organisation' as holder_scope, a.organisation_id as holder_id, o.name as holder_name, term.question_days is not null as is_public
    from assessment a join idea i on i.id = a.idea_id join organisation o on o.id = a.organisation_id left join answer_term term on term.process_id = a.process_id
    where i.hidden_at is null`,
};
