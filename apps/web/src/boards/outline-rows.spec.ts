import { expect, test } from '@jest/globals';
import { BoardIndex } from '@spolu/board/board-index';
import { addCluster } from '@spolu/board/clusters';
import { addConnector, addShape, addStroke } from '@spolu/board/drawing-edits';
import { addFrame, removeFrame } from '@spolu/board/frames';
import { addNote } from '@spolu/board/notes';
import { newBoard } from '@spolu/board/shape';
import * as Y from 'yjs';
import { lineBeside, outlineRows, ROW_HEIGHTS, topOf, windowOf } from './outline-rows.ts';

function givenBoard(fill: (doc: Y.Doc) => void): BoardIndex {
  const doc = new Y.Doc();
  newBoard(doc);
  doc.transact(() => fill(doc));
  return new BoardIndex(doc);
}
const note = (doc: Y.Doc, id: string, y: number, frameId: string | null, clusterId: string | null = null, order?: string) =>
  addNote(doc, { id, participantId: 'p', text: id, colour: 'yellow', position: { x: 0, y, frameId }, clusterId, createdAt: 0, ...(order ? { order } : {}) });
const frame = (doc: Y.Doc, id: string) => addFrame(doc, { id, title: id, position: { x: 0, y: 0 } });
const made = (id: string) => ({ id, participantId: 'p' });
const idsOf = (index: BoardIndex) => outlineRows(index).map(({ id }) => id);

test('reads frame by frame, in each its clusters and then the rest', () => {
  const index = givenBoard((doc) => {
    frame(doc, 'prvý');
    frame(doc, 'druhý');
    addCluster(doc, { id: 'zeleň', title: 'zeleň' });
    note(doc, 'voľný', 0, null);
    note(doc, 'b', 300, 'prvý');
    note(doc, 'a', 0, 'prvý');
    note(doc, 'strom', 900, 'prvý', 'zeleň');
  });
  expect(idsOf(index)).toEqual(['frame prvý', 'cluster zeleň prvý', 'note strom', 'note a', 'note b', 'frame druhý', 'frame ', 'note voľný']);
  expect(outlineRows(index).flatMap((row) => (row.kind === 'frame' ? [row.count] : []))).toEqual([3, 0, 1]);
  expect(outlineRows(index).flatMap((row) => (row.kind === 'note' && row.clustered ? [row.id] : []))).toEqual(['note strom']);
});

test('everything else that lies on the board has its line: what has no words too, lines with what they join', () => {
  const index = givenBoard((doc) => {
    frame(doc, 'mapa');
    note(doc, 'a', 0, null);
    addShape(doc, { ...made('tvar'), form: 'ellipse', position: { x: 0, y: 0, frameId: 'mapa' }, size: { width: 80, height: 80 }, fill: 'none', colour: 'ink' });
    addStroke(doc, { ...made('ťah'), points: [0, 200, 50, 260, 90, 220], frameId: 'mapa', pen: 'thin', colour: 'ink' });
    const look = { line: 'straight', heads: 'end', colour: 'ink' } as const;
    addConnector(doc, { ...made('čiara'), from: { kind: 'note', id: 'a' }, to: { kind: 'frame', id: 'mapa' }, ...look });
    addConnector(doc, { ...made('visí'), from: { kind: 'note', id: 'a' }, to: { kind: 'note', id: 'preč' }, ...look });
  });
  expect(idsOf(index)).toEqual(['frame mapa', 'drawing tvar', 'drawing ťah', 'frame ', 'note a', 'drawing čiara']);
  expect(outlineRows(index).flatMap((row) => (row.kind === 'drawing' ? [row.drawing.ends] : []))).toEqual([[], [], ['a', 'mapa']]);
});

test('drawings of a frame that is gone are told with what lies on none', () => {
  const index = givenBoard((doc) => {
    frame(doc, 'preč');
    addShape(doc, { ...made('tvar'), form: 'ellipse', position: { x: 0, y: 0, frameId: 'preč' }, size: { width: 80, height: 80 }, fill: 'none', colour: 'ink' });
    removeFrame(doc, 'preč');
  });
  expect(idsOf(index)).toEqual(['frame ', 'drawing tvar']);
});

test('when a line has gone the next that stays comes after it, else the one before', () => {
  const before = outlineRows(givenBoard((doc) => ['a', 'b', 'c'].forEach((id, i) => note(doc, id, i * 300, null))));
  const without = (...gone: string[]) => before.filter(({ id }) => !gone.includes(id));
  expect(lineBeside(before, without('note a', 'note b'), 'note a')).toBe('note c');
  expect(lineBeside(before, without('note b', 'note c'), 'note c')).toBe('note a');
  expect(lineBeside(before, [], 'note c')).toBeUndefined();
});

test.each(['wide', 'narrow'] as const)('of a long list only what is near the window is drawn (%s); the room it takes stays the same', (width) => {
  const heights = ROW_HEIGHTS[width];
  const rows = outlineRows(givenBoard((doc) => Array.from({ length: 5_000 }, (_, i) => note(doc, `n${i}`, i, null, null, `a${i}`))));
  const total = topOf(rows, heights, rows.length);
  for (const scrolled of [0, 5_000, 200_000, total - 700]) {
    const { from, until, above, below } = windowOf(rows, heights, scrolled, 700);
    expect(until - from).toBeLessThan(40);
    expect(above).toBe(topOf(rows, heights, from));
    expect(above + (topOf(rows, heights, until) - above) + below).toBe(total);
    expect(above).toBeLessThanOrEqual(scrolled);
    expect(total - below).toBeGreaterThanOrEqual(Math.min(total, scrolled + 700));
  }
});
