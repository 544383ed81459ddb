import { expect, test } from '@jest/globals';
import { Problem } from '@spolu/contracts/problems';
import type { NotesToTranslate, NoteToTranslate } from '@spolu/contracts/second-language';
import { screen, waitFor, within } from '@testing-library/react';
import { renderPage } from '../../testing/render-page.tsx';
import { givenServer } from '../../testing/server.ts';
import { givenRoom } from '../phone/given-phone.tsx';
import { TranslateSection } from './translate-section.tsx';

const NOTE: NoteToTranslate = {
  contributionId: '00000000-0000-4000-8000-0000000000c1', boardTitle: 'Dielňa', text: 'Менше шуму', language: 'uk', into: 'sk', translation: '', waits: true, version: 0, by: null,
};
const room = givenRoom({ secondLanguage: 'uk' });
const pageOf = (...items: NoteToTranslate[]): NotesToTranslate => ({ items, next: null, waitingCount: items.filter(({ waits }) => waits).length });
const show = () => renderPage(<TranslateSection room={room} />, { texts: ['sessions', 'http', 'shell'] });

test('says how many notes wait, and sends what a person makes of one with the words she saw', async () => {
  let list = pageOf(NOTE);
  const server = givenServer({
    'GET /sessions/*/translations': () => list,
    'PUT /sessions/*/translations': () => {
      list = pageOf({ ...NOTE, translation: 'Menej hluku', waits: false, version: 1, by: 'Soňa' });
      return { version: 1 };
    },
  });
  const { user } = await show();
  await screen.findByText('1 čaká');
  await user.click(screen.getByRole('button', { name: 'Preložiť lístky' }));
  const dialog = within(screen.getByRole('dialog', { name: 'Preložiť lístky' }));
  expect(dialog.getByText('Менше шуму').getAttribute('lang')).toBe('uk');
  const field = dialog.getByRole('textbox', { name: /Preklad \(Slovenčina\)/ });
  expect(field.getAttribute('lang')).toBe('sk');
  await user.type(field, 'Menej hluku');
  await user.click(dialog.getByRole('button', { name: 'Uložiť preklad lístka: Менше шуму' }));
  await dialog.findByText('Preklad: Soňa');
  expect(server.commands).toMatchObject([{ request: 'PUT /sessions/session-1/translations', body: { contributionId: NOTE.contributionId, language: 'sk', of: 'Менше шуму', text: 'Menej hluku', version: 0 } }]);
});

test('what somebody else wrote meanwhile is shown, what she typed stays, and neither overwrites the other unseen', async () => {
  let list = pageOf(NOTE);
  let refused = false;
  const server = givenServer({
    'GET /sessions/*/translations': () => list,
    'PUT /sessions/*/translations': () => {
      if (refused) return { version: 2 };
      refused = true;
      list = pageOf({ ...NOTE, translation: 'Menší hluk', waits: false, version: 1, by: 'Ivan' });
      throw new Problem('changed-meanwhile');
    },
  });
  const { user } = await show();
  await user.click(screen.getByRole('button', { name: 'Preložiť lístky' }));
  const dialog = within(screen.getByRole('dialog'));
  const field = await dialog.findByRole<HTMLTextAreaElement>('textbox');
  await user.type(field, 'Menej hluku');
  const send = dialog.getByRole('button', { name: /Uložiť preklad lístka/ });
  await user.click(send);
  await dialog.findByText('Menší hluk');
  expect(field.value).toBe('Menej hluku');
  await user.click(send);
  await waitFor(() => expect(server.commands.map(({ body }) => (body as { version: number }).version)).toEqual([0, 1]));
});

test('what she began stays under her hands when somebody else translates it and the list puts it on a later page', async () => {
  const other: NoteToTranslate = { ...NOTE, contributionId: '00000000-0000-4000-8000-0000000000c2', text: 'Більше тіні' };
  const theirs: NoteToTranslate = { ...NOTE, translation: 'Menší hluk', waits: false, version: 1, by: 'Ivan' };
  let moved = false;
  givenServer({
    'GET /sessions/*/translations': ({ url }) => {
      if (!moved) return pageOf(NOTE, other);
      return url.searchParams.has('after') ? pageOf(theirs) : { ...pageOf({ ...other, translation: 'Viac tieňa', waits: false, version: 1 }), next: 'later' };
    },
    'PUT /sessions/*/translations': () => {
      moved = true;
      return { version: 1 };
    },
  });
  const { user } = await show();
  await user.click(screen.getByRole('button', { name: 'Preložiť lístky' }));
  const dialog = within(screen.getByRole('dialog'));
  const [field, next] = await dialog.findAllByRole<HTMLTextAreaElement>('textbox');
  await user.type(field!, 'Menej hluku');
  await user.type(next!, 'Viac tieňa');
  await user.click(dialog.getByRole('button', { name: /Uložiť preklad lístka: Більше тіні/ }));
  await user.click(await dialog.findByRole('button', { name: /^Zobraziť ďalšie/ }));
  await dialog.findByText('Menší hluk');
  expect(field!.isConnected && field!.value).toBe('Menej hluku');
});
