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

const { ANSWERS, KINDS, nameOf } = await kindsOfTests();
const server = await startServer();
const browser = await puppeteer.launch({ browser: 'firefox', executablePath, headless: true, args: ['--no-sandbox'], extraPrefsFirefox: { 'intl.accept_languages': 'sk' } });
const found = [];
let looked = 0;
try {
  const [facilitator, participant] = [new Device(server), new Device(server)];
  await facilitator.post('demo-sign-ins', { role: 'facilitator' });
  const { id: sessionId } = (await facilitator.get('sessions')).items.find(({ state }) => state === 'open');
  const { room } = await facilitator.get(`sessions/${sessionId}/room`);
  await participant.post('joins', { code: room.code, nickname: null, sector: 'residents', language: 'sk' });
  const screens = {
    phone: await screenOf(participant, `/j#${room.code}`, 360, 640),
    canvas: await screenOf(facilitator, `/sessions/${sessionId}/canvas`, 1366, 768),
    projector: await screenOf(facilitator, `/sessions/${sessionId}/projector`, 1920, 1080),
  };
  for (const one of KINDS) await walkThrough(one, { facilitator, participant, sessionId, screens });
} finally {
  await browser.close();
  await server.stop();
}
for (const line of found) console.log(line);
console.log(`${looked} views in Firefox, ${found.length} violations`);
process.exitCode = found.length > 0 || looked === 0 ? 1 : 0;

/** Started, walked through, answered and shown, on all screens. */
async function walkThrough(one, { facilitator, participant, sessionId, screens }) {
  const { kind, isCounted, settings } = one;
  const name = nameOf(one);
  const title = `Skúška druhu ${name}`;
  const look = (what) => lookAtAll(what, title, screens);
  const { id } = await facilitator.post(`sessions/${sessionId}/activities`, {
    title, instruction: 'Pozrite sa na otázku a odpovedzte podľa seba.', staffNotes: 'Dať čas tichým.', minutes: 5, methodId: null, settings: { kind, ...settings },
  });
  await facilitator.post(`activities/${id}/start`);
  await look(name);
  if (kind === 'ideathon') {
    for (const [i, to] of STAGES.entries()) {
      if (i === 0) continue;
      await facilitator.post(`activities/${id}/stage`, { from: STAGES[i - 1], to });
      if (to === 'teams') await participant.post(`activities/${id}/teams`, { name: 'Zelené strechy', idea: 'Zazeleníme strechy škôl a škôlok.' });
      await look(`${name}-${to}`);
    }
  }
  if (!isCounted) return;
  const { part } = (await participant.get(`sessions/${sessionId}/room`)).room.activity;
  const value = ANSWERS[name](part.options);
  if (part.settings.secrecy === 'secret') await participant.post(`activities/${id}/secret-answer`, { value });
  else await participant.put(`activities/${id}/answer`, { value });
  await facilitator.post(`activities/${id}/end`);
  await facilitator.post(`activities/${id}/show-result`);
  for (const [screen, page] of Object.entries(screens)) {
    await shown(page, `${name}-result, ${screen}`, () => /Odpovedal[oi]?\s1\sz/.test(document.body.textContent));
  }
  await look(`${name}-result`);
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
