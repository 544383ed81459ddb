import { randomUUID } from 'node:crypto';
import type { Visibility } from '@spolu/contracts/common';
import { ProvenanceService } from '../provenance/provenance.service.ts';
import type { Someone, TestApi } from '../testing/given-api.ts';

/** A process of a town with one closed session: people wrote notes, which lie in two clusters, and voted on them. */
export interface Harvest {
  organisationId: string;
  processId: string;
  sessionId: string;
  clusterIds: [string, string];
  /** Of the first cluster, then of the second. */
  noteIds: [string[], string[]];
  participantIds: string[];
  lead: Someone;
  facilitator: Someone;
  officer: Someone;
  /** A phone that took part. */
  phone: Someone;
}

/** Puts a closed session with its harvest straight into the tables. Two people wrote five notes: three about schools, two about street lights. */
export async function givenHarvest(api: TestApi, { visibility = 'public', noteVisibility = 'public' }: { visibility?: Visibility; noteVisibility?: Visibility } = {}): Promise<Harvest> {
  const { database } = api;
  const [organisationId, processId, sessionId, activityId] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  const participantIds = [randomUUID(), randomUUID()];
  const clusterIds: [string, string] = [randomUUID(), randomUUID()];
  await database.query(`insert into organisation (id, name, sector) values ($1::uuid, 'Mesto ' || $1::text, 'public')`, [organisationId]);
  await database.query(
    `insert into process (id, title, problem, status_quo, goals, state, visibility, revision, created_at, updated_at)
    values ($1, 'Energetická udržateľnosť mesta', '', '', '{}', 'running', $2, 1, now(), now())`,
    [processId, visibility],
  );
  await database.query('insert into process_organisation (process_id, organisation_id) values ($1, $2)', [processId, organisationId]);
  await database.query(
    `insert into role_place (id, scope, title, organisation_ids) values ($1, 'process', 'Energetická udržateľnosť mesta', array[$2::uuid])`,
    [processId, organisationId],
  );
  await database.query(
    `insert into session (id, process_id, kind, title, welcome, planned_on, place, language, visibility, state, door_open, opened_at, closed_at, created_at)
    values ($1, $2, 'workshop', 'Dielňa o energii', '', '2026-03-14', 'Radnica', 'sk', 'public', 'closed', true, now(), now(), now())`,
    [sessionId, processId],
  );
  await database.query('insert into process_session (process_id, session_id) values ($1, $2)', [processId, sessionId]);
  await database.query(`insert into role_place (id, scope, title, process_id) values ($1, 'session', 'Dielňa o energii', $2)`, [sessionId, processId]);
  for (const id of participantIds) {
    await database.query(
      `insert into participant (id, session_id, nickname, language, joined_at, join_digest) values ($1::uuid, $2, 'Zuzana Tajná', 'sk', now(), decode(md5($1::text), 'hex'))`,
      [id, sessionId],
    );
  }

  const texts = [
    ['Zatepliť školy na Fončorde', 'Solárne panely na strechu ZŠ Radvanská', 'Vymeniť okná v škôlkach'],
    ['LED svietidlá v parku', 'Zhasínať polovicu lámp po polnoci'],
  ];
  const notes = texts.map((group) => group.map((text, i) => ({ id: randomUUID(), text, participantId: participantIds[i % 2]! })));
  const provenance = api.app.get(ProvenanceService, { strict: false });
  await provenance.writeContributions(
    database.manager,
    notes.flat().map(({ id, text, participantId }) => ({
      id, kind: 'note' as const, participantId, personId: null, sessionId, processId, activityId: null, language: 'sk' as const, text,
      createdAt: '2026-03-14T09:00:00.000Z', visibility: noteVisibility,
    })),
  );
  for (const [i, title] of ['Energia v školách', 'Verejné osvetlenie'].entries()) {
    const clusterId = clusterIds[i]!;
    await database.query(`insert into cluster (id, session_id, board_cluster_id, title, closed_at) values ($1::uuid, $2, $1::text, $3, now())`, [clusterId, sessionId, title]);
    for (const [position, { id }] of notes[i]!.entries()) {
      await database.query('insert into cluster_note (cluster_id, contribution_id, position) values ($1, $2, $3)', [clusterId, id, position]);
    }
    await provenance.register(database.manager, { id: clusterId, kind: 'cluster', title, url: `/sessions/${sessionId}/report`, visibility: 'public', sessionId, processId, at: '2026-03-14T10:00:00.000Z' });
    await provenance.link(database.manager, notes[i]!.map(({ id }) => ({ fromId: id, toId: clusterId, kind: 'clustered-into' as const })), null);
  }

  await database.query(
    `insert into activity (id, session_id, position, kind, title, instruction, staff_notes, minutes, settings, state, started_at, ends_at, ended_at)
    values ($1, $2, 0, 'dot-vote', 'Hlasovanie', '', '', 10, '{"kind":"dot-vote","dots":3,"perOption":null}', 'ended', now(), now(), now())`,
    [activityId, sessionId],
  );
  await database.query('insert into vote (activity_id, dots, per_option) values ($1, 3, 3)', [activityId]);
  const optionIds = [randomUUID(), randomUUID()];
  for (const [i, optionId] of optionIds.entries()) {
    await database.query('insert into vote_option (id, activity_id, cluster_id, position, title) values ($1, $2, $3, $4, $5)', [optionId, activityId, clusterIds[i], i, `Možnosť ${i}`]);
  }
  await database.query('insert into ballot (activity_id, participant_id, cast_at) values ($1, $2, now())', [activityId, participantIds[0]]);
  for (const [number, optionId, onOption] of [[1, optionIds[0], 1], [2, optionIds[0], 2], [3, optionIds[1], 1]]) {
    await database.query(
      'insert into dot (activity_id, participant_id, number, option_id, number_on_option, dots, per_option) values ($1, $2, $3, $4, $5, 3, 3)',
      [activityId, participantIds[0], number, optionId, onOption],
    );
  }

  return {
    organisationId, processId, sessionId, clusterIds, participantIds,
    noteIds: [notes[0]!.map(({ id }) => id), notes[1]!.map(({ id }) => id)],
    lead: await api.person({ name: 'Lea Vedúca', roles: [{ scope: 'process', scopeId: processId, role: 'lead' }] }),
    facilitator: await api.person({ name: 'Filip Facilitátor', roles: [{ scope: 'session', scopeId: sessionId, role: 'lead-facilitator' }] }),
    officer: await api.person({ name: 'Ota Úradník', roles: [{ scope: 'organisation', scopeId: organisationId, role: 'officer' }] }),
    phone: await api.device({ participants: [{ id: participantIds[0]!, sessionId }] }),
  };
}

/** A command as our own pages send it. */
export const command = (who: Someone, method: 'post' | 'put' | 'delete', path: string, body: object = {}) =>
  who.agent[method](`/api${path}`).set('Idempotency-Key', randomUUID()).send(body);

/** Makes one and gives its id. @throws when the api refuses */
export async function made(request: ReturnType<typeof command>): Promise<string> {
  const answer = await request.expect(201);
  return (answer.body as { id: string }).id;
}
