import { expect, test } from '@jest/globals';
import type { RoleView } from '@spolu/contracts/identity';
import { ROLES, type SessionRole } from '@spolu/contracts/roles';
import { screen } from '@testing-library/react';
import { renderPage } from '../testing/render-page.tsx';
import { givenServer } from '../testing/server.ts';
import { SessionStaff } from './session-staff.tsx';

const SESSION = '00000000-0000-4000-8000-000000000001';
const held = (id: string, personName: string, role: SessionRole): RoleView => ({
  id, personId: `p-${id}`, personName, scope: 'session', scopeId: SESSION, scopeTitle: 'Teplo', role, fromOn: null, untilOn: null,
});
const PAGE = { 'GET /roles': { items: [held('1', 'Jana', 'lead-facilitator'), held('2', 'Peter', 'co-facilitator'), held('3', 'Eva', 'scribe')], next: null }, 'GET /invitations': { items: [], next: null } };

async function show(roles: readonly SessionRole[]) {
  givenServer(PAGE);
  const page = await renderPage(<SessionStaff sessionId={SESSION} roles={roles} />, { texts: ['sessions', 'identity'] });
  await screen.findByText('Eva');
  return page;
}
const names = () => screen.getAllByRole('button').map((button) => button.getAttribute('aria-label') ?? button.textContent);

test('whoever leads hands over, and ends each role', async () => {
  await show(ROLES.session);
  expect(names()).toEqual(['Pridať kolegu', 'Pozvať odkazom', 'Odovzdať vedenie: Jana', 'Ukončiť rolu: Jana', 'Ukončiť rolu: Peter', 'Ukončiť rolu: Eva']);
});

test('a co-facilitator is offered neither the lead nor what only a lead gives', async () => {
  const { user } = await show(['table-host', 'scribe', 'observer']);
  expect(names()).toEqual(['Pridať kolegu', 'Pozvať odkazom', 'Ukončiť rolu: Eva']);
  await user.click(screen.getByRole('button', { name: 'Pozvať odkazom' }));
  await user.click(screen.getByRole('button', { name: /Rola/ }));
  expect(screen.getAllByRole('option')).toHaveLength(3);
});

test('whoever may give none sees nothing of it', async () => {
  givenServer(PAGE);
  const { container } = await renderPage(<SessionStaff sessionId={SESSION} roles={[]} />, { texts: ['sessions', 'identity'] });
  expect(container.querySelector('section')).toBeNull();
});
