import { describe, expect, test } from '@jest/globals';
import * as Y from 'yjs';
import { addCluster } from './clusters.ts';
import { addFrame, resizeFrame } from './frames.ts';
import { addNote, editNote, moveNote, noteText, readNote, type NewNote } from './notes.ts';
import { readOperations, type Reading } from './operations.ts';
import { newBoard } from './shape.ts';
import { checkBoard } from './validation.ts';

const NOTE = '00000000-0000-4000-8000-000000000001';
const OTHER = '00000000-0000-4000-8000-000000000002';
const note = (change: Partial<NewNote> = {}): NewNote => ({
  id: NOTE, participantId: null, text: 'Viac zelene', colour: 'green', position: { x: 1, y: 2, frameId: null }, createdAt: 5, ...change,
});

function given(): { server: Y.Doc; device: (clientID: number) => Y.Doc; read: (bytes: Uint8Array, ...owned: number[]) => Reading; take: (doc: Y.Doc, edit: () => unknown) => Uint8Array } {
  const server = new Y.Doc();
  newBoard(server);
  addNote(server, note());
  addFrame(server, { id: 'frame1', title: 'Otázky', position: { x: 0, y: 0 } });
  return {
    server,
    device: (clientID) => {
      const doc = Object.assign(new Y.Doc(), { clientID });
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(server));
      return doc;
    },
    read: (bytes, ...owned) => readOperations(server, bytes, (id) => (owned.length === 0 ? true : owned.includes(id))),
    take: (doc, edit) => {
      const updates: Uint8Array[] = [];
      const keep = (update: Uint8Array) => updates.push(update);
      doc.on('update', keep);
      edit();
      doc.off('update', keep);
      return Y.mergeUpdates(updates);
    },
  };
}

describe('an update says what it would do', () => {
  test('a new note with all its fields, in one operation', () => {
    const { device, read, take } = given();
    const doc = device(7);
    expect(read(take(doc, () => addNote(doc, note({ id: OTHER, text: 'áno' }))))).toMatchObject({
      ok: true, known: false, operations: [{ do: 'add', kind: 'note', length: 3, item: { id: OTHER, participantId: null, colour: 'green', position: { x: 1, y: 2, frameId: null } } }],
    });
  });

  test('a field set, however often it was set before it was sent', () => {
    const { device, read, take } = given();
    const doc = device(7);
    const update = take(doc, () => {
      for (let x = 0; x < 5; x++) moveNote(doc, NOTE, { x, y: 0, frameId: 'frame1' });
    });
    expect(read(update)).toEqual({ ok: true, known: false, operations: [{ do: 'set', kind: 'note', id: NOTE, field: 'p', value: [4, 0, 'frame1'] }] });
  });

  test('typing and deleting, by how much', () => {
    const { device, read, take } = given();
    const doc = device(7);
    expect(read(take(doc, () => editNote(doc, NOTE, 'Viac vody a zelene')))).toEqual({
      ok: true, known: false, operations: [{ do: 'write', kind: 'note', id: NOTE, inserted: 7, deleted: 0, length: 18 }],
    });
    const other = device(8);
    expect(read(take(other, () => noteText(other, NOTE)!.delete(0, 5)))).toMatchObject({ operations: [{ do: 'write', inserted: 0, deleted: 5, length: 6 }] });
  });

  test('several things at once', () => {
    const { device, read, take } = given();
    const doc = device(7);
    const reading = read(take(doc, () => {
      addCluster(doc, { id: OTHER, title: 'Voda' });
      resizeFrame(doc, 'frame1', { width: 500, height: 500 });
    }));
    expect(reading).toMatchObject({ ok: true, operations: [{ do: 'add', kind: 'cluster', item: { title: 'Voda' } }, { do: 'set', kind: 'frame', field: 'size' }] });
  });

  test('nothing, once it is known; and nothing again however often it comes', () => {
    const { server, device, read, take } = given();
    const doc = device(7);
    const update = take(doc, () => editNote(doc, NOTE, 'x'));
    Y.applyUpdate(server, update);
    expect(read(update)).toEqual({ ok: true, known: true, operations: [] });
  });
});

describe('a move costs no more than 45 bytes', () => {
  test('with coordinates of a usual board and a frame', () => {
    const { server, device, take } = given();
    const doc = device(0xffff_fff0);
    Y.applyUpdate(server, take(doc, () => moveNote(doc, NOTE, { x: 1, y: 1, frameId: 'frame1' })));
    expect(take(doc, () => moveNote(doc, NOTE, { x: 2480, y: 1960, frameId: 'frame1' })).length).toBeLessThanOrEqual(45);
  });
});

describe('what an honest device wrote before and after it heard of others is taken', () => {
  const far = { x: 9, y: 9, frameId: null };

  test.each([[7, 5], [5, 7]])('two moves in one change by %i, with a move by %i between them', (own, others) => {
    const { server, device, read, take } = given();
    const [doc, other] = [device(own), device(others)];
    const first = take(doc, () => moveNote(doc, NOTE, { x: 1, y: 1, frameId: null }));
    const theirs = take(other, () => moveNote(other, NOTE, far));
    Y.applyUpdate(server, theirs);
    Y.applyUpdate(doc, theirs);
    const both = Y.mergeUpdates([first, take(doc, () => moveNote(doc, NOTE, { x: 2, y: 2, frameId: null }))]);
    const reading = read(both);
    expect(reading).toMatchObject({ ok: true });
    // Each write that could be the last is one that the rule is held against.
    expect(reading.ok && reading.operations).toContainEqual({ do: 'set', kind: 'note', id: NOTE, field: 'p', value: [2, 2, null] });
    Y.applyUpdate(server, both);
    expect(readNote(server, NOTE)?.position).toEqual({ x: 2, y: 2, frameId: null });
    expect(checkBoard(server)).toEqual([]);
  });

  test('moves of two tabs of hers, both without a network: each is judged, one wins', () => {
    const { server, device, read, take } = given();
    const [a, b] = [device(7), device(8)];
    const both = Y.mergeUpdates([take(a, () => moveNote(a, NOTE, { x: 1, y: 1, frameId: null })), take(b, () => moveNote(b, NOTE, far))]);
    expect(read(both)).toMatchObject({ ok: true, operations: [{ do: 'set', value: [9, 9, null] }, { do: 'set', value: [1, 1, null] }] });
    Y.applyUpdate(server, both);
    expect(checkBoard(server)).toEqual([]);
  });
});

describe('what replicas could read differently is refused', () => {
  test('half of a change: what is known with something new behind it', () => {
    const { server, device, read, take } = given();
    const doc = device(7);
    const first = take(doc, () => editNote(doc, NOTE, 'x'));
    const both = Y.mergeUpdates([first, take(doc, () => moveNote(doc, NOTE, { x: 3, y: 3, frameId: null }))]);
    Y.applyUpdate(server, first);
    expect(read(both)).toMatchObject({ ok: false, code: 'board/resync' });
  });

  test('a foreign client id, in structs', () => {
    const { device, read, take } = given();
    const doc = device(7);
    expect(read(take(doc, () => editNote(doc, NOTE, 'x')), 8)).toMatchObject({ ok: false, code: 'board/not-yours' });
  });

  test('a client listed twice, of which Yjs would read one list only', () => {
    const { device, read, take } = given();
    const doc = device(7);
    const first = take(doc, () => moveNote(doc, NOTE, { x: 1, y: 1, frameId: null }));
    const second = take(doc, () => moveNote(doc, NOTE, { x: 2, y: 2, frameId: null }));
    const structsOf = (update: Uint8Array) => update.subarray(1, update.length - (update.length - lengthOfStructs(update)));
    const doubled = Uint8Array.from([2, ...structsOf(first), ...structsOf(second), 0]);
    expect(Y.decodeUpdate(doubled).structs.length).toBe(2);
    expect(read(doubled)).toMatchObject({ ok: false, code: 'board/invalid-change' });
  });

  test('the deleting of a value that no new one stands behind: the field would be empty', () => {
    const { device, read, take } = given();
    const doc = device(7);
    const update = take(doc, () => (doc.getMap('notes').get(NOTE) as Y.Map<unknown>).delete('p'));
    expect(read(update)).toMatchObject({ ok: false, code: 'board/invalid-change', reason: 'empties a field' });
    const other = device(8);
    const twice = take(other, () => other.transact(() => {
      moveNote(other, NOTE, { x: 1, y: 1, frameId: null });
      (other.getMap('notes').get(NOTE) as Y.Map<unknown>).delete('p');
    }));
    expect(read(twice)).toMatchObject({ ok: false, code: 'board/invalid-change', reason: 'empties a field' });
  });

  test('a field written under an earlier and then a new client id is one chain', () => {
    const { server, device, read, take } = given();
    const doc = device(7);
    const before = take(doc, () => moveNote(doc, NOTE, { x: 1, y: 1, frameId: null }));
    doc.clientID = 8;
    const both = Y.mergeUpdates([before, take(doc, () => moveNote(doc, NOTE, { x: 2, y: 2, frameId: null }))]);
    expect(read(both, 7, 8)).toMatchObject({ ok: true, operations: [{ do: 'set', field: 'p', value: [2, 2, null] }] });
    Y.applyUpdate(server, both);
    expect(readNote(server, NOTE)?.position).toEqual({ x: 2, y: 2, frameId: null });
    expect(checkBoard(server)).toEqual([]);
  });

  test('every cut of an update, and every byte of it turned', () => {
    const { server, device, take } = given();
    const doc = device(7);
    const update = take(doc, () => addNote(doc, note({ id: OTHER })));
    const state = Y.encodeStateAsUpdate(server);
    for (let i = 0; i < update.length; i++) {
      for (const bytes of [update.subarray(0, i), update.map((byte, at) => (at === i ? byte ^ 255 : byte)), update.map((byte, at) => (at === i ? byte ^ 1 : byte))]) {
        const copy = new Y.Doc();
        Y.applyUpdate(copy, state);
        if (!readOperations(copy, bytes, (id) => id === 7).ok) continue;
        Y.applyUpdate(copy, bytes);
        expect(checkBoard(copy)).toEqual([]);
      }
    }
  });
});

/** Where the delete set of an update begins, for an update with one client and one struct whose delete set is its known tail. */
function lengthOfStructs(update: Uint8Array): number {
  const { ds } = Y.decodeUpdate(update);
  const doc = new Y.Doc();
  const empty = Y.encodeStateAsUpdate(doc).length - 1;
  let tail = empty;
  const size = (value: number): number => (value < 128 ? 1 : 1 + size(Math.floor(value / 128)));
  for (const [client, ranges] of ds.clients) {
    tail += size(client) + size(ranges.length);
    for (const { clock, len } of ranges) tail += size(clock) + size(len);
  }
  return update.length - tail;
}
