import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { command, DemoCity } from './demo-city.ts';
import { AWKWARD, LONG_CARD, LONG_WORD, PAYLOADS } from './hostile-words.ts';
import { expectFits, settled } from './page-checks.ts';
import { expectSound, startBrowser } from './people.ts';

const TITLES = {
  process: '<img src=x onerror=alert(1)> proces',
  session: '</title><script>alert(1)</script> dielňa',
  writing: '<svg onload=alert(1)> písanie',
  instruction: `"><script>alert(1)</script> ${'x'.repeat(120)}`,
  frame: '<iframe src="//evil.example"></iframe>',
  otherFrame: '{{count}} ${alert(1)}',
  clustering: '<details open ontoggle=alert(1)>',
  cluster: '<a href="javascript:alert(1)">zhluk</a>',
  idea: '<input autofocus onfocus=alert(1)> nápad',
};
const NICKNAME = '<img src=x onerror=alert(1)> Zuzana';

let browser: Browser;
let city: DemoCity;
let facilitator: Page;
let hall: Page;
let phone: Page;
let session: { id: string; processId: string; code: string; boardId: string };
const alarms: string[] = [];
beforeAll(async () => {
  browser = await startBrowser();
  city = await DemoCity.open(browser);
  facilitator = await city.as('facilitator', 'laptop');
  hall = await city.as('facilitator', 'projector');
  phone = await city.as(null, 'phone');
  for (const page of [facilitator, hall, phone]) {
    page.on('dialog', (dialog) => {
      alarms.push(dialog.message());
      void dialog.dismiss();
    });
  }
  session = await prepare();
});
afterAll(async () => {
  await browser.close();
  await city.stop();
});

async function prepare(): Promise<typeof session> {
  const give = async (path: string, data: object) => (await command(facilitator, city.app.url, 'POST', path, data)) as { id: string };
  const read = async (path: string): Promise<unknown> => (await facilitator.request.get(`${city.app.url}/api/${path}`)).json();
  const me = (await read('me')) as { roles: { scope: string; scopeId: string }[] };
  const organisationIds = me.roles.filter(({ scope }) => scope === 'organisation').map(({ scopeId }) => scopeId);
  const process = await give('processes', {
    title: TITLES.process, problem: PAYLOADS.join('\n'), statusQuo: LONG_WORD, goals: [PAYLOADS[0]!, LONG_WORD], phases: [], organisationIds, commitmentIds: [],
    actors: [{ id: randomUUID(), name: PAYLOADS[2]!, sector: 'ngo', organisationId: null, role: PAYLOADS[3]! }], state: 'running', visibility: 'public', revision: 0,
  });
  const { id } = await give(`processes/${process.id}/sessions`, {
    kind: 'workshop', title: TITLES.session, welcome: PAYLOADS.slice(0, 10).join('\n'), plannedOn: null, plannedTime: null, place: LONG_WORD, language: 'sk', visibility: 'public',
  });
  const activity = { instruction: TITLES.instruction, staffNotes: PAYLOADS[1]!, minutes: 60, methodId: null };
  const writing = await give(`sessions/${id}/activities`, {
    ...activity, title: TITLES.writing, settings: { kind: 'brainstorm', mode: 'open', frames: [TITLES.frame, TITLES.otherFrame] },
  });
  await give(`sessions/${id}/activities`, { ...activity, title: TITLES.clustering, settings: { kind: 'cluster' } });
  await give(`sessions/${id}/open`, {});
  await give(`activities/${writing.id}/start`, {});
  const { room } = (await read(`sessions/${id}/room`)) as { room: { code: string; boardId: string } };
  return { id, processId: process.id, code: room.code, boardId: room.boardId };
}

/** The words stand on the page letter by letter, and none of them became anything else. */
async function expectLiteral(page: Page, words: readonly string[]): Promise<void> {
  const missing = await page.evaluate((expected) => expected.filter((one) => !document.body.textContent.includes(one)), words);
  expect({ page: page.url(), missing }).toEqual({ page: page.url(), missing: [] });
  await expectHarmless(page);
}
async function expectHarmless(page: Page): Promise<void> {
  const made = await page.evaluate(() =>
    [...document.querySelectorAll('img:not([src^="/"]), iframe, object, embed, marquee, video, math, base, style, body script, template, [onload], [onerror], [onfocus], [ontoggle], [href^="javascript:"], [action]')]
      .filter((element) => !element.matches('script[type=module][src^="/assets/"]'))
      .map((element) => element.outerHTML.slice(0, 120)),
  );
  expect({ page: page.url(), made, alarms }).toEqual({ page: page.url(), made: [], alarms: [] });
}

async function writeCard(text: string): Promise<void> {
  await phone.getByRole('textbox', { name: 'Váš lístok' }).fill(text);
  await phone.getByRole('button', { name: 'Odoslať lístok' }).click();
  await phone.waitForFunction(() => document.querySelector('textarea')?.value === '');
}
const all = [...PAYLOADS, ...AWKWARD, LONG_WORD, LONG_CARD];

describe('SEC-23: whatever is written is words', () => {
  test('names and titles stand on the phone as they are, from joining on', async () => {
    await phone.goto(`${city.app.url}/j#${session.code}`);
    await phone.getByRole('heading', { name: TITLES.session }).waitFor();
    await expectLiteral(phone, PAYLOADS.slice(0, 10));
    await expectFits(phone);
    await phone.getByRole('textbox', { name: 'Ako vás máme volať?' }).fill(NICKNAME);
    await phone.getByRole('button', { name: `Vstúpiť ako ${NICKNAME}` }).click();
    await phone.getByRole('button', { name: 'Preskočiť' }).click();
    await phone.getByRole('heading', { name: TITLES.writing }).waitFor();
    await phone.getByRole('radio', { name: TITLES.frame }).check();
  });

  test(`${all.length} cards are written; each is on the phone as it was typed, and the page still fits`, async () => {
    for (const text of all) await writeCard(text);
    await phone.getByText('Všetko je uložené').waitFor();
    await expectLiteral(phone, all);
    await expectFits(phone);
    await expectSound(phone);
    await phone.getByText('Čo napísali ostatní').click();
    await phone.getByText(`${all.length} lístkov`).first().waitFor();
    await expectFits(phone);
  });

  test('a card may be exactly as long as it may be: one sign more is said and kept, not cut off', async () => {
    const field = phone.getByRole('textbox', { name: 'Váš lístok' });
    await field.fill(`${LONG_CARD}!`);
    await phone.getByText('O 1 znak viac, než sa zmestí').waitFor();
    expect(await phone.getByRole('button', { name: 'Odoslať lístok' }).getAttribute('aria-disabled')).toBe('true');
    await phone.getByRole('button', { name: 'Odoslať lístok' }).click({ force: true });
    expect(await field.inputValue()).toBe(`${LONG_CARD}!`);
    await field.fill('');
  });

  test('the wall shows them as words, and all of it fits', async () => {
    await hall.goto(`${city.app.url}/sessions/${session.id}/projector`);
    await hall.getByRole('heading', { name: TITLES.writing }).waitFor();
    // The walls stand once the board's notes are here.
    await hall.getByRole('heading', { name: TITLES.frame }).waitFor();
    await expectLiteral(hall, [TITLES.session, TITLES.instruction, TITLES.frame]);
    await expectFits(hall);
    await expectSound(hall);
  });

  test('board, list and run sheet show them as words', async () => {
    await facilitator.goto(`${city.app.url}/sessions/${session.id}/canvas`);
    await facilitator.getByRole('group', { name: /^Tabuľa:/ }).getByRole('article').first().waitFor();
    await expectLiteral(facilitator, [TITLES.frame]);
    await facilitator.getByText('1 účastník, pripojení: 1').click();
    await expectLiteral(facilitator, [NICKNAME, PAYLOADS[1]!]);
    await expectSound(facilitator);
    await facilitator.getByRole('button', { name: 'Zoznam' }).click();
    await facilitator.getByRole('list', { name: 'Tabuľa ako zoznam' }).waitFor();
    await expectLiteral(facilitator, [...all, TITLES.frame, TITLES.otherFrame]);
    await expectFits(facilitator);
    await expectSound(facilitator);
  });

  test('a cluster with such a name goes with its notes into the report, and an idea into the way of a note', async () => {
    await facilitator.getByRole('button', { name: `Spustiť: ${TITLES.clustering}` }).click();
    await facilitator.getByRole('region', { name: 'Práve beží' }).getByRole('heading', { name: TITLES.clustering }).waitFor();
    for (const text of [PAYLOADS[0]!, LONG_WORD]) await facilitator.getByRole('checkbox', { name: `Vybrať: ${text}`, exact: true }).check();
    await facilitator.getByRole('button', { name: 'Zoskupiť' }).click();
    const dialog = facilitator.getByRole('dialog', { name: 'Názov zhluku' });
    await dialog.getByRole('textbox').fill(TITLES.cluster);
    await dialog.getByRole('button', { name: 'Uložiť' }).click();
    await facilitator.getByRole('button', { name: `Pomenovať zhluk ${TITLES.cluster}` }).waitFor();
    await facilitator.getByText('Uložené', { exact: true }).waitFor();
    await facilitator.getByRole('button', { name: 'Skončiť stretnutie' }).click();
    await facilitator.getByRole('alertdialog').getByRole('button', { name: 'Skončiť stretnutie' }).click();
    await facilitator.getByRole('heading', { name: 'Kto sa zúčastnil' }).waitFor();
    await expectLiteral(facilitator, [...all, TITLES.cluster, TITLES.frame, TITLES.writing, TITLES.process]);
    await expectFits(facilitator);
    await expectSound(facilitator);

    const report = (await (await facilitator.request.get(`${city.app.url}/api/sessions/${session.id}/report`)).json()) as {
      activities: { clusters: { clusters: { id: string; notes: { contributionId: string }[] }[] } | null }[];
    };
    const cluster = report.activities.flatMap((activity) => activity.clusters?.clusters ?? [])[0]!;
    await command(facilitator, city.app.url, 'POST', 'ideas', { title: TITLES.idea, summary: PAYLOADS.join('\n'), clusterIds: [cluster.id] });

    const visitor = await city.as(null, 'phone');
    visitor.on('dialog', (dialog) => {
      alarms.push(dialog.message());
      void dialog.dismiss();
    });
    for (const { contributionId } of cluster.notes) {
      await visitor.goto(`${city.app.url}/ways/${contributionId}`);
      await settled(visitor);
      await expectLiteral(visitor, [TITLES.idea, TITLES.cluster]);
      await expectFits(visitor);
      await expectSound(visitor);
    }
    for (const [address, words] of [
      [`/sessions/${session.id}/report`, all],
      [`/processes/${session.processId}`, [TITLES.process, TITLES.idea, ...PAYLOADS]],
      ['/', []],
    ] as const) {
      await visitor.goto(`${city.app.url}${address}`);
      await settled(visitor);
      await expectLiteral(visitor, words);
      await expectFits(visitor);
      await expectSound(visitor);
    }
    await visitor.context().close();
  });
});
