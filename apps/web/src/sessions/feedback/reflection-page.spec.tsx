import { expect, test } from '@jest/globals';
import { Problem } from '@spolu/contracts/problems';
import type { ReflectionView } from '@spolu/contracts/reflection';
import { screen, waitFor, within } from '@testing-library/react';
import { renderPage } from '../../testing/render-page.tsx';
import { givenServer } from '../../testing/server.ts';
import { ReflectionPage } from './reflection-page.tsx';

const view = (changes: Partial<ReflectionView> = {}): ReflectionView => ({ scores: {}, lesson: '', staffHours: null, directCosts: null, revision: 0, savedAt: null, sessionTitle: 'Druhá dielňa', others: [], ...changes });
const open = () => renderPage(<ReflectionPage />, { texts: ['sessions/feedback'], at: '/sessions/s/reflection', path: '/sessions/:id/reflection' });

test('those who ran a session answer what they will, and go on from what they saved', async () => {
  let saved = view();
  const server = givenServer({ 'GET /sessions/s/reflection': () => saved, 'PUT /sessions/s/reflection': ({ body }) => {
    saved = view({ scores: { or01: 4 }, lesson: 'Začať skôr.', staffHours: 12, revision: (body as { revision: number }).revision + 1, savedAt: '2026-11-22T12:00:00.000Z' });
    return { revision: saved.revision };
  } });
  const { user } = await open();
  const asked = within(await screen.findByRole('group', { name: /^Zadanie a priestor/ }));
  await user.click(asked.getByRole('radio', { name: '5, Rozhodne súhlasím' }));
  await user.click(asked.getByRole('radio', { name: '4, Skôr súhlasím' }));
  await user.type(screen.getByRole('textbox', { name: /^Počet hodín/ }), '12');
  await user.type(screen.getByRole('textbox', { name: /^Čo sme sa naučili/ }), 'Začať skôr.');
  await user.click(screen.getByRole('button', { name: 'Uložiť' }));
  await screen.findByText(/^Naposledy uložené/);
  expect(server.commands[0]).toMatchObject({ request: 'PUT /sessions/s/reflection', body: { scores: [{ questionId: 'or01', value: 4 }], lesson: 'Začať skôr.', staffHours: 12, directCosts: null, revision: 0 } });
  await user.click(screen.getByRole('button', { name: 'Uložiť' }));
  await waitFor(() => expect(server.commands[1]).toMatchObject({ body: { scores: [{ questionId: 'or01', value: 4 }], revision: 1 } }));
});

test('what somebody else saved meanwhile is not written over, and nothing typed is lost', async () => {
  givenServer({ 'GET /sessions/s/reflection': view(), 'PUT /sessions/s/reflection': () => { throw new Problem('changed-meanwhile'); } });
  const { user } = await open();
  await user.type(await screen.findByRole('textbox', { name: /^Čo sme sa naučili/ }), 'Začať skôr.');
  await user.click(screen.getByRole('button', { name: 'Uložiť' }));
  await screen.findByRole('alert');
  expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: /^Čo sme sa naučili/ }).value).toBe('Začať skôr.');
});

test('other sessions of the process stand beside this one, with what was learned there', async () => {
  const other = { sessionId: 'o', title: 'Prvá dielňa', closedAt: '2026-09-14T16:00:00.000Z', scores: { or01: 2, or06: 'no', or07: 'opt-out' }, lesson: 'Pozvať školy.', staffHours: 30, directCosts: 420 };
  givenServer({ 'GET /sessions/s/reflection': view({ scores: { or01: 5 }, others: [other] }) });
  await open();
  const table = within(await screen.findByRole('table', { name: 'Ako to bolo na iných stretnutiach' }));
  const cells = (name: RegExp) => within(table.getByRole('row', { name })).getAllByRole('cell').map(({ textContent }) => textContent);
  expect(table.getAllByRole('columnheader').map(({ textContent }) => textContent)).toEqual(['Otázka', 'toto stretnutie', expect.stringMatching(/^Prvá dielňa \(14\. ?9\. ?2026\)$/)]);
  expect([cells(/^Zadanie/), cells(/^Objavil/), cells(/^Nástroj/), cells(/^Počet hodín/)]).toEqual([['5', '2'], ['–', 'Nie'], ['–', 'Neviem posúdiť'], ['–', '30']]);
  expect(screen.getByText('Pozvať školy.')).toBeTruthy();
});
