/**
 * All dots of all votes, how many somebody gave to an option in one row: those of secret ballots, which lie among secret answers, beside the rows of the others.
 * `voter` tells two voters apart and names nobody. To be narrowed by `activity_id`.
 */
export const GIVEN_DOTS = `(
  select activity_id, participant_id as voter, option_id, count(*)::int as count from dot group by activity_id, participant_id, option_id
  union all
  select s.activity_id, s.id, (d->>'optionId')::uuid, (d->>'count')::int
    from secret_answer s cross join lateral jsonb_array_elements(case jsonb_typeof(s.value) when 'array' then s.value else '[]' end) d)`;
