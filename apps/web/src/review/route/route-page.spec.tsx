import { beforeEach, expect, test } from '@jest/globals';
import type { Language } from '@spolu/contracts/common';
import type { RouteStep, RouteView } from '@spolu/contracts/referral-route';
import { screen, waitFor, within } from '@testing-library/react';
import { renderPage } from '../../testing/render-page.tsx';
import { givenServer } from '../../testing/server.ts';
import { RoutePage } from './route-page.tsx';

const id = (n: number) => `0190a5f0-0000-4000-8000-00000000000${n}`;
const step = (n: number, bodyName: string, change: Partial<RouteStep> = {}): RouteStep => ({
  id: id(n), bodyId: id(n + 4), bodyName, deciding: false, dueOn: '2099-05-10', asked: '', withPrevious: false, state: 'waiting', referrals: [], returned: [], reason: '', ...change,
});
const commission = step(1, 'Komisia', { state: 'open', referrals: [{ id: 'ref', version: 1, state: 'open', referredAt: '2026-03-01T10:00:00.000Z' }] });
const council = step(2, 'Zastupiteľstvo', { deciding: true, dueOn: '2099-06-20' });
const route = (change: Partial<RouteView> = {}): RouteView => ({
  dossierId: 'd', title: 'Energia v meste', processId: 'p', processTitle: 'Energia', newestVersion: 1, revision: 3, steps: [commission, council], changes: [], may: { plan: true }, ...change,
});
const bodies = { items: [commission, council].map(({ bodyId, bodyName, deciding }) => ({ id: bodyId, name: bodyName, kind: 'commission', organisationId: 'o', memberCount: 5, deciding, members: [] })), next: null };
const show = (view: RouteView, answers: Parameters<typeof givenServer>[0] = {}, at = '/dossiers/d/route', language: Language = 'sk') => {
  const server = givenServer({ 'GET /me': { person: { id: 'me' }, roles: [{ role: 'secretary' }], participants: [] }, 'GET /dossiers/d/route': view, 'GET /bodies': bodies, ...answers });
  return { server, page: renderPage(<RoutePage />, { texts: ['review', 'provenance', 'outputs'], at, path: '/dossiers/:id/route', language }) };
};
beforeEach(() => sessionStorage.clear());

test('everybody reads who has the dossier, who is next, and who did not speak', async () => {
  await show(route({ steps: [step(3, 'Výbor', { state: 'unanswered', dueOn: '2026-04-10' }), commission, council], may: { plan: false } })).page;
  expect(await screen.findByText(/Výbor: do 10. apríla 2026 bez stanoviska/)).toBeTruthy();
  expect(screen.getByText('Stanovisko sa čaká do 10. mája 2099.')).toBeTruthy();
  expect(screen.getByText(/Začne, keď skončia orgány pred ním/)).toBeTruthy();
  expect(screen.queryByRole('button')).toBeNull();
});

test('a Ukrainian sentence that ends with a date has one full stop', async () => {
  await show(route({ steps: [step(3, 'Výbor', { state: 'unanswered' }), commission, step(4, 'Rada', { state: 'returned' }), council, { ...council, id: id(9), state: 'open' }] }), {}, undefined, 'uk').page;
  const sentences = (await screen.findAllByText(/20\d\d р\./)).map((element) => element.textContent);
  expect(sentences.length).toBeGreaterThan(3);
  expect(sentences.filter((sentence) => sentence.includes('р..'))).toEqual([]);
});

test('a changed order is sent whole with its reason and the revision that was seen; what has begun cannot move', async () => {
  const { server, page } = show(route({ steps: [commission, council, step(3, 'Výbor', { dueOn: '2099-07-01' })] }), { 'PUT /dossiers/d/route': () => undefined });
  const { user } = await page;
  await user.click(await screen.findByRole('button', { name: 'Zmeniť poradie alebo termíny' }));
  await screen.findByRole('button', { name: 'Uložiť zmenu' });
  expect(screen.queryByRole('button', { name: 'Posunúť nižšie: Komisia' })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Posunúť nižšie: Zastupiteľstvo' }));
  await user.type(screen.getByRole('textbox', { name: /Prečo sa to mení/ }), 'Výbor zasadá skôr.');
  await user.click(screen.getByRole('button', { name: 'Uložiť zmenu' }));
  await waitFor(() => expect(server.commands).toMatchObject([{ body: { revision: 3, reason: 'Výbor zasadá skôr.', steps: [{ id: id(1) }, { id: id(3) }, { id: id(2) }] } }]));
});

test('a link that forwards to the council opens the form with that step', async () => {
  const { page } = show(route({ steps: [commission] }), {}, '/dossiers/d/route?forward');
  await page;
  expect(await screen.findByRole('heading', { name: '2. Zastupiteľstvo' })).toBeTruthy();
});

test('whoever plans is told of a body in which nobody could record the opinion', async () => {
  const [silent, heard] = [step(3, 'Skupina'), step(4, 'Výbor')];
  const members = [{ personId: 'x', name: 'Zita', role: 'secretary' }];
  const among = { ...bodies, items: [...bodies.items, { ...bodies.items[0]!, id: silent.bodyId, name: 'Skupina' }, { ...bodies.items[0]!, id: heard.bodyId, name: 'Výbor', members }] };
  const { page } = show(route({ steps: [commission, heard, silent, council] }), { 'GET /bodies': among });
  const { user } = await page;
  await user.click(await screen.findByRole('button', { name: 'Zmeniť poradie alebo termíny' }));
  const told = await screen.findAllByText(/stanovisko by nemal kto zapísať/);
  expect(told.map((hint) => hint.closest('fieldset')?.querySelector('h2')?.textContent)).toEqual(['3. Skupina']);
});

test('a withdrawal says why, and is asked for twice', async () => {
  const path = `/dossiers/d/route/steps/${id(1)}/withdrawal`;
  const { server, page } = show(route(), { [`POST ${path}`]: () => undefined });
  const { user } = await page;
  await user.click(await screen.findByRole('button', { name: 'Stiahnuť postúpenie: Komisia' }));
  const form = within(await screen.findByRole('dialog'));
  await user.type(form.getByRole('textbox', { name: /Dôvod/ }), 'Nie je to jej vec.');
  await user.click(form.getByRole('button', { name: 'Stiahnuť' }));
  const again = within(await screen.findByRole('alertdialog'));
  expect(server.commands).toEqual([]);
  await user.click(again.getByRole('button', { name: 'Stiahnuť natrvalo' }));
  await waitFor(() => expect(server.commands).toMatchObject([{ request: `POST ${path}`, body: { revision: 3, reason: 'Nie je to jej vec.' } }]));
});

test('what a body asks for stands there, and the new version goes back to it', async () => {
  const returned = { ...commission, state: 'returned' as const, returned: [{ number: 1, title: 'Zatepliť školy', reasoning: 'Doplňte rozpočet.' }] };
  const path = `/dossiers/d/route/steps/${id(1)}/continuation`;
  const { server, page } = show(route({ steps: [returned, council], newestVersion: 2 }), { [`POST ${path}`]: () => ({ id: 'new' }) });
  const { user } = await page;
  expect(await screen.findByText('Doplňte rozpočet.')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Poslať verziu 2: Komisia' }));
  await user.click(await screen.findByRole('button', { name: 'Postúpiť novú verziu' }));
  await waitFor(() => expect(server.commands).toMatchObject([{ request: `POST ${path}`, body: { revision: 3, dueOn: '2099-05-10' } }]));
});
