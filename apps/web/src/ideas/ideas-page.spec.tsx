import { expect, jest, test } from '@jest/globals';
import type { IdeaRow } from '@spolu/contracts/ideas';
import { act, screen, waitFor, within } from '@testing-library/react';
import { renderPage } from '../testing/render-page.tsx';
import { givenServer } from '../testing/server.ts';
import { IdeasPage } from './ideas-page.tsx';

const idea = (id: string, title: string, state: IdeaRow['state'] = 'current'): IdeaRow => ({ id, title, summary: `O čom je ${title}`, noteCount: 2, dots: null, state, supportCount: 0, commentCount: 0, createdAt: '2026-03-14T10:00:00.000Z', language: 'sk', category: null, placeName: '' });
const GREEN = '0190a5f0-0000-7000-8000-000000000001';
const IDEAS = [idea('a', 'Školy'), idea('b', 'Okná'), idea('c', 'Svetlá', 'split')];
const show = (arrange: boolean, at = '/processes/p/ideas') => {
  const asked: Record<string, string>[] = [];
  const server = givenServer({
    'GET /me': { person: { id: 'me' }, roles: [], participants: [] },
    'GET /processes/p': { id: 'p', title: 'Energia' },
    'GET /processes/p/idea-intake': { categories: [{ id: GREEN, title: 'Zeleň' }] },
    'GET /processes/p/ideas': ({ url }: { url: URL }) => {
      const { limit: _limit, ...query } = Object.fromEntries(url.searchParams);
      asked.push(query);
      return { items: IDEAS.filter(({ title }) => title.includes(query['search'] ?? '')), next: null, may: { arrange } };
    },
    'POST /idea-merges': () => ({ id: 'm' }),
  });
  return { server, asked, page: renderPage(<IdeasPage />, { texts: ['ideas'], at, path: '/processes/:processId/ideas' }) };
};

test('staff choose several ideas and merge them under one title', async () => {
  const { server, page } = show(true);
  const { user } = await page;
  await user.click(await screen.findByRole('button', { name: 'Vybrať nápady na zlúčenie' }));
  const boxes = screen.getAllByRole('checkbox', { name: /^Zlúčiť tento/ });
  expect(boxes).toHaveLength(2);
  for (const box of boxes) await user.click(box);
  expect(screen.getByText('Vybrané 2 nápady')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Zlúčiť' }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.type(dialog.getByRole('textbox', { name: 'Názov nápadu' }), ' a okná');
  await user.click(dialog.getByRole('button', { name: 'Zlúčiť' }));
  await waitFor(() => expect(server.commands).toHaveLength(1));
  expect(server.commands[0]!.body).toMatchObject({ ideaIds: ['a', 'b'], title: 'Školy a okná' });
});

test('for others it is a list to read', async () => {
  await show(false).page;
  expect(await screen.findByRole('link', { name: 'Okná' })).toBeTruthy();
  expect(screen.getByText('Rozdelený')).toBeTruthy();
  expect(screen.queryByRole('button', { name: /Vybrať nápady/ })).toBeNull();
});

test('what is searched and chosen stands in the address, and going back undoes it', async () => {
  const { asked, page } = show(false);
  const { user, router } = await page;
  await user.type(await screen.findByRole('searchbox', { name: /^Hľadať v nápadoch/ }), 'Okn');
  await waitFor(() => expect(asked.at(-1)).toEqual({ search: 'Okn' }));
  expect(await screen.findByText('Našiel sa 1 nápad.')).toBeTruthy();
  await user.selectOptions(await screen.findByRole('combobox', { name: 'Kategória' }), 'Zeleň');
  await waitFor(() => expect(asked.at(-1)).toEqual({ search: 'Okn', categoryId: GREEN }));
  expect(router.state.location.search).toBe(`?search=Okn&categoryId=${GREEN}`);
  await act(() => router.navigate(-1));
  expect(router.state.location.search).toBe('?search=Okn');
  await act(() => router.navigate(-1));
  await waitFor(() => expect(screen.getByRole('searchbox')).toHaveProperty('value', ''));
  expect(await screen.findByRole('link', { name: 'Školy' })).toBeTruthy();
});

test('an address that was sent on shows the same list; where nothing fits, all choices are taken back at once', async () => {
  const { asked, page } = show(false, `/processes/p/ideas?search=Xyz&state=all&language=uk&sort=newest&categoryId=nonsense`);
  const { user, router } = await page;
  expect(await screen.findByRole('heading', { name: 'Nič sa nenašlo' })).toBeTruthy();
  expect(asked).toEqual([{ search: 'Xyz', state: 'all', language: 'uk', sort: 'newest' }]);
  await user.click(screen.getByRole('button', { name: 'Zrušiť hľadanie a výber' }));
  expect(await screen.findByRole('link', { name: 'Okná' })).toBeTruthy();
  expect(router.state.location.search).toBe('?sort=newest');
});

test('on a phone the choices are folded behind a button that says how many are made', async () => {
  const wide = window.matchMedia('');
  const narrow = jest.spyOn(window, 'matchMedia').mockReturnValue({ ...wide, matches: true });
  const { page } = show(false, '/processes/p/ideas?language=uk&sort=newest');
  const { user, router } = await page;
  const button = await screen.findByRole('button', { name: 'Filtre a poradie (2)' });
  expect(button.getAttribute('aria-expanded')).toBe('false');
  expect(screen.queryByRole('combobox', { name: /Jazyk nápadu/ })).toBeNull();
  await user.click(button);
  expect(button.getAttribute('aria-expanded')).toBe('true');
  await user.selectOptions(await screen.findByRole('combobox', { name: 'Kategória' }), 'Zeleň');
  expect(await screen.findByRole('button', { name: 'Filtre a poradie (3)' })).toBeTruthy();
  await act(() => router.navigate(-1));
  expect(await screen.findByRole('button', { name: 'Filtre a poradie (2)' })).toBeTruthy();
  narrow.mockRestore();
});
