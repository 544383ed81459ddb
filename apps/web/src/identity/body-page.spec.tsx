import { expect, test } from '@jest/globals';
import type { BodyPage as BodyPageView } from '@spolu/contracts/bodies';
import { screen, waitFor, within } from '@testing-library/react';
import { renderPage } from '../testing/render-page.tsx';
import { givenServer } from '../testing/server.ts';
import { BodyPage } from './body-page.tsx';

const group = (change: Partial<BodyPageView> = {}): BodyPageView => ({
  id: 'b', name: 'Skupina pre energiu', kind: 'working-group', commissionKind: 'komisia', organisationId: 'o', organisationName: 'Mestský úrad', memberCount: 5, deciding: false,
  quorum: 'more-than-half', majority: 'three-fifths', majorityOf: 'members', positionsShown: 'after-own', statute: '', statuteUrl: '', on: '2026-11-22',
  members: [{ personId: null, mandateId: 'm', name: 'Eva Lesná', role: 'member', sector: 'ngo', represents: 'Ochranári', fromOn: null, untilOn: null }],
  balance: { counts: { public: 0, business: 0, civic: 1 }, other: 0, missing: ['public', 'business'], dominant: 'civic' },
  may: { editMembers: true }, ...change,
});
const show = (view: BodyPageView, answers: Parameters<typeof givenServer>[0] = {}) => {
  const server = givenServer({ 'GET /me': { person: null, roles: [], participants: [] }, 'GET /bodies/b': view, ...answers });
  return { server, page: renderPage(<BodyPage />, { texts: ['identity'], at: '/bodies/b', path: '/bodies/:id' }) };
};

test('a body says by which rules it adopts, who sits there and which sector is missing', async () => {
  await show(group()).page;
  expect(await screen.findByText('za je trojpätinová väčšina všetkých členov')).toBeTruthy();
  expect(screen.getByText('Obsadené je 1 miesto z 5.')).toBeTruthy();
  expect(screen.getByText('Chýba: verejný sektor, podnikatelia.')).toBeTruthy();
});

test('a member without an account is named with whom she sits there for', async () => {
  const { server, page } = show(group({ balance: null }), { 'POST /bodies/b/mandates': () => ({ id: 'n' }) });
  const { user } = await page;
  await user.click(await screen.findByRole('button', { name: 'Pridať člena bez účtu' }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.type(dialog.getByRole('textbox', { name: /Meno a priezvisko/ }), 'Ján Horský');
  await user.type(dialog.getByRole('textbox', { name: /Za koho tu je/ }), 'poslanci');
  await user.click(dialog.getByRole('button', { name: 'Uložiť' }));
  await waitFor(() => expect(server.commands).toMatchObject([{ body: { name: 'Ján Horský', represents: 'poslanci', sector: null, fromOn: null, untilOn: null } }]));
});

test('who only reads gets nothing to change', async () => {
  await show(group({ may: { editMembers: false } })).page;
  expect(await screen.findByText('Eva Lesná')).toBeTruthy();
  expect(screen.queryByRole('button', { name: /Upraviť|Pridať/ })).toBeNull();
});
