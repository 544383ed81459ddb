import { describe, expect, test } from '@jest/globals';
import type { MethodSummary } from '@spolu/contracts/methods';
import { filterFrom, NO_FILTER, paramsOf, suitable } from './method-filter.ts';

const method = (id: string, name: string, more: Partial<MethodSummary> = {}): MethodSummary => ({
  id,
  name: { text: name, lang: 'sk' },
  purpose: { text: 'Rozhovoriť všetkých', lang: 'sk' },
  notFor: { text: '', lang: 'sk' },
  groupSize: { min: 12, max: 2_000 },
  minutes: 90,
  phase: 'explore',
  iap2: 'involve',
  aims: ['listen'],
  places: ['room', 'online'],
  ...more,
});
const cafe = method('world-cafe', 'Svetová kaviareň');
const dots = method('dot-voting', 'Bodové hlasovanie', { groupSize: { min: 5, max: 300 }, minutes: 15, phase: 'prioritise', iap2: 'consult', aims: ['choose'], places: ['room'] });
const library = [cafe, dots];
const found = (filter: Partial<typeof NO_FILTER>) => suitable(library, { ...NO_FILTER, ...filter }).map(({ id }) => id);

describe('a method suits', () => {
  test('when nothing was asked', () => {
    expect(found({})).toEqual(['world-cafe', 'dot-voting']);
  });
  test('by words of its name or purpose, without minding accents and capitals', () => {
    expect(found({ words: 'svetova' })).toEqual(['world-cafe']);
    expect(found({ words: 'VŠETKÝCH bodove' })).toEqual(['dot-voting']);
    expect(found({ words: 'bodové kaviareň' })).toEqual([]);
  });
  test('a group between its least and its most', () => {
    expect(found({ people: 12 })).toEqual(['world-cafe', 'dot-voting']);
    expect(found({ people: 11 })).toEqual(['dot-voting']);
    expect(found({ people: 301 })).toEqual(['world-cafe']);
  });
  test('when it fits into the time there is', () => {
    expect(found({ minutes: 15 })).toEqual(['dot-voting']);
    expect(found({ minutes: 90 })).toEqual(['world-cafe', 'dot-voting']);
  });
  test('what it is to reach, the place, and how much people are to decide', () => {
    expect(found({ aim: 'choose' })).toEqual(['dot-voting']);
    expect(found({ aim: 'listen' })).toEqual(['world-cafe']);
    expect(found({ place: 'online' })).toEqual(['world-cafe']);
    expect(found({ place: 'room' })).toEqual(['world-cafe', 'dot-voting']);
    expect(found({ iap2: 'consult' })).toEqual(['dot-voting']);
  });
  test('the phase asked for', () => {
    expect(found({ phase: 'prioritise' })).toEqual(['dot-voting']);
  });
});

describe('the address of the page', () => {
  test('keeps the filter', () => {
    const filter = { words: 'les', aim: 'ideas', phase: 'ideate', people: 30, minutes: 60, place: 'online', iap2: 'involve' } as const;
    expect(filterFrom(new URLSearchParams(paramsOf(filter)))).toEqual(filter);
  });
  test('asks for nothing where it says nothing sensible', () => {
    expect(filterFrom(new URLSearchParams('phase=lunch&people=-3&minutes=soon&aim=profit&place=moon&iap2=rule'))).toEqual(NO_FILTER);
  });
});
