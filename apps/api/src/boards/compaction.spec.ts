import { afterAll, expect, test } from '@jest/globals';
import { addNote, moveNote, readNotes } from '@spolu/board/notes';
import { newBoard } from '@spolu/board/shape';
import * as Y from 'yjs';
import { BoardLog } from './board-log.ts';
import { Compaction } from './compaction.ts';

const compaction = new Compaction();
afterAll(() => compaction.onApplicationShutdown());

/** A board on which a note is moved so many times, and each change of it. */
function worked(moves: number) {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  newBoard(doc);
  addNote(doc, { id: 'n', participantId: null, text: 'lavička', colour: 'pink', position: { x: 0, y: 0, frameId: null }, createdAt: 1 });
  for (let x = 1; x <= moves; x++) moveNote(doc, 'n', { x, y: 0, frameId: null });
  return { doc, updates };
}
const EMPTY = Y.encodeStateAsUpdateV2(new Y.Doc());
const read = (state: Uint8Array, tail: readonly Uint8Array[] = []) => {
  const doc = new Y.Doc();
  Y.applyUpdateV2(doc, state);
  for (const update of tail) Y.applyUpdate(doc, update);
  return readNotes(doc);
};

test('makes one state of a state and what came since, in another thread', async () => {
  const { doc, updates } = worked(100);
  const half = await compaction.compact({ state: EMPTY, updates: updates.slice(0, 50) });
  const whole = await compaction.compact({ state: half, updates: updates.slice(50) });
  expect(read(whole)).toEqual(readNotes(doc));
  expect(whole.length).toBeLessThan(updates.reduce((sum, { length }) => sum + length, 0) / 4);
});

test('what is no update fails alone; the next is made', async () => {
  const { doc, updates } = worked(3);
  const [bad, good] = await Promise.allSettled([
    compaction.compact({ state: EMPTY, updates: [Uint8Array.of(255, 255, 255)] }), compaction.compact({ state: EMPTY, updates }),
  ]);
  expect(bad.status).toBe('rejected');
  expect(read((good as PromiseFulfilledResult<Uint8Array>).value)).toEqual(readNotes(doc));
});

test('what is under way when the thread ends fails, and another thread is started for what comes after', async () => {
  const { doc, updates } = worked(1_000);
  // More than it does before it hears that it is to end.
  const ended = Promise.allSettled(Array.from({ length: 100 }, () => compaction.compact({ state: EMPTY, updates })));
  await compaction.onApplicationShutdown();
  expect((await ended).at(-1)?.status).toBe('rejected');
  expect(read(await compaction.compact({ state: EMPTY, updates }))).toEqual(readNotes(doc));
});

test('a log that is folded while the board goes on is whole for newcomers, and for those who come back from a short gap', async () => {
  const { doc, updates } = worked(1_200);
  const log = new BoardLog(1, { state: null, stateTick: 0, tail: [] });
  const add = (from: number, to: number) => updates.slice(from, to).forEach((update, i) => log.add({ tick: from + i + 1, update }));
  add(0, 1_000);
  const folding = compaction.compact({ state: log.state.state, updates: log.since(0).map(({ update }) => update) });
  add(1_000, updates.length);
  const bytes = log.bytes;
  log.fold(1_000, await folding);
  expect(log.bytes).toBeLessThan(bytes / 2);
  expect(read(log.state.state, log.since(log.state.tick).map(({ update }) => update))).toEqual(readNotes(doc));
  expect(log.since(1_000).map(({ tick }) => tick)).toEqual(updates.slice(1_000).map((_, i) => 1_001 + i));
  // Of what the state has, the last five hundred stay, less those that came since.
  const reached = updates.length - 500;
  expect([reached - 1, reached].map((tick) => log.reachesBackTo(tick))).toEqual([false, true]);
  expect(log.since(reached)).toHaveLength(500);
});
