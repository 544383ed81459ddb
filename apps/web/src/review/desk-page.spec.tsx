import { expect, test } from '@jest/globals';
import type { ReferralRow } from '@spolu/contracts/review';
import { screen, within } from '@testing-library/react';
import { renderPage } from '../testing/render-page.tsx';
import { givenServer } from '../testing/server.ts';
import { DeskPage } from './desk-page.tsx';

const row = (id: string, change: Partial<ReferralRow>): ReferralRow => ({
  id, bodyId: 'b', bodyName: 'Komisia', dossierId: 'd', dossierTitle: `Podklady ${id}`, dossierVersion: 1, processTitle: 'Energia', referredAt: '2026-03-01T10:00:00.000Z',
  dueOn: '2099-05-12', state: 'open', recommendationCount: 3, myPositionCount: 1, waitsFor: null, ...change,
});
const show = (rows: ReferralRow[]) => {
  givenServer({ 'GET /me': { person: { id: 'me' }, roles: [], participants: [] }, 'GET /referrals': { items: rows, next: null }, 'GET /meetings': { items: [], next: null } });
  return renderPage(<DeskPage />, { texts: ['review'], at: '/desk', path: '/desk' });
};

test('what waits for her stands first, with until when and how far she is', async () => {
  await show([row('1', { waitsFor: 'position' }), row('2', { state: 'decided' })]);
  const card = (await screen.findByRole('link', { name: 'Podklady 1' })).closest('li');
  expect(within(card!).getByText('Čaká na vaše stanovisko')).toBeTruthy();
  expect(within(card!).getByText('do 12. mája 2099')).toBeTruthy();
  expect(within(card!).getByRole('progressbar').getAttribute('aria-valuetext')).toBe('1 z 3');
  expect(screen.getAllByRole('heading', { level: 2 }).map((heading) => heading.textContent)).toEqual(['Čaká na vás', 'Ostatné']);
  expect(screen.getByText('Čaká na vás 1 vec.')).toBeTruthy();
});

test('a deadline that has passed is said in words', async () => {
  await show([row('1', { waitsFor: 'position', dueOn: '2026-01-05' })]);
  expect(await screen.findByText('po termíne 5. 1. 2026')).toBeTruthy();
});

test('an empty desk says what will lie on it', async () => {
  await show([]);
  expect(await screen.findByText('Na stole nič neleží')).toBeTruthy();
});
