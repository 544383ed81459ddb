import { expect, test } from '@jest/globals';
import { ALONE, Peers } from '../peers/peers.ts';
import { BoardHubs } from './board-hubs.ts';
import type { BoardStore } from './board-store.ts';

test('of many boards that are opened at once a few are read at a time, and one that fails makes room for the next', async () => {
  const reading: (() => void)[] = [];
  const read: string[] = [];
  const store: Pick<BoardStore, 'load'> = {
    load: async (boardId) => {
      read.push(boardId);
      await new Promise<void>((end) => reading.push(end));
      return undefined;
    },
  };
  const peers: Pick<Peers, 'id' | 'isAwake' | 'isShared'> = { id: ALONE, isAwake: true, isShared: false };
  const hubs = new BoardHubs(store as BoardStore, undefined as never, undefined as never, peers as Peers, undefined as never, undefined as never);
  const boards = Array.from({ length: 10 }, (_, i) => `board ${i}`);
  const opened = Promise.allSettled(boards.map((boardId) => hubs.open(boardId)));
  for (let round = 0; read.length < boards.length || reading.length > 0; round++) {
    await new Promise((soon) => setImmediate(soon));
    expect(reading.length).toBeLessThanOrEqual(4);
    if (round === 0) expect(reading).toHaveLength(4);
    reading.splice(0, 1 + (round % 3)).forEach((end) => end());
  }
  expect(read).toEqual(boards);
  expect((await opened).map((one) => one.status === 'rejected' && (one.reason as { code?: string }).code)).toEqual(boards.map(() => 'not-found'));
});
