import { beforeEach, expect, test } from '@jest/globals';
import { Problem } from '@spolu/contracts/problems';
import type { GuestAddress } from '@spolu/contracts/notices';
import { screen, waitFor } from '@testing-library/react';
import { renderPage } from '../../testing/render-page.tsx';
import { givenServer } from '../../testing/server.ts';
import { AddressPart } from './address-part.tsx';
import { UnsubscribePage } from './unsubscribe-page.tsx';

const SECRET = 'a'.repeat(43);
const texts = ['provenance/notices' as const];
beforeEach(() => window.history.replaceState(null, '', '/'));

test('a guest leaves an address, and may take it back', async () => {
  let left: GuestAddress = { email: null, confirmed: false, frequency: 'weekly' };
  const server = givenServer({
    'POST /receipt-address-lookups': () => left,
    'POST /receipt-addresses': () => { left = { email: 'eva@example.org', confirmed: false, frequency: 'daily' }; return null; },
    'POST /receipt-address-removals': () => { left = { email: null, confirmed: false, frequency: 'weekly' }; return null; },
  });
  const { user } = await renderPage(<AddressPart secret={SECRET} />, { texts });
  await user.type(await screen.findByLabelText('E-mail'), 'eva@example.org');
  expect(screen.queryByRole('radio', { name: 'Nikdy' })).toBeNull();
  await user.click(screen.getByRole('radio', { name: 'Raz denne' }));
  await user.click(screen.getByRole('button', { name: 'Chcem e-maily' }));
  expect(await screen.findByText(/Adresa eva@example.org čaká na potvrdenie/)).toBeTruthy();
  expect(server.commands.find(({ request }) => request === 'POST /receipt-addresses')).toMatchObject({ body: { secret: SECRET, email: 'eva@example.org', language: 'sk', frequency: 'daily' } });
  await user.click(screen.getByRole('button', { name: 'Zmazať adresu' }));
  expect(await screen.findByRole('button', { name: 'Chcem e-maily' })).toBeTruthy();
});

test('unsubscribing takes a press, and an old link says so', async () => {
  window.history.replaceState(null, '', `/unsubscribe#${SECRET}`);
  let known = false;
  const server = givenServer({ 'POST /unsubscribes': () => { if (!known) throw new Problem('notices/link-invalid'); return null; } });
  const { user } = await renderPage(<UnsubscribePage />, { texts });
  expect(server.commands).toEqual([]);
  await user.click(await screen.findByRole('button', { name: 'Už mi nepíšte' }));
  await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('Tento odkaz už neplatí'));
  known = true;
  await user.click(screen.getByRole('button', { name: 'Už mi nepíšte' }));
  expect(await screen.findByText('Už vám nepíšeme')).toBeTruthy();
});
