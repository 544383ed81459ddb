import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import * as Y from 'yjs';
import { arrange, laidBoxes } from './arrange.ts';
import { BoardIndex } from './board-index.ts';
import { overlap } from './boxes.ts';
import { readConnectors } from './connectors.ts';
import { addConnector, addPin, addStroke, addText } from './drawing-edits.ts';
import { addFrame } from './frames.ts';
import { align, ALIGNMENTS, boxAround, distribute, freePlaceNear, gather, spread, tidy, type Moves } from './layout.ts';
import { addNote } from './notes.ts';
import { inRows, type LaidBox } from './reading-order.ts';
import { elbow, routeOf, straight } from './routes.ts';
import { newBoard, type ItemRef } from './shape.ts';
import { UndoHistory } from './undo-history.ts';
import { checkBoard } from './validation.ts';

// Few places and sizes, so that they collide.
const box = fc.record({ x: fc.integer({ min: -8, max: 8 }), y: fc.integer({ min: -8, max: 8 }), width: fc.constantFrom(20, 90, 180), height: fc.constantFrom(40, 90, 180) });
const boxes = fc.array(box, { maxLength: 14 }).map((all): LaidBox[] => all.map(({ x, y, width, height }, i) => ({ id: `b${String(i).padStart(2, '0')}`, x: x * 30, y: y * 30, width, height })));
const after = (before: readonly LaidBox[], moves: Moves): LaidBox[] => before.map((one) => ({ ...one, ...moves.get(one.id) }));
const order = (all: readonly LaidBox[]) => inRows(all).flat().map(({ id }) => id);
const anyOverlap = (all: readonly LaidBox[]) => all.some((a, i) => all.slice(i + 1).some((b) => overlap(a, b)));

describe('layouts', () => {
  test.each(ALIGNMENTS)('aligned to the %s all stay within where they were, on one line, and done again nothing moves', (to) => {
    fc.assert(fc.property(boxes, (before) => {
      const now = after(before, align(before, to));
      const lines = new Set(now.map(({ x, y, width, height }) => ({
        left: x, right: x + width, top: y, bottom: y + height, centre: Math.abs(x + width / 2 - (boxAround(before).x + boxAround(before).width / 2)) <= 1, middle: Math.abs(y + height / 2 - (boxAround(before).y + boxAround(before).height / 2)) <= 1,
      }[to])));
      expect(lines.size).toBeLessThanOrEqual(1);
      const [outer, inner] = [boxAround(before), boxAround(now)];
      expect(inner.x).toBeGreaterThanOrEqual(outer.x - 1);
      expect(inner.x + inner.width).toBeLessThanOrEqual(outer.x + outer.width + 1);
      expect(align(now, to).size).toBe(0);
    }));
  });

  test.each(['across', 'down'] as const)('distributed %s the outer two stay, the order is kept, gaps are equal', (axis) => {
    const [start, length] = axis === 'across' ? (['x', 'width'] as const) : (['y', 'height'] as const);
    const middles = (all: readonly LaidBox[]) => [...all].sort((a, b) => a[start] + a[length] / 2 - b[start] - b[length] / 2 || (a.id < b.id ? -1 : 1));
    fc.assert(fc.property(boxes, (before) => {
      const now = after(before, distribute(before, axis));
      const [old, fresh] = [middles(before), middles(now)];
      expect([fresh[0]?.[start], fresh.at(-1)?.[start]]).toEqual([old[0]?.[start], old.at(-1)?.[start]]);
      for (let i = 1; i < old.length; i++) {
        const [a, b] = [now.find(({ id }) => id === old[i - 1]!.id)!, now.find(({ id }) => id === old[i]!.id)!];
        expect(a[start] + a[length] / 2).toBeLessThanOrEqual(b[start] + b[length] / 2 + 1);
      }
      const gaps = fresh.slice(1).map((one, i) => one[start] - fresh[i]![start] - fresh[i]![length]);
      if (gaps.length > 1 && gaps.every((gap) => gap > 1)) expect(Math.max(...gaps) - Math.min(...gaps)).toBeLessThanOrEqual(2);
    }));
  });

  test('tidied nothing overlaps, the reading order is kept, and done again nothing moves', () => {
    fc.assert(fc.property(boxes, (before) => {
      const now = after(before, tidy(before));
      expect(anyOverlap(now)).toBe(false);
      expect(order(now)).toEqual(order(before));
      expect(tidy(now).size).toBe(0);
      if (before.length > 0) expect([boxAround(now).x, boxAround(now).y]).toEqual([boxAround(before).x, boxAround(before).y]);
    }));
  });

  test('gathered they are one block that covers nothing else, and done again nothing moves', () => {
    fc.assert(fc.property(boxes, boxes, (before, others) => {
      const moves = gather(before, others);
      const now = after(before, moves);
      expect(gather(now, others).size).toBe(0);
      if (moves.size === 0) return;
      expect(anyOverlap(now)).toBe(false);
      expect(order(now)).toEqual(order(before));
      expect(others.some((other) => overlap(other, boxAround(now)))).toBe(false);
    }));
  });

  test('spread nothing overlaps, what was free stays, and done again nothing moves', () => {
    fc.assert(fc.property(boxes, (before) => {
      const moves = spread(before);
      const now = after(before, moves);
      expect(anyOverlap(now)).toBe(false);
      expect(spread(now).size).toBe(0);
      for (const one of before) if (!before.some((other) => other !== one && overlap(one, other))) expect(moves.has(one.id)).toBe(false);
    }));
  });

  test('the nearest free place is where one is, if nothing lies there', () => {
    expect(freePlaceNear({ x: 5, y: 5, width: 10, height: 10 }, [])).toEqual({ x: 5, y: 5 });
    expect(freePlaceNear({ x: 5, y: 5, width: 10, height: 10 }, [{ x: -40, y: -5, width: 100, height: 20 }])).toEqual({ x: 5, y: 31 });
  });
});

describe('arranging a board', () => {
  const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
  function given() {
    const doc = new Y.Doc();
    newBoard(doc);
    addFrame(doc, { id: 'f', title: 'F', position: { x: 1_000, y: 500 } });
    const own = (n: number) => ({ id: uuid(n), participantId: null });
    addNote(doc, { ...own(1), text: 'a', colour: 'pink', position: { x: 10, y: 10, frameId: 'f' }, createdAt: 1 });
    addNote(doc, { ...own(2), text: 'b', colour: 'pink', position: { x: 40, y: 30, frameId: 'f' }, createdAt: 1 });
    addText(doc, { ...own(3), text: 'Nadpis', position: { x: 1_020, y: 540, frameId: null } });
    addPin(doc, { ...own(4), label: 'P', position: { x: 60, y: 60, frameId: 'f' } });
    addStroke(doc, { ...own(5), points: [1_000, 500, 1_100, 600], frameId: null });
    addConnector(doc, { ...own(6), from: { kind: 'note', id: uuid(1) }, to: { kind: 'pin', id: uuid(4) } });
    const kinds = ['note', 'note', 'text', 'pin', 'stroke', 'connector'] as const;
    const refs: ItemRef[] = kinds.map((kind, i) => ({ kind, id: uuid(i + 1) }));
    return { doc, index: new BoardIndex(doc), refs };
  }

  test.each([['tidy', tidy], ['spread', spread], ['left', (all: readonly LaidBox[]) => align(all, 'left')], ['gather', (all: readonly LaidBox[]) => gather(all, [])]] as const)('%s: all lie where the layout says, each on its frame; one undo puts all back exactly', (_, layout) => {
    const { doc, index, refs } = given();
    const before = laidBoxes(index, refs);
    const history = new UndoHistory(doc);
    let updates = 0;
    doc.on('update', () => updates++);
    history.add(arrange(index, refs, layout));
    expect(updates).toBe(1);
    const wanted = layout(before);
    expect(laidBoxes(index, refs).map(({ id, x, y }) => ({ id, x, y }))).toEqual(before.map(({ id, x, y }) => ({ id, ...(wanted.get(id) ?? { x, y }) })));
    expect(index.note(uuid(1))?.position.frameId).toBe('f');
    expect(checkBoard(doc)).toEqual([]);
    history.undo();
    expect(laidBoxes(index, refs)).toEqual(before);
  });

  test('a connector runs between its things wherever they are, and is gone with one of them', () => {
    const { doc, index, refs } = given();
    const route = () => routeOf(index, readConnectors(doc)[0]!);
    const before = route();
    arrange(index, refs, tidy);
    expect(route()).not.toEqual(before);
    doc.transact(() => (doc.getMap('pins').get(uuid(4)) as Y.Map<unknown>).set('removed', 'staff'));
    expect(route()).toBeUndefined();
  });
});

describe('routes', () => {
  const spot = { ...{ x: 0, y: 0 }, width: 10, height: 10 };
  test('go from edge to edge', () => {
    expect(straight(spot, { x: 100, y: 0, width: 20, height: 10 })).toEqual([{ x: 10, y: 5 }, { x: 100, y: 5 }]);
    expect(straight(spot, spot)).toEqual([{ x: 5, y: 5 }, { x: 5, y: 5 }]);
  });
  test('with corners only across and down, and never through what they hold on to', () => {
    fc.assert(fc.property(box, box, (a, b) => {
      const [from, to] = [{ ...a, x: a.x * 60, y: a.y * 60 }, { ...b, x: b.x * 60, y: b.y * 60 }];
      const route = elbow(from, to);
      route.slice(1).forEach(({ x, y }, i) => expect(x === route[i]!.x || y === route[i]!.y).toBe(true));
      const [wide, tall] = [Math.abs(from.x + from.width / 2 - to.x - to.width / 2) - (from.width + to.width) / 2, Math.abs(from.y + from.height / 2 - to.y - to.height / 2) - (from.height + to.height) / 2];
      if (Math.max(wide, tall) <= 0) return;
      for (const { x, y } of route) for (const held of [from, to]) expect(x > held.x && x < held.x + held.width && y > held.y && y < held.y + held.height).toBe(false);
    }));
  });
});
