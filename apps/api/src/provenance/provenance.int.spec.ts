import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { ContributionWay, Receipt, ReceiptView, Way } from '@spolu/contracts/provenance';
import { givenApi, type Someone, type TestApi } from '../testing/given-api.ts';
import { NOBODY } from '../http/viewer.ts';
import { givenSession as givenSaidIn } from './given-session.ts';
import { ProvenanceService, type NewContribution, type NewRecord } from './provenance.service.ts';
import { WaysService } from './ways.service.ts';

let api: TestApi;
let provenance: ProvenanceService;
let ways: WaysService;
beforeAll(async () => {
  api = await givenApi();
  provenance = api.app.get(ProvenanceService, { strict: false });
  ways = api.app.get(WaysService, { strict: false });
});
afterAll(() => api?.stop());

const givenSession = (title?: string) => givenSaidIn(api, title);
type Given = Awaited<ReturnType<typeof givenSession>>;

const note = ({ sessionId, participants }: Given, change: Partial<NewContribution> = {}): NewContribution => ({
  id: randomUUID(), kind: 'note', participantId: participants[0], personId: null, sessionId, activityId: null, language: 'sk',
  text: 'Zatepliť školy na Fončorde', createdAt: '2026-03-14T09:00:00.000Z', visibility: 'public', ...change,
});
const record = (given: Given, kind: NewRecord['kind'], change: Partial<NewRecord> = {}): NewRecord => ({
  id: randomUUID(), kind, title: `${kind} title`, url: `/${kind}`, visibility: 'public', processId: given.processId, at: '2026-03-14T10:00:00.000Z', ...change,
});
const em = () => api.database.manager;
const wayOf = (who: Someone, id: string) => who.agent.get(`/api/records/${id}/way`);
const phone = (given: Given, which: 0 | 1 = 0) => api.device({ participants: [{ id: given.participants[which], sessionId: given.sessionId }] });
const textsOf = (ways: ContributionWay[]) => ways.map(({ text }) => text).sort();

describe('what people said', () => {
  test('is written once, however often it is sent', async () => {
    const given = await givenSession();
    const said = note(given);
    await provenance.writeContributions(em(), [said, said]);
    await provenance.writeContributions(em(), [{ ...said, text: 'something else' }]);
    expect(await provenance.contributionsOf(em(), [said.id])).toMatchObject([{ id: said.id, text: said.text, participantId: given.participants[0] }]);
  });

  test('keeps its first words when it is changed, and every later text once', async () => {
    const given = await givenSession();
    const said = note(given, { text: 'first' });
    await provenance.writeContributions(em(), [said]);
    for (const text of ['second', 'second', 'third']) await provenance.addVersion(em(), { contributionId: said.id, text, at: new Date() });
    expect(await provenance.contributionsOf(em(), [said.id])).toMatchObject([{ text: 'third' }]);
    expect(await api.database.query('select text from contribution where id = $1', [said.id])).toEqual([{ text: 'first' }]);
    expect(await api.database.query('select number, text from contribution_version where contribution_id = $1 order by number', [said.id])).toEqual([
      { number: 2, text: 'second' },
      { number: 3, text: 'third' },
    ]);
  });

  test('comes in the order asked for', async () => {
    const given = await givenSession();
    const said = [note(given), note(given), note(given)];
    await provenance.writeContributions(em(), said);
    const ids = [said[2]!.id, said[0]!.id, randomUUID(), said[1]!.id];
    expect((await provenance.contributionsOf(em(), ids)).map(({ id }) => id)).toEqual([said[2]!.id, said[0]!.id, said[1]!.id]);
  });
});

describe('links', () => {
  test('are history: the database changes and removes none', async () => {
    const given = await givenSession();
    const [said, cluster] = [note(given), record(given, 'cluster')];
    await provenance.writeContributions(em(), [said]);
    await provenance.register(em(), cluster);
    const link = { fromId: said.id, toId: cluster.id, kind: 'clustered-into' as const };
    await provenance.link(em(), [link], null);
    await provenance.link(em(), [link], null);
    await expect(api.database.query(`update link set kind = 'became' where from_id = $1`, [said.id])).rejects.toThrow('link is history');
    await expect(api.database.query('delete from link where from_id = $1', [said.id])).rejects.toThrow('link is history');
    await expect(api.database.query('truncate link cascade')).rejects.toThrow('link is history');
    expect(await api.database.query('select count(*)::int from link where from_id = $1', [said.id])).toEqual([{ count: 1 }]);
  });

  test('lead to all that came of a note and back to all that led to an idea, and no further', async () => {
    const given = await givenSession();
    const notes = [note(given), note(given), note(given)];
    const [clusterA, clusterB, idea, recommendation] = [
      record(given, 'cluster'), record(given, 'cluster'), record(given, 'idea'), record(given, 'recommendation', { outcome: 'accepted', reason: 'Preto.' }),
    ];
    await provenance.writeContributions(em(), notes);
    await provenance.register(em(), [clusterA, clusterB, idea, recommendation]);
    await provenance.link(em(), [
      { fromId: idea.id, toId: recommendation.id, kind: 'cited-in' },
      { fromId: clusterA.id, toId: idea.id, kind: 'became' },
      { fromId: notes[0]!.id, toId: clusterA.id, kind: 'clustered-into' },
      { fromId: notes[1]!.id, toId: clusterA.id, kind: 'clustered-into' },
      { fromId: notes[2]!.id, toId: clusterB.id, kind: 'clustered-into' },
    ], null);
    const stranger = api.stranger();
    const fromNote: Way = (await wayOf(stranger, notes[0]!.id).expect(200)).body;
    expect(fromNote.stations.map((station) => station.recordId)).toEqual([notes[0]!.id, clusterA.id, idea.id, recommendation.id]);
    expect(fromNote.stations.at(-1)).toMatchObject({ outcome: 'accepted', reason: 'Preto.', url: '/recommendation', at: '2026-03-14T10:00:00.000Z' });
    expect(fromNote.contributionCount).toBe(1);
    const backFromIdea: Way = (await wayOf(stranger, idea.id).expect(200)).body;
    expect(backFromIdea.stations.filter(({ kind }) => kind === 'contribution').map(({ recordId }) => recordId).sort()).toEqual([notes[0]!.id, notes[1]!.id].sort());
    expect(backFromIdea.contributionCount).toBe(2);
    expect(backFromIdea.links).toHaveLength(4);
  });

  test('written in any order give the same way: everything upwards and downwards, nothing beside', async () => {
    const given = await givenSession();
    const size = 7;
    const pairs = fc.uniqueArray(fc.tuple(fc.nat({ max: size - 1 }), fc.nat({ max: size - 1 })).filter(([a, b]) => a < b), { selector: String, maxLength: 12 });
    const reached = (from: number, edges: [number, number][]): number[] => {
      const found = new Set([from]);
      for (const known of found) for (const [a, b] of edges) if (a === known) found.add(b);
      return [...found];
    };
    await fc.assert(
      fc.asyncProperty(pairs, fc.shuffledSubarray([...Array(12).keys()], { minLength: 12 }), async (edges, order) => {
        const notes = [note(given), note(given)];
        const records = Array.from({ length: size - 2 }, () => record(given, 'idea'));
        const ids = [...notes, ...records].map(({ id }) => id);
        await provenance.writeContributions(em(), notes);
        await provenance.register(em(), records);
        const led = edges.filter(([, b]) => b > 1);
        for (const i of order) {
          const edge = led[i];
          if (edge) await provenance.link(em(), [{ fromId: ids[edge[0]]!, toId: ids[edge[1]]!, kind: 'became' }], null);
        }
        for (let i = 0; i < size; i++) {
          const back = led.map(([a, b]): [number, number] => [b, a]);
          const expected = new Set([...reached(i, led), ...reached(i, back)].map((n) => ids[n]!));
          const way = await ways.of(NOBODY, ids[i]!);
          expect(new Set(way.stations.map(({ recordId }) => recordId))).toEqual(expected);
          expect(way.contributionCount).toBe([...expected].filter((id) => notes.some((one) => one.id === id)).length);
        }
      }),
      { numRuns: 15 },
    );
  });

  test('three hundred notes are counted, two hundred listed', async () => {
    const given = await givenSession();
    const notes = Array.from({ length: 300 }, () => note(given));
    const cluster = record(given, 'cluster');
    await provenance.writeContributions(em(), notes);
    await provenance.register(em(), cluster);
    await provenance.link(em(), notes.map(({ id }) => ({ fromId: id, toId: cluster.id, kind: 'clustered-into' as const })), null);
    const way: Way = (await wayOf(api.stranger(), cluster.id).expect(200)).body;
    expect(way.contributionCount).toBe(300);
    expect(way.stations).toHaveLength(201);
  });
});

describe('who may see a way', () => {
  test('everybody a public one, without anything personal', async () => {
    const given = await givenSession();
    const said = note(given, { personId: null, scribeId: randomUUID() });
    await provenance.writeContributions(em(), [said]);
    const { text } = await wayOf(api.stranger(), said.id).expect(200);
    for (const personal of [said.participantId, said.scribeId]) expect(text).not.toContain(personal);
  });

  test('one for participants only those who took part in the session, and its staff', async () => {
    const [given, other] = [await givenSession(), await givenSession()];
    const cluster = record(given, 'cluster', { visibility: 'participants', sessionId: given.sessionId });
    const idea = record(given, 'idea', { visibility: 'participants' });
    await provenance.register(em(), [cluster, idea]);
    const officer = await api.person({ roles: [{ scope: 'organisation', scopeId: given.organisationId, role: 'officer' }] });
    for (const id of [cluster.id, idea.id]) {
      await wayOf(await phone(given), id).expect(200);
      await wayOf(officer, id).expect(200);
      await wayOf(await phone(other), id).expect(404);
      await wayOf(api.stranger(), id).expect(404);
    }
  });

  test('an internal one only those who work on it; others learn nothing', async () => {
    const [given, other] = [await givenSession(), await givenSession()];
    const said = note(given, { visibility: 'internal' });
    await provenance.writeContributions(em(), [said]);
    const staff = [
      await api.person({ roles: [{ scope: 'process', scopeId: given.processId, role: 'lead' }] }),
      await api.person({ roles: [{ scope: 'session', scopeId: given.sessionId, role: 'co-facilitator' }] }),
      await api.person({ roles: [{ scope: 'organisation', scopeId: given.organisationId, role: 'department-member' }] }),
    ];
    for (const who of staff) await wayOf(who, said.id).expect(200);
    await wayOf(await phone(given, 0), said.id).expect(200); // her own words
    const outsiders = [
      await phone(given, 1),
      await api.person({ roles: [{ scope: 'process', scopeId: other.processId, role: 'lead' }] }),
      await api.person({ roles: [{ scope: 'organisation', scopeId: other.organisationId, role: 'officer' }] }),
      await api.person({ roles: [{ scope: 'body', scopeId: randomUUID(), role: 'member' }] }),
      api.stranger(),
    ];
    const missing = await wayOf(api.stranger(), randomUUID()).expect(404);
    for (const who of outsiders) {
      const { body } = await wayOf(who, said.id).expect(404);
      expect({ ...body, correlationId: '' }).toEqual({ ...missing.body, correlationId: '' });
    }
  });

  test('hidden stations are left out and their neighbours stay linked', async () => {
    const given = await givenSession();
    const [said, cluster, idea] = [note(given), record(given, 'cluster', { visibility: 'internal' }), record(given, 'idea')];
    await provenance.writeContributions(em(), [said]);
    await provenance.register(em(), [cluster, idea]);
    await provenance.link(em(), [{ fromId: said.id, toId: cluster.id, kind: 'clustered-into' }, { fromId: cluster.id, toId: idea.id, kind: 'became' }], null);
    const way: Way = (await wayOf(api.stranger(), said.id).expect(200)).body;
    expect(way.stations.map(({ recordId }) => recordId)).toEqual([said.id, idea.id]);
    expect(way.links).toMatchObject([{ fromId: said.id, toId: idea.id, kind: 'became' }]);
    await provenance.update(em(), cluster.id, { visibility: 'public' });
    expect((await wayOf(api.stranger(), said.id)).body.stations).toHaveLength(3);
  });

  test('a session that is shown to more people shows what was said in it, but nothing that was taken back', async () => {
    const given = await givenSession();
    const [said, takenBack] = [note(given, { visibility: 'participants' }), note(given, { visibility: 'participants' })];
    await provenance.writeContributions(em(), [said, takenBack]);
    await provenance.update(em(), takenBack.id, { visibility: 'internal' });
    await provenance.showSessionTo(em(), given.sessionId, 'public');
    await wayOf(api.stranger(), said.id).expect(200);
    await wayOf(api.stranger(), takenBack.id).expect(404);
  });

  test('an id that is none is refused', async () => {
    await wayOf(api.stranger(), 'nonsense').expect(400);
  });
});

describe('my contributions', () => {
  test('are what I said under my account or on this phone, with what came of it', async () => {
    const given = await givenSession();
    const person = await api.person();
    const cluster = record(given, 'cluster');
    const mine = note(given, { text: 'mine' });
    await provenance.writeContributions(em(), [
      mine,
      note(given, { text: 'hers', participantId: given.participants[1] }),
      note(given, { text: 'by account', participantId: null, personId: person.personId }),
      note(given, { text: 'nobody knows whose', participantId: null }),
    ]);
    await provenance.register(em(), cluster);
    await provenance.link(em(), [{ fromId: mine.id, toId: cluster.id, kind: 'clustered-into' }], null);
    const onPhone: ContributionWay[] = (await (await phone(given)).agent.get('/api/contributions/mine').expect(200)).body.items;
    expect(onPhone).toMatchObject([{ text: 'mine', saidIn: 'Dielňa o energii', way: { stations: [{ kind: 'contribution' }, { kind: 'cluster' }] } }]);
    const byAccount: ContributionWay[] = (await person.agent.get('/api/contributions/mine').expect(200)).body.items;
    expect(textsOf(byAccount)).toEqual(['by account']);
  });

  test('are nothing to a device that is nobody', async () => {
    await api.stranger().agent.get('/api/contributions/mine').expect(401);
  });
});

describe('a receipt', () => {
  const issue = (who: Someone, body: object) => who.agent.post('/api/receipts').send(body);
  const lookUp = (body: object) => api.stranger().agent.post('/api/receipt-lookups').send(body);

  test('shows a guest what she said and what came of it, and nobody’s words else', async () => {
    const given = await givenSession();
    await provenance.writeContributions(em(), [
      note(given, { text: 'mine, and only for participants', visibility: 'participants' }),
      note(given, { text: 'hers', participantId: given.participants[1] }),
      note(given, { text: 'anonymous', participantId: null }),
    ]);
    const receipt: Receipt = (await issue(await phone(given), { participantId: given.participants[0] }).expect(201)).body;
    expect(receipt.url).toBe(`${api.url}/r#${receipt.secret}`);
    const seen: ReceiptView = (await lookUp({ secret: receipt.secret }).expect(200)).body;
    expect(seen).toMatchObject({ saidIn: 'Dielňa o energii', saidOn: '2026-03-14' });
    expect(textsOf(seen.contributions)).toEqual(['mine, and only for participants']);
  });

  test('ends when a new one is issued', async () => {
    const given = await givenSession();
    const [first, second]: Receipt[] = [
      (await issue(await phone(given), { participantId: given.participants[0] })).body,
      (await issue(await phone(given), { participantId: given.participants[0] })).body,
    ];
    const { body } = await lookUp({ secret: first!.secret }).expect(404);
    expect(body.code).toBe('provenance/receipt-invalid');
    await lookUp({ secret: second!.secret }).expect(200);
  });

  test('is stored as a hash alone', async () => {
    const given = await givenSession();
    const { secret } = (await issue(await phone(given), { participantId: given.participants[0] })).body as Receipt;
    const rows = JSON.stringify(await api.database.query('select * from receipt'));
    expect(rows).not.toContain(secret);
  });

  test('is issued to the participant’s own device and to nobody else', async () => {
    const given = await givenSession();
    const lead = await api.person({ roles: [{ scope: 'process', scopeId: given.processId, role: 'lead' }] });
    for (const who of [await phone(given, 1), lead, api.stranger()]) await issue(who, { participantId: given.participants[0] }).expect(404);
    expect(await api.database.query('select 1 from receipt where participant_id = $1', [given.participants[0]])).toEqual([]);
  });

  test('takes nothing but what it asks for', async () => {
    const given = await givenSession();
    await issue(await phone(given), { participantId: given.participants[0], sessionId: given.sessionId }).expect(400);
    await lookUp({ secret: 'x'.repeat(43), personId: randomUUID() }).expect(400);
    await lookUp({ secret: 'too short' }).expect(400);
  });
});
