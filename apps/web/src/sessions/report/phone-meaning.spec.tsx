import { expect, test } from '@jest/globals';
import { Problem } from '@spolu/contracts/problems';
import { screen } from '@testing-library/react';
import { givenServer } from '../../testing/server.ts';
import { givenPhone } from '../phone/given-phone.tsx';
import { PhoneMeaning } from './phone-meaning.tsx';

const asked = { id: 'check-1', summary: 'Chceme najprv opraviť strechy.', language: 'sk' as const };

test('one press says yes; who thinks otherwise says it in words, and may change her mind', async () => {
  const { commands } = givenServer({ 'PUT /meaning-checks/*/answer': () => undefined });
  const { user } = givenPhone(<PhoneMeaning asked={asked} />);
  await user.click(await screen.findByRole('button', { name: 'Áno, presne takto' }));
  await screen.findByText('Ďakujeme. Povedali ste: áno.');
  await user.click(screen.getByRole('button', { name: 'Zmeniť odpoveď' }));
  await user.click(screen.getByRole('button', { name: 'Nie celkom' }));
  await user.type(screen.getByRole('textbox', { name: /Čo zhrnutiu chýba/ }), 'Kotly.');
  await user.click(screen.getByRole('button', { name: 'Odoslať' }));
  await screen.findByText('Ďakujeme. Povedali ste: nie celkom.');
  expect(commands.map(({ body }) => body)).toEqual([{ verdict: 'yes', words: '', language: 'sk' }, { verdict: 'not-quite', words: 'Kotly.', language: 'sk' }]);
});

test('an answer that was not taken stays on the screen with its words', async () => {
  givenServer({
    'PUT /meaning-checks/*/answer': () => {
      throw new Problem('meaning/over');
    },
  });
  const { user } = givenPhone(<PhoneMeaning asked={asked} />);
  await user.click(await screen.findByRole('button', { name: 'Nie celkom' }));
  await user.type(screen.getByRole('textbox', { name: /Čo zhrnutiu chýba/ }), 'Kotly.');
  await user.click(screen.getByRole('button', { name: 'Odoslať' }));
  await screen.findByRole('alert');
  expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: /Čo zhrnutiu chýba/ }).value).toBe('Kotly.');
});
