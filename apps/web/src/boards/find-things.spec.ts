import { expect, test } from '@jest/globals';
import { BoardIndex } from '@spolu/board/board-index';
import { addCluster } from '@spolu/board/clusters';
import { addText } from '@spolu/board/drawing-edits';
import { addNote, categoriseNote, putInCluster } from '@spolu/board/notes';
import { newBoard } from '@spolu/board/shape';
import * as Y from 'yjs';
import { categoriesOf, findThings, type Facet } from './find-things.ts';

const doc = new Y.Doc();
newBoard(doc);
const note = (id: string, text: string, participantId: string | null) => addNote(doc, { id, participantId, text, colour: 'yellow', position: { x: 0, y: Number(id) * 300, frameId: null }, createdAt: 0 });
note('1', 'Škola bez zateplenia', 'p1');
note('2', 'Studená jedáleň v škole', 'p2');
note('3', 'Viac stromov', 'p1');
note('4', 'Bez mena', null);
addText(doc, { id: '5', participantId: 'p2', text: 'Školy a škôlky', position: { x: 0, y: 2_000, frameId: null }, textSize: 'large', width: 300 });
addCluster(doc, { id: 'c', title: 'Budovy' });
putInCluster(doc, '2', 'c');
categoriseNote(doc, '3', 'zeleň');
const index = new BoardIndex(doc);
const found = (wanted: string, facet: Facet | null = null) => findThings(index, wanted, facet).map(({ item }) => item.id);

test('finds words in notes and drawings in reading order, whatever their case and marks', () => {
  // What is in a cluster is read first.
  expect(found('SKOL')).toEqual(['2', '1', '5']);
  expect(found('   ')).toEqual([]);
});

test('notes of some people, one cluster or one category; nobody’s notes belong to nobody', () => {
  expect(found('', { by: 'author', participantIds: new Set(['p1']) })).toEqual(['1', '3']);
  expect(found('', { by: 'author', participantIds: new Set() })).toEqual([]);
  expect(found('', { by: 'cluster', clusterId: 'c' })).toEqual(['2']);
  expect(found('', { by: 'category', category: 'zeleň' })).toEqual(['3']);
  expect(found('skola', { by: 'author', participantIds: new Set(['p1']) })).toEqual(['1']);
  expect(categoriesOf(index)).toEqual(['zeleň']);
});
