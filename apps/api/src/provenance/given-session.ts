import { randomUUID } from 'node:crypto';
import type { TestApi } from '../testing/given-api.ts';

/** An organisation with a process, a session in it and two people on their phones. */
export async function givenSession({ database }: Pick<TestApi, 'database'>, title = 'Dielňa o energii') {
  const [organisationId, processId, sessionId] = [randomUUID(), randomUUID(), randomUUID()];
  const participants = [randomUUID(), randomUUID()];
  await database.query(`insert into organisation (id, name, sector) values ($1, $2, 'public')`, [organisationId, `Mesto ${organisationId}`]);
  await database.query(`insert into process (id, title, problem, status_quo, goals, state, visibility, revision, created_at, updated_at)
    values ($1, 'Energia', '', '', '{}', 'running', 'public', 1, now(), now())`, [processId]);
  await database.query(`insert into role_place (id, scope, title, organisation_ids) values ($1, 'process', 'Energia', array[$2::uuid])`, [processId, organisationId]);
  await database.query(`insert into role_place (id, scope, title, process_id) values ($1, 'session', $2, $3)`, [sessionId, title, processId]);
  await database.query(`insert into session (id, process_id, kind, title, welcome, planned_on, place, language, visibility, state, door_open, created_at)
    values ($1, $2, 'workshop', $3, '', '2026-03-14', '', 'sk', 'public', 'preparing', true, now())`, [sessionId, processId, title]);
  for (const id of participants) {
    await database.query(`insert into participant (id, session_id, language, joined_at, join_digest) values ($1::uuid, $2, 'sk', now(), decode(md5($1::text), 'hex'))`, [id, sessionId]);
  }
  return { organisationId, processId, sessionId, participants: participants as [string, string] };
}
