import { describe, expect, test } from '@jest/globals';
import type { Installation, Me } from '@spolu/contracts/identity';
import { Problem } from '@spolu/contracts/problems';
import { screen, waitFor } from '@testing-library/react';
import { renderPage } from '../testing/render-page.tsx';
import { givenServer } from '../testing/server.ts';
import { ownAddress, SignInPage } from './sign-in-page.tsx';

const nobody: Me = { person: null, roles: [], participants: [] };
const member: Me = {
  person: { id: 'p1', name: 'Jana Kováčová', email: 'jana@example.sk', language: 'sk' },
  roles: [{ scope: 'body', scopeId: 'b1', role: 'member' }],
  participants: [],
};
const installation: Installation = {
  name: 'Banská Bystrica',
  defaultLanguage: 'sk',
  timeZone: 'Europe/Bratislava',
  setUp: true,
  demo: false,
  secure: true,
  publicUrl: 'http://localhost',
};
const arrange = (answers: object, at = '/sign-in', extra: Partial<Installation> = {}) => {
  const server = givenServer({ 'GET /me': nobody, 'GET /installation': { ...installation, ...extra }, ...answers });
  return { server, page: renderPage(<SignInPage />, { texts: ['identity'], at, path: '/sign-in' }) };
};

describe('signing in', () => {
  test('leads to where one wanted to go', async () => {
    const { server, page } = arrange({ 'POST /sign-ins': member }, '/sign-in?to=%2Freferrals%2F7');
    const { user, router } = await page;
    await user.type(await screen.findByLabelText('E-mail'), 'jana@example.sk');
    await user.type(screen.getByLabelText('Heslo'), 'tri zelené jablká');
    await user.click(screen.getByRole('button', { name: 'Prihlásiť sa' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/referrals/7'));
    expect(server.commands[0]?.body).toEqual({ email: 'jana@example.sk', password: 'tri zelené jablká' });
  });

  test('after one that expired finds what she had begun herself, not what another one had', async () => {
    const begun = () => sessionStorage.getItem('draft note 1');
    for (const [owner, found] of [['p1', '"Rozpočet"'], ['p2', null]] as const) {
      sessionStorage.setItem('drafts of', owner);
      sessionStorage.setItem('draft note 1', '"Rozpočet"');
      const { page } = arrange({ 'POST /demo-sign-ins': member }, '/sign-in', { demo: true });
      const { user, router, unmount } = await page;
      await user.click(await screen.findByRole('button', { name: /Členka komisie/ }));
      await waitFor(() => expect(router.state.location.pathname).toBe('/desk'));
      expect(begun()).toBe(found);
      unmount();
    }
  });

  test('leads a commission member to her desk when she wanted nothing else', async () => {
    const { page } = arrange({ 'POST /demo-sign-ins': member }, '/sign-in', { demo: true });
    const { user, router } = await page;
    await user.click(await screen.findByRole('button', { name: /Členka komisie/ }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/desk'));
  });

  test('says what is wrong on top and keeps what was typed', async () => {
    const refused = () => {
      throw new Problem('wrong-credentials');
    };
    const { page } = arrange({ 'POST /sign-ins': refused });
    const { user } = await page;
    await user.type(await screen.findByLabelText('E-mail'), 'jana@example.sk');
    await user.type(screen.getByLabelText('Heslo'), 'zle');
    await user.click(screen.getByRole('button', { name: 'Prihlásiť sa' }));
    const summary = await screen.findByRole('alert');
    expect(summary.textContent).toContain('E-mail alebo heslo nesedí.');
    expect(document.activeElement).toBe(summary);
    expect(screen.getByLabelText<HTMLInputElement>('E-mail').value).toBe('jana@example.sk');
  });

  test('checks the fields before anything is sent, and leads to them', async () => {
    const { server, page } = arrange({});
    const { user } = await page;
    await user.click(await screen.findByRole('button', { name: 'Prihlásiť sa' }));
    await user.click(await screen.findByRole('link', { name: 'Heslo: Treba vyplniť' }));
    expect(document.activeElement).toBe(screen.getByLabelText(/^Heslo/));
    expect(server.commands).toHaveLength(0);
  });
});

test.each([
  ['/desk', '/desk'],
  ['/processes/1?x=2#y', '/processes/1?x=2#y'],
  ['//evil.example/', null],
  ['/\\evil.example', null],
  ['https://evil.example/', null],
  ['javascript:alert(1)', null],
  [null, null],
])('SEC-24 after signing in, %s leads to %s', (to, leadsTo) => {
  expect(ownAddress(to)).toBe(leadsTo);
});
