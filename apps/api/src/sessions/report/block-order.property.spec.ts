import { describe, expect, test } from '@jest/globals';
import type { ComputedContent } from '@spolu/contracts/report-blocks';
import fc from 'fast-check';
import { assemble, type StoredBlock } from './assemble.ts';
import { mergeOrder, moveBehind, naturalOrder } from './block-order.ts';

const GENERATED = ['figures', 'participation', 'activity-1', 'activity-2', 'activity-3', 'skipped'];
const OWN = ['own-1', 'own-2', 'own-3'];
const some = (keys: readonly string[]) => fc.subarray([...keys]);
const report = fc.tuple(some(GENERATED), some(OWN)).map(([generated, own]) => [...generated, ...own]);
/** What somebody may have stored once: also keys twice, and of what is gone. */
const hers = fc.array(fc.constantFrom(...GENERATED, ...OWN), { maxLength: 12 });
const among = (order: readonly string[], keys: readonly string[]) => order.filter((key) => keys.includes(key));

describe('the order of a report', () => {
  test('holds every block there is once, hers in her order', () => {
    fc.assert(fc.property(hers, report, (order, existing) => {
      const merged = mergeOrder(order, existing);
      expect([...merged].sort()).toEqual([...existing].sort());
      const known = [...new Set(order)].filter((key) => existing.includes(key));
      expect(among(merged, known)).toEqual(known);
    }));
  });

  test('once merged is merged', () => {
    fc.assert(fc.property(hers, report, (order, existing) => {
      const merged = mergeOrder(order, existing);
      expect(mergeOrder(merged, existing)).toEqual(merged);
    }));
  });

  test('untouched is the natural one', () => {
    fc.assert(fc.property(some(GENERATED), (existing) => expect(mergeOrder([], existing)).toEqual(existing)));
  });

  test('puts what is new behind what it follows by itself and her words to that', () => {
    expect(mergeOrder(['activity-1', 'own-1', 'activity-3'], ['activity-1', 'activity-2', 'activity-3', 'own-1'])).toEqual(['activity-1', 'own-1', 'activity-2', 'activity-3']);
    expect(mergeOrder(['own-1', 'activity-1'], ['figures', 'activity-1', 'own-1'])).toEqual(['own-1', 'figures', 'activity-1']);
  });

  test('after a move has the block behind the other, and all else as it was', () => {
    fc.assert(fc.property(report, fc.nat(), fc.option(fc.nat(), { nil: null }), (existing, pick, behind) => {
      fc.pre(existing.length > 0);
      const key = existing[pick % existing.length]!;
      const after = behind === null ? null : existing[behind % existing.length]!;
      const moved = moveBehind(existing, key, after);
      expect(moved.filter((one) => one !== key)).toEqual(existing.filter((one) => one !== key));
      if (after !== key) expect(moved[moved.indexOf(key) - 1] ?? null).toBe(after);
    }));
  });

  test('two who move two blocks both have what they asked for, whoever was first', () => {
    fc.assert(fc.property(fc.shuffledSubarray([...GENERATED, ...OWN], { minLength: 4 }), (order) => {
      const [a, b, c, d] = order as [string, string, string, string];
      const one = moveBehind(moveBehind(order, a, b), c, d);
      expect(one.indexOf(c)).toBe(one.indexOf(d) + 1);
      expect(one.indexOf(a)).toBe(one.indexOf(b) + 1);
    }));
  });

  test('restored is the natural one, her own blocks still behind what they stood behind', () => {
    fc.assert(fc.property(hers, report, (order, existing) => {
      const merged = mergeOrder(order, existing);
      const restored = naturalOrder(merged, existing);
      expect([...restored].sort()).toEqual([...existing].sort());
      expect(among(restored, GENERATED)).toEqual(among(existing, GENERATED));
      const behind = (all: readonly string[], own: string) => all.slice(0, all.indexOf(own)).findLast((key) => GENERATED.includes(key));
      for (const own of among(existing, OWN)) expect(behind(restored, own)).toBe(behind(merged, own));
    }));
  });
});

describe('blocks', () => {
  const computed: ComputedContent[] = [{ kind: 'figures' }, { kind: 'activity', activityId: '1' }];
  const change = (key: string, more: Partial<StoredBlock>): StoredBlock => ({ key, content: null, note: '', hidden: false, revision: 3, ...more });

  test('are what the session gives, with what she made of it', () => {
    expect(assemble(computed, { order: ['activity-1', 'own-1', 'figures'], blocks: [change('activity-1', { hidden: true, note: 'K veci.' }), change('own-1', { content: { kind: 'text', text: 'Bolo nás dosť.' } })] })).toEqual([
      { key: 'activity-1', content: { kind: 'activity', activityId: '1' }, hidden: true, note: 'K veci.', revision: 3 },
      { key: 'own-1', content: { kind: 'text', text: 'Bolo nás dosť.' }, hidden: false, note: '', revision: 3 },
      { key: 'figures', content: { kind: 'figures' }, hidden: false, note: '', revision: 0 },
    ]);
  });

  test('of an activity that is gone are gone, what she wrote to it waits for its return', () => {
    const stored = { order: [], blocks: [change('activity-2', { note: 'Stratená' })] };
    expect(assemble(computed, stored).map(({ key }) => key)).toEqual(['figures', 'activity-1']);
    expect(assemble([...computed, { kind: 'activity', activityId: '2' }], stored).at(-1)?.note).toBe('Stratená');
  });
});
