import { beforeEach, expect, test } from '@jest/globals';
import { Problem } from '@spolu/contracts/problems';
import type { GivePosition } from '@spolu/contracts/review';
import { waitFor } from '@testing-library/dom';
import { MemoryQueueStore } from '../../device/queue-store.ts';
import { givenServer } from '../../testing/server.ts';
import { DeskQueue, writtenIn, type Subject } from './desk-queue.ts';

const KEY = '0190a5f0-0000-4000-8000-0000000000f0';
const PUT = 'PUT /referrals/ref/recommendations/rec/position';
const subject: Subject = { personId: 'me', referralId: 'ref', recommendationId: 'rec', what: 'position' };
const position = (reason: string): GivePosition => ({ verdict: 'support', reason });
const command = (reason: string) => ({ method: 'PUT' as const, path: '/referrals/ref/recommendations/rec/position', body: position(reason) });

/** Who is signed in, and what the server has of her position. */
let signedIn: string | null;
let said: GivePosition | null;
let desk: DeskQueue;
const server = (answer: () => unknown = () => undefined) =>
  givenServer({
    'GET /me': () => ({ person: signedIn ? { id: signedIn } : null, roles: [], participants: [] }),
    'GET /referrals/ref': () => ({ items: [{ recommendationId: 'rec', myPosition: said, myNote: '' }] }),
    [PUT]: answer,
  });
beforeEach(() => {
  signedIn = 'me';
  said = null;
  desk = new DeskQueue(new MemoryQueueStore());
});
const entries = () => desk.queue.state.entries.map((entry) => ({ state: entry.state, reason: writtenIn<GivePosition>(entry).reason, code: entry.refusal?.code }));

test('what was written goes under the key under which it may have left already, and is gone when it was taken', async () => {
  const { commands } = server();
  await desk.keep(subject, command('Napísané bez siete.'), KEY, null);
  await waitFor(() => expect(entries()).toEqual([]));
  expect(commands).toEqual([{ request: PUT, body: position('Napísané bez siete.'), key: KEY }]);
});

test('a referral that was closed meanwhile refuses it with the reason, and its words stay until she lets them go', async () => {
  server(() => {
    throw new Problem('review/opinion-adopted');
  });
  await desk.keep(subject, command('Neskoro.'), KEY, null);
  await waitFor(() => expect(entries()).toEqual([{ state: 'not-taken', reason: 'Neskoro.', code: 'review/opinion-adopted' }]));
  await desk.queue.discard([KEY]);
  expect(entries()).toEqual([]);
});

test('a tablet’s old words do not replace what she said on another device meanwhile', async () => {
  said = position('Z notebooku, novšie.');
  const { commands } = server();
  await desk.keep(subject, command('Z tabletu, staršie.'), KEY, position('Čo videla.'));
  await waitFor(() => expect(entries()).toMatchObject([{ state: 'not-taken', code: 'changed-meanwhile' }]));
  expect(commands).toEqual([]);
});

test('her own earlier words, and these same ones whose answer was lost, are no other device’s', async () => {
  const { commands } = server(() => {
    said = position('Prvé.');
    return undefined;
  });
  signedIn = null;
  await desk.keep(subject, command('Prvé.'), KEY, position('Čo videla.'));
  const resting = async () => {
    await waitFor(() => expect(desk.queue.state.unreachable).toBe(true));
    await desk.queue.drain();
  };
  await resting();
  await desk.keep(subject, command('Druhé.'), `${KEY}2`, position('Čo videla.'));
  await resting();
  said = position('Prvé.');
  signedIn = 'me';
  desk.queue.nudge();
  await waitFor(() => expect(entries()).toEqual([]));
  expect(commands.map(({ body }) => (body as GivePosition).reason).at(-1)).toBe('Druhé.');
});

test('SEC-10: while nobody or somebody else is signed in it waits, and is sent in nobody else’s name', async () => {
  const { commands } = server();
  signedIn = null;
  await desk.keep(subject, command('Moje.'), KEY, null);
  await waitFor(() => expect(desk.queue.state.unreachable).toBe(true));
  signedIn = 'somebody else';
  await desk.queue.drain();
  expect(commands).toEqual([]);
  signedIn = 'me';
  desk.queue.nudge();
  await waitFor(() => expect(commands).toMatchObject([{ body: position('Moje.'), key: KEY }]));
});
