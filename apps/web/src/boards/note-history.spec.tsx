import { beforeAll, beforeEach, expect, test } from '@jest/globals';
import { addNote } from '@spolu/board/notes';
import type { HistoryAuthor, NoteHistory } from '@spolu/contracts/boards';
import { act, screen, within } from '@testing-library/react';
import { renderPage } from '../testing/render-page.tsx';
import { givenServer } from '../testing/server.ts';
import { BoardConnection } from './board-connection.ts';
import { BoardScreen, type BoardViewName } from './board-screen.tsx';
import { BOARD, FakeServer } from './fake-server.ts';
import { MemoryPendingStore } from './memory-pending-store.ts';

/** What browsers have and jsdom lacks. */
class NoResizes {
  observe() {}
  unobserve() {}
  disconnect() {}
}
Object.assign(globalThis, { ResizeObserver: NoResizes, matchMedia: () => ({ matches: false, addEventListener() {}, removeEventListener() {} }) });
HTMLCanvasElement.prototype.getContext = (() => null) as HTMLCanvasElement['getContext'];

// Translating the sources takes longer than a browser's fetch of them.
beforeAll(async () => {
  await import('./board-work.tsx');
  await import('./board-dialogs.tsx');
  await import('./history-note.tsx');
  await import('./outline.tsx');
});

const history: NoteHistory = {
  noteId: 'a', text: 'Málo lavičiek',
  steps: [
    { tick: 2, at: '2026-11-22T08:00:00.000Z', by: { participantId: 'p1', personId: null, name: null }, act: 'added', text: 'Lavičky' },
    { tick: 5, at: '2026-11-22T08:05:00.000Z', by: null, act: 'written', text: 'Málo lavičiek' },
  ],
};
const authorName = (author: HistoryAuthor | null) => (author ? 'Účastníčka 1' : 'bez autora');

beforeEach(() => {
  givenServer({ [`GET /boards/${BOARD}/history/note`]: history });
});

async function open(view: BoardViewName, mayAsk: boolean) {
  const server = new FakeServer();
  addNote(server.doc, { id: 'a', participantId: 'p2', text: 'Málo lavičiek', colour: 'yellow', position: { x: 0, y: 0, frameId: null }, createdAt: 0 });
  const connection = new BoardConnection({ socket: server, boardId: BOARD, personKey: 'p1', store: new MemoryPendingStore(), schedule: (run) => run() });
  const page = await renderPage(<BoardScreen connection={connection} view={view} nameOf={() => ''} authorName={mayAsk ? authorName : undefined} seekPlace={null} />, { texts: ['boards', 'shell', 'http'] });
  if (view === 'canvas') {
    await screen.findByRole('group', { name: 'Priblíženie' });
    const note = screen.getByRole('article', { name: /Málo lavičiek/ });
    await act(async () => note.focus());
    await page.user.keyboard('{Shift>}{F10}{/Shift}');
  } else await page.user.click(await screen.findByRole('button', { name: /^Viac: Málo lavičiek/ }));
  return { ...page, menu: await screen.findByRole('menu', { name: 'Čo sa tu dá urobiť' }) };
}

test.each<BoardViewName>(['canvas', 'outline'])('who runs the session sees from the %s who wrote a note, when', async (view) => {
  const { user, menu } = await open(view, true);
  await user.click(within(menu).getByRole('menuitem', { name: 'História lístka' }));
  const dialog = await screen.findByRole('dialog', { name: 'História lístka' });
  const steps = await within(dialog).findAllByRole('listitem');
  expect(steps.map(({ textContent }) => textContent)).toEqual([expect.stringContaining('Účastníčka 1'), expect.stringContaining('bez autora')]);
});

test.each<BoardViewName>(['canvas', 'outline'])('who takes part is not offered it on the %s', async (view) => {
  const { menu } = await open(view, false);
  expect(within(menu).queryByRole('menuitem', { name: 'História lístka' })).toBeNull();
});
