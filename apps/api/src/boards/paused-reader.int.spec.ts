import type { Socket as TcpSocket } from 'node:net';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Socket } from 'socket.io-client';
import { givenApi, type TestApi } from '../testing/given-api.ts';
import { givenBoard, Tab } from './given-board.ts';
import { OWED_BYTES_MAX } from './ready-frame.ts';

let api: TestApi;
const atServer: TcpSocket[] = [];
const tabs: Tab[] = [];

beforeAll(async () => {
  api = await givenApi();
  api.app.getHttpServer().on('connection', (wire: TcpSocket) => void atServer.push(wire));
});
afterEach(() => {
  for (const tab of tabs.splice(0)) tab.close();
});
afterAll(() => api?.stop());

const wireOf = (socket: Socket) => (socket.io.engine.transport as unknown as { ws: { _socket: TcpSocket } }).ws._socket;

/** Answers the pings that she does not read: it is what she owes that cuts her off, not her silence, however slow the machine. */
function keepAlive({ io }: Socket): void {
  const engine = io.engine as unknown as { _sendPacket(type: 'pong'): void; _resetPingTimeout(): void };
  engine._sendPacket('pong');
  engine._resetPingTimeout();
}

const NOTES_AT_ONCE = 60;
const TEXT = '€'.repeat(1_000);
/** More than a receiver may owe and the kernel takes of her, less than a board may hold. */
const ROUNDS = 50;

test('SEC-32: whoever stops reading owes a bounded number of bytes and is cut off; the others hear all of it, and she does when she comes back', async () => {
  const board = await givenBoard(api);
  const join = async (someone: Awaited<ReturnType<typeof board.guest>> | Awaited<ReturnType<typeof board.staff>>) => {
    const tab = new Tab(api, someone, board.boardId);
    tabs.push(tab);
    return tab.ready();
  };
  const [writer, control, sleeper] = [await join(await board.staff()), await join(await board.guest()), await join(await board.guest())];
  await control.until(({ state }) => state.people.some(({ slot }) => slot === sleeper.state.slot));
  const hers = wireOf(sleeper.socket);
  const [theirs] = atServer.filter(({ remotePort }) => remotePort === hers.localPort) as [TcpSocket];
  let isCut = false;
  const cut = new Promise<void>((resolve) => theirs.once('close', () => resolve())).then(() => {
    isCut = true;
  });
  // on a slow machine she may come back with another before the seat that is cut off is gone
  const { slot } = sleeper.state;
  hers.pause();

  let owed = 0;
  let made = 0;
  for (let round = 0; round < ROUNDS && !isCut; round++) {
    writer.doc.transact(() => {
      for (let i = 0; i < NOTES_AT_ONCE; i++) writer.add({ participantId: null, text: TEXT, order: 'a0' });
    });
    made += NOTES_AT_ONCE;
    keepAlive(sleeper.socket);
    await writer.saved();
    expect(writer.notTaken).toEqual([]);
    // Everybody else has heard it before there is more.
    await control.until(({ notes }) => notes.length === made);
    owed = Math.max(owed, theirs.writableLength);
  }
  expect(owed).toBeGreaterThan(0);
  expect(owed).toBeLessThanOrEqual(OWED_BYTES_MAX);
  await cut;
  await control.until(({ state }) => state.people.every((person) => person.slot !== slot));

  hers.resume();
  await sleeper.until(({ notes }) => notes.length === made);
  await writer.saved();
  expect(sleeper.state.phase).toBe('ready');
});
