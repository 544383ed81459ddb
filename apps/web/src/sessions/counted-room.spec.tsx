import { expect, test } from '@jest/globals';
import { addFrame } from '@spolu/board/frames';
import { addNote } from '@spolu/board/notes';
import { partOf } from '@spolu/contracts/activities/part-of';
import type { RoomState } from '@spolu/contracts/sessions';
import { act, screen } from '@testing-library/react';
import type * as Y from 'yjs';
import { BoardConnection } from '../boards/board-connection.ts';
import { BOARD, FakeServer } from '../boards/fake-server.ts';
import { MemoryPendingStore } from '../boards/memory-pending-store.ts';
import { renderPage } from '../testing/render-page.tsx';
import { CountedRoom } from './counted-room.tsx';

const NOW = '2026-11-22T17:00:00.000Z';
const room = (revealed: boolean): RoomState => ({
  sessionId: 's', version: 1, serverNow: NOW, title: 'Dielňa', welcome: '', language: 'sk', secondLanguage: null, state: 'open', code: null, doorOpen: true, boardId: BOARD, participantCount: 2, agenda: [], hall: null, hands: { waitingCount: 0, mark: 0 }, meaning: null, look: null,
  activity: {
    id: 'a', kind: 'brainstorm', title: 'Písanie', instruction: '', state: 'running', startedAt: NOW, endsAt: NOW, pausedAt: null, endsItself: false, locked: false, waitsForReveal: !revealed, isCounted: false, resultShown: false,
    part: { mode: 'hidden', revealed, moderated: false, frames: [{ id: 'f1', title: 'Problémy' }], cardCount: 7 },
  },
});

async function show(revealed: boolean) {
  const server = new FakeServer();
  addFrame(server.doc, { id: 'f1', title: 'Problémy', position: { x: 0, y: 0 }, size: { width: 900, height: 600 } });
  const write = (doc: Y.Doc, id: string, frameId: string | null) => addNote(doc, { id, participantId: null, text: id, colour: 'yellow', position: { x: 24, y: 72, frameId }, createdAt: 0 });
  write(server.doc, 'on the canvas', 'f1');
  write(server.doc, 'somewhere else', null);
  const connection = new BoardConnection({
    socket: server, boardId: BOARD, personKey: 'p1', store: new MemoryPendingStore(), schedule: (run) => run(),
    later: (run) => {
      queueMicrotask(run);
      return () => undefined;
    },
  });
  await renderPage(<CountedRoom room={room(revealed)} connection={connection}>{({ activity }) => <p>{`${partOf(activity, 'brainstorm')?.cardCount} notes`}</p>}</CountedRoom>, { texts: [] });
  return (id: string) => server.others((doc) => write(doc, id, 'f1'));
}

test('open notes are counted on the board, whoever wrote them and wherever', async () => {
  const somebodyWrites = await show(true);
  await screen.findByText('1 notes');
  await act(async () => somebodyWrites('one more'));
  await screen.findByText('2 notes');
});

test('while notes are hidden, the cards are counted that the server holds', async () => {
  await show(false);
  expect(screen.getByText('7 notes')).toBeTruthy();
});
