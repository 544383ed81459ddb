import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { alikeGroups, stemsOf } from './alike.ts';

const notes = (texts: readonly string[]) => texts.map((text, i) => ({ id: `n${i}`, text }));
const groupsOf = (texts: readonly string[]) => alikeGroups(notes(texts)).map(({ noteIds }) => noteIds.map((id) => Number(id.slice(1))));

describe('groups of notes that share telling words', () => {
  test('whatever their endings, case and diacritics, with the words as somebody wrote them', () => {
    const texts = ['Viac lavičiek v parku', 'Autobus má chodiť častejšie', 'LAVIČKY v parkoch sú zničené', 'Častejší autobus na sídlisko', 'Plaváreň'];
    expect(groupsOf(texts)).toEqual([[0, 2], [1, 3]]);
    expect(alikeGroups(notes(texts))[0]!.words).toEqual(['lavičiek']);
  });
  test('words that every sentence has, and words that nearly every note has, make nothing alike', () => {
    expect(groupsOf(['Ale čo ktoré by sme mali', 'Ale čo ktoré by nemali'])).toEqual([]);
    expect(groupsOf(['Mesto a huby', 'Mesto a lipy', 'Mesto a mosty', 'Mesto a parky', 'Mesto a vlaky'])).toEqual([]);
  });
  test('Ukrainian ones too', () => expect(groupsOf(['Більше лавочок у парку', 'Лавочки в парках', 'Освітлення вулиць'])).toEqual([[0, 1]]));
  test('the first of a word that was written in several ways stands for all', () => expect([...stemsOf('Park parky PARK')]).toEqual([['park', 'park'], ['parky', 'parky']]));

  const text = fc.array(fc.constantFrom('lavičky', 'park', 'autobus', 'škola', 'strom', 'ihrisko', 'kúrenie', 'na', 'ale'), { maxLength: 6 }).map((words) => words.join(' '));
  test('each note stands in one at most and none alone; each word that is named is in two notes at least', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 20 }), (texts) => {
        const groups = alikeGroups(notes(texts));
        const placed = groups.flatMap(({ noteIds }) => noteIds);
        expect(new Set(placed).size).toBe(placed.length);
        for (const { noteIds, words } of groups) {
          expect(noteIds.length).toBeGreaterThan(1);
          expect(words.length).toBeGreaterThan(0);
          for (const word of words) expect(noteIds.filter((id) => texts[Number(id.slice(1))]!.includes(word)).length).toBeGreaterThan(1);
        }
      }),
    );
  });
  test('notes that share no word stand in no group together with all others left out', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 20 }), (texts) => {
        for (const { noteIds } of alikeGroups(notes(texts))) {
          for (const id of noteIds) {
            const own = stemsOf(texts[Number(id.slice(1))]!);
            expect(noteIds.some((other) => other !== id && [...stemsOf(texts[Number(other.slice(1))]!).keys()].some((stem) => own.has(stem)))).toBe(true);
          }
        }
      }),
    );
  });
  test('three hundred notes are looked through in less than a second', () => {
    const words = ['lavičky', 'park', 'autobus', 'škola', 'stromy', 'ihrisko', 'kúrenie', 'okná', 'strecha', 'chodník', 'cesta', 'parkovanie', 'bicykel', 'svetlo', 'odpad', 'voda', 'divadlo', 'trh'];
    const texts = Array.from({ length: 300 }, (_, i) => Array.from({ length: 8 }, (_, k) => `${words[(i * 7 + k * (1 + (i % 5))) % words.length]}${k > 5 ? i : ''}`).join(' '));
    const began = performance.now();
    expect(groupsOf(texts).length).toBeGreaterThan(0);
    expect(performance.now() - began).toBeLessThan(1_000);
  });
});
