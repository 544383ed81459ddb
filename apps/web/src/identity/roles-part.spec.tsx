import { expect, test } from '@jest/globals';
import type { PersonView } from '@spolu/contracts/identity';
import { Problem } from '@spolu/contracts/problems';
import { screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { renderPage } from '../testing/render-page.tsx';
import { givenServer } from '../testing/server.ts';
import { AdminPage } from './admin-page.tsx';

const bodyId = '0190d5a6-0000-7000-8000-0000000000b1';
const person: PersonView = {
  id: '0190d5a6-0000-7000-8000-0000000000e1',
  name: 'Tamara Zápisová',
  email: 't@bb.sk',
  language: 'sk',
  active: true,
  canSignIn: true,
  roles: [
    { id: 'r1', personId: '0190d5a6-0000-7000-8000-0000000000e1', personName: 'Tamara Zápisová', scope: 'body', scopeId: bodyId, scopeTitle: 'Komisia dopravy', role: 'secretary', fromOn: null, untilOn: null },
  ],
};
const administrator = {
  person: { id: 'a', name: 'Adam', email: 'a@bb.sk', language: 'sk' },
  roles: [{ scope: 'installation', scopeId: null, role: 'administrator' }],
  participants: [],
};
const base = {
  'GET /me': administrator,
  'GET /people': { items: [person], next: null },
  'GET /invitations': { items: [], next: null },
  'GET /organisations': { items: [], next: null },
  'GET /bodies': { items: [{ id: bodyId, name: 'Komisia dopravy', kind: 'commission', organisationId: 'o', memberCount: 9, members: [] }], next: null },
};
const open = (part: string) => renderPage(<AdminPage />, { texts: ['identity'], at: `/admin/${part}`, path: '/admin/:part' });

async function chooseTamara(user: UserEvent) {
  await user.type(await screen.findByRole('combobox', { name: /Človek/ }), 'tam');
  await user.click(await screen.findByRole('option', { name: /Tamara/ }));
}

test('a role is given in a body, with the choice of that place', async () => {
  const { commands } = givenServer({ ...base, 'POST /roles': { id: 'r2' } });
  const { user } = await open('roles');
  await user.click(await screen.findByRole('button', { name: 'Dať rolu' }));
  const dialog = await screen.findByRole('dialog', { name: 'Dať rolu' });
  const choose = async (field: RegExp, option: RegExp) => {
    await user.click(within(dialog).getByRole('button', { name: field }));
    await user.click(await screen.findByRole('option', { name: option }));
  };
  await chooseTamara(user);
  await choose(/Kde rola platí/, /^orgán$/);
  await choose(/Orgán/, /Komisia dopravy/);
  await choose(/Rola$/, /predseda/);
  await user.click(within(dialog).getByRole('button', { name: 'Dať rolu' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(commands[0]?.body).toEqual({ personId: person.id, scope: 'body', scopeId: bodyId, role: 'chair', fromOn: null, untilOn: null });
});

test('a place is asked for when its choices have come, not before', async () => {
  let come: (bodies: object) => void = () => undefined;
  const coming = new Promise<object>((resolve) => { come = resolve; });
  givenServer({ ...base, 'GET /bodies': () => coming });
  const { user } = await open('roles');
  await user.click(await screen.findByRole('button', { name: 'Dať rolu' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Dať rolu' }));
  await user.click(dialog.getByRole('button', { name: /Kde rola platí/ }));
  await user.click(await screen.findByRole('option', { name: /^orgán$/ }));
  expect(dialog.queryByRole('button', { name: /^(?!.*rola).*Orgán/ })).toBeNull();
  come(base['GET /bodies']);
  expect(await dialog.findByRole('button', { name: /^(?!.*rola).*Orgán/ })).not.toBeNull();
});

test.each([['Dať rolu', 'roles', 'POST /roles'], ['Pozvať človeka', 'people', 'POST /invitations']])('%s: a role that would be over is complained of at its last day, until that is changed', async (name, part, request) => {
  givenServer({ ...base, [request]: () => { throw new Problem('identity/role-over', { day: '2026-05-12' }); } });
  const { user } = await open(part);
  await user.click(await screen.findByRole('button', { name }));
  const dialog = within(await screen.findByRole('dialog', { name }));
  const choose = async (field: RegExp, option: RegExp) => {
    await user.click(await dialog.findByRole('button', { name: field }));
    await user.click(await screen.findByRole('option', { name: option }));
  };
  if (part === 'people') {
    await user.type(dialog.getByLabelText('Meno'), 'Eva Nová');
    await user.type(dialog.getByLabelText('E-mail'), 'eva@bb.sk');
  } else await chooseTamara(user);
  await choose(/Kde rola platí/, /celé mesto/);
  await user.click(dialog.getByRole('button', { name: part === 'people' ? 'Vytvoriť odkaz' : name }));
  const link = await within(await dialog.findByRole('alert')).findByRole('link', { name: /12\. mája 2026/ });
  expect(link.getAttribute('href')).toBe('#field-untilOn');
  const last = dialog.getByRole('group', { name: /Do/ });
  await user.type(within(last).getAllByRole('spinbutton')[0]!, '12052099');
  await waitFor(() => expect(dialog.queryByRole('alert')).toBeNull());
});

test('a role ends only after it was asked for again; a refusal is said', async () => {
  const { commands } = givenServer({
    ...base,
    'DELETE /roles/r1': () => {
      throw new Problem('identity/last-administrator');
    },
  });
  const { user } = await open('roles');
  await user.click(await screen.findByRole('button', { name: /Ukončiť rolu/ }));
  expect(commands).toEqual([]);
  await user.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Ukončiť' }));
  await waitFor(() => expect(commands).toHaveLength(1));
});

test('an invitation shows its link once, in a field that can be copied from', async () => {
  const url = 'https://bb.sk/invitation#abc';
  const { commands } = givenServer({ ...base, 'POST /invitations': { id: 'i', url, expiresAt: '2026-11-23T10:00:00Z' } });
  const { user } = await open('people');
  await user.click(await screen.findByRole('button', { name: 'Pozvať človeka' }));
  const dialog = await screen.findByRole('dialog');
  await user.type(within(dialog).getByLabelText('Meno'), 'Eva Nová');
  await user.type(within(dialog).getByLabelText('E-mail'), 'eva@bb.sk');
  await user.click(within(dialog).getByRole('button', { name: /Kde rola platí/ }));
  await user.click(await screen.findByRole('option', { name: 'celé mesto' }));
  await user.click(within(dialog).getByRole('button', { name: 'Vytvoriť odkaz' }));
  expect((await screen.findByLabelText<HTMLInputElement>('Odkaz')).value).toBe(url);
  expect(commands[0]?.body).toMatchObject({ email: 'eva@bb.sk', scope: 'installation', scopeId: null, role: 'administrator' });
  await user.click(screen.getByRole('button', { name: 'Hotovo' }));
  await waitFor(() => expect(screen.queryByDisplayValue(url)).toBeNull());
});

test('who is neither administrator nor officer finds no administration', async () => {
  givenServer({ ...base, 'GET /me': { ...administrator, roles: [{ scope: 'body', scopeId: bodyId, role: 'member' }] } });
  await open('people');
  expect(await screen.findByRole('heading', { name: 'Túto stránku sme nenašli' })).not.toBeNull();
});

test('a forgotten password is removed after asking, and a new link is offered for the same role', async () => {
  const { commands } = givenServer({ ...base, [`DELETE /people/${person.id}/password`]: () => undefined });
  const { user } = await open('people');
  await user.click(await screen.findByRole('button', { name: 'Upraviť: Tamara Zápisová' }));
  await user.click(await screen.findByRole('button', { name: 'Zabudnuté heslo' }));
  await user.click(await screen.findByRole('button', { name: 'Zrušiť heslo' }));
  const dialog = await screen.findByRole('dialog', { name: 'Pozvať človeka' });
  expect(within(dialog).getByLabelText<HTMLInputElement>('E-mail').value).toBe('t@bb.sk');
  expect(await within(dialog).findByRole('button', { name: /Komisia dopravy/ })).not.toBeNull();
  expect(commands.map(({ request }) => request)).toEqual([`DELETE /people/${person.id}/password`]);
});
