import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { DemoCity } from './demo-city.ts';
import { EmbeddedDatabase } from './embedded-database.ts';
import { eventually } from './eventually.ts';
import { ownCard, writeCard } from './participant.ts';
import { expectSound, startBrowser } from './people.ts';
import { Writers } from './writers.ts';

const FRAME = 'Nápady a riešenia';
const BUSY = 'Server teraz nestíha alebo sa práve spúšťa. Skúste to o chvíľu.';
const NOT_STORING = 'Server práve neukladá, zmeny čakajú v tomto zariadení';

let browser: Browser;
let city: DemoCity;
let database: EmbeddedDatabase;
let writers: Writers;
let canvas: Page;
let phone: Page;
let officer: Page;
let visitor: Page;
beforeAll(async () => {
  browser = await startBrowser();
  city = await DemoCity.open(browser);
  database = new EmbeddedDatabase(city.app.output());
  [canvas, phone, officer, visitor] = await Promise.all([city.as('facilitator', 'laptop'), city.as(null, 'phone'), city.as('officer', 'laptop'), city.as(null, 'laptop')]);
  await canvas.goto(`${city.app.url}/sessions/${city.places.running}/canvas`);
  await canvas.getByRole('group', { name: /^Tabuľa:/ }).waitFor();
  await phone.goto(`${city.app.url}/j#${city.places.code}`);
  await phone.getByRole('textbox', { name: 'Ako vás máme volať?' }).fill('Trpezlivá');
  await phone.getByRole('button', { name: 'Vstúpiť ako Trpezlivá' }).click();
  await phone.getByRole('button', { name: 'Preskočiť' }).click();
  await phone.getByRole('textbox', { name: 'Váš lístok' }).waitFor();
  const { room } = (await read(`sessions/${city.places.running}/room`)) as { room: { activity: { id: string } } };
  writers = await Writers.join(city.app.url, { code: city.places.code, activityId: room.activity.id, count: 10 });
});
afterAll(async () => {
  await browser?.close();
  await city?.stop();
  database?.end();
});

const read = async (path: string) => (await canvas.context().request.get(`${city.app.url}/api/${path}`)).json() as Promise<unknown>;
const health = async (of: 'live' | 'ready') => (await fetch(`${city.app.url}/api/health/${of}`)).status;
const boardState = (words: string) => canvas.locator('.board-state').getByText(words, { exact: true }).waitFor({ timeout: 20_000 });
const allSaved = () => phone.getByText('Všetko je uložené').waitFor();

interface Outline {
  frames: { clusters: { notes: { text: string }[] }[] }[];
}
async function timesStored(texts: string[]): Promise<number[]> {
  const { room } = (await read(`sessions/${city.places.running}/room`)) as { room: { boardId: string } };
  const { frames } = (await read(`boards/${room.boardId}`)) as Outline;
  const stored = frames.flatMap(({ clusters }) => clusters.flatMap(({ notes }) => notes.map(({ text }) => text)));
  return texts.map((text) => stored.filter((one) => one === text).length);
}

describe.each(['fast', 'immediate'] as const)('SEC-66: PostgreSQL stops (%s) while people work', (mode) => {
  const words = { card: `Karta počas výpadku (${mode})`, note: `Lístok počas výpadku (${mode})`, process: `Proces rozpísaný pri výpadku (${mode})` };
  let wentAt: number;
  let backAt: number;

  beforeAll(async () => {
    await officer.goto(`${city.app.url}/processes/new`);
    await officer.getByRole('textbox', { name: 'Názov', exact: true }).fill(words.process);
    await officer.getByText('Mestský úrad Banská Bystrica', { exact: true }).click();
    await visitor.goto(`${city.app.url}/sign-in`);
    await visitor.getByRole('textbox', { name: 'E-mail' }).fill('jana@example.org');
    await visitor.getByLabel('Heslo').fill('nejaké dlhé heslo');
    await eventually(() => expect(writers.taken.length).toBeGreaterThan(20));
    await database.stop(mode);
    wentAt = Date.now();
  });

  test('the process lives and says that it is not ready', async () => {
    expect([await health('live'), await health('ready')]).toEqual([200, 503]);
  });

  test('the board says that nothing is stored and keeps what is written in the device', async () => {
    await canvas.getByRole('button', { name: 'Nový lístok' }).click();
    await canvas.getByRole('textbox', { name: 'Text lístka' }).pressSequentially(words.note);
    await canvas.getByRole('button', { name: 'Hotovo' }).click();
    await boardState(NOT_STORING);
    await expectSound(canvas);
  });

  test('the phone keeps a card in its queue, and nothing says that it is saved', async () => {
    await writeCard(phone, words.card, FRAME);
    await phone.getByText('1 zmena čaká na sieť, odošle sa sama').waitFor();
    await ownCard(phone, words.card).getByText('čaká na odoslanie').waitFor();
    expect(await phone.getByText('Všetko je uložené').count()).toBe(0);
    await expectSound(phone);
  });

  test('a form says so and keeps what was typed; the doors answer with a clear problem', async () => {
    await officer.getByRole('button', { name: 'Založiť proces' }).click();
    await officer.getByRole('alert').filter({ hasText: BUSY }).waitFor();
    expect(await officer.getByRole('textbox', { name: 'Názov', exact: true }).inputValue()).toBe(words.process);
    await expectSound(officer);
    await visitor.getByRole('button', { name: 'Prihlásiť sa', exact: true }).click();
    await visitor.getByRole('alert').filter({ hasText: BUSY }).waitFor();
    expect(await visitor.getByRole('textbox', { name: 'E-mail' }).inputValue()).toBe('jana@example.org');
    await expectSound(visitor);
    const late = await city.as(null, 'phone');
    await late.goto(`${city.app.url}/processes`);
    await late.getByRole('alert').filter({ hasText: BUSY }).waitFor();
    await expectSound(late);
    await late.goto(`${city.app.url}/j#${city.places.code}`);
    await late.getByText('Server teraz nestíha. Skúste to o chvíľu.').waitFor();
    await expectSound(late);
    await late.context().close();
  });

  test('within ten seconds of its return all is written, once, by itself', async () => {
    backAt = Date.now();
    database.start();
    await eventually(async () => expect(await health('ready')).toBe(200), 60_000);
    const readyAt = Date.now();
    await boardState('Uložené');
    await allSaved();
    await eventually(() => expect(writers.between(readyAt, Infinity).filter(({ status }) => status === 201).length).toBeGreaterThan(20));
    expect(Date.now() - readyAt).toBeLessThan(10_000);
    expect(await timesStored([words.note, words.card])).toEqual([1, 1]);
    await officer.getByRole('button', { name: 'Založiť proces' }).click();
    await officer.getByRole('heading', { level: 1, name: words.process }).waitFor();
  });

  test('meanwhile nothing was called taken, every refusal said why, and nothing that was called taken is lost or there twice', async () => {
    const meanwhile = writers.between(wentAt, backAt);
    expect(meanwhile.length).toBeGreaterThan(10);
    expect(new Set(meanwhile.map(({ status, code }) => `${status} ${code}`))).toEqual(new Set(['503 unavailable']));
    expect(new Set(writers.answers.map(({ status, code }) => `${status} ${code}`))).toEqual(new Set(['201 ', '503 unavailable']));
    const { taken } = writers;
    expect(await timesStored(taken)).toEqual(taken.map(() => 1));
  });
});

test('the cards under way arrive in the end, each once', async () => {
  await writers.stop();
  const written = [...new Set(writers.answers.map(({ text }) => text))];
  await eventually(async () => expect(await timesStored(written)).toEqual(written.map(() => 1)));
});
