import { beforeEach, expect, test } from '@jest/globals';
import { putInCluster, addNote } from '@spolu/board/notes';
import { addCluster } from '@spolu/board/clusters';
import { screen, within } from '@testing-library/react';
import { BoardConnection } from '../../../boards/board-connection.ts';
import { BOARD, FakeServer } from '../../../boards/fake-server.ts';
import { MemoryPendingStore } from '../../../boards/memory-pending-store.ts';
import { talkOf } from '../../../boards/talk/talk-of.ts';
import { workCopy } from '../../../boards/work-copy.ts';
import { renderPage } from '../../../testing/render-page.tsx';
import { ClusterProposals } from './cluster-proposals.tsx';

const id = (n: number) => `00000000-0000-4000-8000-00000000000${n}`;
let board: BoardConnection;
const copy = () => workCopy(board.snapshot.copy, talkOf(board));
const clusters = () => [...copy().index.clusters.values()].map(({ id: clusterId, title }) => [title, [...copy().index.notes.values()].filter((note) => note.clusterId === clusterId).map(({ text }) => text)]);

beforeEach(() => {
  const wire = new FakeServer();
  Object.assign(wire.rights, { editAll: true, group: true, frames: true });
  board = new BoardConnection({ socket: wire, boardId: BOARD, personKey: 'f', store: new MemoryPendingStore(), schedule: (run) => run(), later: (run) => (run(), () => undefined) });
  ['Lavičky v parku', 'Opraviť lavičky', 'Nočný autobus', 'Autobus častejšie', 'Plaváreň', 'Zničené lavičky'].forEach((text, i) =>
    addNote(board.snapshot.copy.doc, { id: id(i), text, participantId: null, colour: 'yellow', position: { x: i * 300, y: 0, frameId: null }, createdAt: 0 }));
});
const show = () => renderPage(<ClusterProposals board={board} />, { texts: ['sessions'] });
const accept = (words: string) => screen.getByRole('button', { name: `Prijať: ${words}` });

test('nothing moves by itself; one is accepted as it was changed and undone by one step, another is turned down', async () => {
  const { user } = await show();
  await user.click(screen.getByRole('button', { name: 'Navrhnúť zhluky' }));
  expect(clusters()).toEqual([]);
  expect(screen.getAllByText(/^Spoločné slová:/).map(({ textContent }) => textContent)).toEqual(['Spoločné slová: lavičky', 'Spoločné slová: autobus']);
  expect(screen.queryByText('Plaváreň')).toBeNull();

  const benches = accept('lavičky').closest('li')!;
  await user.click(within(benches).getByRole('button', { name: /Ukázať na tabuli/ }));
  expect([...copy().selection.read()]).toEqual([id(0), id(1), id(5)]);
  const title = within(benches).getByRole('textbox', { name: 'Názov zhluku' });
  await user.clear(title);
  await user.type(title, 'Sedenie vonku');
  await user.click(within(benches).getByRole('checkbox', { name: 'Zničené lavičky' }));
  await user.click(accept('lavičky'));
  expect(clusters()).toEqual([['Sedenie vonku', ['Lavičky v parku', 'Opraviť lavičky']]]);
  expect(screen.getByRole('status').textContent).toBe('Zhluk „Sedenie vonku“ má 2 lístky.');

  await user.click(screen.getByRole('button', { name: 'Odmietnuť: autobus' }));
  expect(screen.queryByText('Spoločné slová: autobus')).toBeNull();
  expect(clusters()).toHaveLength(1);
  copy().history.undo();
  expect(clusters()).toEqual([]);
});

test('what somebody grouped meanwhile is left to her', async () => {
  const { user } = await show();
  await user.click(screen.getByRole('button', { name: 'Navrhnúť zhluky' }));
  const { doc } = board.snapshot.copy;
  addCluster(doc, { id: 'hers', title: 'Doprava' });
  putInCluster(doc, id(2), 'hers');
  await user.click(accept('autobus'));
  expect(clusters()).toEqual([['Doprava', ['Nočný autobus']]]);
  expect(screen.getByRole('status').textContent).toBe('Tie lístky už niekto zaradil alebo odstránil.');
});

test('two notes at least make a cluster', async () => {
  const { user } = await show();
  await user.click(screen.getByRole('button', { name: 'Navrhnúť zhluky' }));
  await user.click(screen.getByRole('checkbox', { name: 'Nočný autobus' }));
  await user.click(accept('autobus'));
  expect(clusters()).toEqual([]);
});

test('one without a title has that of its shared words', async () => {
  const { user } = await show();
  await user.click(screen.getByRole('button', { name: 'Navrhnúť zhluky' }));
  await user.clear(within(accept('autobus').closest('li')!).getByRole('textbox', { name: 'Názov zhluku' }));
  await user.click(accept('autobus'));
  expect(clusters()).toEqual([['autobus', ['Nočný autobus', 'Autobus častejšie']]]);
});
