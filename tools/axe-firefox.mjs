/**
 * Every view of every kind of activity in Firefox: phone, canvas and projector, looked at by axe. The tests do the same in Chromium
 * (apps/e2e/src/every-kind.spec.ts, whose kinds these are). Needs Firefox, and the api and the web built: `npm run build`.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import ts from 'typescript';
import { Device, startServer } from './bench/server.mjs';

const ROOT = join(import.meta.dirname, '..');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const STAGES = ['brief', 'teams', 'canvas', 'pitches', 'jury', 'audience-vote', 'results'];

const executablePath = firefoxAt();
if (!executablePath) stop('No Firefox here. Install it (Debian: apt-get install firefox-esr), or say where it is: FIREFOX=/path/to/firefox npm run check:axe-firefox');
for (const built of ['apps/api/dist/main.js', 'apps/web/dist/index.html']) if (!existsSync(join(ROOT, built))) stop(`${built} is not there yet: npm run build`);

const { ANSWERED, answerOf, KINDS, nameOf } = await kindsOfTests();
const server = await startServer();
const browser = await puppeteer.launch({ browser: 'firefox', executablePath, headless: true, args: ['--no-sandbox'], extraPrefsFirefox: { 'intl.accept_languages': 'sk' } });
const found = [];
let looked = 0;
try {
  const facilitator = new Device(server);
  await facilitator.post('demo-sign-ins', { role: 'facilitator' });
  const { id: sessionId } = (await facilitator.get('sessions')).items.find(({ state }) => state === 'open');
  const { room } = await facilitator.get(`sessions/${sessionId}/room`);
  const { device: participant } = await guest(room.code);
  const screens = {
    phone: await screenOf(participant, `/j#${room.code}`, 360, 640),
    canvas: await screenOf(facilitator, `/sessions/${sessionId}/canvas`, 1366, 768),
    projector: await screenOf(facilitator, `/sessions/${sessionId}/projector`, 1920, 1080),
  };
  for (const one of KINDS) await walkThrough(one, { facilitator, participant, sessionId, screens, code: room.code, boardId: room.boardId });
} finally {
  await browser.close();
  await server.stop();
}
for (const line of found) console.log(line);
console.log(`${looked} views in Firefox, ${found.length} violations`);
process.exitCode = found.length > 0 || looked === 0 ? 1 : 0;

/** Started, walked through, answered and shown, on all screens. */
async function walkThrough(one, { facilitator, participant, sessionId, screens, code, boardId }) {
  const { kind, isCounted, settings } = one;
  const name = nameOf(one);
  const title = `Skúška druhu ${name}`;
  const look = (what) => lookAtAll(what, title, screens);
  const { id } = await facilitator.post(`sessions/${sessionId}/activities`, {
    title, instruction: 'Pozrite sa na otázku a odpovedzte podľa seba.', staffNotes: 'Dať čas tichým.', minutes: 5, methodId: null, settings: { kind, ...settings },
  });
  await facilitator.post(`activities/${id}/start`);
  if (name === 'brainstorm-inbox') {
    const { frames } = (await participant.get(`sessions/${sessionId}/room`)).room.activity.part;
    await participant.post(`activities/${id}/cards`, { text: 'Viac tieňa na zastávkach', frameId: frames[0].id, colour: 'yellow', language: 'sk', composedAt: new Date().toISOString() });
  }
  await look(name);
  if (kind === 'cluster') await acceptProposals(screens.canvas, boardId, facilitator);
  if (name === 'brainstorm-sheets') {
    await participant.post(`activities/${id}/sheet`);
    for (let i = 0; i < 9; i++) await (await guest(code)).device.post(`activities/${id}/sheet`);
    await facilitator.post(`activities/${id}/next-round`, { round: 1 });
    await shown(screens.phone, 'the circle', () => /Kruh 1 z 2/.test(document.body.textContent));
    await look(`${name}-in-circles`);
  }
  if (kind === 'ideathon') {
    for (const [i, to] of STAGES.entries()) {
      if (i === 0) continue;
      await facilitator.post(`activities/${id}/stage`, { from: STAGES[i - 1], to });
      if (to === 'teams') await participant.post(`activities/${id}/teams`, { name: 'Zelené strechy', idea: 'Zazeleníme strechy škôl a škôlok.' });
      if (to === 'jury') await judge(id, title, facilitator, code);
      await look(`${name}-${to}`);
    }
  }
  if (!isCounted) return;
  const { part } = (await participant.get(`sessions/${sessionId}/room`)).room.activity;
  const [method, path, answer] = answerOf(one, part);
  await participant[method.toLowerCase()](`activities/${id}/${path}`, answer);
  await facilitator.post(`activities/${id}/end`);
  await facilitator.post(`activities/${id}/show-result`);
  for (const [screen, page] of Object.entries(screens)) {
    await shown(page, `${name}-result, ${screen}`, (words) => new RegExp(words).test(document.body.textContent), ANSWERED.source);
  }
  await look(`${name}-result`);
}

/** Somebody who comes in by the code. */
async function guest(code) {
  const device = new Device(server);
  const { participantId } = await device.post('joins', { code, nickname: null, sector: null, language: 'sk' });
  return { device, participantId };
}

/** A juror begins: her phone asks about conflicts, then shows the sheet of the one team. */
async function judge(id, title, facilitator, code) {
  const { device, participantId } = await guest(code);
  await facilitator.post(`activities/${id}/jury/jurors`, { participantId, named: true });
  const { revision } = await facilitator.get(`activities/${id}/jury`);
  await facilitator.post(`activities/${id}/jury/begin`, { revision });
  const juror = await screenOf(device, `/j#${code}`, 360, 640);
  await lookAtAll('ideathon-juror', title, { phone: juror });
  await press(juror, 'Nemám konflikt záujmov');
  await press(juror, 'Tím 1');
  await shown(juror, 'the sheet', () => document.querySelector('[type=radio]') !== null);
  await lookAtAll('ideathon-juror-sheet', title, { phone: juror });
}

/** Two of the proposed clusters are made and stored, for the vote after it. */
async function acceptProposals(canvas, boardId, facilitator) {
  await press(canvas, 'Navrhnúť zhluky');
  for (let left = 2; left > 0; left--) await press(canvas, 'Prijať: ');
  for (let made = 0; made < 2;) {
    const { frames } = await facilitator.get(`boards/${boardId}`);
    made = new Set(frames.flatMap(({ clusters }) => clusters.flatMap(({ id }) => id ?? []))).size;
  }
}

/** The button whose name begins with these words, as soon as it is there. */
async function press(page, words) {
  const button = await page.waitForFunction(
    (name) => [...document.querySelectorAll('button')].find((one) => (one.ariaLabel ?? one.textContent).trim().startsWith(name)), { polling: 200 }, words,
  );
  await button.evaluate((one) => one.click());
}

async function lookAtAll(what, title, screens) {
  for (const [screen, page] of Object.entries(screens)) {
    await shown(
      page, `${what}, ${screen}`,
      (words) => [...document.querySelectorAll('h1, h2, h3')].some((heading) => heading.textContent.includes(words)) && document.querySelector('.ui-spinner') === null, title,
    );
    await page.evaluate(axe);
    const violations = await page.evaluate(async (runOnly) => {
      // what was said aloud a moment ago may name an element that is gone
      const result = await window.axe.run({ exclude: ['[data-live-announcer]'] }, { runOnly });
      return result.violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ target, any, html }) => `${target.join(' ')} (${any[0]?.message ?? html})`).join(', ')}`);
    }, RULES);
    looked++;
    for (const violation of violations) found.push(`${what}, ${screen}: ${violation}`);
  }
  process.stdout.write(`${what}\n`);
}

/** Waits until a page shows what is to be looked at. */
async function shown(page, what, isThere, words) {
  try {
    await page.waitForFunction(isThere, { polling: 200 }, words);
  } catch {
    throw new Error(`${what} was never shown. The page says: ${(await page.evaluate(() => document.body.innerText)).slice(0, 400)}`);
  }
}

/** A window of its own for a device that is signed in already. */
async function screenOf(device, path, width, height) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  await page.setViewport({ width, height });
  const [name, value] = device.cookie.split(/=(.*)/s);
  await context.setCookie({ name, value, domain: new URL(server.url).hostname, path: '/' });
  await page.goto(server.url + path, { waitUntil: 'domcontentloaded' });
  return page;
}

/** The tests' own list. It has types and nothing else that Node does not know. */
async function kindsOfTests() {
  const source = readFileSync(join(ROOT, 'apps/e2e/src/kinds.ts'), 'utf8');
  const { outputText } = ts.transpileModule(source, { compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2023 } });
  return import(`data:text/javascript;base64,${Buffer.from(outputText).toString('base64')}`);
}

function firefoxAt() {
  if (process.env.FIREFOX) return process.env.FIREFOX;
  for (const name of ['firefox', 'firefox-esr']) {
    try {
      return execFileSync('which', [name], { encoding: 'utf8' }).trim();
    } catch {
      // the next one
    }
  }
  return null;
}

function stop(why) {
  console.error(why);
  process.exit(1);
}
