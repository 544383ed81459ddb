import { beforeAll, expect, jest, test } from '@jest/globals';
import type { IdeaIntakeView } from '@spolu/contracts/idea-intake';
import type { IdeaMap, IdeaPlan } from '@spolu/contracts/idea-places';
import { act, screen, waitFor, within } from '@testing-library/react';
import { renderPage } from '../../testing/render-page.tsx';
import { givenServer } from '../../testing/server.ts';
import { ContributePage } from '../contribute-page.tsx';
import { IdeasPage } from '../ideas-page.tsx';

const PLAN: IdeaPlan = { fileId: '0190a5f0-0000-7000-8000-00000000000a', description: 'Centrum mesta', edges: null, width: 800, height: 600 };
const intake: IdeaIntakeView = {
  processTitle: 'Zeleň', fromOn: '2026-01-01', untilOn: null, lookFirst: false, revision: 1, open: true, known: true, may: { edit: false }, categories: [], plan: PLAN,
};
const photo = new File(['x'], 'chodnik.jpg', { type: 'image/jpeg' });
beforeAll(() => {
  sessionStorage.clear();
  URL.createObjectURL = jest.fn(() => 'blob:one');
  URL.revokeObjectURL = jest.fn();
});

test('a place is chosen with the arrow keys, pictures get words, and both go with the idea', async () => {
  const server = givenServer({
    'GET /me': { person: { id: 'me' }, roles: [], participants: [] },
    'GET /processes/p/idea-intake': intake,
    'GET /processes/p/similar-ideas': [],
    'POST /processes/p/idea-pictures': { fileId: '0190a5f0-0000-7000-8000-00000000000b', width: 60, height: 40 },
    'POST /processes/p/ideas': { id: 'i2' },
  });
  const { user, container } = await renderPage(<ContributePage />, { texts: ['ideas', 'identity'], at: '/processes/p/ideas/new', path: '/processes/:processId/ideas/new' });
  await user.type(await screen.findByRole('textbox', { name: /^Názov nápadu/ }), 'Nový chodník');
  await user.type(screen.getByRole('textbox', { name: /^Miesto slovami/ }), 'pri škole');
  const plan = screen.getByRole('application', { name: 'Miesto na pláne: Centrum mesta' });
  expect(screen.getByText('Na pláne zatiaľ nie je vyznačené nič.')).toBeTruthy();
  act(() => plan.focus());
  await user.keyboard('{Enter}{ArrowRight}{ArrowRight}{Shift>}{ArrowUp}{/Shift}');
  expect(screen.getByText('Vyznačené miesto: 54 % zľava, 50 % zhora.')).toBeTruthy();
  await user.upload(container.querySelector<HTMLInputElement>('input[type=file]')!, photo);
  await user.click(screen.getByRole('button', { name: 'Poslať nápad' }));
  // no picture goes without words
  expect(server.commands).toEqual([]);
  await user.type(screen.getByRole('textbox', { name: /^Čo je na obrázku 1/ }), 'Rozbitý chodník');
  await user.click(screen.getByRole('button', { name: 'Poslať nápad' }));
  await waitFor(() => expect(server.commands.map(({ request }) => request)).toEqual(['POST /processes/p/idea-pictures', 'POST /processes/p/ideas']));
  expect(server.commands[1]!.body).toMatchObject({
    place: { name: 'pri škole', at: { planId: PLAN.fileId, x: 0.54, y: 0.496 } },
    pictures: [{ fileId: '0190a5f0-0000-7000-8000-00000000000b', alt: 'Rozbitý chodník' }],
  });
});

test('ideas on the plan: one is a link, many lead closer, and the list beside holds the same part', async () => {
  const asked: { map: string[]; list: string[] } = { map: [], list: [] };
  const map: IdeaMap = { plan: PLAN, spots: [{ x: 0.2, y: 0.3, count: 1, idea: { id: 'a', title: 'Lavičky' } }, { x: 0.6, y: 0.6, count: 12, idea: null }] };
  givenServer({
    'GET /me': { person: null, roles: [], participants: [] },
    'GET /processes/p': { id: 'p', title: 'Zeleň' },
    'GET /processes/p/idea-intake': intake,
    'GET /processes/p/idea-map': ({ url }: { url: URL }) => {
      asked.map.push(url.searchParams.get('within') ?? '');
      return map;
    },
    'GET /processes/p/ideas': ({ url }: { url: URL }) => {
      asked.list.push(url.searchParams.get('within') ?? '');
      return { items: [], next: null, may: { arrange: false } };
    },
  });
  const { user, router } = await renderPage(<IdeasPage />, { texts: ['ideas'], at: '/processes/p/ideas', path: '/processes/:processId/ideas' });
  await user.click(await screen.findByRole('button', { name: 'Zoznam a mapa' }));
  const spots = within(await screen.findByRole('list', { name: 'Nápady na tejto časti plánu' }));
  expect(spots.getByRole('link', { name: 'Lavičky' }).getAttribute('href')).toBe('/ideas/a');
  expect(screen.getByRole('img', { name: 'Centrum mesta' })).toBeTruthy();
  await user.click(spots.getByRole('button', { name: '12 nápadov na jednom mieste, pozrieť bližšie' }));
  await waitFor(() => expect(asked.map.at(-1)).toBe('0.35,0.35,0.85,0.85'));
  await waitFor(() => expect(asked.list.at(-1)).toBe('0.35,0.35,0.85,0.85'));
  expect(router.state.location.search).toBe('?view=map&within=0.35%2C0.35%2C0.85%2C0.85');
  await user.click(screen.getByRole('button', { name: 'Celý plán' }));
  await waitFor(() => expect(router.state.location.search).toBe('?view=map'));
});
