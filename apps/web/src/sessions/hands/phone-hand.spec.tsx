import { expect, test } from '@jest/globals';
import type { OwnHand } from '@spolu/contracts/hands';
import { Problem } from '@spolu/contracts/problems';
import { screen, waitFor } from '@testing-library/react';
import { givenServer } from '../../testing/server.ts';
import { givenPhone } from '../phone/given-phone.tsx';
import { PhoneHand } from './phone-hand.tsx';

const button = () => screen.getByRole('button', { name: 'Hlásim sa o slovo' });

test('a press asks for the word and another takes it back; the place follows the queue', async () => {
  let own: OwnHand = { state: 'down', place: null };
  let reads = 0;
  const server = givenServer({
    'GET /sessions/s/hand': () => ((reads += 1), own),
    'PUT /sessions/s/hand': ({ body }) => (own = (body as { raised: boolean }).raised ? { state: 'waiting', place: 3 } : { state: 'down', place: null }),
  });
  const { user, show } = givenPhone(<PhoneHand sessionId="s" hands={{ waitingCount: 2, mark: 1 }} />);
  await waitFor(() => expect(reads).toBe(1));
  expect(button().getAttribute('aria-pressed')).toBe('false');
  // she does not wait: what becomes of the queue is not asked for
  show(<PhoneHand sessionId="s" hands={{ waitingCount: 2, mark: 2 }} />);
  await user.click(button());
  await screen.findByText('3. v poradí');
  expect(reads).toBe(1);
  expect(button().getAttribute('aria-pressed')).toBe('true');
  own = { state: 'waiting', place: 1 };
  show(<PhoneHand sessionId="s" hands={{ waitingCount: 1, mark: 3 }} />);
  await screen.findByText('1. v poradí');
  own = { state: 'called', place: null };
  show(<PhoneHand sessionId="s" hands={{ waitingCount: 0, mark: 4 }} />);
  expect((await screen.findByText('Máte slovo.')).getAttribute('role')).toBe('status');
  await user.click(button());
  await waitFor(() => expect(button().getAttribute('aria-pressed')).toBe('false'));
  expect(server.commands.map(({ body }) => body)).toEqual([{ raised: true }, { raised: false }]);
});

test('says why it could not be done', async () => {
  givenServer({
    'GET /sessions/s/hand': { state: 'down', place: null },
    'PUT /sessions/s/hand': () => {
      throw new Problem('session/closed');
    },
  });
  const { user } = givenPhone(<PhoneHand sessionId="s" hands={{ waitingCount: 0, mark: 0 }} />);
  await user.click(button());
  await screen.findByText(/Stretnutie sa (už )?skončilo/);
  expect(button().getAttribute('aria-pressed')).toBe('false');
});
