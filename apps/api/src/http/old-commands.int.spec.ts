import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { givenApi, type Someone, type TestApi } from '../testing/given-api.ts';
import { OldCommands } from './old-commands.ts';

let api: TestApi;
let admin: Someone;
beforeAll(async () => {
  api = await givenApi();
  admin = await api.person({ roles: [{ scope: 'installation', scopeId: null, role: 'administrator' }] });
});
afterAll(() => api?.stop());

it('a command is remembered for a day and then forgotten', async () => {
  const key = randomUUID();
  const send = (name: string) => admin.agent.post('/api/organisations').set('Idempotency-Key', key).send({ name, sector: 'ngo', parentId: null });
  const backdate = (interval: string) => api.database.query('update idempotency_key set created_at = now() - $1::interval', [interval]);
  const first = await send('Spolok').expect(201);

  await backdate('23 hours 59 minutes');
  await api.app.get(OldCommands).forget();
  expect((await send('Spolok').expect(201)).body).toEqual(first.body);
  expect((await send('Another').expect(409)).body).toMatchObject({ code: 'idempotency-key-reused' });

  await backdate('24 hours 1 second');
  await api.app.get(OldCommands).forget();
  expect((await send('Another').expect(201)).body).not.toEqual(first.body);
});
