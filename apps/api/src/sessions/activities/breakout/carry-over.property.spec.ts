import { describe, expect, test } from '@jest/globals';
import { addFrame } from '@spolu/board/frames';
import { readClusters } from '@spolu/board/clusters';
import { readSeen } from '@spolu/board/drawing/seen';
import { readNotes } from '@spolu/board/notes';
import { newBoard, NOTE_SIZE, type Note } from '@spolu/board/shape';
import fc from 'fast-check';
import * as Y from 'yjs';
import { carryOver, type TableContent } from './carry-over.ts';

const TEMPLATE = [{ id: 'frame1', title: 'Problémy' }, { id: 'frame2', title: 'Riešenia' }];
const frame = (id: string, title: string) => ({ id, title, hint: '', position: { x: 0, y: 0 }, size: { width: 1240, height: 880 }, layout: 'plain' as const, columns: [], rows: [], order: 'a', locked: false, removed: false });

const written = fc.record({
  text: fc.constantFrom('Viac lavičiek', 'viac lavičky', 'Autobus', 'Park a zeleň', 'Ihrisko'), frameId: fc.constantFrom('frame1', 'frame2', 'own', null), clusterId: fc.constantFrom(null, null, 'c1', 'c2'),
});
const tables = fc.array(fc.array(written, { maxLength: 12 }), { minLength: 1, maxLength: 4 }).map((all) =>
  all.map((notes, t): TableContent => ({
    number: t + 1,
    label: `Stôl ${t + 1}`,
    content: {
      frames: [...TEMPLATE.map(({ id, title }) => frame(id, title)), frame('own', 'Navyše')],
      clusters: ['c1', 'c2'].map((id) => ({ id: `${t}-${id}`, title: id === 'c1' ? 'Doprava' : 'Zeleň', order: id, votes: null, removed: false })),
      notes: notes.map(({ text, frameId, clusterId }, i): Note => ({
        id: `${t}-${i}`, contributionId: `said ${t}-${i}`, text, colour: 'yellow', participantId: `who ${t}-${i}`, position: { x: 0, y: 0, frameId: frameId === 'own' ? 'own' : frameId },
        size: NOTE_SIZE, clusterId: clusterId && `${t}-${clusterId}`, category: null, createdAt: 1, order: 'a', groupId: null, locked: false, removed: null,
      })),
    },
  })),
);
const firstBoard = () => {
  const doc = new Y.Doc();
  newBoard(doc);
  addFrame(doc, { id: 'before', title: 'Predtým', position: { x: 40, y: 60 } });
  return doc;
};
const lay = (doc: Y.Doc, of: readonly TableContent[], already = new Set<string>()) => {
  const laid = carryOver(readSeen(doc), of, { template: TEMPLATE, loose: 'Ostatné', already });
  for (const step of laid.steps) doc.transact(() => step(doc, { item: 'a1', frame: 'a1', cluster: 'a1' }));
  return laid;
};

describe('what the tables wrote, brought together', () => {
  test('is all there, once: each note with its words, contribution, author and table, in a cluster of the same name', () => {
    fc.assert(
      fc.property(tables, (all) => {
        const doc = firstBoard();
        const laid = lay(doc, all);
        const notes = readNotes(doc);
        const expected = all.flatMap(({ label, content }) => content.notes.map((note) => [note.contributionId, note.text, note.participantId, label]));
        expect(notes.map(({ contributionId, text, participantId, category }) => [contributionId, text, participantId, category]).sort()).toEqual(expected.sort());
        const titleOf = new Map(readClusters(doc).map(({ id, title }) => [id, title]));
        for (const { label, content } of all) {
          for (const note of content.notes) {
            const copy = notes.find(({ contributionId }) => contributionId === note.contributionId)!;
            const cluster = content.clusters.find(({ id }) => id === note.clusterId);
            expect(copy.clusterId === null ? null : titleOf.get(copy.clusterId)).toBe(cluster ? `${cluster.title} · ${label}` : null);
            expect(laid.carried).toContainEqual({ tableNumber: all.findIndex((table) => table.label === label) + 1, noteId: note.id, carriedNoteId: copy.id, contributionId: note.contributionId });
          }
        }
        expect(lay(doc, all, new Set(laid.carried.map(({ noteId }) => noteId))).notes).toEqual([]);
      }),
    );
  });

  test('lies beside what was there, no note upon another, each within its frame', () => {
    fc.assert(
      fc.property(tables, (all) => {
        const doc = firstBoard();
        lay(doc, all);
        const { frames, notes } = readSeen(doc);
        const before = frames.find(({ id }) => id === 'before')!;
        for (const one of frames) if (one !== before) expect(one.position.x).toBeGreaterThanOrEqual(before.position.x + before.size.width);
        for (const [i, note] of notes.entries()) {
          const on = frames.find(({ id }) => id === note.position.frameId)!;
          expect(note.position.x + note.size.width).toBeLessThanOrEqual(on.size.width);
          expect(note.position.y + note.size.height).toBeLessThanOrEqual(on.size.height);
          for (const other of notes.slice(i + 1)) {
            expect(Math.abs(note.at.x - other.at.x) >= note.size.width || Math.abs(note.at.y - other.at.y) >= note.size.height).toBe(true);
          }
        }
      }),
    );
  });
});
