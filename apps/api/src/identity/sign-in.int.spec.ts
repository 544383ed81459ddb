import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { givenApi, type TestApi } from '../testing/given-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await givenApi();
});
afterAll(() => api?.stop());

describe('x', () => {
  it('me', async () => {
    const jana = await api.person({ roles: [{ scope: 'installation', scopeId: null, role: 'administrator' }] });
    const answer = await jana.agent.get('/api/me');
    expect(answer.body).toEqual({});
  });
});
