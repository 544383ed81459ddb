import { beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { OwnTalk, Talk, Thread } from '@spolu/contracts/board-talk';
import { Problem } from '@spolu/contracts/problems';
import { addFrame } from '@spolu/board/frames';
import { addNote, moveNote, removeNote } from '@spolu/board/notes';
import { NOTE_SIZE } from '@spolu/board/shape';
import { BoardEvent } from '@spolu/realtime/board-events';
import { act, screen, waitFor, within } from '@testing-library/react';
import { renderPage } from '../../testing/render-page.tsx';
import { givenServer, type Answer } from '../../testing/server.ts';
import { BoardConnection } from '../board-connection.ts';
import { BoardScreen, type BoardViewName } from '../board-screen.tsx';
import { BOARD, FakeServer } from '../fake-server.ts';
import { MemoryPendingStore } from '../memory-pending-store.ts';

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
  await import('../board-work.tsx');
  await import('../outline.tsx');
  await import('./talk-dialog.tsx');
});

const talk = (change: Partial<OwnTalk> = {}): OwnTalk => ({ objectId: 'a', revision: 1, commentCount: 1, resolved: false, reactions: { like: 2 }, mine: [], ...change });
const thread = (change: Partial<Thread> = {}): Thread => ({
  talk: talk(),
  comments: [{ id: 'c1', text: 'A kto to zaplatí?', at: '2026-11-22T08:00:00.000Z', participantId: 'p2', name: null, mine: false }],
  may: { comment: true, moderate: false },
  ...change,
});

let server: FakeServer;
beforeEach(() => {
  sessionStorage.clear();
  server = new FakeServer();
  server.rights = { ...server.rights, comment: true, react: true };
  addFrame(server.doc, { id: 'f1', title: 'Problémy', position: { x: 0, y: 0 }, size: { width: 900, height: 600 } });
  addNote(server.doc, { id: 'a', participantId: 'p1', text: 'Málo lavičiek', colour: 'yellow', position: { x: 24, y: 72, frameId: 'f1' }, createdAt: 0 });
});

async function open(view: BoardViewName, answers: Record<string, Answer> = {}) {
  const { commands } = givenServer({ [`GET /boards/${BOARD}/talk`]: { talks: [talk()], next: null }, [`GET /boards/${BOARD}/comments`]: thread(), ...answers });
  const connection = new BoardConnection({
    socket: server, boardId: BOARD, personKey: 'p1', store: new MemoryPendingStore(), schedule: (run) => run(),
    later: (run) => {
      queueMicrotask(run);
      return () => undefined;
    },
  });
  const page = await renderPage(<BoardScreen connection={connection} view={view} nameOf={({ participantId }) => `Účastník ${participantId}`} seekPlace={null} />, { texts: ['boards', 'shell'] });
  return { ...page, commands };
}
const note = (name = 'Málo lavičiek, žltá, 1 komentár, Páči sa mi: 2') => screen.findByRole('article', { name });
const marks = () => [...document.querySelectorAll<HTMLElement>('.board-mark[data-talk-id="a"]')].map(({ dataset, textContent, style }) => ({ sign: dataset['sign'], count: textContent, left: style.left, top: style.top }));
const tell = (talks: Talk[]) => act(async () => server.tell(BoardEvent.talk, { channel: 1, talks }));
async function openThread(answers?: Record<string, Answer>) {
  const page = await open('canvas', answers);
  const at = await note();
  await act(async () => at.focus());
  await page.user.keyboard('k');
  const dialog = within(await screen.findByRole('dialog', { name: 'Komentáre (1)' }));
  return { ...page, dialog };
}

test('a note says how much is said about it, to the eye by a mark that goes where it goes', async () => {
  await open('canvas');
  await note();
  const [width, height] = [47, 18];
  const edge = { right: 24 + NOTE_SIZE.width, bottom: 72 + NOTE_SIZE.height };
  expect(marks()).toEqual([
    { sign: 'like', count: '2', left: `${edge.right - 2 * width - 4}px`, top: `${edge.bottom - height}px` },
    { sign: 'comments', count: '1', left: `${edge.right - width}px`, top: `${edge.bottom - height}px` },
  ]);
  await act(async () => server.others((doc) => moveNote(doc, 'a', { x: 300, y: 72, frameId: 'f1' })));
  expect(marks().map(({ left }) => left)).toEqual([300 + NOTE_SIZE.width - 2 * width - 4, 300 + NOTE_SIZE.width - width].map((left) => `${left}px`));
  await tell([{ ...talk({ revision: 2, commentCount: 2, reactions: {} }) }]);
  await note('Málo lavičiek, žltá, 2 komentáre');
  expect(marks().map(({ sign, count }) => `${sign} ${count}`)).toEqual(['comments 2']);
  await act(async () => server.others((doc) => removeNote(doc, 'a', 'staff')));
  expect(marks()).toEqual([]);
});

test('only what lies near the view has a mark, and the marks of what went away serve what came', async () => {
  addNote(server.doc, { id: 'b', participantId: 'p1', text: 'Ďaleko', colour: 'yellow', position: { x: 90_000, y: 0, frameId: null }, createdAt: 0 });
  await open('canvas', { [`GET /boards/${BOARD}/talk`]: { talks: [talk(), talk({ objectId: 'b', revision: 2, commentCount: 7, reactions: {} })], next: null } });
  await note();
  const shown = () => [...document.querySelectorAll<HTMLElement>('.board-mark:not([hidden])')].map(({ dataset, textContent }) => `${dataset['talkId']} ${dataset['sign']} ${textContent}`);
  expect(shown()).toEqual(['a like 2', 'a comments 1']);
  await act(async () =>
    server.others((doc) => {
      moveNote(doc, 'a', { x: 90_000, y: 0, frameId: null });
      moveNote(doc, 'b', { x: 24, y: 72, frameId: 'f1' });
    }),
  );
  expect(shown()).toEqual(['b comments 7']);
  expect(document.querySelectorAll('.board-mark')).toHaveLength(2);
});

test('the list says it in words, and its menu leads to the thread', async () => {
  const { user } = await open('outline');
  await screen.findByText('1 komentár, Páči sa mi: 2');
  await user.click(screen.getByRole('button', { name: 'Viac: Málo lavičiek' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Komentáre (1)' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Komentáre (1)' }));
  const item = within(await dialog.findByRole('listitem'));
  expect(item.getByText('Účastník p2')).toBeTruthy();
  expect(item.queryByRole('button')).toBeNull();
});

test('what was refused stays in its field, and goes out again under the same key', async () => {
  const answers: Answer[] = [() => { throw new Problem('board/own-limit', { most: 200, kind: 'comment' }); }, talk({ revision: 2, commentCount: 2 })];
  const { user, dialog, commands } = await openThread({
    [`POST /boards/${BOARD}/comments`]: (request: never) => {
      const answer = answers.shift();
      return typeof answer === 'function' ? (answer as (request: never) => unknown)(request) : answer;
    },
  });
  const field = await dialog.findByRole<HTMLTextAreaElement>('textbox', { name: 'Váš komentár' });
  await user.type(field, 'Mesto');
  await user.click(dialog.getByRole('button', { name: 'Pridať komentár' }));
  await dialog.findByRole('alert');
  expect(field.value).toBe('Mesto');
  await user.click(dialog.getByRole('button', { name: 'Pridať komentár' }));
  await waitFor(() => expect(field.value).toBe(''));
  expect(commands.map(({ body }) => body)).toEqual([{ objectId: 'a', text: 'Mesto' }, { objectId: 'a', text: 'Mesto' }]);
  expect(commands[1]!.key).toBe(commands[0]!.key);
});

test('the field stays in sight under one’s own comment; nobody else’s moves the thread', async () => {
  const seen: Element[] = [];
  Element.prototype.scrollIntoView = function (this: Element) {
    seen.push(this);
  };
  let read = thread();
  const one = read.comments[0]!;
  const hear = (revision: number) => {
    read = thread({ talk: talk({ revision, commentCount: revision }), comments: [...read.comments, { ...one, id: `c${revision}` }] });
    return read.talk;
  };
  const { user, dialog } = await openThread({ [`GET /boards/${BOARD}/comments`]: () => read, [`POST /boards/${BOARD}/comments`]: () => hear(2) });
  await user.type(await dialog.findByRole('textbox', { name: 'Váš komentár' }), 'Mesto');
  await user.click(dialog.getByRole('button', { name: 'Pridať komentár' }));
  await waitFor(() => expect(dialog.getAllByRole('listitem')).toHaveLength(2));
  expect(seen.map((element) => element.querySelector('textarea') !== null)).toEqual([true]);
  await tell([hear(3)]);
  await waitFor(() => expect(dialog.getAllByRole('listitem')).toHaveLength(3));
  expect(seen).toHaveLength(1);
});

test('who may not now reads all the same, and presses nothing', async () => {
  server.rights = { ...server.rights, comment: false, react: false };
  const { user, dialog, commands } = await openThread();
  await dialog.findByText('A kto to zaplatí?');
  expect(dialog.queryByRole('textbox')).toBeNull();
  expect(dialog.getByText('Teraz komentovať nemôžete.')).toBeTruthy();
  await user.click(dialog.getByRole('button', { name: 'Páči sa mi, 2' }));
  expect(commands).toEqual([]);
});

test('a refused reaction is taken back', async () => {
  const { user, dialog } = await openThread({ [`PUT /boards/${BOARD}/reactions`]: () => { throw new Problem('board/read-only'); } });
  await user.click(await dialog.findByRole('button', { name: 'Páči sa mi, 2' }));
  await waitFor(() => expect(dialog.getByRole('button', { name: 'Páči sa mi, 2' }).getAttribute('aria-pressed')).toBe('false'));
});

test('when its thing goes, the thread says so instead of showing what was said', async () => {
  const { dialog } = await openThread();
  await dialog.findByText('A kto to zaplatí?');
  await act(async () => server.others((doc) => removeNote(doc, 'a', 'staff')));
  await dialog.findByText(/Toto už na tabuli nie je/);
  expect(dialog.queryByText('A kto to zaplatí?')).toBeNull();
});
