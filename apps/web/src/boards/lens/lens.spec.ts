import { beforeEach, describe, expect, test } from '@jest/globals';
import { BoardIndex } from '@spolu/board/board-index';
import { addCluster, removeCluster } from '@spolu/board/clusters';
import { addNote, categoriseNote, putInCluster } from '@spolu/board/notes';
import { newBoard } from '@spolu/board/shape';
import * as Y from 'yjs';
import { asItIs } from '../scene/note-look.ts';
import { counted, dimensionsFor, fromHash, groupsOf, isMeant, keyOf, looksThrough, NO_LENS, toHash, usable, type Dimension, type GroupWords, type Knowing, type Lens } from './lens.ts';

const words: GroupWords = { none: { author: 'nobody’s', sector: 'no sector', category: 'no category', cluster: 'no cluster' }, mine: 'mine', others: 'others’', unnamed: 'unnamed', outside: 'outside' };
const staff: Knowing = {
  me: null,
  authors: {
    people: [{ participantId: 'p1', name: 'Jana', sector: 'ngo' }, { participantId: 'p2', name: 'Peter', sector: 'residents' }, { participantId: 'p3', name: 'Silent', sector: null }],
    sectors: { public: 'town', business: 'firms', ngo: 'NGOs', academia: 'school', residents: 'people' },
  },
};
const participant: Knowing = { me: 'p1' };

let doc: Y.Doc;
let index: BoardIndex;
beforeEach(() => {
  doc = new Y.Doc();
  newBoard(doc);
  for (const [id, participantId] of [['a', 'p1'], ['b', 'p2'], ['c', 'p1'], ['d', null], ['e', 'left long ago']] as const)
    addNote(doc, { id, participantId, text: id, colour: 'pink', position: { x: 0, y: 0, frameId: null }, createdAt: 0 });
  addCluster(doc, { id: 'k1', title: 'Zeleň' });
  addCluster(doc, { id: 'k2', title: '' });
  putInCluster(doc, 'a', 'k1');
  putInCluster(doc, 'b', 'k2');
  categoriseNote(doc, 'c', 'doprava');
  index = new BoardIndex(doc);
});

const groups = (knowing: Knowing | null, by: Dimension) => groupsOf(index, knowing, by, words).map(({ sign, name, colour }) => `${sign} ${name} ${colour}`);
const lensOf = (by: Dimension, ...only: string[]): Lens => ({ by, only: new Set(only), colourBy: null });
const meant = (knowing: Knowing | null, lens: Lens) => [...index.notes.values()].filter(isMeant(index, knowing, lens) ?? (() => true)).map(({ id }) => id).sort();

describe('who may be told apart', () => {
  test('staff know names and sectors; of those who wrote', () => {
    expect(groups(staff, 'author')).toEqual(['1 Jana yellow', '2 Peter orange', '– nobody’s none']);
    expect(groups(staff, 'sector')).toEqual(['1 people yellow', '2 NGOs orange', '– no sector none']);
    expect(dimensionsFor(staff)).toEqual(['author', 'sector', 'category', 'cluster']);
  });

  test('a participant knows which are hers and nothing of the others', () => {
    expect(groups(participant, 'author')).toEqual(['1 mine yellow', '– others’ none']);
    expect(groups(participant, 'sector')).toEqual([]);
    expect(dimensionsFor(participant)).toEqual(['author', 'category', 'cluster']);
    expect(dimensionsFor({ me: null })).toEqual(['category', 'cluster']);
  });

  test('an address that names another’s notes finds nothing for a participant, and nobody’s author on an anonymous board', () => {
    expect(meant(participant, lensOf('author', 'p2'))).toEqual([]);
    expect(dimensionsFor(null)).toEqual(['category', 'cluster']);
    expect(usable({ ...lensOf('author', 'p2'), colourBy: 'sector' }, null)).toEqual(NO_LENS);
    expect(new Set([...index.notes.values()].map(keyOf(index, null, 'author')))).toEqual(new Set(['']));
  });
});

test('categories and clusters as they are now; what belongs to none comes last', () => {
  expect(groups(null, 'category')).toEqual(['1 doprava yellow', '– no category none']);
  expect(groups(null, 'cluster')).toEqual(['1 Zeleň yellow', '2 unnamed orange', '– no cluster none']);
  removeCluster(doc, 'k1');
  expect(groups(null, 'cluster')).toEqual(['1 unnamed yellow', '– no cluster none']);
});

test('a board without groups has none to offer', () => {
  removeCluster(doc, 'k1');
  removeCluster(doc, 'k2');
  expect(groups(null, 'cluster')).toEqual([]);
});

test('the seventh group has the first colour again, and a number of its own', () => {
  for (let i = 1; i <= 7; i++) {
    addNote(doc, { id: `n${i}`, participantId: null, text: '', colour: 'pink', position: { x: 0, y: 0, frameId: null }, createdAt: 0 });
    categoriseNote(doc, `n${i}`, `category ${i}`);
  }
  expect(groups(null, 'category').slice(0, 7)).toEqual([
    '1 category 1 yellow', '2 category 2 orange', '3 category 3 pink', '4 category 4 blue', '5 category 5 green', '6 category 6 violet', '7 category 7 yellow',
  ]);
});

describe('what is meant, and how the rest looks', () => {
  test('several groups of one dimension together; none chosen: everything', () => {
    expect(meant(staff, lensOf('author', 'p1'))).toEqual(['a', 'c']);
    expect(meant(staff, lensOf('author', 'p1', ''))).toEqual(['a', 'c', 'd', 'e']);
    expect(isMeant(index, staff, lensOf('author'))).toBeUndefined();
  });

  test('what is not meant is dimmed and says so; colours and signs are of the group', () => {
    const lens: Lens = { ...lensOf('category', 'doprava'), colourBy: 'cluster' };
    const look = looksThrough(index, staff, lens, groupsOf(index, staff, 'cluster', words), words);
    expect(look(index.note('a')!)).toEqual({ colour: 'yellow', sign: '1', dimmed: true, said: 'Zeleň, outside' });
    expect(look(index.note('c')!)).toEqual({ colour: 'none', sign: '–', dimmed: false, said: 'no cluster' });
    expect(looksThrough(index, staff, NO_LENS, [], words)).toBe(asItIs);
    expect(asItIs(index.note('a')!)).toEqual({ colour: 'pink', sign: '', dimmed: false, said: '' });
  });

  test('counts are of what is meant', () => {
    const key = keyOf(index, staff, 'author');
    expect(counted(index, key, undefined).get('p1')).toBe(2);
    expect(counted(index, key, isMeant(index, staff, lensOf('category', 'doprava'))).get('p1')).toBe(1);
  });
});

test('an address keeps a lens, whatever a category is called; a strange one is no lens', () => {
  const lens: Lens = { by: 'category', only: new Set(['dom & záhrada', '', 'a=b#c']), colourBy: 'sector' };
  expect(fromHash(`#${toHash(lens)}`)).toEqual(lens);
  expect(toHash(NO_LENS)).toBe('');
  expect(fromHash('#filter=__proto__&only=x&colour=1')).toEqual(NO_LENS);
});
