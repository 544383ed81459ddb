import { expect, test } from '@jest/globals';
import type { OwnPace, SayPace } from '@spolu/contracts/pace';
import { screen, waitFor } from '@testing-library/react';
import { givenServer } from '../../testing/server.ts';
import { givenPhone } from '../phone/given-phone.tsx';
import { PhonePace } from './phone-pace.tsx';

test('one thing is said at a time and taken back with a second press; before the choice stands what becomes of it', async () => {
  let own: OwnPace = { pace: 'lost', fadesInMs: 60_000 };
  const server = givenServer({ 'GET /sessions/s/pace': () => own, 'PUT /sessions/s/pace': ({ body }) => (own = { ...(body as SayPace), fadesInMs: 60_000 }) });
  const { user } = givenPhone(<PhonePace sessionId="s" />);
  await user.click(await screen.findByText('Vaša odpoveď: Strácam sa'));
  expect(screen.getByText(/Kto čo povedal, sa nikde neukladá/)).toBeTruthy();
  const pressed = () => screen.getAllByRole('button', { pressed: true }).map(({ textContent }) => textContent);
  expect(pressed()).toEqual(['Strácam sa']);
  await user.click(screen.getByRole('button', { name: 'Prirýchlo' }));
  await waitFor(() => expect(pressed()).toEqual(['Prirýchlo']));
  await user.click(screen.getByRole('button', { name: 'Prirýchlo' }));
  await screen.findByText('Ako sa vám darí?', { selector: 'summary' });
  expect(server.commands.map(({ body }) => body)).toEqual([{ pace: 'too-fast' }, { pace: null }]);
});

test('what was said fades on the phone as it does in the count', async () => {
  givenServer({ 'GET /sessions/s/pace': { pace: 'fine', fadesInMs: 5 } });
  givenPhone(<PhonePace sessionId="s" />);
  await waitFor(() => expect(screen.queryByText('Ako sa vám darí?', { selector: 'summary' })).toBeTruthy());
});
