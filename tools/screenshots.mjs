/**
 * Takes the pictures of the README from the demo city, on the built server: `npm run screenshots`.
 * `npm run screenshots -- all FOLDER` takes every page instead, on phone, laptop and projector, in four languages, for looking at.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { Device, startServer } from './bench/server.mjs';
import { ensureChromium } from './chromium.mjs';

const SIZES = {
  phone: { viewport: { width: 360, height: 640 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
  tablet: { viewport: { width: 820, height: 1180 } },
  laptop: { viewport: { width: 1366, height: 768 } },
  projector: { viewport: { width: 1920, height: 1080 } },
};
const LOCALES = { sk: 'sk-SK', cs: 'cs-CZ', en: 'en-GB', uk: 'uk-UA' };
const [what, folder] = process.argv.slice(2);
if (what && (what !== 'all' || !folder)) throw new Error('npm run screenshots [-- all FOLDER]');

ensureChromium();
const server = await startServer();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
try {
  const city = await theCity();
  if (what === 'all') await everyPage(city);
  else await readmePictures(city);
} finally {
  await browser.close();
  await server.stop();
}

/** Ids of what the demo city holds. */
async function theCity() {
  const facilitator = new Device(server);
  await facilitator.post('demo-sign-ins', { role: 'facilitator' });
  const member = new Device(server);
  await member.post('demo-sign-ins', { role: 'commission-member' });
  const list = async (device, path) => (await device.get(path)).items;
  const sessions = await list(facilitator, 'sessions');
  const inState = (state) => sessions.find((session) => session.state === state);
  const process = inState('open').processId;
  const [decision] = await list(facilitator, 'decisions');
  const referrals = await list(member, 'referrals');
  const dossiers = await list(facilitator, `processes/${process}/dossiers`);
  const ideas = await list(facilitator, `processes/${process}/ideas`);
  const [plan] = await list(facilitator, 'action-plans');
  const { room } = await facilitator.get(`sessions/${inState('open').id}/room`);
  const report = await facilitator.get(`sessions/${inState('closed').id}/report`);
  const cluster = report.activities.flatMap((activity) => activity.cluster?.clusters ?? []).find(({ ideaId }) => ideaId);
  return {
    process, code: room.code, ready: inState('preparing').id, running: inState('open').id, finished: inState('closed').id, decision: decision.id,
    referral: referrals.find(({ state }) => state === 'open')?.id ?? referrals[0].id, dossier: dossiers[0].id, idea: ideas[0].id,
    commitment: plan.commitments[0].id, note: cluster.notes[0].contributionId,
  };
}

/** A page as somebody with that role, screen and language sees it; `role` null: nobody signed in. */
async function open(path, { size, role, language = 'sk' }) {
  const context = await browser.newContext({ ...SIZES[size], locale: LOCALES[language], timezoneId: 'Europe/Bratislava', reducedMotion: 'reduce' });
  if (role) {
    const device = new Device(server);
    await device.post('demo-sign-ins', { role });
    const [name, value] = device.cookie.split('=');
    await context.addCookies([{ name, value, url: server.url }]);
  }
  const page = await context.newPage();
  await page.goto(`${server.url}${path}`);
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  return page;
}

async function readmePictures({ running, code, note }) {
  const pictures = join(import.meta.dirname, '../docs/pictures');
  mkdirSync(pictures, { recursive: true });
  const take = async (page, name) => {
    await page.screenshot({ path: join(pictures, `${name}.png`) });
    await page.context().close();
  };
  await take(await open(`/sessions/${running}/projector`, { size: 'projector', role: 'facilitator' }), 'projector');
  const canvas = await open(`/sessions/${running}/canvas`, { size: 'laptop', role: 'facilitator' });
  await canvas.getByText('V paneláku máme staré stúpačky').first().waitFor();
  await take(canvas, 'canvas');
  const phone = await open(`/j#${code}`, { size: 'phone', role: null });
  await phone.getByRole('button', { name: /Vstúpiť/ }).click();
  await phone.getByRole('button', { name: 'Preskočiť' }).click();
  await phone.getByLabel('Váš lístok').fill('Na školskej telocvični by mohli byť panely a cez víkend by z nich svietilo ihrisko.');
  await take(phone, 'phone');
  await take(await open(`/ways/${note}`, { size: 'phone', role: null }), 'way');
}

async function everyPage(city) {
  mkdirSync(folder, { recursive: true });
  const pages = [
    ['home', '/', null], ['sign-in', '/sign-in', null], ['processes', '/processes', 'officer'], ['process', `/processes/${city.process}`, 'facilitator'],
    ['process-edit', `/processes/${city.process}/edit`, 'officer'], ['commitments', '/commitments', null], ['commitment', `/commitments/${city.commitment}`, 'officer'],
    ['methods', '/methods', null], ['session', `/sessions/${city.ready}`, 'facilitator'], ['canvas', `/sessions/${city.running}/canvas`, 'facilitator'],
    ['projector', `/sessions/${city.running}/projector`, 'facilitator'], ['report', `/sessions/${city.finished}/report`, 'facilitator'], ['run-sheet', `/sessions/${city.ready}/run-sheet`, 'facilitator'],
    ['registration', `/sessions/${city.ready}/registration`, null], ['registrations', `/sessions/${city.ready}/registrations`, 'facilitator'], ['paper', `/sessions/${city.ready}/paper`, 'facilitator'], ['history', `/sessions/${city.running}/history`, 'facilitator'],
    ['idea', `/ideas/${city.idea}`, null], ['dossier', `/dossiers/${city.dossier}`, 'officer'], ['dossier-edit', `/dossiers/${city.dossier}/edit`, 'officer'],
    ['desk', '/desk', 'commission-member'], ['referral', `/referrals/${city.referral}`, 'commission-member'], ['referral-secretary', `/referrals/${city.referral}`, 'secretary'],
    ['decisions', '/decisions', null], ['decision', `/decisions/${city.decision}`, null], ['way', `/ways/${city.note}`, null], ['my', '/my', 'officer'],
    ['admin', '/admin', 'administrator'], ['account', '/account', 'officer'], ['join', `/j#${city.code}`, null],
  ];
  for (const language of Object.keys(LOCALES)) {
    for (const size of language === 'sk' ? ['phone', 'laptop', 'projector'] : ['phone']) {
      for (const [name, path, role] of pages) {
        const page = await open(path, { size, role, language });
        await page.screenshot({ path: join(folder, `${language}-${size}-${name}.png`), fullPage: !['canvas', 'projector'].includes(name) });
        await page.context().close();
      }
    }
  }
}
