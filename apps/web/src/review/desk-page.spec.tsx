import { expect, test } from '@jest/globals';
import type { DutyView } from '@spolu/contracts/duties';
import { Problem } from '@spolu/contracts/problems';
import type { ReferralRow } from '@spolu/contracts/review';
import { screen, within } from '@testing-library/react';
import { renderPage } from '../testing/render-page.tsx';
import { givenServer } from '../testing/server.ts';
import { DeskPage } from './desk-page.tsx';

const row = (id: string, change: Partial<ReferralRow>): ReferralRow => ({
  id, bodyId: 'b', bodyName: 'Komisia', dossierId: 'd', dossierTitle: `Podklady ${id}`, dossierVersion: 1, processTitle: 'Energia', referredAt: '2026-03-01T10:00:00.000Z',
  dueOn: '2099-05-12', state: 'open', recommendationCount: 3, myPositionCount: 1, waitsFor: null, returned: false, ...change,
});
const show = (rows: ReferralRow[], owed: DutyView[] = []) => {
  givenServer({ 'GET /me': { person: { id: 'me' }, roles: [], participants: [] }, 'GET /referrals': { items: rows, next: null }, 'GET /meetings': { items: [], next: null }, 'GET /duties': { items: owed, next: null } });
  return renderPage(<DeskPage />, { texts: ['review', 'duties'], at: '/desk', path: '/desk' });
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

test('an opinion that asks for a new version is told apart from one that stands', async () => {
  await show([row('1', { state: 'opinion-adopted' }), row('2', { state: 'opinion-adopted', returned: true })]);
  const stateOf = async (id: string) => (await screen.findByRole('link', { name: `Podklady ${id}` })).closest('li')!.textContent;
  expect(await stateOf('1')).toContain('Stanovisko prijaté');
  expect(await stateOf('2')).toContain('Vrátené na prepracovanie');
  expect(await stateOf('2')).not.toContain('Stanovisko prijaté');
});

test('a deadline that has passed is said in words', async () => {
  await show([row('1', { waitsFor: 'position', dueOn: '2026-01-05' })]);
  expect(await screen.findByText('po termíne 5. 1. 2026')).toBeTruthy();
});

test('an empty desk says what will lie on it', async () => {
  await show([]);
  expect(await screen.findByText('Na stole nič neleží')).toBeTruthy();
});

test('of years of referrals and meetings a page is read, and more when she asks; meetings are narrowed to those still to come', async () => {
  const asked: string[] = [];
  const pages = (name: string, item: (n: string) => object) => ({ url: { searchParams, pathname, search } }: { url: URL }) => {
    asked.push(`${name}${search}`);
    const after = searchParams.get('after') ?? '1';
    return { items: pathname.endsWith('meetings') && searchParams.has('when') ? [] : [item(after)], next: after === '1' ? '2' : null };
  };
  givenServer({
    'GET /me': { person: { id: 'me' }, roles: [], participants: [] }, 'GET /duties': { items: [], next: null },
    'GET /referrals': pages('referrals', (n) => row(n, n === '1' ? { waitsFor: 'position' } : { state: 'decided' })),
    'GET /meetings': pages('meetings', (n) => ({ id: `m${n}`, bodyId: 'b', bodyName: 'Komisia', title: `Zasadnutie ${n}`, on: '2026-03-01', at: '16:00', place: '', state: 'approved' })),
  });
  const { user } = await renderPage(<DeskPage />, { texts: ['review', 'duties'], at: '/desk', path: '/desk' });
  await screen.findByRole('link', { name: 'Podklady 1' });
  // there may be more that wait on the next page
  expect(screen.queryByText(/Čaká na vás 1 vec/)).toBeNull();
  await user.click(await screen.findByRole('button', { name: /Zobraziť ďalšie.*Na stole/ }));
  await screen.findByRole('link', { name: 'Podklady 2' });
  expect(screen.getByText('Čaká na vás 1 vec.')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: /Zobraziť ďalšie.*Zasadnutia/ }));
  await screen.findByRole('link', { name: 'Zasadnutie 2' });
  expect(asked).toHaveLength(4);
  await user.click(screen.getByRole('button', { name: /Ktoré zobraziť/ }));
  await user.click(await screen.findByRole('option', { name: 'ktoré ešte len budú' }));
  expect(await screen.findByText('Také zasadnutie tu nie je.')).toBeTruthy();
  expect(asked.at(-1)).toBe('meetings?when=coming&limit=50');
});

test('of thousands of things that wait the first are read, and more when she asks', async () => {
  const asked: string[] = [];
  const duty = (id: string): DutyView => ({
    kind: 'idea-answer', id, title: `Nápad ${id}`, url: `/ideas/${id}`, processId: 'p', processTitle: 'Energia', holderScope: 'process', holderId: 'p', holderName: 'Mesto',
    since: '2026-03-01T10:00:00.000Z', dueOn: '2099-01-05', late: false, language: 'sk',
  });
  givenServer({
    'GET /me': { person: { id: 'me' }, roles: [], participants: [] }, 'GET /referrals': { items: [], next: null }, 'GET /meetings': { items: [], next: null },
    'GET /duties': ({ url }) => {
      const after = url.searchParams.get('after') ?? '0';
      asked.push(after);
      return { items: [duty(after)], next: after === '4' ? null : String(Number(after) + 1) };
    },
  });
  const { user } = await renderPage(<DeskPage />, { texts: ['review', 'duties'], at: '/desk', path: '/desk' });
  await screen.findByRole('link', { name: 'Nápad 0' });
  await user.click(screen.getByRole('button', { name: /Zobraziť ďalšie/ }));
  await screen.findByRole('link', { name: 'Nápad 1' });
  expect(asked).toEqual(['0', '1']);
});

test('is not called empty while what waits is still being read, nor when it could not be', async () => {
  givenServer({ 'GET /me': { person: { id: 'me' }, roles: [], participants: [] }, 'GET /referrals': { items: [], next: null }, 'GET /meetings': { items: [], next: null }, 'GET /duties': () => { throw new Problem('forbidden'); } });
  await renderPage(<DeskPage />, { texts: ['review', 'duties'], at: '/desk', path: '/desk' });
  expect((await screen.findByRole('alert')).textContent).toContain('Na toto nemáte oprávnenie.');
  expect(screen.queryByText('Na stole nič neleží')).toBeNull();
});

test('what waits for her department lies on it too, and leads to where it is done', async () => {
  const duty = (kind: DutyView['kind'], id: string): DutyView => ({
    kind, id, title: `Vec ${id}`, url: `/there/${id}`, processId: 'p', processTitle: 'Energia', holderScope: kind === 'referral' ? 'body' : 'organisation', holderId: 'o', holderName: 'Odbor školstva',
    since: '2026-03-01T10:00:00.000Z', dueOn: '2026-01-05', late: true, language: 'sk',
  });
  await show([], [duty('assessment', '1'), duty('referral', '2')]);
  const card = (await screen.findByRole('link', { name: 'Vec 1' })).closest('li')!;
  expect(screen.getByRole('link', { name: 'Vec 1' }).getAttribute('href')).toBe('/there/1');
  expect(within(card).getByText('Odborné posúdenie')).toBeTruthy();
  expect(within(card).getByText(/Odbor školstva · Energia · čaká od 1\. 3\. 2026/)).toBeTruthy();
  // Referrals stand among the commission's things already.
  expect(screen.queryByRole('link', { name: 'Vec 2' })).toBeNull();
  expect(screen.queryByText('Na stole nič neleží')).toBeNull();
});

test('says that nothing waits in words, not as a count of none', async () => {
  await show([row('1', { state: 'decided' })]);
  expect(await screen.findByText('Nič na vás nečaká.')).toBeTruthy();
  expect(screen.queryByText(/0 vecí/)).toBeNull();
});

test('does not say that nothing waits where only other things do', async () => {
  await show([row('1', { state: 'decided' })], [{
    kind: 'assessment', id: 'a', title: 'Lavičky', url: '/assessments/a', processId: 'p', processTitle: 'Energia', holderScope: 'organisation', holderId: 'o', holderName: 'Odbor školstva',
    since: '2026-03-01T10:00:00.000Z', dueOn: '2099-01-05', late: false, language: 'sk',
  }]);
  expect(await screen.findByRole('link', { name: 'Lavičky' })).toBeTruthy();
  expect(screen.queryByText('Nič na vás nečaká.')).toBeNull();
});
