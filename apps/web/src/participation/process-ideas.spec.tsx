import { expect, test } from '@jest/globals';
import type { IdeaRow } from '@spolu/contracts/ideas';
import type { ProcessView } from '@spolu/contracts/participation';
import { screen, waitFor } from '@testing-library/react';
import { renderPage } from '../testing/render-page.tsx';
import { givenServer } from '../testing/server.ts';
import { ProcessIdeas } from './process-ideas.tsx';

const IDEAS = ['Viac lavičiek', 'Park pre psov', 'Solárne školy', 'Tichá noc', 'Pitná voda', 'Nová škôlka'].map((title, i): IdeaRow => ({
  id: `i${i}`, title, summary: '', noteCount: 1, dots: null, state: 'current', supportCount: 0, commentCount: 0, createdAt: '2026-03-14T10:00:00.000Z', language: 'sk', category: null, placeName: '',
}));
const process = { id: 'p' } as ProcessView;
const show = (ideas: readonly IdeaRow[], at = '/processes/p', next: string | null = null) => {
  const asked: string[] = [];
  givenServer({
    'GET /me': { person: null, roles: [], participants: [] },
    'GET /processes/p/ideas': ({ url }: { url: URL }) => {
      const search = url.searchParams.get('search') ?? '';
      asked.push(search);
      return { items: ideas.filter(({ title }) => title.includes(search)), next };
    },
  });
  return { asked, page: renderPage(<ProcessIdeas process={process} />, { texts: ['participation'], at, path: '/processes/:id' }) };
};
const titles = () => screen.queryAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent);

test('many ideas are searched; how many were found is said, and all come back', async () => {
  const { asked, page } = show(IDEAS);
  const { user } = await page;
  await user.type(await screen.findByRole('searchbox', { name: /^Hľadať v nápadoch/ }), 'Park');
  await screen.findByText('Našiel sa 1 nápad.');
  expect(titles()).toEqual(['Park pre psov']);
  // not each letter asked the server
  expect(asked).toEqual(['', 'Park']);
  const box = screen.getByRole('searchbox');
  await user.clear(box);
  expect(document.activeElement).toBe(box);
  await waitFor(() => expect(titles()).toHaveLength(6));
  expect(document.activeElement).toBe(box);
});

test('what is searched for stands in the address', async () => {
  await show(IDEAS, '/processes/p?ideas=nič').page;
  await screen.findByText('Našlo sa 0 nápadov.');
  expect(screen.getByRole<HTMLInputElement>('searchbox').value).toBe('nič');
});

test('no number is said of a list that goes on', async () => {
  await show(IDEAS, '/processes/p?ideas=o', 'more').page;
  await screen.findByText('Park pre psov');
  expect(screen.queryByText(/^Našl/)).toBeNull();
});

test('few ideas are read, not searched', async () => {
  await show(IDEAS.slice(0, 3)).page;
  await screen.findByText('Viac lavičiek');
  expect(screen.queryByRole('searchbox')).toBeNull();
});
