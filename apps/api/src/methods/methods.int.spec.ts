import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Method, MethodSummary } from '@spolu/contracts/methods';
import { givenApi, type TestApi } from '../testing/given-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await givenApi();
});
afterAll(() => api.stop());

describe('GET /api/methods', () => {
  test('shows the library to everybody, in the language asked for', async () => {
    const answer = await api.stranger().agent.get('/api/methods').query({ lang: 'en' }).expect(200);
    const list = answer.body as MethodSummary[];
    expect(list).toHaveLength(34);
    expect(list.find(({ id }) => id === 'world-cafe')).toMatchObject({
      name: { text: 'World Café', lang: 'en' }, groupSize: { min: 12, max: 2000 }, minutes: 90, phase: 'explore', iap2: 'involve',
    });
  });

  test('says which language a text fell back to', async () => {
    const answer = await api.stranger().agent.get('/api/methods/swot').query({ lang: 'uk' }).expect(200);
    const swot = answer.body as Method;
    expect(swot.name).toEqual({ text: 'SWOT analýza', lang: 'sk' });
    expect(swot.steps[1]?.settings).toEqual({ kind: 'brainstorm', mode: 'hidden', frames: ['Silné stránky', 'Slabé stránky'] });
  });

  test('may be kept by the browser', async () => {
    const answer = await api.stranger().agent.get('/api/methods').expect(200);
    expect(answer.get('Cache-Control')).toBe('public, max-age=3600');
  });

  test('does not know other languages, nor other questions', async () => {
    const answer = await api.stranger().agent.get('/api/methods').query({ lang: 'de', all: '1' }).expect(400);
    expect(answer.body).toMatchObject({ code: 'invalid-input' });
  });

  test.each(['no-such-method', '__proto__', 'x'.repeat(80)])('answers a method that does not exist, %s, with a problem', async (id) => {
    const { status, body } = await api.stranger().agent.get(`/api/methods/${id}`);
    expect([400, 404]).toContain(status);
    expect(body).toMatchObject({ code: status === 404 ? 'not-found' : 'invalid-input' });
  });
});
