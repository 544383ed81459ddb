import { setTimeout as pause } from 'node:timers/promises';
import { percentile } from '../table.mjs';
import { Device } from './device.mjs';
import { filled, startOurs } from './ours.mjs';
import { busyOfMachine, cpuOf, cpuOfFamily, memoryOf, startWorker } from './processes.mjs';

const WATCHERS = 8;

/** Our server with two processes of devices, and what is needed to end them. */
async function withOurs(run, options) {
  const server = await startOurs(options);
  const watch = startWorker('watch');
  const load = startWorker('load');
  try {
    return await run(server, watch, load);
  } finally {
    watch.end();
    load.end();
    await server.stop();
  }
}

async function authorsOf(server, board, count) {
  const authors = [];
  for (let i = 0; i < count; i++) authors.push(await server.givenAuthor(board));
  return authors;
}

/** Half of the watchers come first and half last: a server writes to those who came first, first. */
async function joinAll({ port }, watch, load, authors, presence, rampMs = authors.length * 4) {
  const watchers = Math.min(WATCHERS, Math.max(2, Math.floor(authors.length / 5)));
  const first = Math.floor(watchers / 2);
  const last = authors.length - (watchers - first);
  const ready = [
    await watch.call('join', { port, authors: authors.slice(0, first), rampMs: 50, presence }),
    await load.call('join', { port, authors: authors.slice(first, last), rampMs, presence }),
    await watch.call('join', { port, authors: authors.slice(last), rampMs: 50, presence }),
  ];
  const there = ready.reduce((sum, { ready: count }) => sum + count, 0);
  if (there < authors.length) throw new Error(`${authors.length - there} of ${authors.length} devices did not come: ${ready.flatMap(({ why }) => why).join(', ')}`);
}

/** When each change was sent, by its server and board, its sender's slot and its number. */
const sendsOf = (results) => new Map(results.flatMap(({ sent }) => sent));

/** Milliseconds on the way of all that watchers saw; of cursors, by whether they pointed in sight of the watcher. */
function delaysOf(results, isNear = true) {
  const sent = sendsOf(results);
  const delays = [];
  for (const { seenUpdates, seenCursors } of results) {
    for (let i = 0; i < seenUpdates.length; i += 5) {
      const at = sent.get(seenUpdates.slice(i, i + 4).join('/'));
      if (at !== undefined) delays.push((seenUpdates[i + 4] - at) / 1000);
    }
    for (let i = 0; i < seenCursors.length; i += 7) {
      if (Boolean(seenCursors[i + 6]) !== isNear) continue;
      const at = sent.get(`${seenCursors.slice(i, i + 3).join('/')}/${seenCursors[i + 3]},${seenCursors[i + 4]}`);
      if (at !== undefined) delays.push((seenCursors[i + 5] - at) / 1000);
    }
  }
  return delays;
}

/** The same of changes that came by another server. */
function delaysElsewhere(results) {
  const sent = new Map(results.flatMap(({ sentAs }) => sentAs));
  return results.flatMap(({ seenElsewhere }) => {
    const delays = [];
    for (let i = 0; i < seenElsewhere.length; i += 3) {
      const at = sent.get(`${seenElsewhere[i]}/${seenElsewhere[i + 1]}`);
      if (at !== undefined) delays.push((seenElsewhere[i + 2] - at) / 1000);
    }
    return delays;
  });
}

/** People on one board (or on many), each doing something so many times a second. */
async function traffic(server, watch, load, { authors, doing, rate, secs, presence, others = authors.length - 1, rampMs }) {
  await joinAll(server, watch, load, authors, presence, rampMs);
  const both = (name, options) => Promise.all([watch.call(name, options), load.call(name, options)]);
  // Two seconds to warm up, which do not count.
  await both('start', { doing, rate });
  await pause(2000);
  await both('pause');
  await pause(1000);
  const cpuOfServers = () => server.pids.reduce((sum, pid) => sum + cpuOf(pid), 0);
  const processes = [...server.pids, watch.pid, load.pid, process.pid];
  const own = () => processes.reduce((sum, pid) => sum + cpuOf(pid), 0) + cpuOfFamily(server.postgresPid);
  const before = { at: performance.now(), cpu: cpuOfServers(), postgres: cpuOfFamily(server.postgresPid), busy: busyOfMachine(), own: own() };
  await both('start', { doing, rate });
  await pause(secs * 1000);
  await both('pause');
  const span = (performance.now() - before.at) / 1000;
  const after = { cpu: cpuOfServers(), postgres: cpuOfFamily(server.postgresPid), busy: busyOfMachine(), own: own() };
  // What is still on its way comes, and is charged too.
  await pause(1000);
  const results = await both('results');
  const total = cpuOfServers() - before.cpu;
  const delays = delaysOf(results);
  const sent = results.reduce((sum, result) => sum + result.sent.length, 0);
  const seen = results.flatMap((result) => result.seen).reduce((sum, count) => sum + count, 0);
  const saves = results.flatMap((result) => result.saves);
  const elsewhere = delaysElsewhere(results);
  return {
    elsewhereP95: percentile(elsewhere, 0.95), elsewhere: elsewhere.length, sent: sent / span, farP95: percentile(delaysOf(results, false), 0.95), p50: percentile(delays, 0.5), p95: percentile(delays, 0.95), p99: percentile(delays, 0.99), max: delays.reduce((most, delay) => Math.max(most, delay), 0),
    got: seen / (sent * others), cpu: (after.cpu - before.cpu) / span, msPer1000: (total / seen) * 1e6, postgres: (after.postgres - before.postgres) / span,
    saved: percentile(saves, 0.95), kibPerSecond: results.reduce((sum, { bytes }) => sum + bytes, 0) / authors.length / span / 1024,
    memory: memoryOf(server.pid), disturbed: (after.busy - before.busy - (after.own - before.own)) / span, closed: results.flatMap(({ closed }) => closed),
  };
}

/** Everybody makes one change a second: nine moves, one new note. */
export const edits = ({ people, secs }) => withOurs(async (server, watch, load) => {
  const board = await server.givenBoard();
  return traffic(server, watch, load, { authors: await authorsOf(server, board, people), doing: 'edit', rate: 1, secs, presence: false });
});

/** The same at two servers with a Redis between them, every second person at each. */
export const twin = ({ people, secs }) => withOurs(async (server, watch, load) => {
  const board = await server.givenBoard();
  const authors = (await authorsOf(server, board, people)).map((author, i) => ({ ...author, port: server.ports[i % 2] }));
  return traffic(server, watch, load, { authors, doing: 'edit', rate: 1, secs, presence: false });
}, { twin: true });

/** Everybody's cursor moves ten times a second. */
export const cursors = ({ people, secs }) => withOurs(async (server, watch, load) => {
  const board = await server.givenBoard();
  return traffic(server, watch, load, { authors: await authorsOf(server, board, people), doing: 'move', rate: 10, secs, presence: true });
});

/** Many small tables: each its own board, everybody one change a second. */
export const breakouts = ({ boards = 200, people = 5, secs }) => withOurs(async (server, watch, load) => {
  const authors = [];
  for (let i = 0; i < boards; i++) authors.push(await authorsOf(server, await server.givenBoard(), people));
  const memory = memoryOf(server.pid);
  // One of each table after the other, so that tables fill up slowly.
  const inTurn = Array.from({ length: people }, (_, i) => authors.map((table) => table[i])).flat();
  const result = await traffic(server, watch, load, { authors: inTurn, doing: 'edit', rate: 1, secs, presence: false, others: people - 1, rampMs: boards * people * 4 });
  return { ...result, kibPerBoard: ((result.memory - memory) * 1024) / boards };
});

/** A board that nobody watches is closed after a minute. */
const CLOSED_AFTER_MS = 75_000;

/** Many boards of 200 notes, open at once; then somebody on each of them changes something, all within a few seconds; then all are closed. And all of it again: what it left behind the second time. */
export const open = ({ boards = 300 }) => withOurs(async (server, watch, load) => {
  const authors = [];
  for (let i = 0; i < boards; i++) authors.push(await server.givenAuthor(await server.givenBoard(filled({ notes: 200, authors: 10, edits: 800 }))));
  const none = memoryOf(server.pid);
  const turn = async () => {
    const { ready } = await load.call('join', { port: server.port, authors, rampMs: boards * 4 });
    await pause(3000);
    const opened = memoryOf(server.pid);
    await load.call('start', { doing: 'edit', rate: 0.3 });
    await pause(10_000);
    const changed = memoryOf(server.pid);
    await load.call('pause');
    await load.call('leave');
    await pause(CLOSED_AFTER_MS);
    return { ready, opened, changed, left: memoryOf(server.pid) };
  };
  const first = await turn();
  return { none, ...first, again: (await turn()).left };
});

/** A hall opens a board on which somebody worked for long, within a second; some are there already and write on. */
export const joins = ({ people = 200, notes = 5_000 }) => withOurs(async (server, watch, load) => {
  const board = await server.givenBoard(filled({ notes }));
  const there = await authorsOf(server, board, WATCHERS);
  await watch.call('join', { port: server.port, authors: there, rampMs: 50 });
  // Words that no contribution holds yet are made up at the opening.
  while ((await server.notesOf(board)) < notes) await pause(200);
  await watch.call('start', { doing: 'edit', rate: 5 });
  await pause(1000);
  const cpu = cpuOf(server.pid);
  const quiet = await watch.call('results');
  await watch.call('pause');
  await watch.call('start', { doing: 'edit', rate: 5 });
  const { ready, readyMs, why } = await load.call('join', { port: server.port, authors: await authorsOf(server, board, people), rampMs: 1000 });
  const used = cpuOf(server.pid) - cpu;
  await watch.call('pause');
  await pause(500);
  const delays = delaysOf([await watch.call('results')]);
  return { ready, why, p50: percentile(readyMs, 0.5), last: Math.max(...readyMs), cpu: used, stalled: Math.max(...delays), before: percentile(delaysOf([quiet]), 0.95), memory: memoryOf(server.pid) };
});

/** Killed in the middle of steady writing: what was called stored must be there. */
export const killed = ({ people = 20, secs = 6 }) => withOurs(async (server, watch) => {
  const board = await server.givenBoard();
  const authors = await authorsOf(server, board, people);
  await watch.call('join', { port: server.port, authors, rampMs: 100 });
  await watch.call('start', { doing: 'edit', rate: 2 });
  await pause(secs * 1000);
  await server.kill();
  await watch.call('pause');
  await pause(100);
  const began = performance.now();
  const storedNotes = await watch.call('stored');
  await server.start(server.port);
  const { copy } = await lookAt(server, board);
  const readyMs = performance.now() - began;
  const notes = copy.getMap('notes');
  return { acknowledged: storedNotes.length, lost: storedNotes.filter(({ id, x, y }) => {
    const p = notes.get(id)?.get('p');
    return !p || (x !== null && (p[0] !== x || p[1] !== y));
  }).length, readyMs };
});

async function lookAt(server, board) {
  const device = new Device({ port: server.port, ...(await server.givenAuthor(board)), presence: false, keep: true });
  await device.join();
  if (device.readyAfter < 0) throw new Error(`could not look at the board: ${device.closed}`);
  device.close();
  return device;
}

/** An hour in which 50 people drag notes about, one drop each five seconds, at twenty times the speed. */
export const dragging = ({ people = 50, drops = 36_000, perSecond = 20 }) => withOurs(async (server, watch, load) => {
  const board = await server.givenBoard();
  const authors = await authorsOf(server, board, people);
  await load.call('join', { port: server.port, authors, rampMs: 500, presence: true });
  await load.call('add', { count: 10 });
  await pause(1500);
  const before = await stateSize(server, board);
  await load.call('start', { doing: 'drop', rate: perSecond });
  await pause((drops / people / perSecond) * 1000);
  await load.call('pause');
  await pause(500);
  const { sent, closed } = await load.call('results');
  return { drops: sent.length, closed, before, after: await stateSize(server, board) };
});

async function stateSize(server, board) {
  const { encodeStateAsUpdateV2 } = await import('yjs');
  return encodeStateAsUpdateV2((await lookAt(server, board)).copy).length;
}
