/**
 * Our board beside tldraw and Excalidraw, in one run of the peers' harness: the same notes, the same camera, the same hand. Prints what ours
 * takes as a share of what each of them takes.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { serveBoardPage } from './board-page.mjs';
import { row } from './table.mjs';

const OURS = 'ours';
/** Our page with something said about every note. */
const SAID = 'ours-said';
/** What ours may take at most, as a share of [tldraw, Excalidraw]; `phase` is where a harness record keeps it. */
const RATIOS = [
  { measure: 'first paint', at: 'desktop 1000', of: (r) => r.load?.paint, most: [0.25, 0.8] },
  { measure: 'first paint', at: 'desktop 5000', of: (r) => r.load?.paint, most: [0.12, 0.9] },
  { measure: 'first paint', at: 'phone 1000', of: (r) => r.load?.paint, most: [0.2, 0.5] },
  { measure: 'near pan, main thread a frame', at: 'desktop 5000', of: (r) => r.steps?.pan?.main, most: [0.1, 0.4] },
  { measure: 'zooming out, main thread a frame', at: 'desktop 1000', of: (r) => r.steps?.zoomout?.main, most: [0.25, 0.6] },
  { measure: 'far pan, main thread a frame', at: 'desktop 5000', of: (r) => r.steps?.far?.main, most: [0.1, 0.15] },
  { measure: 'drag among 200 remote moves/s, input to frame p95', at: 'desktop 1000', of: (r) => dragged(r)?.inFrameP95, most: [0.5, 0.4] },
  { measure: 'drag among 200 remote moves/s, input to frame p95', at: 'desktop 5000', of: (r) => dragged(r)?.inFrameP95, most: [0.25, 0.2] },
  { measure: '1,000 remote notes at once', at: 'desktop 1000', of: (r) => r.add?.painted, most: [0.1, 1] },
  { measure: 'JavaScript heap', at: 'desktop 5000', of: (r) => r.mem?.heapMB, most: [0.2, 1.2] },
];
/** A drag that missed its note measured nothing. */
const dragged = ({ drag }) => (drag && drag.moved > 20 ? drag : undefined);
const PEERS = ['tldraw', 'excalidraw'];

export async function besidePeers(folder, runs) {
  const peers = resolve(folder);
  const gen = await import(pathToFileURL(join(peers, 'src/lib/gen.js')));
  const page = await serveBoardPage(gen, [1_000, 5_000]);
  const results = mkdtempSync(join(tmpdir(), 'spolupracovna-peers-'));
  try {
    const records = [
      ...await harness(peers, results, [`${OURS}=${page.url}`, ...PEERS], 'desktop', ['--sizes', '1000,5000', '--runs', String(runs)]),
      ...await harness(peers, results, [`${SAID}=${page.url}&board=said`], 'desktop', ['--sizes', '5000', '--runs', String(runs), '--tests', 'pan,steps']),
      ...await harness(peers, results, [`${OURS}=${page.url}`, ...PEERS], 'phone', ['--sizes', '1000', '--runs', String(runs), '--tests', 'load']),
    ];
    return [...frames(records), ...said(records), ...ratios(records)];
  } finally {
    page.stop();
    rmSync(results, { recursive: true, force: true });
  }
}

/** Beside this process, not in its way: our page is served from here. */
async function harness(peers, results, targets, profile, options) {
  const out = join(results, `${profile}-${targets.length}.jsonl`);
  const run = spawn(process.execPath, ['run/bench.mjs', '--profile', profile, '--targets', targets.join(','), '--out', relative(peers, out), ...options], {
    cwd: peers, stdio: ['ignore', 'inherit', 'inherit'],
  });
  const [status] = await once(run, 'exit');
  if (status !== 0) throw new Error(`the peers' harness ended with ${status}`);
  return readFileSync(out, 'utf8').trim().split('\n').map((line) => JSON.parse(line));
}

/** Whatever the machine: every phase of the camera script at the screen's own pace. */
function frames(records) {
  return [1_000, 5_000].flatMap((n) =>
    ['pan', 'zoom', 'far'].map((phase) => {
      const value = median(records.filter((r) => r.name === OURS && r.profile === 'desktop' && r.n === n).map((r) => r.pan?.by[phase]?.p50));
      return row(`${n} notes, ${phase}: frame p50`, value, 'ms', '<= 17', value <= 17);
    }),
  );
}

/** Marks at every note. */
function said(records) {
  const of = (value) => median(records.filter((r) => r.name === SAID).map(value));
  const frame = of((r) => r.pan?.by.pan.p50);
  return [
    row('5000 notes, something said about each, pan: frame p50', frame, 'ms', '<= 17', frame <= 17),
    row('the same: main thread a frame', of((r) => r.steps?.pan?.main), 'ms', '', undefined),
  ];
}

function ratios(records) {
  return RATIOS.flatMap(({ measure, at, of, most }) => {
    const value = (name) => median(records.filter((r) => r.name === name && `${r.profile} ${r.n}` === at).map(of));
    const ours = value(OURS);
    return PEERS.map((peer, i) => {
      const theirs = value(peer);
      const share = Math.round((1_000 * ours) / theirs) / 1_000;
      return { measure: `${measure}, ${at} (${ours} to ${theirs})`, value: share, unit: `x ${peer}`, target: `<= ${most[i]}`, holds: share <= most[i] };
    });
  });
}

function median(values) {
  const sorted = values.filter((value) => typeof value === 'number').sort((a, b) => a - b);
  return sorted.length === 0 ? Number.NaN : (sorted[Math.floor((sorted.length - 1) / 2)] + sorted[Math.floor(sorted.length / 2)]) / 2;
}
