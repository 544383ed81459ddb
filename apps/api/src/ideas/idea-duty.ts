import { PROCESS_OFFICE, type DutySource } from '../duties/duty-source.ts';

/** The process owes every published idea an answer, within the days it set itself; without any it promised none. */
export const ideaAnswers: DutySource = {
  kind: 'idea-answer',
  sql: `
    select i.id, array[i.id] as about_ids, i.process_id, null::uuid as organisation_id, i.title, i.language, '/ideas/' || i.id as url, i.published_at as since,
      (i.published_at at time zone town.time_zone)::date + term.answer_days as due_on, answered.at as done_at,
      'process' as holder_scope, i.process_id as holder_id, office.name as holder_name, true as is_public
    from idea i join process p on p.id = i.process_id join answer_term term on term.process_id = i.process_id join ${PROCESS_OFFICE} office on office.process_id = i.process_id
      cross join installation town left join answered on answered.id = i.id
    where term.answer_days is not null and i.state = 'current' and i.hidden_at is null and i.published_at is not null and p.state <> 'draft'`,
};
