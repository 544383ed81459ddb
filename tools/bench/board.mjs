/**
 * The drawn board with 5,000 notes in a real browser, through the real page: how soon it is there, whether every frame of panning, zooming
 * and dragging comes in time, how many elements and how much memory it takes, what a drag sends; and on a phone, 1,000 notes. Needs the built server;
 * `node tools/bench/board.mjs [notes]`. With BENCH_PEERS naming the folder of the peers' harness (installed and built), the board stands beside tldraw and
 * Excalidraw in one run of it; BENCH_RUNS says how many (1), BENCH_ONLY=peers leaves out the rest.
 */
/* global document, requestAnimationFrame -- what runs in the page */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { chromium } from 'playwright-core';
import { io } from 'socket.io-client';
import * as Y from 'yjs';
import { addFrame } from '../../libs/board/dist/frames.js';
import { addNote } from '../../libs/board/dist/notes.js';
import { orderBetween } from '../../libs/board/dist/order-key.js';
import { BoardLink } from '../../libs/realtime/dist/board-link.js';
import { besidePeers } from './board-peers.mjs';
import { Device, startServer } from './server.mjs';
import { percentile, printResult, row } from './table.mjs';

const NOTES = Number(process.argv[2] ?? 5_000);
const PHASE_MS = 2_400;
const COLOURS = ['yellow', 'orange', 'pink', 'blue', 'green', 'violet'];
const WORDS = 'mesto občan námestie park lavička chodník cyklotrasa doprava autobus škola ihrisko zeleň stromy voda osvetlenie bezpečnosť rozpočet návrh'.split(' ');

const PHONE_NOTES = 1_000;
const rows = [];
let server;
if (process.env.BENCH_ONLY !== 'peers') {
  server = await startServer();
  try {
    const facilitator = new Device(server);
    await facilitator.post('demo-sign-ins', { role: 'facilitator' });
    await drawing(facilitator, await givenBoard(facilitator, NOTES));
    await onPhone(facilitator, await givenBoard(facilitator, PHONE_NOTES));
  } finally {
    await server.stop();
  }
}
if (process.env.BENCH_PEERS) rows.push(...(await besidePeers(process.env.BENCH_PEERS, Number(process.env.BENCH_RUNS ?? 1))));
printResult('board', rows);

async function givenBoard(facilitator, noteCount) {
  const { items: [{ processId }] } = await facilitator.get('sessions');
  const { id } = await facilitator.post(`processes/${processId}/sessions`, {
    kind: 'workshop', title: 'Veľká tabuľa', welcome: '', plannedOn: null, plannedTime: null, place: '', language: 'sk', visibility: 'internal',
  });
  const { boardId } = await facilitator.get(`sessions/${id}`);
  const doc = new Y.Doc();
  let state;
  const socket = io(server.url, { path: '/socket', transports: ['websocket'], extraHeaders: { cookie: facilitator.cookie, origin: server.url } });
  const link = new BoardLink({
    socket,
    boardId,
    presence: false,
    later: (run, ms) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    onState: (next) => (state = next),
    onNotTaken: ({ problem }) => {
      throw new Error(`the board refused a note: ${problem.code} ${problem.detail ?? ''}`);
    },
    document: {
      apply: (updates, format) => doc.transact(() => updates.forEach((update) => (format === 'v2' ? Y.applyUpdateV2 : Y.applyUpdate)(doc, update, link)), link),
      merge: (updates) => Y.mergeUpdates(updates),
      clock: (clientId) => Y.getState(doc.store, clientId),
      use: (clientId) => (doc.clientID = clientId),
      restart: () => {
        throw new Error('the server went away');
      },
    },
  });
  doc.on('update', (update, origin) => origin !== link && link.send(update));
  const until = async (holds) => {
    while (!holds()) await pause(20);
  };
  await until(() => state?.phase === 'ready');
  const step = 5 * 196 + 140;
  const blocks = Math.ceil(noteCount / 25);
  const columns = Math.max(1, Math.ceil(Math.sqrt((blocks * 16) / 9)));
  const corner = (block) => ({ x: (block % columns) * step, y: Math.floor(block / columns) * step });
  let order = null;
  const frames = Math.min(40, blocks);
  const frameOfBlock = new Map();
  for (let i = 0; i < frames; i++) {
    const block = Math.floor((i * blocks) / frames);
    const { x, y } = corner(block);
    order = orderBetween(order, null);
    frameOfBlock.set(block, { frameId: `f${String(i).padStart(5, '0')}`, x: x - 30, y: y - 70 });
    addFrame(doc, { id: `f${String(i).padStart(5, '0')}`, title: `Téma ${i + 1}`, position: { x: x - 30, y: y - 70 }, size: { width: 1_040, height: 1_080 }, order });
  }
  order = null;
  for (let i = 0; i < noteCount; i++) {
    const { x, y } = corner(Math.floor(i / 25));
    const on = frameOfBlock.get(Math.floor(i / 25)) ?? { frameId: null, x: 0, y: 0 };
    const text = Array.from({ length: 5 + ((i * 7) % 18) }, (_, k) => WORDS[(i * 5 + k * 3) % WORDS.length]).join(' ');
    order = orderBetween(order, null);
    addNote(doc, {
      id: randomUUID(), participantId: null, text, colour: COLOURS[i % 6], order, createdAt: 0,
      position: { x: x - on.x + (i % 5) * 196 + (i % 7), y: y - on.y + (Math.floor(i / 5) % 5) * 196 + (i % 5), frameId: on.frameId },
    });
    // In the pace that a connection may keep.
    if (i % 120 === 119) {
      await until(() => state.unsaved === 0);
      await pause(120);
    }
  }
  await until(() => state.unsaved === 0);
  link.close();
  socket.disconnect();
  return id;
}

function launched() {
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'] });
}

async function signedInPage(browser, facilitator, viewport) {
  const context = await browser.newContext({ viewport, locale: 'sk-SK' });
  const cut = facilitator.cookie.indexOf('=');
  await context.addCookies([{ name: facilitator.cookie.slice(0, cut), value: facilitator.cookie.slice(cut + 1), url: server.url }]);
  const page = await context.newPage();
  return { page, cdp: await context.newCDPSession(page) };
}

/** A cheap phone: 360 x 640, a quarter of this machine's speed. The first visit of a new device, and the best of three more, which find the files on it. */
async function onPhone(facilitator, sessionId) {
  const browser = await launched();
  try {
    const aPhone = async () => {
      const { page, cdp } = await signedInPage(browser, facilitator, { width: 360, height: 640 });
      await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
      return page;
    };
    const opened = async (page, view, shown) => {
      const began = performance.now();
      await page.goto(`${server.url}/sessions/${sessionId}/canvas`);
      await page.getByRole('button', { name: view, exact: true }).click();
      await page.waitForSelector(shown);
      return performance.now() - began;
    };
    for (const [name, view, shown, most] of [['canvas', 'Plátno', '.board-note:not([hidden])', 4_000], ['outline', 'Zoznam', '.board-row[data-kind="note"]', 2_500]]) {
      const page = await aPhone();
      const first = await opened(page, view, shown);
      const best = Math.min(await opened(page, view, shown), await opened(page, view, shown), await opened(page, view, shown));
      rows.push(row(`phone, ${PHONE_NOTES} notes: ${name}`, best, 'ms', `< ${most}`, best < most), row('  its first visit', first, 'ms', `< ${most}`, first < most));
      await page.context().close();
    }
  } finally {
    await browser.close();
  }
}

async function drawing(facilitator, sessionId) {
  const browser = await launched();
  try {
    const { page, cdp } = await signedInPage(browser, facilitator, { width: 1_280, height: 720 });
    await cdp.send('Performance.enable');
    await cdp.send('Network.enable');
    /** Changes that the page sent: the bytes of each. */
    const sent = [];
    let isUpdate = false;
    cdp.on('Network.webSocketFrameSent', ({ response: { opcode, payloadData } }) => {
      if (opcode === 1) isUpdate = payloadData.includes('["u"');
      else if (isUpdate) sent.push(Buffer.from(payloadData, 'base64').length);
    });
    const metrics = async () => Object.fromEntries((await cdp.send('Performance.getMetrics')).metrics.map((metric) => [metric.name, metric.value]));
    const note = '.board-note:not([hidden])';
    const open = async () => {
      const began = performance.now();
      await page.goto(`${server.url}/sessions/${sessionId}/canvas`);
      await page.waitForSelector(note);
      return performance.now() - began;
    };
    await open();
    rows.push(row(`page to first note, ${NOTES} notes`, await open(), 'ms', '', undefined));
    await page.evaluate(() => document.fonts.ready);

    const phase = async (measure, move) => {
      const before = await metrics();
      const frames = page.evaluate(
        (ms) =>
          new Promise((done) => {
            const times = [];
            let last;
            const began = performance.now();
            const next = (now) => {
              if (last !== undefined) times.push(now - last);
              last = now;
              if (now - began < ms) requestAnimationFrame(next);
              else done(times);
            };
            requestAnimationFrame(next);
          }),
        PHASE_MS,
      );
      const began = performance.now();
      for (let i = 0; performance.now() - began < PHASE_MS - 100; i++) {
        await move(i);
        await pause(14);
      }
      const times = await frames;
      const after = await metrics();
      const median = percentile(times, 0.5);
      rows.push(row(`${measure}: frame p50`, median, 'ms', '<= 17', median <= 17));
      rows.push(row(`${measure}: frame p95`, percentile(times, 0.95), 'ms', '', undefined));
      rows.push(row(`${measure}: main thread a frame`, ((after.TaskDuration - before.TaskDuration) * 1_000) / times.length, 'ms', '', undefined));
    };
    const wheel = (dx, dy) => page.mouse.wheel(dx, dy);

    await page.mouse.move(500, 350);
    await phase('near pan', (i) => wheel(i % 40 < 30 ? 40 : -20, i % 60 < 40 ? 25 : -30));
    await page.keyboard.down('Control');
    await phase('zoom out', (i) => wheel(0, i < 60 ? 12 : -6));
    await page.keyboard.up('Control');
    await page.locator('.board-zoom-fit').first().click();
    await phase('far pan', (i) => wheel(i % 40 < 30 ? 30 : -40, 15));

    await open();
    const elements = await page.locator(note).count();
    rows.push(row('elements for notes', elements, '', '', undefined));
    const all = await page.evaluate(() => document.querySelectorAll('.board-screen *').length);
    rows.push(row('elements of the board, zoom 1', all, '', '<= 600', all <= 600));
    const at = await page.evaluate((selector) => {
      for (const element of document.querySelectorAll(selector)) {
        const { left, top, right, bottom } = element.getBoundingClientRect();
        if (left > 200 && top > 150 && right < 900 && bottom < 600) return { x: left + 20, y: top + 20 };
      }
      return null;
    }, note);
    await page.mouse.move(at.x, at.y);
    await page.mouse.down();
    await phase('drag', (i) => page.mouse.move(at.x + 150 * Math.sin(i / 12), at.y + 100 * Math.cos(i / 9)));
    sent.length = 0;
    await page.mouse.up();
    await page.waitForTimeout(500);
    rows.push(row('writes a drag', sent.length, '', '<= 1', sent.length <= 1));
    const most = Math.max(0, ...sent);
    rows.push(row('bytes of a drag', most, '', '<= 45', most <= 45));
    await cdp.send('HeapProfiler.collectGarbage');
    rows.push(row('JavaScript heap', (await metrics()).JSHeapUsedSize / 1e6, 'MB', '', undefined));
  } finally {
    await browser.close();
  }
}
