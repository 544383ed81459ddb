import { expect, test } from '@jest/globals';
import type { IdeaRow } from '@spolu/contracts/ideas';
import { screen, waitFor, within } from '@testing-library/react';
import { renderPage } from '../testing/render-page.tsx';
import { givenServer } from '../testing/server.ts';
import { IdeasPage } from './ideas-page.tsx';

const idea = (id: string, title: string, state: IdeaRow['state'] = 'current'): IdeaRow => ({ id, title, summary: `O čom je ${title}`, noteCount: 2, dots: null, state, supportCount: 0, commentCount: 0, createdAt: '2026-03-14T10:00:00.000Z' });
const show = (arrange: boolean) => {
  const server = givenServer({
    'GET /me': { person: { id: 'me' }, roles: [], participants: [] },
    'GET /processes/p': { id: 'p', title: 'Energia' },
    'GET /processes/p/ideas': { items: [idea('a', 'Školy'), idea('b', 'Okná'), idea('c', 'Svetlá', 'split')], next: null, may: { arrange } },
    'POST /idea-merges': () => ({ id: 'm' }),
  });
  return { server, page: renderPage(<IdeasPage />, { texts: ['ideas'], at: '/processes/p/ideas', path: '/processes/:processId/ideas' }) };
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
