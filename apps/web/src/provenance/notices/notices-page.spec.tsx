import { expect, test } from '@jest/globals';
import type { DutyNotice, NewsNotice, NoticeView } from '@spolu/contracts/notices';
import { screen, waitFor, within } from '@testing-library/react';
import { renderPage } from '../../testing/render-page.tsx';
import { givenServer } from '../../testing/server.ts';
import { NoticesPage } from './notices-page.tsx';

const at = '2026-03-14T09:00:00.000Z';
const ME = { person: { id: 'p', name: 'Eva', email: 'eva@example.org', language: 'sk' }, roles: [], participants: [] };
const notice = (change: Partial<NoticeView> = {}): NoticeView => ({
  id: 'n1', at, read: false, moreCount: 2, goesOn: false, about: { recordId: 'c', text: 'Zatepliť školy', language: 'sk', followed: false },
  moved: { recordId: 'd', kind: 'decision', title: 'Zastupiteľstvo, 87/2026', url: '/decisions/d', at, outcome: 'accepted', reason: 'Je to v pláne.', language: null }, ...change,
});

test('shows her own words, then what came of them, and where it leads', async () => {
  givenServer({ 'GET /me': ME, 'GET /notice-choice': { frequency: 'weekly' }, 'GET /notices': { items: [notice()], next: null } });
  await renderPage(<NoticesPage />, { texts: ['provenance/notices', 'provenance', 'identity'] });
  expect(await screen.findByText('Zatepliť školy')).toBeTruthy();
  expect(screen.getByText('a ešte 2 vaše príspevky')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Zastupiteľstvo, 87/2026' }).getAttribute('href')).toBe('/decisions/d');
  expect(screen.getByText('schválené')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Celá cesta' }).getAttribute('href')).toBe('/ways/c');
});

test('of her own words that were hidden says that, not that something follows from them', async () => {
  const moved: NoticeView['moved'] = { recordId: 'c', kind: 'contribution', title: 'Zatepliť školy', url: null, at, outcome: 'hidden', reason: 'Slušnosť', language: 'sk' };
  givenServer({ 'GET /me': ME, 'GET /notice-choice': { frequency: 'weekly' }, 'GET /notices': { items: [notice({ moved })], next: null } });
  await renderPage(<NoticesPage />, { texts: ['provenance/notices', 'provenance', 'identity'] });
  expect(await screen.findByText('Zmenilo sa to:')).toBeTruthy();
  expect(screen.queryByText(/Nadväzuje na to/)).toBeNull();
});

test('a reminder says what waits, for whom and until when, and leads to where it is done', async () => {
  const reminder: DutyNotice = { id: 'n3', at, read: false, duty: { kind: 'milestone', title: 'Nové lavičky', url: '/decisions/d#m', language: 'sk', holderName: 'Odbor zelene', dueOn: '2020-05-10' } };
  const server = givenServer({ 'GET /me': ME, 'GET /notice-choice': { frequency: 'weekly' }, 'GET /notices': { items: [reminder, notice()], next: null }, 'PUT /notices/n3/read': null });
  const { user } = await renderPage(<NoticesPage />, { texts: ['provenance/notices', 'provenance', 'identity'] });
  const [article] = await screen.findAllByRole('article');
  expect(article!.textContent).toMatch(/Pripomienka.*10. 5. 2020.*Míľnik:Nové lavičkyČaká sa na: Odbor zelene/);
  const link = within(article!).getByRole('link', { name: 'Nové lavičky' });
  expect(link.getAttribute('href')).toBe('/decisions/d#m');
  link.addEventListener('click', (event) => event.preventDefault());
  await user.click(link);
  await waitFor(() => expect(server.commands).toMatchObject([{ request: 'PUT /notices/n3/read', body: { read: true } }]));
});

test('a question to an author names the body that asks and leads to where she answers', async () => {
  const news: NewsNotice = { id: 'n4', at, read: false, news: { kind: 'author-question', title: 'Komisia životného prostredia', url: '/my', language: null, count: 1 } };
  givenServer({ 'GET /me': ME, 'GET /notice-choice': { frequency: 'weekly' }, 'GET /notices': { items: [news], next: null } });
  await renderPage(<NoticesPage />, { texts: ['provenance/notices', 'provenance', 'identity'] });
  expect((await screen.findByRole('article')).textContent).toMatch(/Pýtajú sa na to, čo ste napísali, a čakajú na vašu odpoveď:Komisia životného prostredia/);
  expect(screen.getByRole('link', { name: 'Komisia životného prostredia' }).getAttribute('href')).toBe('/my');
});

test('marks one as read, or all that are shown', async () => {
  const server = givenServer({
    'GET /me': ME, 'GET /notice-choice': { frequency: 'weekly' }, 'PUT /notice-choice': null, 'GET /notices': { items: [notice(), notice({ id: 'n2', read: true })], next: null }, 'PUT /notices/n1/read': null, 'POST /notice-readings': null,
  });
  const { user } = await renderPage(<NoticesPage />, { texts: ['provenance/notices', 'provenance', 'identity'] });
  await user.click(await screen.findByRole('button', { name: 'Označiť ako prečítané: Zastupiteľstvo, 87/2026' }));
  await waitFor(() => expect(server.commands).toMatchObject([{ request: 'PUT /notices/n1/read', body: { read: true } }]));
  await user.click(screen.getByRole('button', { name: 'Označiť všetko ako prečítané' }));
  await waitFor(() => expect(server.commands.at(-1)).toMatchObject({ request: 'POST /notice-readings', body: { upTo: 'n1' } }));
  await user.click(screen.getByRole('radio', { name: 'Nikdy' }));
  await waitFor(() => expect(server.commands.at(-1)).toMatchObject({ request: 'PUT /notice-choice', body: { frequency: 'never' } }));
});

test('whoever is not signed in is asked to', async () => {
  const server = givenServer({ 'GET /me': { person: null, roles: [], participants: [] } });
  await renderPage(<NoticesPage />, { texts: ['provenance/notices', 'provenance', 'identity'] });
  expect(await screen.findByRole('heading', { level: 1 })).toBeTruthy();
  expect(server.commands).toEqual([]);
  expect(screen.queryByText('Zatiaľ žiadne oznámenia')).toBeNull();
});
