import { describe, expect, test } from '@jest/globals';
import { stemsOf } from '@spolu/board/alike';
import fc from 'fast-check';
import { similarGroups } from './similar.ts';

const groupsOf = (texts: readonly string[]) => similarGroups(texts, (text) => text);

describe('notes that share words', () => {
  test('stand together whatever their endings, case and diacritics', () => {
    expect(groupsOf(['Viac lavičiek v parku', 'Autobus častejšie', 'viac LAVICIEK v parkoch', 'Častejší autobus'])).toEqual([
      ['Viac lavičiek v parku', 'viac LAVICIEK v parkoch'],
      ['Autobus častejšie', 'Častejší autobus'],
    ]);
  });
  test('do not where they share but a little', () => {
    expect(groupsOf(['Viac zelene pri škole', 'Viac svetla na ulici', 'Ihrisko', ''])).toEqual([]);
  });
  test('short words alone make nothing alike', () => expect(groupsOf(['a na to', 'a na to'])).toEqual([]));
  test('Ukrainian words too', () => expect([...stemsOf('Більше лавочок!').keys()]).toEqual(['більш', 'лавоч']));

  test('each stands in one group at most and never alone; the same words always stand together', () => {
    const text = fc.array(fc.constantFrom('lavičky', 'park', 'autobus', 'viac', 'škola', 'na'), { maxLength: 4 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(fc.array(text, { maxLength: 12 }), (texts) => {
        const items = texts.map((text, i) => ({ text, i }));
        const groups = similarGroups(items, ({ text }) => text);
        const placed = groups.flat();
        expect(new Set(placed).size).toBe(placed.length);
        expect(groups.every((group) => group.length > 1)).toBe(true);
        const groupOf = (i: number) => groups.findIndex((group) => group.some((item) => item.i === i));
        for (const one of items) {
          for (const other of items) {
            if (one.i < other.i && one.text === other.text && stemsOf(one.text).size > 0) expect([groupOf(one.i), groupOf(other.i)]).toEqual([groupOf(one.i), groupOf(one.i)]);
          }
        }
      }),
    );
  });
});
