import { describe, expect, test } from '@jest/globals';
import type { BoardHistory, HistoryAuthor, HistoryPerson, NoteHistory, PastBoard, Restored, UndoneAll } from '@spolu/contracts/boards';
import { Problem } from '@spolu/contracts/problems';
import { act, screen, within } from '@testing-library/react';
import axe from 'axe-core';
import { renderPage } from '../testing/render-page.tsx';
import { givenServer, type Answer } from '../testing/server.ts';
import { HistoryView } from './history-view.tsx';

const JANA: HistoryAuthor = { participantId: 'jana', personId: null, name: null };
const PETER: HistoryAuthor = { participantId: null, personId: 'peter', name: 'Peter Veselý' };
const NAMES: Record<string, string> = { jana: 'Jana', peter: 'Peter Veselý' };
const history = (more: Partial<BoardHistory> = {}): BoardHistory => ({
  boardId: 'b', title: 'Plénum', tick: 30, before: null, may: { restore: true },
  entries: [
    { tick: 30, at: '2026-11-22T09:20:00.000Z', by: PETER, act: 'removed', kind: 'note', count: 12, samples: ['Tečie strecha', 'Viac stromov', 'Lavičky'] },
    { tick: 20, at: '2026-11-22T09:10:00.000Z', by: JANA, act: 'added', kind: 'note', count: 2, samples: ['Tečie strecha'] },
    { tick: 2, at: '2026-11-22T09:00:00.000Z', by: null, act: 'added', kind: 'frame', count: 1, samples: ['Čo nás trápi'] },
  ],
  checkpoints: [{ tick: 20, at: '2026-11-22T09:15:00.000Z', reason: 'activity-ended', activityId: 'a', by: null }],
  ...more,
});
const past: PastBoard = {
  boardId: 'b', tick: 20, at: '2026-11-22T09:10:00.000Z', noteCount: 1,
  frames: [{
    id: 'f', title: 'Čo nás trápi', box: { x: 0, y: 0, width: 1240, height: 880 },
    clusters: [{ id: null, title: '', notes: [{ id: 'n', text: 'Tečie strecha', colour: 'pink', box: { x: 40, y: 80, width: 180, height: 180 } }] }],
  }],
};
const people: HistoryPerson[] = [{ by: PETER, addedCount: 1, changedCount: 12 }, { by: JANA, addedCount: 2, changedCount: 0 }];
const note: NoteHistory = {
  noteId: 'n', text: 'Tečie strecha školy',
  steps: [
    { tick: 20, at: '2026-11-22T09:10:00.000Z', by: JANA, act: 'added', text: 'Tečie strecha' },
    { tick: 22, at: '2026-11-22T09:11:00.000Z', by: PETER, act: 'moved', text: 'Obavy' },
  ],
};
const restored: Restored = { restoredCount: 12, withdrawnCount: 1, undoTick: 30 };
const undone: UndoneAll = { undoneCount: 12, keptCount: 2, undoTick: 31 };

const open = async (answers: Record<string, Answer> = {}) => {
  const server = givenServer({
    'GET /me': { person: null, roles: [], participants: [] },
    'GET /boards/b/history': history(), 'GET /boards/b/history/past': past, 'GET /boards/b/history/people': people, 'GET /boards/b/history/note': note,
    'POST /boards/b/restorations': restored, 'POST /boards/b/undoings': undone, ...answers,
  });
  const nameOf = (author: HistoryAuthor | null) => (author ? (NAMES[author.participantId ?? author.personId ?? ''] ?? '') : 'bez autora');
  const view = await renderPage(<main><h1>História</h1><HistoryView boardId="b" nameOf={nameOf} activityOf={() => 'Brainstorming'} /></main>, { texts: ['boards'] });
  await screen.findByRole('tab', { name: 'Čo sa dialo' });
  return { ...view, ...server };
};
const lines = () => screen.getAllByRole('listitem').map(({ textContent }) => textContent);

describe('the history of a board', () => {
  test('tells in words who did what when; a checkpoint stands above what it comes after', async () => {
    await open();
    expect(lines()).toEqual([
      expect.stringMatching(/Peter Veselý.*Odstránené: 12 lístkov.*„Tečie strecha“, „Viac stromov“, „Lavičky“ …/),
      expect.stringMatching(/Koniec aktivity: Brainstorming/),
      expect.stringMatching(/Jana.*Nové: 2 lístky/),
      expect.stringMatching(/bez autora.*Nové: 1 rám.*„Čo nás trápi“/),
    ]);
  });

  test('shows the checkpoints alone', async () => {
    const { user } = await open();
    await user.click(screen.getByRole('checkbox', { name: 'Iba záchytné body' }));
    expect(lines()).toEqual([expect.stringContaining('Koniec aktivity')]);
  });

  test('shows the board as it was, by keyboard too, and who wrote a note', async () => {
    const { user, container } = await open();
    const row = screen.getByRole('button', { name: /Jana/ });
    act(() => row.focus());
    await user.keyboard('{Enter}');
    const heading = await screen.findByRole('heading', { name: /Tabuľa, ako vyzerala/ });
    expect(document.activeElement).toBe(heading);
    expect(row.getAttribute('aria-pressed')).toBe('true');
    expect(screen.getByRole('img', { name: /1 lístok/ })).toBeTruthy();
    expect((await axe.run(container, { rules: { 'color-contrast': { enabled: false } } })).violations).toEqual([]);

    await user.click(screen.getByRole('button', { name: 'Späť na zoznam' }));
    expect(document.activeElement).toBe(row);
    await user.click(screen.getByRole('button', { name: 'Tečie strecha' }));
    const dialog = await screen.findByRole('dialog', { name: 'História lístka' });
    expect(await within(dialog).findByText(/Nové: „Tečie strecha“/)).toBeTruthy();
    expect(within(dialog).getByText(/Presunuté: „Obavy“/)).toBeTruthy();
  });

  test('puts the board back only when it is confirmed, says what came of it, and takes that back', async () => {
    const { user, commands } = await open();
    await user.click(screen.getByRole('button', { name: /Koniec aktivity/ }));
    await user.click(await screen.findByRole('button', { name: 'Vrátiť tabuľu do tohto stavu' }));
    const dialog = await screen.findByRole('alertdialog', { name: 'Vrátiť tabuľu?' });
    expect(commands).toEqual([]);
    await user.click(within(dialog).getByRole('button', { name: 'Vrátiť tabuľu do tohto stavu' }));
    expect(await screen.findByText('Tabuľa je späť. Zmenilo sa 12 prvkov. 1 prvok si medzitým stiahol jeho autor, preto zostal preč.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Vziať to späť' }));
    await screen.findByText(/Vzaté späť/);
    expect(commands.map(({ request, body }) => [request, body])).toEqual([['POST /boards/b/restorations', { tick: 20 }], ['POST /boards/b/restorations', { tick: 30 }]]);
  });

  test('takes back all that one did, and says what was left and why', async () => {
    const { user, commands } = await open();
    await user.click(screen.getByRole('tab', { name: 'Kto čo urobil' }));
    const table = await screen.findByRole('table', { name: 'Kto čo urobil' });
    expect(within(table).getAllByRole('row').slice(1).map(({ textContent }) => textContent)).toEqual([expect.stringMatching(/^Peter Veselý112/), expect.stringMatching(/^Jana20/)]);
    await user.click(screen.getByRole('button', { name: 'Vrátiť všetko: Peter Veselý' }));
    const dialog = await screen.findByRole('alertdialog');
    await user.click(within(dialog).getByRole('button', { name: 'Vrátiť všetko' }));
    expect(await screen.findByText('Peter Veselý: zmeny sú vrátené na 12 prvkoch. 2 prvky zostali, lebo ich medzitým zmenil niekto iný.')).toBeTruthy();
    expect(commands).toMatchObject([{ request: 'POST /boards/b/undoings', body: { authorId: 'peter' } }]);
  });

  test('goes on to what was earlier', async () => {
    const { user } = await open({
      'GET /boards/b/history': ({ url }) =>
        (url.searchParams.get('before') === '2' ? history({ entries: [{ ...history().entries[2]!, tick: 1, samples: ['Najstarší rám'] }], checkpoints: [] }) : history({ before: 2 })),
    });
    await user.click(screen.getByRole('button', { name: 'Ukázať staršie' }));
    expect(await screen.findByText(/Najstarší rám/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Ukázať staršie' })).toBeNull();
  });

  test('of a closed board is to be read only', async () => {
    const { user } = await open({ 'GET /boards/b/history': history({ may: { restore: false } }) });
    expect(screen.getByText(/Tabuľa je teraz zatvorená/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: /Jana/ }));
    await screen.findByRole('heading', { name: /Tabuľa, ako vyzerala/ });
    expect(screen.queryByRole('button', { name: /Vrátiť/ })).toBeNull();
  });

  test('says so when it was not possible', async () => {
    const { user } = await open({
      'POST /boards/b/restorations': () => {
        throw new Problem('board/read-only');
      },
    });
    await user.click(screen.getByRole('button', { name: /Jana/ }));
    await user.click(await screen.findByRole('button', { name: 'Vrátiť tabuľu do tohto stavu' }));
    await user.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Vrátiť tabuľu do tohto stavu' }));
    await screen.findByRole('button', { name: 'Vrátiť tabuľu do tohto stavu' });
    expect(screen.queryByText(/Tabuľa je späť/)).toBeNull();
  });
});
