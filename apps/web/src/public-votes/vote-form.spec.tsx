import { beforeEach, expect, test } from '@jest/globals';
import type { IdeaRow } from '@spolu/contracts/ideas';
import type { EditPublicVote, PublicVoteView } from '@spolu/contracts/public-votes';
import { screen, waitFor, within } from '@testing-library/react';
import { renderPage } from '../testing/render-page.tsx';
import { givenServer } from '../testing/server.ts';
import { EditVotePage } from './edit-vote-page.tsx';

const id = '0190d5a6-0000-7000-8000-0000000000a1';
const ideaId = (n: number) => `0190d5a6-0000-7000-8000-0000000000b${n}`;
const idea = (n: number, state: IdeaRow['state'] = 'current') => ({ id: ideaId(n), title: `Nápad ${n}`, summary: '', noteCount: 0, dots: null, state });
const option = (n: number) => ({ id: `0190d5a6-0000-7000-8000-00000000000${n}`, ideaId: ideaId(n), title: `Návrh ${n}`, summary: '', cost: null, hidden: false });
const vote: PublicVoteView = {
  id, processId: 'p', processTitle: 'Energia', title: 'Projekty', intro: '', rule: { method: 'any-number' }, voters: 'accounts', state: 'draft', opensAt: '2026-11-01T08:00:00.000Z',
  closesAt: '2026-11-30T19:00:00.000Z', openBallots: false, revision: 1, turnout: { given: 0, eligible: 40 }, given: false, standing: null, result: null, may: { run: true },
  categories: [{ id: 'c', title: '', limit: null, winners: 1, budget: null, options: [option(3), option(1), option(4), option(5)] }],
};

/** The fourth was merged since, the fifth hidden; the second is the only one on the first page. */
async function openForm() {
  const asked: URLSearchParams[] = [];
  const server = givenServer({
    'GET /me': { person: { id: 'me', name: 'Jana', email: 'j@bb.sk', language: 'sk' }, roles: [], participants: [] }, [`GET /public-votes/${id}`]: vote, [`PUT /public-votes/${id}`]: () => undefined,
    'GET /processes/p/ideas': ({ url: { searchParams } }: { url: URL }) => {
      asked.push(searchParams);
      const ids = searchParams.get('ids')?.split(',');
      return ids ? { items: [idea(1), idea(3), idea(4, 'merged')].filter((one) => ids.includes(one.id)), next: null } : { items: [idea(2)], next: 'second' };
    },
  });
  const page = await renderPage(<EditVotePage />, { texts: ['public-votes', 'participation', 'ideas'], at: `/public-votes/${id}/edit`, path: '/public-votes/:id/edit' });
  const order = await screen.findByRole('list', { name: 'Poradie, v akom ich ľudia uvidia' });
  await screen.findByText(/Nápad 3/);
  const saved = async () => {
    await page.user.click(screen.getByRole('button', { name: 'Uložiť' }));
    await waitFor(() => expect(server.commands).toHaveLength(1));
    return (server.commands[0]!.body as EditPublicVote).categories.map(({ options }) => options.map((one) => one.ideaId));
  };
  return { ...page, asked, saved, lines: () => within(order).getAllByRole('listitem').map(({ textContent }) => textContent?.trim()) };
}
beforeEach(() => sessionStorage.clear());

test('saving changes nothing that nobody changed: neither the order nor what is no longer current, of which it says why', async () => {
  const { asked, saved, lines } = await openForm();
  await screen.findByText(/Zlúčený: medzitým sa stal súčasťou iného nápadu/);
  expect(lines()).toEqual(['1. Nápad 3', '2. Nápad 1', '3. Nápad 4 Zlúčený: medzitým sa stal súčasťou iného nápadu.', '4. Skrytý nápad Medzitým ho skryli: už sa o ňom hlasovať nedá, odoberte ho.']);
  expect(await saved()).toEqual([[3, 1, 4, 5].map(ideaId)]);
  // a page of the list, and the chosen ones by their ids
  expect(asked.filter((query) => query.has('after'))).toEqual([]);
  expect(asked.find((query) => query.has('ids'))?.get('state')).toBe('all');
});

test('the order is hers: by the arrows, new ones at the end; what is taken out is gone, and the focus stays where it stood', async () => {
  const { user, saved } = await openForm();
  await user.click(screen.getByRole('button', { name: 'Vyššie: Nápad 1' }));
  expect(screen.getByText('Nápad 1: 1. miesto')).toBeTruthy();
  await user.click(screen.getByRole('checkbox', { name: 'Nápad 2' }));
  await user.click(await screen.findByRole('button', { name: 'Odobrať: Skrytý nápad' }));
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Odobrať: Nápad 2');
  expect(await saved()).toEqual([[1, 3, 4, 2].map(ideaId)]);
});
