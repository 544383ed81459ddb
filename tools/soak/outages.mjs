import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, statSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { row } from '../bench/table.mjs';
import { startOurs } from '../bench/sync/ours.mjs';
import { doubled, missing, Tab } from './tab.mjs';

const PEOPLE = 20;
/** Together: 200 edits a second. */
const EDITS_PER_SECOND_EACH = 10;
const WRITABLE_AGAIN_MS = 10_000;

/** Runs `outage` again and again while twenty people write, and looks each time whether what was called saved is there, and once. */
async function underLoad(count, outage) {
  const server = await startOurs();
  const board = await server.givenBoard();
  const tabOf = async (name) => new Tab(server.port, await server.givenAuthor(board), name);
  const tabs = [];
  for (let i = 0; i < PEOPLE; i++) tabs.push(await tabOf(`w${i.toString(36)}x`));
  await Promise.all(tabs.map((tab) => tab.until(({ state }) => state.phase === 'ready')));
  let edits = 0;
  let next = 0;
  const began = performance.now();
  let due = 0;
  const writing = setInterval(() => {
    for (due = ((performance.now() - began) / 1000) * PEOPLE * EDITS_PER_SECOND_EACH; edits < due; edits++) tabs[next++ % PEOPLE].edit();
  }, 5);
  const result = { outages: 0, lost: 0, doubled: 0, saved: 0, longestMs: 0, refused: 0, edits: 0 };
  try {
    for (let i = 0; i < count; i++) {
      const { promised, ...more } = await outage(server, tabs, i);
      const newcomer = await tabOf('new');
      await newcomer.until(({ state }) => state.phase === 'ready');
      const faults = promised.flatMap((some) => missing(newcomer.doc, some));
      const twice = doubled(newcomer.doc);
      newcomer.close();
      for (const fault of [...faults, ...twice.map((word) => `twice: ${word}`)].slice(0, 5)) console.log(`outage ${i + 1}: ${fault}`);
      result.outages++;
      result.lost += faults.length;
      result.doubled += twice.length;
      result.saved += promised.reduce((sum, some) => sum + some.size, 0);
      for (const [name, value] of Object.entries(more)) result[name] = name.startsWith('longest') ? Math.max(result[name] ?? 0, value) : (result[name] ?? 0) + value;
      if ((i + 1) % 10 === 0) console.log(`${i + 1} of ${count}: ${JSON.stringify(result)}`);
    }
    clearInterval(writing);
    await Promise.all(tabs.map((tab) => tab.until(({ isSaved }) => isSaved)));
    const last = await tabOf('last');
    await last.until(({ state }) => state.phase === 'ready');
    result.lost += tabs.flatMap(({ notes }) => missing(last.doc, notes)).length;
    result.doubled += doubled(last.doc).length;
    result.refused = tabs.flatMap(({ notTaken }) => notTaken).length;
    result.edits = edits;
    last.close();
  } finally {
    clearInterval(writing);
    for (const tab of tabs) tab.close();
    await server.stop();
  }
  return result;
}

/** The server killed at random moments. */
export async function killed(count) {
  const result = await underLoad(count, async (server, tabs) => {
    await pause(300 + Math.random() * 2000);
    const promised = tabs.map(({ saved }) => saved);
    await server.kill();
    const began = performance.now();
    await server.start(server.port);
    await Promise.all(tabs.map((tab) => tab.until(({ state, savedAt }) => state.phase === 'ready' && savedAt > performance.timeOrigin + began)));
    return { promised, longestMs: performance.now() - began };
  });
  console.log(JSON.stringify(result));
  const during = `killed ${result.outages} times during ${PEOPLE * EDITS_PER_SECOND_EACH} edits/s`;
  return [
    row(`${during}: acknowledged changes lost`, result.lost, '', '= 0', result.lost === 0),
    row('  words that stand there twice', result.doubled, '', '= 0', result.doubled === 0),
    row('  changes refused to those who came back', result.refused, '', '= 0', result.refused === 0),
    row('  all back and saved after the restart began, longest', result.longestMs, 'ms'),
  ];
}

/** PostgreSQL stopped under the server, fast or at once, for some seconds. */
export async function databaseGone(count) {
  const rows = [];
  for (const [mode, signal] of [['fast', 'SIGINT'], ['immediate', 'SIGQUIT']]) {
    const result = await underLoad(count, async (server, tabs) => {
      await pause(500 + Math.random() * 1500);
      const postgres = readPostgres(server.postgresPid);
      process.kill(server.postgresPid, signal);
      const goneAt = Date.now();
      const told = Promise.all(tabs.map((tab) => tab.until(({ state }) => !state.storing || state.phase !== 'ready'))).then(() => Date.now() - goneAt);
      while (isAlive(server.postgresPid)) await pause(20);
      const promisedBefore = tabs.map(({ saved }) => saved);
      // What was stored before is told now; from here on nothing may be called saved.
      await pause(500);
      const promised = tabs.map(({ saved }) => saved);
      const from = Date.now();
      const toldMs = await told;
      await pause(2000);
      const said = tabs.filter(({ savedAt, saved }, i) => savedAt > from && saved !== promised[i] && saved.size > 0).length;
      const died = isAlive(server.pid) ? 0 : 1;
      server.postgresPid = await postgres.start(server.postgres.url);
      const began = Date.now();
      await Promise.all(tabs.map((tab) => tab.until(({ state, savedAt }) => state.phase === 'ready' && state.storing && savedAt > began)));
      return { promised: [...promisedBefore, ...promised], said, died, longestMs: Date.now() - began, longestToldMs: toldMs };
    });
    console.log(mode, JSON.stringify(result));
    rows.push(
      row(`PostgreSQL restarted ${result.outages} times (${mode}): the server died`, result.died, 'times', '= 0', result.died === 0),
      row('  called saved while it was away', result.said, '', '= 0', result.said === 0),
      row('  acknowledged changes lost', result.lost, '', '= 0', result.lost === 0),
      row('  words that stand there twice', result.doubled, '', '= 0', result.doubled === 0),
      row('  the board says that it is read-only after, longest', result.longestToldMs, 'ms'),
      row('  writable and all saved after it is back, longest', result.longestMs, 'ms', `<= ${WRITABLE_AGAIN_MS}`, result.longestMs <= WRITABLE_AGAIN_MS),
    );
  }
  return rows;
}

function isAlive(pid) {
  try {
    // A child that nobody has waited for yet is dead too.
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'latin1'));
  } catch {
    return false;
  }
}

/** How this server was started, to start it again as it was. */
function readPostgres(pid) {
  const [command, ...args] = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').slice(0, -1);
  const { uid, gid } = statSync(`/proc/${pid}`);
  return {
    start: async (url) => {
      const log = openSync('/dev/null', 'w');
      const child = spawn(command, args, { uid, gid, detached: true, stdio: ['ignore', log, log], cwd: '/' });
      closeSync(log);
      child.unref();
      for (;;) {
        const client = new pg.Client({ connectionString: url });
        client.on('error', () => undefined);
        try {
          await client.connect();
          await client.end();
          return child.pid;
        } catch {
          await pause(50);
        }
      }
    },
  };
}
