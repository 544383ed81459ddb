import { beforeEach, expect, test } from '@jest/globals';
import type { LateState } from '@spolu/contracts/activities/late';
import { Problem } from '@spolu/contracts/problems';
import { screen, waitFor } from '@testing-library/react';
import { givenServer } from '../../testing/server.ts';
import { aboutBallot, Device } from './device.tsx';
import { givenPhone, givenRoom } from './given-phone.tsx';
import { LateVotes } from './late-votes.tsx';

beforeEach(() => localStorage.clear());

const asked = { minutes: 5, openUntil: null, state: 'ended' as const, waitsForReveal: false, resumable: true, skipped: false, hasResult: true };
const room = (version = 1) => givenRoom({
  version, agenda: [{ ...asked, id: 'dots', kind: 'dot-vote', title: 'Bodky' }, { ...asked, id: 'fingers', kind: 'fist-to-five', title: 'Päť prstov' }],
});
const fist = { kind: 'fist-to-five', fingers: 4 } as const;

test('a vote that came late waits, and its phone learns what became of it', async () => {
  let late: LateState = 'waiting';
  const ballot = () => ({ activityId: 'dots', castAt: null, dots: [], late });
  const { commands } = givenServer({ 'PUT /activities/dots/ballot': ballot, 'GET /activities/dots/ballot': ballot });
  const device = new Device();
  const { user, show } = givenPhone(<LateVotes room={room()} />, device);
  await device.castBallot('dots', { dots: [{ optionId: 'a', count: 1 }] });
  await screen.findByText('Vaša odpoveď prišla po konci. Facilitátor/ka rozhodne, či sa započíta.');
  expect(screen.getByText('Bodky')).toBeTruthy();
  expect(screen.queryByRole('button')).toBeNull();
  expect(commands[0]!.body).toMatchObject({ dots: [{ optionId: 'a', count: 1 }], madeAt: expect.stringMatching(/Z$/) });
  late = 'counted';
  show(<LateVotes room={room(2)} />);
  await screen.findByText('Vaša odpoveď prišla po konci a započítala sa.', {}, { timeout: 15_000 });
  await user.click(screen.getByRole('button', { name: 'Rozumiem' }));
  await waitFor(() => expect(screen.queryByText('Bodky')).toBeNull());
});

test('a secret vote that came late says in plain words that it was not counted', async () => {
  const { commands } = givenServer({
    'POST /activities/fingers/secret-answer': () => {
      throw new Problem('vote/too-late');
    },
  });
  const device = new Device();
  const { user } = givenPhone(<LateVotes room={room()} />, device);
  await device.giveAnswer('fingers', { value: fist }, true);
  await screen.findByText('Prišlo to po konci hlasovania a nezapočítalo sa.');
  expect(screen.getByText('Päť prstov')).toBeTruthy();
  expect(commands[0]!.body).toEqual({ value: fist });
  await user.click(screen.getByRole('button', { name: 'Rozumiem' }));
  await waitFor(() => expect(screen.queryByText('Päť prstov')).toBeNull());
});

test('a vote that waited in the phone until after the end, and counted, is said to have counted', async () => {
  const counts = (dots: { optionId: string; count: number }[]) => ({ activityId: 'dots', castAt: dots.length > 0 ? '2026-11-22T10:00:00.000Z' : null, dots });
  givenServer({ 'PUT /activities/dots/ballot': ({ body }: { body: unknown }) => counts((body as { dots: { optionId: string; count: number }[] }).dots) });
  const device = new Device();
  const sent = (key: string, dots: { optionId: string; count: number }[], madeAgoMs: number) =>
    device.queue.add({ method: 'PUT', path: '/activities/dots/ballot', body: { dots, madeAt: new Date(device.clock.now() - madeAgoMs).toISOString() } }, { key, about: aboutBallot('dots'), supersedes: true });
  const { user, show } = givenPhone(<LateVotes room={room()} />, device);
  await sent('at-once', [{ optionId: 'a', count: 1 }], 0);
  await waitFor(() => expect(device.memory.peek(aboutBallot('dots'))).toMatchObject({ dots: [{ optionId: 'a', count: 1 }] }));
  expect(screen.queryByText('Bodky')).toBeNull();
  await sent('kept', [{ optionId: 'a', count: 2 }], 120_000);
  await screen.findByText('Vaša odpoveď počkala v telefóne na signál a započítala sa.');
  // while it still runs the ballot itself says so
  show(<LateVotes room={givenRoom({ agenda: [{ ...asked, id: 'dots', kind: 'dot-vote', title: 'Bodky', state: 'running' }] })} />);
  expect(screen.queryByText('Bodky')).toBeNull();
  show(<LateVotes room={room(2)} />);
  await user.click(await screen.findByRole('button', { name: 'Rozumiem' }));
  await waitFor(() => expect(screen.queryByText('Bodky')).toBeNull());
  await sent('taken back', [], 120_000);
  await waitFor(() => expect(device.memory.peek(aboutBallot('dots'))).toMatchObject({ dots: [] }));
  expect(screen.queryByText('Bodky')).toBeNull();
});
