import { beforeEach, expect, test } from '@jest/globals';
import type { AgendaItem, MeetingView } from '@spolu/contracts/meetings';
import { screen, waitFor, within } from '@testing-library/react';
import { renderPage } from '../../testing/render-page.tsx';
import { givenServer } from '../../testing/server.ts';
import { MeetingPage } from './meeting-page.tsx';

const id = (n: number) => `0190a5f0-0000-4000-8000-00000000000${n}`;
const recommended: AgendaItem = {
  id: id(1), title: 'Zatepliť dve školy', note: '',
  recommendation: { referralId: id(7), recommendationId: id(8), number: 1, dossierTitle: 'Energia', opinion: null, conflictedSeatIds: [id(5)], positions: [{ seatId: id(4), verdict: 'return', reason: 'Chýba rozpočet.' }], names: [] },
};
const free: AgendaItem = { id: id(2), title: 'Rôzne', note: '', recommendation: null };
const meeting = (change: Partial<MeetingView> = {}): MeetingView => ({
  id: 'm', bodyId: 'b', bodyName: 'Komisia', title: 'Zasadnutie komisie', on: '2026-05-12', at: '16:30', place: 'Radnica', onlineUrl: '', invitation: 'Pozývame vás.', state: 'open',
  rules: { memberCount: 5, quorum: 'more-than-half', majority: 'more-than-half', majorityOf: 'present' },
  seats: [{ id: id(3), name: 'Petra', role: 'chair', presence: 'present' }, { id: id(4), name: 'Milan', role: 'member', presence: 'present' }, { id: id(5), name: 'Marta', role: 'member', presence: 'present' }],
  presentCount: 3, quorate: true, items: [recommended, free], minutes: '', approvedAt: null, waiting: [], may: { run: true }, ...change,
});
const show = (view: MeetingView, answers: Parameters<typeof givenServer>[0] = {}) => {
  const server = givenServer({ 'GET /me': { person: { id: 'me' }, roles: [], participants: [] }, 'GET /meetings/m': view, ...answers });
  return { server, page: renderPage(<MeetingPage />, { texts: ['review', 'provenance'], at: '/meetings/m', path: '/meetings/:id' }) };
};
beforeEach(() => sessionStorage.clear());

test('a vote by name is asked of those present without a conflict of interest, and sent with who said what', async () => {
  const { server, page } = show(meeting(), { [`PUT /meetings/m/items/${id(1)}/opinion`]: () => ({}) });
  const { user } = await page;
  expect(await screen.findByText('Prítomných 3 z 5 členov. Komisia je uznášaniaschopná.')).toBeTruthy();
  expect(screen.getByText('Konflikt záujmov, nehlasujú: Marta.')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Hlasovať o bode Zatepliť dve školy' }));
  await user.click(screen.getByRole('radio', { name: 'Podporuje' }));
  const who = within(screen.getByRole('group', { name: 'Hlasujú 2 prítomní' }));
  expect(who.queryByRole('group', { name: /Marta/ })).toBeNull();
  await user.click(within(who.getByRole('group', { name: /Petra/ })).getByRole('radio', { name: 'Za' }));
  await user.click(within(who.getByRole('group', { name: /Milan/ })).getByRole('radio', { name: 'Proti' }));
  await user.type(screen.getByRole('textbox', { name: /Odôvodnenie/ }), 'Odporúčame.');
  await user.click(screen.getByRole('button', { name: 'Zapísať hlasovanie a stanovisko' }));
  await waitFor(() => expect(server.commands).toMatchObject([
    { body: { motion: 'support', vote: { for: 1, against: 1, abstained: 0 }, names: [{ seatId: id(3), choice: 'for' }, { seatId: id(4), choice: 'against' }] } },
  ]));
});

test('an item moves by its button, in words too, and the agenda is sent in its new order', async () => {
  const { server, page } = show(meeting({ state: 'planned', seats: [] }), { 'PUT /meetings/m/agenda': () => undefined });
  const { user } = await page;
  await user.click(await screen.findByRole('button', { name: 'Posunúť nižšie: Zatepliť dve školy' }));
  await waitFor(() => expect(server.commands).toMatchObject([{ body: { items: [{ id: id(2), title: 'Rôzne' }, { id: id(1), recommendation: { referralId: id(7), recommendationId: id(8) } }] } }]));
  expect(screen.getByText('Zatepliť dve školy je teraz na mieste 2.')).toBeTruthy();
});

test('an item is added also where a town serves pages without encryption, and browsers have no crypto.randomUUID', async () => {
  Object.defineProperty(crypto, 'randomUUID', { value: undefined, configurable: true });
  try {
    const { server, page } = show(meeting({ state: 'planned', seats: [], items: [] }), { 'PUT /meetings/m/agenda': () => undefined });
    const { user } = await page;
    await user.type(await screen.findByRole('textbox', { name: /Iný bod/ }), 'Rôzne');
    await user.click(screen.getByRole('button', { name: 'Pridať bod' }));
    await waitFor(() => expect(server.commands).toMatchObject([{ body: { items: [{ title: 'Rôzne', recommendation: null }] } }]));
  } finally {
    Reflect.deleteProperty(crypto, 'randomUUID');
  }
});

test('a member reads the agenda and the approved minutes and changes nothing', async () => {
  await show(meeting({ state: 'approved', minutes: '# Zápisnica\nPrítomní: Petra', approvedAt: '2026-05-13T10:00:00.000Z', may: { run: false } })).page;
  expect(await screen.findByText('Prítomní: Petra')).toBeTruthy();
  expect(screen.getByText('Schválená 13. mája 2026, už sa nemení.')).toBeTruthy();
  expect(screen.getAllByRole('button').map((button) => button.textContent)).toEqual(['Vytlačiť']);
});
