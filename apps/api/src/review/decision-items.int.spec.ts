import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from '@spolu/contracts/common';
import type { DecisionItemRow, DecisionView } from '@spolu/contracts/review';
import { made } from '../ideas/given-harvest.ts';
import { givenApi, type Someone, type TestApi } from '../testing/given-api.ts';
import { decide, decisionOf, givenOpinions } from './given-referral.ts';

let api: TestApi;
beforeAll(async () => {
  api = await givenApi();
});
afterAll(() => api?.stop());

const read = async (query: object, who: Someone = api.stranger()): Promise<Page<DecisionItemRow>> => (await who.agent.get('/api/decision-items').query(query).expect(200)).body;
async function givenDecision(number: string) {
  const given = await givenOpinions(api, { visibility: 'internal' });
  const id = await made(decide(given.secretary, given, decisionOf(given, { number })));
  return (await api.stranger().agent.get(`/api/decisions/${id}`).expect(200)).body as DecisionView;
}

describe('what was decided on single recommendations', () => {
  test('is found by everybody, as decisions are read: by number, dossier and recommendation, whatever case and diacritics', async () => {
    const decision = await givenDecision('77/2031-MsZ');
    const [schools, parks] = decision.items;
    expect(await read({ search: '77/2031 zateplit SKOLY' })).toEqual({
      items: [{ id: schools!.id, decisionId: decision.id, decisionNumber: '77/2031-MsZ', decidedOn: decision.decidedOn, number: 1, title: 'Zatepliť dve školy', dossierTitle: 'Energia v meste' }], next: null,
    });
    expect((await read({ search: 'energia 77/2031' })).items.map(({ id }) => id)).toEqual([schools!.id, parks!.id]);
    for (const search of ['8/2031', '77/2031 nič', 'ateplit', '_7/2031 x']) expect([search, (await read({ search, id: schools!.id })).items]).toEqual([search, []]);
    expect((await read({ id: parks!.id })).items.map(({ id }) => id)).toEqual([parks!.id]);
    expect((await read({ id: randomUUID() })).items).toEqual([]);
  });

  test('comes in pages that lose and double nothing, also inside one decision', async () => {
    for (const number of ['1/2032', '2/2032', '3/2032']) await givenDecision(number);
    const all = (await read({ search: '2032' })).items.map(({ id }) => id);
    expect(all).toHaveLength(6);
    const seen: string[] = [];
    for (let answer = await read({ search: '2032', limit: 1 }); ; answer = await read({ search: '2032', limit: 1, after: answer.next })) {
      seen.push(...answer.items.map(({ id }) => id));
      if (answer.next === null) break;
    }
    expect(seen).toEqual(all);
  });

  test('is asked for within bounds', async () => {
    for (const query of [{ search: 'x'.repeat(201) }, { id: 'x' }, { limit: 101 }, { after: 'x' }, { processId: randomUUID() }]) await api.stranger().agent.get('/api/decision-items').query(query).expect(400);
  });
});
