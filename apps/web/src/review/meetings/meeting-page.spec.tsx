import { beforeEach, expect, test } from '@jest/globals';
import type { AgendaItem, MeetingView } from '@spolu/contracts/meetings';
import { screen, waitFor, within } from '@testing-library/react';
import { Problem } from '@spolu/contracts/problems';
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
  id: 'm', bodyId: 'b', bodyName: 'Komisia', title: 'Zasadnutie komisie', on: '2026-05-12', at: '16:30', place: 'Radnica', onlineUrl: '', invitation: 'Pozývame vás.', state: 'open', revision: 4, invitedAt: null, cancelReason: '',
  rules: { memberCount: 5, quorum: 'more-than-half', majority: 'more-than-half', majorityOf: 'present' },
  seats: [{ id: id(3), name: 'Petra', role: 'chair', presence: 'present' }, { id: id(4), name: 'Milan', role: 'member', presence: 'present' }, { id: id(5), name: 'Marta', role: 'member', presence: 'present' }],
  presentCount: 3, quorate: true, items: [recommended, free], positionsShown: 'after-own', minutes: '', approvedAt: null, waiting: [], may: { run: true }, ...change,
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

test('somebody who goes before the end is said to have left, and is asked for no vote any more', async () => {
  const { server, page } = show(meeting(), { [`PUT /meetings/m/seats/${id(4)}`]: () => undefined });
  const { user } = await page;
  await user.click(within(await screen.findByRole('group', { name: 'Milan' })).getByRole('radio', { name: 'odišiel/-la skôr' }));
  await waitFor(() => expect(server.commands).toMatchObject([{ body: { presence: 'left' } }]));
});

test('a chair who has not spoken herself is told so instead of others’ positions, with the way to hers', async () => {
  const { user } = await show(meeting({ items: [{ ...recommended, recommendation: { ...recommended.recommendation!, positions: null } }] })).page;
  await user.click(await screen.findByRole('button', { name: 'Hlasovať o bode Zatepliť dve školy' }));
  expect(screen.getByText('Stanoviská ostatných uvidíte, keď dáte svoje.')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Dať stanovisko' }).getAttribute('href')).toBe(`/referrals/${id(7)}#r1`);
  expect(screen.queryByText('Stanoviská členov pred zasadnutím')).toBeNull();
});

test('where positions are shown after the meeting, the chair is told so', async () => {
  const { user } = await show(meeting({ positionsShown: 'after-meeting', items: [{ ...recommended, recommendation: { ...recommended.recommendation!, positions: null } }] })).page;
  await user.click(await screen.findByRole('button', { name: 'Hlasovať o bode Zatepliť dve školy' }));
  expect(screen.getByText('Stanoviská členov uvidíte po zasadnutí.')).toBeTruthy();
  expect(screen.queryByRole('link', { name: 'Dať stanovisko' })).toBeNull();
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

test('what was said is saved when the field is left, under the revision that was seen', async () => {
  const { server, page } = show(meeting(), { 'PUT /meetings/m/agenda': () => undefined });
  const { user } = await page;
  await user.click((await screen.findAllByText('Čo odznelo'))[1]!);
  await user.type(screen.getByRole('textbox', { name: /Rôzne/ }), 'Ďalšie zasadnutie v máji.');
  await user.click(screen.getByRole('button', { name: 'Ukončiť zasadnutie' }));
  await waitFor(() => expect(server.commands).toMatchObject([{ request: 'PUT /meetings/m/agenda', body: { revision: 4, items: [{ note: '' }, { note: 'Ďalšie zasadnutie v máji.' }] } }]));
});

test('a note that is left by moving its item is saved first, and the item then moves under the revision after it', async () => {
  let view = meeting();
  const save = ({ body: { revision, items } }: { body: { revision: number; items: { id: string; note: string }[] } }) => {
    if (revision !== view.revision) throw new Problem('changed-meanwhile');
    view = meeting({ revision: revision + 1, items: items.map(({ id: itemId, note }) => ({ ...view.items.find((one) => one.id === itemId)!, note })) });
  };
  const { server, page } = show(view, { 'GET /meetings/m': () => view, 'PUT /meetings/m/agenda': save });
  const { user } = await page;
  await user.click((await screen.findAllByText('Čo odznelo'))[1]!);
  await user.type(screen.getByRole('textbox', { name: /Rôzne/ }), 'Ďalšie zasadnutie v máji.');
  await user.click(screen.getByRole('button', { name: 'Posunúť vyššie: Rôzne' }));
  await waitFor(() => expect(server.commands).toMatchObject([
    { body: { revision: 4, items: [{ id: id(1) }, { id: id(2), note: 'Ďalšie zasadnutie v máji.' }] } },
    { body: { revision: 5, items: [{ id: id(2), note: 'Ďalšie zasadnutie v máji.' }, { id: id(1) }] } },
  ]));
  expect(await screen.findByRole('heading', { name: '1. Rôzne' })).toBeTruthy();
  expect(screen.queryByRole('alert')).toBeNull();
});

test('what could not be saved stays readable when somebody else ends the meeting', async () => {
  let view = meeting();
  const refuse = () => {
    view = meeting({ state: 'closed', minutes: '# Zápisnica' });
    throw new Problem('review/meeting-state', { state: 'closed' });
  };
  const { page } = show(view, { 'GET /meetings/m': () => view, 'PUT /meetings/m/agenda': refuse });
  const { user } = await page;
  await user.click((await screen.findAllByText('Čo odznelo'))[1]!);
  await user.type(screen.getByRole('textbox', { name: /Rôzne/ }), 'Ďalšie zasadnutie v máji.');
  await user.tab();
  await user.tab();
  expect(await screen.findByText('Ďalšie zasadnutie v máji.')).toBeTruthy();
  expect(screen.getByText(/tento zápis sa neuložil/)).toBeTruthy();
});

test('a whole dossier goes on the agenda at once', async () => {
  const waiting = [1, 2].map((n) => ({ referralId: id(7), recommendationId: id(n), title: `Bod ${n}`, dossierTitle: 'Energia', dueOn: '2026-05-20' }));
  const { server, page } = show(meeting({ state: 'planned', seats: [], items: [free], waiting }), { 'PUT /meetings/m/agenda': () => undefined });
  const { user } = await page;
  await user.click(await screen.findByRole('button', { name: 'Celé podklady na program: Energia' }));
  await waitFor(() => expect(server.commands).toMatchObject([{ body: { items: [{ id: id(2) }, { recommendation: { recommendationId: id(1) } }, { recommendation: { recommendationId: id(2) } }] } }]));
});

test('a member reads the agenda and the approved minutes and changes nothing', async () => {
  await show(meeting({ state: 'approved', minutes: '# Zápisnica\nPrítomní: Petra', approvedAt: '2026-05-13T10:00:00.000Z', may: { run: false } })).page;
  expect(await screen.findByText('Prítomní: Petra')).toBeTruthy();
  expect(screen.getByText('Schválená 13. mája 2026, už sa nemení.')).toBeTruthy();
  expect(screen.getAllByRole('button').map((button) => button.textContent)).toEqual(['Vytlačiť']);
});

test('members are invited after a question that says what happens', async () => {
  const { server, page } = show(meeting({ state: 'planned', on: '2099-05-12', seats: [] }), { 'POST /meetings/m/invitations': () => ({ toldCount: 4 }) });
  const { user } = await page;
  const invite = await screen.findByRole('button', { name: 'Pozvať členov' });
  // it is opened on its day at the earliest
  expect(screen.queryByRole('button', { name: 'Otvoriť zasadnutie' })).toBeNull();
  await user.click(invite);
  await user.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Pozvať členov' }));
  await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
  expect(server.commands).toMatchObject([{ request: 'POST /meetings/m/invitations' }]);
});

test('a meeting is cancelled with a reason, which stays to be read; nothing more is offered', async () => {
  let cancelled = false;
  const { server, page } = show(meeting(), {
    'GET /meetings/m': () => meeting({ state: cancelled ? 'cancelled' : 'planned', seats: [], cancelReason: cancelled ? 'Nezíde sa nás dosť.' : '' }),
    'POST /meetings/m/cancellation': () => { cancelled = true; },
  });
  const { user } = await page;
  expect((await screen.findByText('Zasadnutie komisie')).isConnected).toBe(true);
  // a day that is over: nobody is invited to it
  expect(screen.queryByRole('button', { name: 'Pozvať členov' })).toBeNull();
  expect(screen.getByRole('button', { name: 'Otvoriť zasadnutie' })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Zrušiť zasadnutie' }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.click(dialog.getByRole('button', { name: 'Zrušiť zasadnutie' }));
  expect(await dialog.findByRole('alert')).toBeTruthy();
  await user.type(dialog.getByRole('textbox', { name: 'Dôvod' }), 'Nezíde sa nás dosť.');
  await user.click(dialog.getByRole('button', { name: 'Zrušiť zasadnutie' }));
  expect(await screen.findByText('Zasadnutie sa nekoná')).toBeTruthy();
  expect(screen.getByText('Nezíde sa nás dosť.')).toBeTruthy();
  expect(server.commands).toMatchObject([{ body: { reason: 'Nezíde sa nás dosť.', revision: 4 } }]);
  for (const name of ['Zrušiť zasadnutie', 'Upraviť zasadnutie', 'Otvoriť zasadnutie']) expect(screen.queryByRole('button', { name })).toBeNull();
});
