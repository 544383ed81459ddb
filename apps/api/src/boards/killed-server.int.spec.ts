import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { moveNote } from '@spolu/board/notes';
import { checkBoard } from '@spolu/board/validation';
import { givenApi, type TestApi } from '../testing/given-api.ts';
import { BoardHubs } from './board-hubs.ts';
import { givenBoard, Tab } from './given-board.ts';

/** Only a process of its own can be killed as a power cut kills it. */
const SERVER = resolve(import.meta.dirname, '../../dist/main.js');
const CLIENTS = 10;
const NOTES_EACH = 40;
const KILLED_AFTER = 50;

let api: TestApi;
let dataDir: string;
const running = new Set<ChildProcess>();
const open: Tab[] = [];

beforeAll(async () => {
  if (!existsSync(SERVER)) throw new Error(`This test kills the built server, and ${SERVER} is not there: run "npx nx build api" first.`);
  dataDir = mkdtempSync(join(tmpdir(), 'spolupracovna-killed-'));
  api = await givenApi();
});
afterEach(async () => {
  for (const tab of open.splice(0)) tab.close();
  await Promise.all([...running].map(kill));
});
afterAll(async () => {
  await api.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

/** Starts the built server on the test's database; gives it once it is ready. */
function start(port: number): Promise<{ server: ChildProcess; port: number }> {
  const server = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', SERVER], {
    env: {
      PATH: process.env['PATH'], PORT: String(port), HOST: '127.0.0.1', DATA_DIR: dataDir, DATABASE_URL: api.config.databaseUrl, SIGN_IN_SECRET: api.config.signInSecret, LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(server);
  let said = '';
  return new Promise((ready, failed) => {
    server.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    server.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const address = /^Ready at .*:(\d+)$/m.exec(said);
      if (address) ready({ server, port: Number(address[1]) });
    });
    server.on('exit', () => {
      running.delete(server);
      failed(new Error(`The server ended before it was ready.\n${said}`));
    });
  });
}

async function kill(server: ChildProcess): Promise<void> {
  const gone = new Promise((resolveExit) => server.once('exit', resolveExit));
  server.kill('SIGKILL');
  await gone;
}

/** Lets no change be stored any more. @returns ends that; those who waited to store one are gone with their server */
async function standStill(): Promise<() => Promise<void>> {
  const store = api.database.createQueryRunner();
  await store.startTransaction();
  await store.query('lock table board_update in share row exclusive mode');
  return async () => {
    await store.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`);
    await store.rollbackTransaction();
    await store.release();
  };
}

const inOrder = (texts: Iterable<string>) => [...texts].sort();

test('whatever was acknowledged is there after the server was killed; ten who were writing come back by themselves and lose nothing', async () => {
  const board = await givenBoard(api);
  // From here on the board is the other process's.
  await api.app.get(BoardHubs, { strict: false }).close(board.boardId);
  const first = await start(0);
  const there = { url: `http://127.0.0.1:${first.port}` };
  const tabOf = async () => {
    const tab = new Tab(there, await board.guest(), board.boardId);
    open.push(tab);
    return tab;
  };

  const written = new Map<string, string>();
  const acknowledged = new Set<string>();
  const write = (tab: Tab, text: string): string => {
    const id = tab.add({ text });
    written.set(id, text);
    return id;
  };
  let enough = (): void => undefined;
  const manyAcknowledged = new Promise<void>((resolveEnough) => {
    enough = resolveEnough;
  });
  /** Writes on as soon as what she wrote is saved; while she is offline she just writes. */
  const writeOn = async (tab: Tab, name: string): Promise<void> => {
    for (let i = 0; i < NOTES_EACH; i += 2) {
      const pair = [write(tab, `${name}, ${i}`), write(tab, `${name}, ${i + 1}`)];
      await tab.until(({ state: { phase, unsaved } }) => phase === 'offline' || unsaved === 0);
      if (tab.state.unsaved > 0) continue;
      for (const id of pair) acknowledged.add(id);
      if (acknowledged.size >= KILLED_AFTER) enough();
    }
  };

  const tabs = await Promise.all(Array.from({ length: CLIENTS }, tabOf));
  await Promise.all(tabs.map((tab) => tab.ready()));
  const writing = tabs.map((tab, i) => writeOn(tab, `klient ${i}`));
  await manyAcknowledged;
  // The store stands still for a moment, so that the server dies with changes that all have seen and that are stored nowhere.
  const goOn = await standStill();
  await tabs[0]!.until(({ notes }) => notes.length === written.size && tabs.every(({ state }) => state.unsaved > 0));
  await kill(first.server);
  await goOn();
  const acknowledgedBefore = new Set(acknowledged);
  await Promise.all(tabs.map((tab) => tab.until(({ state }) => state.phase === 'offline')));
  await Promise.all(writing);
  // It was in the middle: some notes were on their way, and some were written while nobody was there to take them.
  expect(acknowledgedBefore.size).toBeLessThan(CLIENTS * NOTES_EACH);
  expect(tabs.every(({ state }) => state.unsaved > 0)).toBe(true);

  await start(first.port);
  const newcomer = await tabOf();
  await newcomer.ready();
  expect([...acknowledgedBefore].filter((id) => !newcomer.notes.some((note) => note.id === id))).toEqual([]);

  await Promise.all(tabs.map((tab) => tab.saved()));
  // They do not only see the board again, they are at it.
  for (const [i, tab] of tabs.entries()) write(tab, `klient ${i}, zase tu`);
  await Promise.all(tabs.map((tab) => tab.saved()));
  expect(tabs.flatMap(({ notTaken }) => notTaken)).toEqual([]);

  await Promise.all([newcomer, ...tabs].map((tab) => tab.until(({ notes }) => notes.length >= written.size)));
  expect(inOrder(newcomer.notes.map(({ text }) => text))).toEqual(inOrder(written.values()));
  expect(new Set(newcomer.notes.map(({ id }) => id))).toEqual(new Set(written.keys()));
  for (const tab of tabs) expect(tab.notes).toEqual(newcomer.notes);
  expect(checkBoard(newcomer.doc)).toEqual([]);

  const contributions = await api.database.query<{ id: string; text: string }[]>('select id, text from contribution where session_id = $1', [board.sessionId]);
  expect(inOrder(contributions.map(({ id, text }) => `${id} ${text}`))).toEqual(inOrder([...written].map(([id, text]) => `${id} ${text}`)));
});

test('what somebody did on top of a change that died with the server is not lost: it is done over once its author does not come back', async () => {
  const board = await givenBoard(api, { groupNotes: 'everyone' });
  await api.app.get(BoardHubs, { strict: false }).close(board.boardId);
  const first = await start(0);
  const [gone, writer] = await Promise.all([0, 1].map(async () => {
    const tab = new Tab({ url: `http://127.0.0.1:${first.port}` }, await board.guest(), board.boardId);
    open.push(tab);
    return tab.ready();
  }));
  if (!gone || !writer) throw new Error('two came');
  const note = writer.add({ text: 'vydrží' });
  await gone.until(({ notes }) => notes.length === 1);
  await writer.saved();

  const goOn = await standStill();
  moveNote(gone.doc, note, { x: 7, y: 7, frameId: null });
  await writer.until(({ notes }) => notes[0]?.position.x === 7);
  moveNote(writer.doc, note, { x: 300, y: 0, frameId: null });
  const second = writer.add({ text: 'v tej istej chvíli' });
  await gone.until(({ notes }) => notes.length === 2);
  await kill(first.server);
  await goOn();
  gone.close();
  await start(first.port);
  await writer.saved();

  const newcomer = new Tab({ url: `http://127.0.0.1:${first.port}` }, await board.guest(), board.boardId);
  open.push(newcomer);
  await newcomer.ready();
  expect(new Map(newcomer.notes.map(({ id, text, position }) => [id, [text, position.x]]))).toEqual(new Map([[note, ['vydrží', 300]], [second, ['v tej istej chvíli', 40]]]));
  expect(writer.notes).toEqual(newcomer.notes);
  expect([writer.notTaken, writer.givenBack]).toEqual([[], []]);
});
