/**
 * How many people one board holds, and at what cost, on the built server: Nest gateway, gate and PostgreSQL on. `npm run bench:sync`, README.md beside this.
 * With `BENCH_PEERS` the servers one would pick instead run beside ours, in the same run.
 */
import { parseArgs } from 'node:util';
import { printResult, row } from '../table.mjs';
import { openPeers } from './peers.mjs';
import { breakouts, cursors, dragging, edits, joins, killed, open, twin } from './workloads.mjs';

const { values: flags } = parseArgs({
  options: { full: { type: 'boolean', default: false }, only: { type: 'string' }, people: { type: 'string' }, secs: { type: 'string' }, runs: { type: 'string', default: '1' } },
});
const secs = Number(flags.secs ?? (flags.full ? 10 : 6));
const runs = Number(flags.runs);
const sizes = (short, full) => flags.people?.split(',').map(Number) ?? (flags.full ? full : short);
const SMOOTH_MS = 100;

const peers = openPeers();
const rows = [];
const say = (line) => console.log(line);
const round = (value, digits = 2) => (value === undefined ? '–' : Number(value.toFixed(digits)));

/** The middle one of several runs, by one of its figures. */
async function median(run, by) {
  const all = [];
  for (let i = 0; i < runs; i++) all.push(await run());
  const good = all.filter(Boolean).sort((a, b) => a[by] - b[by]);
  return good[Math.floor((good.length - 1) / 2)];
}
async function ours(name, run, by) {
  const result = await median(run, by);
  say(`${name.padEnd(44)} ours: ${Object.entries(result).map(([key, value]) => `${key} ${typeof value === 'number' ? round(value) : JSON.stringify(value)}`).join('  ')}`);
  return result;
}
async function theirs(name, workload, server, options, by) {
  if (!peers) return undefined;
  const result = await median(() => peers.run(workload, server, options), by);
  if (result) say(`${name.padEnd(44)} ${server}: p95 ${result.p95}  cpu ${result.cpu}  per 1000 ${result.cpuPer1000 ?? '–'}  KiB/s ${result.bytesPerClient ?? '–'}  got ${result.got ?? '–'}  others ${result.other ?? '–'}`);
  return result;
}
const against = (value, peer, most) => (peer === undefined ? undefined : value <= peer * most);

const smooth = ({ p95, got }) => p95 < SMOOTH_MS && got > 0.98;
const workloads = {
  async edits() {
    const held = async (run, list) => {
      let most = 0;
      for (const people of list) {
        const result = await run(people);
        if (!result || !smooth(result)) break;
        most = people;
      }
      return most;
    };
    const our = await held(async (people) => {
      const result = await ours(`${people} people, 1 edit/s each`, () => edits({ people, secs }), 'p95');
      rows.push(row(`edits of ${people} people: p95`, result.p95, 'ms'), row(`edits of ${people} people: CPU`, result.cpu * 100, '% of a core'));
      return result;
    }, sizes([1000, 1600], [200, 800, 1000, 1200, 1600, 2000]));
    rows.push(row('people on one board at 1 edit/s with p95 < 100 ms', our, '', '>= 1000', our >= 1000));
    if (!peers) return;
    const best = await held((people) => theirs(`${people} people, 1 edit/s each`, 'w1', 'hocuspocus4', { n: people, secs, rate: 1 }, 'p95'), sizes([800, 1000], [400, 600, 800, 1000, 1200]));
    rows.push(row('  Hocuspocus 4.7', best, ''), row('  ours to it', our / best, 'x', '>= 1.25', our / best >= 1.25));
  },

  async cost() {
    const people = 400;
    const our = await ours('400 people, 1 edit/s each', () => edits({ people, secs }), 'cpu');
    rows.push(row('CPU of 400 people at 1 edit/s', our.cpu * 100, '% of a core'), row('  their edits, p95', our.p95, 'ms'), row('  saved, p95', our.saved, 'ms'), row('  PostgreSQL', our.postgres * 100, '% of a core'));
    const flush = await theirs('400 people, 1 edit/s each', 'w1', 'hocuspocus4-flush33', { n: people, secs, rate: 1 }, 'cpu');
    const floor = await theirs('400 people, 1 edit/s each', 'w1', 'relay-ws-tick33', { n: people, secs, rate: 1 }, 'cpu');
    if (flush) rows.push(row('  Hocuspocus 4.7, flushDelay 33', flush.cpu * 100, '% of a core'), row('  ours to it', our.cpu / flush.cpu, 'x', '<= 0.9', against(our.cpu, flush.cpu, 0.9)));
    if (floor) rows.push(row('  bare ws, a frame per 33 ms', floor.cpu * 100, '% of a core'), row('  ours to it', our.cpu / floor.cpu, 'x', 'goal <= 2'));
  },

  async twin() {
    const people = 400;
    const alone = await ours('400 people, 1 edit/s each, one server', () => edits({ people, secs }), 'cpu');
    const both = await ours('400 people, 1 edit/s each, two servers', () => twin({ people, secs }), 'cpu');
    rows.push(
      row('400 people at two servers: CPU of both', both.cpu * 100, '% of a core'), row('  to one server', both.cpu / alone.cpu, 'x'),
      row('  p95 to those at the same server', both.p95, 'ms'), row('  p95 to those at the other', both.elsewhereP95, 'ms'), row('  p95 with one server', alone.p95, 'ms'), row('  PostgreSQL', both.postgres * 100, '% of a core'), row('  PostgreSQL with one server', alone.postgres * 100, '% of a core'),
    );
  },

  async small() {
    const our = await ours('50 people, 1 edit/s each', () => edits({ people: 50, secs }), 'p95');
    const peer = await theirs('50 people, 1 edit/s each', 'w1', 'y-websocket', { n: 50, secs, rate: 1 }, 'p95');
    rows.push(row('edits of 50 people, p95', our.p95, 'ms', peer ? `<= ${round(peer.p95 + 3)}` : undefined, peer ? our.p95 <= peer.p95 + 3 : undefined));
    if (peer) rows.push(row('  y-websocket', peer.p95, 'ms'));
  },

  async cursors() {
    const our = await ours('200 cursors at 10/s', () => cursors({ people: 200, secs }), 'cpu');
    rows.push(row('200 cursors: CPU', our.cpu * 100, '% of a core'), row('  to each', our.kibPerSecond, 'KiB/s'), row('  p95', our.p95, 'ms'));
    const peer = await theirs('200 cursors at 10/s', 'w2', 'hocuspocus4', { n: 200, secs, rate: 10 }, 'cpu');
    if (peer) {
      rows.push(row('  Hocuspocus 4.7', peer.cpu * 100, '% of a core'), row('  ours to it', our.cpu / peer.cpu, 'x', '<= 0.35', against(our.cpu, peer.cpu, 0.35)));
      rows.push(row('  Hocuspocus 4.7, to each', peer.bytesPerClient, 'KiB/s'), row('  ours to it', our.kibPerSecond / peer.bytesPerClient, 'x', '<= 0.07', against(our.kibPerSecond, peer.bytesPerClient, 0.07)));
    }
    let most = 0;
    for (const people of sizes([800], [400, 800, 1200])) {
      const result = await ours(`${people} cursors at 10/s`, () => cursors({ people, secs }), 'p95');
      rows.push(row(`${people} cursors: p95 in sight of each`, result.p95, 'ms'), row('  elsewhere', result.farP95, 'ms'), row(`${people} cursors: CPU`, result.cpu * 100, '% of a core'), row(`${people} cursors: to each`, result.kibPerSecond, 'KiB/s'));
      if (result.p95 >= SMOOTH_MS) break;
      most = people;
    }
    rows.push(row('cursors on one board with p95 < 100 ms in sight', most, '', '>= 800 (4x)', most >= 800));
  },

  async joins() {
    const our = await ours('200 join a board of 5,000 notes', () => joins({}), 'last');
    rows.push(row('200 join a board of 5,000 notes: last ready', our.last, 'ms'), row('  those who were there, longest wait', our.stalled, 'ms', '<= 100', our.stalled <= 100), row('  CPU', our.cpu, 's'));
    if (!peers) return;
    const others = [];
    for (const server of flags.full ? ['y-websocket', 'hocuspocus4'] : ['hocuspocus4']) {
      const peer = await median(() => peers.run('w3', server, { n: 200 }), 'last');
      if (!peer) continue;
      say(`200 join a board of 5,000 notes              ${server}: last ${peer.last} ms  cpu ${peer.cpu} s  sent ${peer.mib} MiB`);
      others.push(peer.last);
      rows.push(row(`  ${server}`, peer.last, 'ms'));
    }
    const best = Math.min(...others);
    rows.push(row('  ours to the best', our.last / best, 'x', '<= 0.25', our.last <= best * 0.25));
  },

  async breakouts() {
    const our = await ours('200 boards of 5 people', () => breakouts({ secs }), 'cpu');
    rows.push(row('200 boards of 5: CPU', our.cpu * 100, '% of a core'), row('  a board takes', our.kibPerBoard, 'KiB', '<= 300', our.kibPerBoard <= 300), row('  p95', our.p95, 'ms'));
    const peer = await theirs('200 boards of 5 people', 'w5', 'y-websocket', { n: 1000, secs, rate: 1 }, 'cpu');
    if (peer) rows.push(row('  y-websocket', peer.cpu * 100, '% of a core'), row('  ours to it', our.cpu / peer.cpu, 'x', '<= 1.2', against(our.cpu, peer.cpu, 1.2)));
  },

  async open() {
    const our = await ours('300 boards of 200 notes', () => open({}), 'opened');
    rows.push(row('300 open boards of 200 notes: resident memory', our.opened, 'MB', '<= 500', our.opened <= 500), row('  all of them changed at once', our.changed, 'MB', '<= 500', our.changed <= 500));
    rows.push(row('  all of them closed again', our.left, 'MB'), row('  opened, changed and closed a second time', our.again, 'MB', `<= ${round(our.left * 1.05)}`, our.again <= our.left * 1.05), row('  a server without boards', our.none, 'MB'));
  },

  async killed() {
    const our = await ours('killed while 20 write', () => killed({}), 'readyMs');
    rows.push(row(`killed while 20 write: lost of ${our.acknowledged} acknowledged notes`, our.lost, '', '= 0', our.lost === 0), row('  board open again', our.readyMs, 'ms', '<= 5000', our.readyMs <= 5000));
    if (!peers || !flags.full) return;
    const peer = await peers.run('w6', 'hocuspocus4+db', {});
    if (peer) rows.push(row(`  Hocuspocus 4.7 with its database: lost of ${peer.made}`, peer.lost, ''));
  },

  async dragging() {
    const our = await ours('an hour of 50 people dragging', () => dragging({ drops: flags.full ? 36_000 : 9_000 }), 'after');
    const grown = ((our.after - our.before) / 1024) * (flags.full ? 1 : 4);
    rows.push(row(`an hour of 50 people dragging${flags.full ? '' : ' (from a quarter of it)'}: the board grows by`, grown, 'KiB', '< 1024', grown < 1024));
  },
};

for (const name of flags.only?.split(',') ?? Object.keys(workloads)) await workloads[name]();
printResult('sync', rows);
process.exit(process.exitCode ?? 0);
