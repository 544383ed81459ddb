import { randomUUID } from 'node:crypto';
import type { Visibility } from '@spolu/contracts/common';
import type { DossierVersion } from '@spolu/contracts/outputs';
import { command, givenHarvest, made, type Harvest } from '../ideas/given-harvest.ts';
import type { Someone, TestApi } from '../testing/given-api.ts';

/** A published version with two recommendations, one on each of two ideas, and the commission and council of the town. */
export interface GivenVersion {
  harvest: Harvest;
  dossierId: string;
  version: 1;
  recommendationIds: [string, string];
  /** Nine members. */
  commissionId: string;
  councilId: string;
  chair: Someone;
  secretary: Someone;
  members: [Someone, Someone];
  guest: Someone;
}

/** As if the lead had confirmed both clusters, written a dossier on them and published it. */
export async function givenVersion(api: TestApi, options: { visibility?: Visibility; noteVisibility?: Visibility } = {}): Promise<GivenVersion> {
  const harvest = await givenHarvest(api, { noteVisibility: options.noteVisibility ?? 'public' });
  const { lead, processId, clusterIds, organisationId } = harvest;
  const ideaIds = [
    await made(command(lead, 'post', '/ideas', { clusterIds: [clusterIds[0]], title: 'Školy bez strát energie', summary: '' })),
    await made(command(lead, 'post', '/ideas', { clusterIds: [clusterIds[1]], title: 'Svetlo len tam, kde treba', summary: '' })),
  ];
  const dossierId = await made(command(lead, 'post', `/processes/${processId}/dossiers`, { title: 'Energia v meste' }));
  await command(lead, 'put', `/dossiers/${dossierId}`, {
    title: 'Energia v meste', summary: 'Zhrnutie.', visibility: options.visibility ?? 'public', revision: 1,
    recommendations: [
      { id: randomUUID(), title: 'Zatepliť dve školy', text: 'Do roku 2028.', reasons: 'Najviac hlasov.', ideaIds: [ideaIds[0]] },
      { id: randomUUID(), title: 'Vymeniť svietidlá v parku', text: 'Do roku 2027.', reasons: '', ideaIds: [ideaIds[1]] },
    ],
  }).expect(204);
  await command(lead, 'post', `/dossiers/${dossierId}/versions`).expect(201);
  const published = (await lead.agent.get(`/api/dossiers/${dossierId}/versions/1`)).body as DossierVersion;
  const [commissionId, councilId] = [randomUUID(), randomUUID()];
  await api.database.query(
    `insert into body (id, name, kind, organisation_id, member_count, deciding) values ($1, 'Komisia životného prostredia', 'commission', $3, 9, false), ($2, 'Mestské zastupiteľstvo', 'council', $3, 31, true)`,
    [commissionId, councilId, organisationId],
  );
  const sits = (name: string, role: 'chair' | 'secretary' | 'member' | 'guest') => api.person({ name, roles: [{ scope: 'body', scopeId: commissionId, role }] });
  return {
    harvest, dossierId, version: 1, commissionId, councilId,
    recommendationIds: published.recommendations.map(({ id }) => id) as [string, string],
    chair: await sits('Petra Predsedníčka', 'chair'),
    secretary: await sits('Tibor Tajomník', 'secretary'),
    members: [await sits('Marta Členka', 'member'), await sits('Milan Člen', 'member')],
    guest: await sits('Hana Hosťka', 'guest'),
  };
}
