import { expect, test } from '@jest/globals';
import { Problem } from '@spolu/contracts/problems';
import { screen, waitFor } from '@testing-library/react';
import { renderPage } from '../testing/render-page.tsx';
import { givenServer } from '../testing/server.ts';
import { EraseMePart } from './erase-me-part.tsx';
import { ErasePersonDialog } from './erase-person-dialog.tsx';

const person = { id: '01a204d7-924a-75fe-8e73-6f531f153caf', name: 'Jana', email: 'jana@example.org', language: 'sk' as const, active: true, canSignIn: true, roles: [] };

test('she sees what it concerns, and nothing is done before she ticks that she knows', async () => {
  const server = givenServer({ 'GET /me/erasure': { contributionCount: 3, placeCount: 1, holdsRole: false }, 'POST /me/erasures': () => undefined });
  const { user, router } = await renderPage(<EraseMePart />, { texts: ['identity'], at: '/account', path: '/account' });
  await user.click(await screen.findByText('Chcem, aby ste na mňa zabudli'));
  expect(screen.getByText('Týka sa to: 3 príspevky, 1 stretnutie alebo proces.')).toBeTruthy();
  await user.type(screen.getByLabelText(/Terajšie heslo/), 'modrý vlak');
  await user.click(screen.getByRole('button', { name: 'Zabudnúť navždy' }));
  expect(server.commands).toEqual([]);
  await user.click(screen.getByRole('checkbox'));
  await user.click(screen.getByRole('button', { name: 'Zabudnúť navždy' }));
  await waitFor(() => expect(router.state.location.pathname).toBe('/'));
  expect(server.commands).toMatchObject([{ request: 'POST /me/erasures', body: { password: 'modrý vlak' } }]);
});

test('who holds a role is told to hand it over, and has no form', async () => {
  givenServer({ 'GET /me/erasure': { contributionCount: 0, placeCount: 0, holdsRole: true } });
  const { user } = await renderPage(<EraseMePart />, { texts: ['identity'] });
  await user.click(await screen.findByText('Chcem, aby ste na mňa zabudli'));
  expect(await screen.findByText(/Najprv ju odovzdajte/)).toBeTruthy();
  expect(screen.queryByRole('checkbox')).toBeNull();
});

test('at the desk it waits for how she showed who she is, and says why it is refused', async () => {
  const server = givenServer({ 'POST /people/*/erasures': () => { throw new Problem('erasure/holds-role'); } });
  const { user } = await renderPage(<ErasePersonDialog person={person} onClose={() => undefined} />, { texts: ['identity'] });
  await user.click(await screen.findByRole('button', { name: 'Zabudnúť navždy' }));
  expect(server.commands).toEqual([]);
  await user.click(screen.getByRole('radio', { name: 'Občiansky preukaz' }));
  await user.click(screen.getByRole('button', { name: 'Zabudnúť navždy' }));
  expect(await screen.findByText(/Osoba má ešte rolu/)).toBeTruthy();
  expect(server.commands).toMatchObject([{ body: { check: 'identity-card' } }]);
});
