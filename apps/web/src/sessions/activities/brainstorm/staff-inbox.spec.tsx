import { expect, test } from '@jest/globals';
import type { InboxCard } from '@spolu/contracts/activities/brainstorm';
import { Problem } from '@spolu/contracts/problems';
import { screen, waitFor } from '@testing-library/react';
import { renderPage } from '../../../testing/render-page.tsx';
import { givenServer } from '../../../testing/server.ts';
import { StaffInbox } from './staff-inbox.tsx';

const card = (id: string, more: Partial<InboxCard> = {}): InboxCard => ({
  id, activityId: 'a', activityTitle: 'Nápady', text: `Lístok ${id}`, language: 'sk', colour: 'yellow', frameTitle: null, state: 'inbox', reason: '', composedAt: `2026-11-22T10:00:0${id}Z`,
  decidedBy: null, ...more,
});
const inboxes = [{ activityId: 'a', waitingCount: 3, asideCount: 0, decidedAt: null }];

/** Decides as the server does. */
function given(cards: InboxCard[], answer?: object) {
  let left = cards;
  const server = givenServer({
    'GET /sessions/*/inbox': () => left,
    'POST /activities/*/inbox': ({ body }: { body: unknown }) => {
      const { cardIds, to, reason } = body as { cardIds: string[]; to: string; reason?: string };
      const moved = cards.filter(({ id }) => cardIds.includes(id)).map((one): InboxCard => ({ ...one, state: to === 'aside' ? 'aside' : 'inbox', reason: reason ?? '' }));
      left = [...left.filter(({ id }) => !cardIds.includes(id)), ...(to === 'board' ? [] : moved)];
      return answer ?? { done: cardIds, others: [] };
    },
  });
  return server;
}
const show = () => renderPage(<StaffInbox sessionId="s" inboxes={inboxes} />, { texts: ['sessions'] });
const boxes = () => screen.getAllByRole<HTMLInputElement>('checkbox');

test('many are taken onto the board at once, and back', async () => {
  const { commands } = given([card('1'), card('2'), card('3')]);
  const { user } = await show();
  await screen.findByText('Lístok 1');
  await user.click(screen.getByRole('button', { name: 'Označiť všetky' }));
  await user.click(boxes()[1]!);
  await user.click(screen.getByRole('button', { name: 'Na tabuľu 2 lístky' }));
  await screen.findByText('2 lístky sú na tabuli.');
  await waitFor(() => expect(boxes()).toHaveLength(1));
  await user.click(screen.getByRole('button', { name: 'Vrátiť späť' }));
  await waitFor(() => expect(boxes()).toHaveLength(3));
  expect(commands.map(({ request, body }) => [request, body])).toEqual([
    ['POST /activities/a/inbox', { cardIds: ['1', '3'], from: 'inbox', to: 'board' }],
    ['POST /activities/a/inbox', { cardIds: ['1', '3'], from: 'board', to: 'inbox' }],
  ]);
});

test('by keyboard: down, Enter accepts and goes on with the next, Delete asks why', async () => {
  const { commands } = given([card('1'), card('2'), card('3')]);
  const { user } = await show();
  await screen.findByText('Lístok 1');
  boxes()[0]!.focus();
  await user.keyboard('{ArrowDown}{Enter}');
  await waitFor(() => expect(boxes()).toHaveLength(2));
  await waitFor(() => expect(document.activeElement).toBe(boxes()[1]));
  await user.keyboard('{Delete}');
  const reason = screen.getByRole('textbox', { name: /Prečo lístok odkladáte/ });
  expect(document.activeElement).toBe(reason);
  await user.keyboard('Netýka sa nás.');
  await user.click(screen.getAllByRole('button', { name: 'Odložiť' }).find((button) => button.getAttribute('type') === 'submit')!);
  await screen.findByText('1 odložený lístok');
  expect(screen.getByText('Netýka sa nás.')).toBeTruthy();
  expect(commands.map(({ body }) => body)).toEqual([
    { cardIds: ['2'], from: 'inbox', to: 'board' }, { cardIds: ['3'], from: 'inbox', to: 'aside', reason: 'Netýka sa nás.' },
  ]);
});

test('nothing is set aside without a reason; a usual one is a press away', async () => {
  const { commands } = given([card('1')]);
  const { user } = await show();
  await user.click(await screen.findByRole('button', { name: 'Odložiť: Lístok 1' }));
  const submit = () => screen.getAllByRole('button', { name: 'Odložiť' }).find((button) => button.getAttribute('type') === 'submit')!;
  await user.click(submit());
  expect(screen.getByText(/Napíšte dôvod/)).toBeTruthy();
  expect(commands).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'To isté už na tabuli je.' }));
  await user.click(submit());
  await waitFor(() => expect(commands.map(({ body }) => body)).toMatchObject([{ to: 'aside', reason: 'To isté už na tabuli je.' }]));
});

test('whoever was slower is told, and may take nothing back', async () => {
  given([card('1')], { done: [], others: [{ id: '1', state: 'aside' }] });
  const { user } = await show();
  await user.click(await screen.findByRole('button', { name: 'Na tabuľu: Lístok 1' }));
  await screen.findByText(/O 1 lístku už rozhodol niekto iný/);
  expect(screen.queryByRole('button', { name: 'Vrátiť späť' })).toBeNull();
});

test('the reason stays where it could not be sent', async () => {
  const { commands } = givenServer({
    'GET /sessions/*/inbox': [card('1')],
    'POST /activities/*/inbox': () => {
      throw new Problem('internal-error');
    },
  });
  const { user } = await show();
  await user.click(await screen.findByRole('button', { name: 'Odložiť: Lístok 1' }));
  await user.type(screen.getByRole('textbox', { name: /Prečo lístok odkladáte/ }), 'Netýka sa nás.');
  const submit = () => screen.getAllByRole('button', { name: 'Odložiť' }).find((button) => button.getAttribute('type') === 'submit')!;
  await user.click(submit());
  await waitFor(() => expect(commands).toHaveLength(1));
  await waitFor(() => expect(submit().getAttribute('aria-disabled')).not.toBe('true'));
  expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: /Prečo lístok odkladáte/ }).value).toBe('Netýka sa nás.');
});

test('a reason that is being written stays while another card goes onto the board', async () => {
  given([card('1'), card('2')]);
  const { user } = await show();
  await screen.findByText('Lístok 1');
  await user.click(screen.getByRole('button', { name: 'Odložiť: Lístok 1' }));
  await user.type(screen.getByRole('textbox', { name: /Prečo lístok odkladáte/ }), 'Netýka sa');
  await user.click(screen.getByRole('button', { name: 'Na tabuľu: Lístok 2' }));
  await waitFor(() => expect(boxes()).toHaveLength(1));
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: /Prečo lístok odkladáte/ }).value).toBe('Netýka sa');
});
