import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { Problem } from '@spolu/contracts/problems';
import { givenServer } from '../testing/server.ts';
import { api, Unreachable } from './api.ts';

afterEach(() => {
  jest.useRealTimers();
});

describe('a command', () => {
  test('keeps its idempotency key when the network failed and it is sent again', async () => {
    jest.useFakeTimers();
    let lost = 2;
    const { commands } = givenServer({
      'POST /processes': () => {
        if (lost-- > 0) throw new TypeError('Failed to fetch');
        return { id: '1' };
      },
    });
    const answer = api.post('/processes', { title: 'Energia' });
    await jest.runAllTimersAsync();
    await expect(answer).resolves.toEqual({ id: '1' });
    expect(commands).toHaveLength(3);
    expect(new Set(commands.map(({ key }) => key)).size).toBe(1);
  });

  test('is not sent again when the server refused it', async () => {
    const { commands } = givenServer({
      'POST /processes': () => {
        throw new Problem('invalid-input', {}, [{ path: 'title', code: 'required' }]);
      },
    });
    await expect(api.post('/processes', {})).rejects.toMatchObject({ code: 'invalid-input', fields: [{ path: 'title', code: 'required' }] });
    expect(commands).toHaveLength(1);
  });

  test('gives up after three tries and says that nobody answered', async () => {
    jest.useFakeTimers();
    const { commands } = givenServer({
      'DELETE /roles/*': () => {
        throw new TypeError('Failed to fetch');
      },
    });
    const answer = expect(api.delete('/roles/7')).rejects.toBeInstanceOf(Unreachable);
    await jest.runAllTimersAsync();
    await answer;
    expect(commands).toHaveLength(3);
  });

  test('two commands have two keys', async () => {
    const { commands } = givenServer({ 'PUT /me': {} });
    await api.put('/me', { name: 'A' });
    await api.put('/me', { name: 'B' });
    expect(commands[0]?.key).not.toBe(commands[1]?.key);
  });
});

describe('an answer that is no problem document', () => {
  const answering = (status: number, body: string) => {
    globalThis.fetch = async () => new Response(body, { status });
  };

  test('of a proxy that finds no server behind it counts as unreachable', async () => {
    answering(502, '<html>Bad gateway</html>');
    await expect(api.get('/me')).rejects.toBeInstanceOf(Unreachable);
  });

  test('with an unknown code is an error of ours', async () => {
    answering(500, '{"code":"made-up"}');
    await expect(api.get('/me')).rejects.toMatchObject({ code: 'internal-error' });
  });
});

test('a query leaves out what is not set', async () => {
  const asked: string[] = [];
  globalThis.fetch = async (url) => {
    asked.push(url as string);
    return new Response('[]', { status: 200 });
  };
  await api.get('/processes', { query: { state: 'running', after: null, limit: 20 } });
  expect(asked).toEqual(['/api/processes?state=running&limit=20']);
});
