import { expect, test } from '@jest/globals';
import type { IdeaView } from '@spolu/contracts/ideas';
import { Problem } from '@spolu/contracts/problems';
import { screen, waitFor, within } from '@testing-library/react';
import { renderPage } from '../testing/render-page.tsx';
import { givenServer } from '../testing/server.ts';
import { IdeaPage } from './idea-page.tsx';

const idea = (change: Partial<IdeaView> = {}): IdeaView => ({
  id: 'i', title: 'Školy bez strát', summary: 'Začať tam, kde deti sedia v bundách.', noteCount: 9, dots: 12, createdAt: '2026-03-14T10:00:00.000Z', processId: 'p', processTitle: 'Energia',
  revision: 4, may: { edit: true },
  clusters: [{
    id: 'c', title: 'Energia v školách', sessionId: 's', sessionTitle: 'Dielňa', vote: { dots: 12, voters: 7, ofDots: 60, ofVoters: 20 }, hiddenNoteCount: 2,
    notes: [1, 2, 3, 4, 5, 6, 7].map((n) => ({ contributionId: `n${n}`, text: `Lístok ${n}`, language: 'sk' as const })),
  }],
  ...change,
});
const show = (answers: Parameters<typeof givenServer>[0] = {}) => {
  const server = givenServer({ 'GET /me': { person: { id: 'me' }, roles: [], participants: [] }, 'GET /ideas/i': idea(), ...answers });
  return { server, page: renderPage(<IdeaPage />, { texts: ['ideas'], at: '/ideas/i', path: '/ideas/:id' }) };
};

test('shows people’s own words and the vote, and says how many notes are not for these eyes', async () => {
  await show().page;
  expect(await screen.findByText('Lístok 1')).toBeTruthy();
  expect(screen.getByText('12 bodiek z 60')).toBeTruthy();
  expect(screen.getByText('Bodku tu nechalo 7 z 20 hlasujúcich.')).toBeTruthy();
  expect(screen.getByText('Ešte 1 lístok')).toBeTruthy();
  expect(screen.getByText('2 lístky tu nevidíte: nie sú verejné.')).toBeTruthy();
});

test('an edit that comes after somebody else’s keeps what was typed and builds on hers the next time', async () => {
  let revision = 4;
  const { server, page } = show({
    'GET /ideas/i': () => idea({ revision }),
    'PUT /ideas/i': ({ body }: { body: unknown }) => {
      if ((body as { revision: number }).revision !== revision) throw new Problem('changed-meanwhile');
    },
  });
  const { user } = await page;
  await user.click(await screen.findByRole('button', { name: 'Upraviť nápad' }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.type(dialog.getByRole('textbox', { name: 'Názov nápadu' }), ' energie');
  revision = 5;
  await user.click(dialog.getByRole('button', { name: 'Uložiť' }));
  expect(await dialog.findByRole('alert')).toBeTruthy();
  expect(dialog.getByRole<HTMLInputElement>('textbox', { name: 'Názov nápadu' }).value).toBe('Školy bez strát energie');
  await user.click(dialog.getByRole('button', { name: 'Uložiť' }));
  await waitFor(() => expect(server.commands.map(({ body }) => (body as { revision: number }).revision)).toEqual([4, 5]));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});
