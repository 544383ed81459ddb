import { expect, test } from '@jest/globals';
import type { ConsentView } from '@spolu/contracts/consents';
import { Problem } from '@spolu/contracts/problems';
import { screen, waitFor } from '@testing-library/react';
import { givenServer } from '../../testing/server.ts';
import { ConsentCard } from './consent-card.tsx';
import { givenPhone } from './given-phone.tsx';

const quote: ConsentView = { kind: 'quote', version: 1, text: 'Moje slová sa môžu citovať s mojím menom.', language: 'sk', given: false, decidedAt: null };
const opened = async (put: () => unknown) => {
  const server = givenServer({ 'GET /participants/*/consents': [quote], 'PUT /participants/*/consents': put });
  const { user } = givenPhone(<ConsentCard participantId="p1" />);
  await user.click(screen.getByText('Moje meno a fotografie'));
  return { server, user, box: await screen.findByRole<HTMLInputElement>('checkbox', { name: quote.text }) };
};

test('nothing is agreed to until she ticks it; one tick is saved at once', async () => {
  const { server, user, box } = await opened(() => undefined);
  expect(box.checked).toBe(false);
  await user.click(box);
  await screen.findByText('Uložené.');
  expect(server.commands).toMatchObject([{ request: 'PUT /participants/p1/consents', body: { kind: 'quote', given: true, version: 1, language: 'sk' } }]);
});

test('a tick that was not taken is gone again, and she is told', async () => {
  const { user, box } = await opened(() => {
    throw new Problem('changed-meanwhile');
  });
  await user.click(box);
  await screen.findByRole('alert');
  await waitFor(() => expect(box.checked).toBe(false));
});
