/**
 * The portal after years: 10,000 ideas with 100,000 supports and 50,000 comments. How soon the server answers who reads them, how soon a slow phone shows the first page, and how soon the way
 * of a recommendation on 300 notes is traced. `npm run bench:portal`, on the built server and web; everything shares this machine. One part of it: `npm run bench:portal -- --only phone`
 * or `--only server`.
 */
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import sharp from 'sharp';
import { ensureChromium } from '../chromium.mjs';
import { CITED_NOTES, COMMENTS, fill, IDEAS, SUPPORTS } from './portal/fill.mjs';
import { Device, startServer } from './server.mjs';
import { percentile, printResult, row } from './table.mjs';

const TIMES = 40;
const SEARCHES = ['park', 'lavička', 'cyklotrasa škola', 'osvetlenie', 'zastávka autobus', 'xyzxyz', 'kompost zeleň', 'most'];
/** As a phone a few years old on a mobile network sees it: WebPageTest's "4G", and a processor four times slower than this one. */
const NETWORK = { offline: false, latency: 170, downloadThroughput: (9 * 1024 * 1024) / 8, uploadThroughput: (9 * 1024 * 1024) / 8 };
const SLOWER = 4;
const LOADS = 5;

const { values: { only } } = parseArgs({ options: { only: { type: 'string' } } });

const server = await startServer();
const rows = [];
try {
  const staff = new Device(server);
  await staff.post('demo-sign-ins', { role: 'administrator' });
  const { processId, planId } = await givenProcess(staff);
  const began = performance.now();
  const ids = await fill(server.databaseUrl(), planId, processId);
  console.log(`filled in ${Math.round((performance.now() - began) / 1000)} s: ${ids.ideas} ideas, ${ids.supports} supports, ${ids.comments} comments`);
  if (ids.ideas !== IDEAS || ids.supports !== SUPPORTS || ids.comments !== COMMENTS) throw new Error('not filled as meant');
  if (only !== 'phone') await onTheServer(staff, processId, ids);
  if (only !== 'server') await onAPhone(processId, ids);
  rows.push(row('load of the machine in the last minute', loadavg()[0], ''));
} finally {
  await server.stop();
}
printResult('portal', rows);

/** A public process that shows ideas on a plan. */
async function givenProcess(staff) {
  const organisation = (await staff.get('organisations')).items[0].id;
  const about = { title: 'Nápady pre mesto', problem: '', statusQuo: '', goals: [], state: 'running', visibility: 'public', phases: [], actors: [], organisationIds: [organisation], commitmentIds: [], revision: 0 };
  const { id: processId } = await staff.post('processes', about);
  const plan = await sharp({ create: { width: 1600, height: 1200, channels: 3, background: '#dfe8d8' } }).png().toBuffer();
  const answer = await fetch(`${server.url}/api/processes/${processId}/idea-plans`, {
    method: 'POST', body: plan, headers: { 'origin': server.url, 'cookie': staff.cookie, 'content-type': 'image/png', 'idempotency-key': crypto.randomUUID() },
  });
  const { fileId: planId } = await answer.json();
  await staff.put(`processes/${processId}/idea-intake`, { fromOn: '2020-01-01', untilOn: null, lookFirst: true, categories: [], plan: { fileId: planId, description: 'Plán mesta', edges: null }, revision: 0 });
  return { processId, planId };
}

async function onTheServer(staff, processId, ids) {
  const visitor = new Device(server);
  const list = `processes/${processId}/ideas`;
  const spots = [[0, 0, 1, 1], [0.25, 0.25, 0.75, 0.75], [0.5, 0.125, 0.75, 0.375], [0.1, 0.6, 0.1625, 0.6625]].map((part) => part.join());
  const chosen = (await visitor.get(`${list}?limit=100&sort=shuffled&seed=7`)).items.map(({ id }) => id).join();
  const reads = {
    'list, most supported': () => visitor.get(list),
    'list, newest': () => visitor.get(`${list}?sort=newest`),
    'list, most commented': () => visitor.get(`${list}?sort=commented`),
    'list, in random order': (i) => visitor.get(`${list}?sort=shuffled&seed=${i}`),
    'list, a hundred at once': () => visitor.get(`${list}?limit=100`),
    'a hundred chosen ones, by their ids': () => visitor.get(`${list}?limit=100&state=all&ids=${chosen}`),
    'filter by category, language and place': (i) => visitor.get(`${list}?categoryId=${ids.category}&language=${['sk', 'uk', 'cs', 'en'][i % 4]}&place=yes`),
    'filter, nothing found': () => visitor.get(`${list}?language=en&state=merged`),
    'search': (i) => visitor.get(`${list}?search=${encodeURIComponent(SEARCHES[i % SEARCHES.length])}`),
    'map': (i) => visitor.get(`processes/${processId}/idea-map?within=${spots[i % spots.length]}`),
    'map, searched': (i) => visitor.get(`processes/${processId}/idea-map?search=${encodeURIComponent(SEARCHES[i % SEARCHES.length])}`),
    'list beside the map': (i) => visitor.get(`${list}?within=${spots[i % spots.length]}`),
    'similar ideas': (i) => visitor.get(`processes/${processId}/similar-ideas?text=${encodeURIComponent(`Nová ${SEARCHES[i % SEARCHES.length]} pri škole, viac tieňa a zelene`)}`),
    'an idea with 500 comments, and the first of them': () => Promise.all(['', '/talk', '/comments'].map((part) => visitor.get(`ideas/${ids.discussed}${part}`))),
    'an idea on 300 notes': () => visitor.get(`ideas/${ids.clustered}`),
    'ideas that wait for a look': () => staff.get(`processes/${processId}/waiting-ideas`),
  };
  for (const [name, read] of Object.entries(reads)) {
    const p95 = await measured(read);
    rows.push(row(`${name}, p95 of ${TIMES}`, p95, 'ms', '< 300', p95 < 300));
  }
  // to the end of the list, page after page
  let pages = 0;
  const far = await measured(async () => {
    for (let after = ''; pages < 1_000; ) {
      const { next } = await visitor.get(`${list}?limit=100${after && `&after=${after}`}`);
      pages++;
      if (next === null || pages % 25 === 0) return;
      after = next;
    }
  }, 1);
  rows.push(row('25 pages of a hundred, one after the other', far, 'ms'));
  const way = await visitor.get(`records/${ids.recommendationId}/way`);
  const trace = await measured(() => visitor.get(`records/${ids.recommendationId}/way`));
  rows.push(row(`trace of a recommendation on ${way.contributionCount} notes, p95 of ${TIMES}`, trace, 'ms', '< 200', way.contributionCount === CITED_NOTES && trace < 200));
}

async function measured(read, times = TIMES) {
  const taken = [];
  if (times > 1) await read(0);
  for (let i = 0; i < times; i++) {
    const began = performance.now();
    await read(i);
    taken.push(performance.now() - began);
  }
  return percentile(taken, 0.95);
}

/** With nothing kept from before, until the first words to read stand there. */
async function onAPhone(processId, ids) {
  ensureChromium();
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
  try {
    const pages = { 'first page': ['/', 'main h1'], 'list of ideas': [`/processes/${processId}/ideas`, '.ideas-list h2'], 'an idea with 500 comments': [`/ideas/${ids.discussed}`, 'main h1'] };
    for (const [name, [path, words]] of Object.entries(pages)) {
      const taken = [];
      for (let i = 0; i < LOADS; i++) taken.push(await loaded(browser, path, words));
      const median = percentile(taken, 0.5);
      rows.push(row(`${name} readable on a phone ${SLOWER}x slower, 9 Mbit/s, 170 ms, median of ${LOADS}`, median, 'ms', '<= 2000', median <= 2_000));
    }
  } finally {
    await browser.close();
  }
}

async function loaded(browser, path, words) {
  const context = await browser.newContext({ viewport: { width: 360, height: 640 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true, locale: 'sk-SK' });
  const page = await context.newPage();
  const client = await context.newCDPSession(page);
  await client.send('Network.enable');
  await client.send('Network.emulateNetworkConditions', NETWORK);
  await client.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  const began = performance.now();
  await page.goto(server.url + path, { waitUntil: 'commit' });
  await page.locator(words).first().waitFor();
  const ms = performance.now() - began;
  await context.close();
  return ms;
}
