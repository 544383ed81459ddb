import { expect, jest, test } from '@jest/globals';
import { QueryClientProvider } from '@tanstack/react-query';
import { act, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { Suspense } from 'react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { makeQueryClient } from '../http/queries.ts';
import { renderPage } from '../testing/render-page.tsx';
import { givenServer } from '../testing/server.ts';
import { ErrorPage } from './error-page.tsx';
import { Root } from './frame.tsx';
import { Page } from './page.tsx';
import { PortalFrame } from './portal-frame.tsx';

const installation = { name: 'Banská Bystrica', defaultLanguage: 'sk', timeZone: 'Europe/Bratislava', setUp: true, demo: false, secure: false, publicUrl: '' };
const visitor = { person: null, roles: [], participants: [] };
const secretary = {
  person: { id: 'p', name: 'Tamara', email: 't@bb.sk', language: 'sk' },
  roles: [{ scope: 'body', scopeId: 'b', role: 'secretary' }],
  participants: [],
};

function Broken(): never {
  throw new Error('a fault of ours');
}

/** The frame with two pages in it; texts are ready once some page was shown. */
async function openFrame(me: object, answers: object = {}) {
  const server = givenServer({ 'GET /me': me, 'GET /installation': installation, ...answers });
  (await renderPage(<p />)).unmount();
  const router = createMemoryRouter([
    {
      element: <Root />,
      children: [
        {
          element: <PortalFrame />,
          children: [
            { path: '/', element: <Page title="Prvá"><a href="/druha">Ďalej</a><a href="/druha#tam">Priamo tam</a></Page> },
            { path: '/druha', element: <Page title="Druhá"><section id="tam" aria-label="Tam" /></Page> },
            { path: '/broken', element: <Broken />, errorElement: <ErrorPage /> },
            { path: '*', element: <Page title="Iná" /> },
          ],
        },
      ],
    },
  ]);
  render(
    <QueryClientProvider client={makeQueryClient()}>
      <Suspense fallback={null}>
        <RouterProvider router={router} />
      </Suspense>
    </QueryClientProvider>,
  );
  await screen.findByRole('heading', { level: 1 });
  return { router, server, user: userEvent.setup() };
}
const ways = () => within(screen.getByRole('navigation', { name: 'Hlavná navigácia' })).getAllByRole('link').map((link) => link.textContent);

test('a plain link changes the page without loading it anew, and the focus goes to the new heading', async () => {
  const { router, user } = await openFrame(visitor);
  expect(document.activeElement).toBe(document.body);
  await user.click(screen.getByRole('link', { name: 'Ďalej' }));
  expect(router.state.location.pathname).toBe('/druha');
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Druhá' })));
  expect(document.title).toBe('Druhá – Spolupracovňa');
});

test('a link to a place in another page leads to that place', async () => {
  const shown: Element[] = [];
  Element.prototype.scrollIntoView = function (this: Element) {
    shown.push(this);
  };
  const { user } = await openFrame(visitor);
  await user.click(screen.getByRole('link', { name: 'Priamo tam' }));
  const place = await screen.findByRole('region', { name: 'Tam' });
  await waitFor(() => expect(document.activeElement).toBe(place));
  expect(shown).toContain(place);
});

test('the first Tab reaches the way past the header', async () => {
  const { user } = await openFrame(visitor);
  await user.tab();
  expect(document.activeElement?.textContent).toBe('Preskočiť na obsah');
  await user.keyboard('{Enter}');
  expect(document.activeElement).toBe(screen.getByRole('main'));
});

test('a visitor sees the public ways, the town, and that the connection is not encrypted', async () => {
  await openFrame(visitor);
  expect(await screen.findByRole('link', { name: 'Prihlásiť sa' })).not.toBeNull();
  expect(ways()).toEqual(['Procesy', 'Uznesenia', 'Akčný plán']);
  expect(screen.getByText('Banská Bystrica')).not.toBeNull();
  expect(screen.getByText(/Spojenie nie je šifrované/)).not.toBeNull();
});

test('a commission’s secretary sees her desk, and signing out ends it', async () => {
  sessionStorage.setItem('draft note 1', JSON.stringify({ text: 'Spýtať sa na rozpočet' }));
  const { server, user, router } = await openFrame(secretary, { 'DELETE /sign-ins/current': () => undefined });
  const menu = await screen.findByRole('button', { name: 'Môj účet: Tamara' });
  expect(ways()).toContain('Stôl komisie');
  await user.click(menu);
  await user.click(await screen.findByRole('menuitem', { name: 'Odhlásiť sa' }));
  expect(await screen.findByRole('link', { name: 'Prihlásiť sa' })).not.toBeNull();
  expect(server.commands.map(({ request }) => request)).toEqual(['DELETE /sign-ins/current']);
  expect(ways()).not.toContain('Stôl komisie');
  expect(router.state.location.pathname).toBe('/');
  // whoever sits down next does not find what she had begun to write
  await waitFor(() => expect(sessionStorage.getItem('draft note 1')).toBeNull());
});

test('the chosen appearance holds for the whole page and is kept', async () => {
  const { user } = await openFrame(visitor);
  const [button] = screen.getAllByRole('button', { name: 'Vzhľad: Podľa zariadenia' });
  if (button) await user.click(button);
  await user.click(await screen.findByRole('menuitem', { name: 'Vysoký kontrast' }));
  expect(document.documentElement.dataset['theme']).toBe('contrast');
  expect(localStorage.getItem('theme')).toBe('contrast');
});

test('a page that falls over says so inside the frame and offers to load anew', async () => {
  const logged = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const { router } = await openFrame(visitor);
  await act(() => router.navigate('/broken'));
  expect(await screen.findByRole('heading', { name: 'Stránka sa pokazila' })).not.toBeNull();
  expect(screen.getByRole('button', { name: 'Načítať znova' })).not.toBeNull();
  expect(screen.getAllByRole('main')).toHaveLength(1);
  expect(logged).toHaveBeenCalled();
  logged.mockRestore();
});
