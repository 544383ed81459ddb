import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { DemoCity } from './demo-city.ts';
import { eventually } from './eventually.ts';
import { ownCard, writeCard } from './participant.ts';
import { startBrowser } from './people.ts';

const FRAME = 'Nápady a riešenia';

let browser: Browser;
let city: DemoCity;
let phone: Page;
let canvas: Page;
beforeAll(async () => {
  browser = await startBrowser();
  city = await DemoCity.open(browser);
  canvas = await city.as('facilitator', 'laptop');
  await canvas.goto(`${city.app.url}/sessions/${city.places.running}/canvas`);
  await canvas.getByRole('group', { name: /^Tabuľa:/ }).waitFor();
});
afterAll(async () => {
  await browser.close();
  await city.stop();
});

async function join(page: Page, name: string): Promise<void> {
  await page.goto(`${city.app.url}/j#${city.places.code}`);
  await page.getByRole('textbox', { name: 'Ako vás máme volať?' }).fill(name);
  await page.getByRole('button', { name: `Vstúpiť ako ${name}` }).click();
  await page.getByRole('button', { name: 'Preskočiť' }).click();
  await page.getByRole('textbox', { name: 'Váš lístok' }).waitFor();
}

/** Who the server thinks this device is. */
async function participantOf(page: Page): Promise<string[]> {
  const me = (await (await page.context().request.get(`${city.app.url}/api/me`)).json()) as { participants: { id: string }[] };
  return me.participants.map(({ id }) => id);
}

interface Outline {
  frames: { clusters: { notes: { text: string }[] }[] }[];
}
/** The notes of the board as the server has them. */
async function storedNotes(): Promise<string[]> {
  const read = async (path: string) => (await canvas.context().request.get(`${city.app.url}/api/${path}`)).json() as Promise<unknown>;
  const { room } = (await read(`sessions/${city.places.running}/room`)) as { room: { boardId: string } };
  const { frames } = (await read(`boards/${room.boardId}`)) as Outline;
  return frames.flatMap(({ clusters }) => clusters.flatMap(({ notes }) => notes.map(({ text }) => text)));
}
const timesStored = async (...texts: string[]) => {
  const stored = await storedNotes();
  return texts.map((text) => stored.filter((one) => one === text).length);
};
/** Nobody answers at the address of the server. */
const serverGone = () => eventually(async () => expect(await fetch(city.app.url).then(() => 'answers', () => 'gone')).toBe('gone'));

/** Soon: no page waits for the one before it. */
const allSaved = (page: Page) => page.getByText('Všetko je uložené').waitFor({ timeout: 10_000 });
const boardState = (words: string) => canvas.getByText(words, { exact: true }).waitFor({ timeout: 40_000 });

/** On the canvas: a new note, typed, its editor left open. */
async function writeNote(text: string): Promise<void> {
  await canvas.getByRole('button', { name: 'Nový lístok' }).click();
  await canvas.getByRole('textbox', { name: 'Text lístka' }).pressSequentially(text);
}

/** What a document names: files as they stand there, and what its first script asks the server for. */
async function namedAt(url: string): Promise<Set<string>> {
  const html = (await (await fetch(url)).text()).replaceAll('&amp;', '&');
  const [, reads = ''] = /data-reads="([^"]*)"/.exec(html) ?? [];
  const [, at = ''] = /data-at="([^"]*)"/.exec(html) ?? [];
  const [names, parts] = [at.split('/'), new URL(url).pathname.split('/')];
  const asked = reads.split(' ').map((read) => `/api${read.replace(/:\w+/g, (name) => parts[names.indexOf(name)] ?? '')}`);
  return new Set([...asked, ...[...html.matchAll(/"(\/[^"]+)"/g)].flatMap(([, files = '']) => files.split(' '))]);
}

describe('a page that a resident comes to from outside', () => {
  test.each<[name: string, address: () => string]>([
    ['the start page', () => '/'],
    ['processes', () => '/processes'],
    ['a process', () => `/processes/${city.places.process}`],
    ['ideas', () => `/processes/${city.places.process}/ideas`],
    ['an idea', () => `/ideas/${city.places.idea}`],
    ['the way of a note', () => `/ways/${city.places.note}`],
    ['decisions', () => '/decisions'],
    ['commitments', () => '/commitments'],
  ])('%s: can be read as soon as all that its document names is there, and nothing of that was for nothing', async (name, address) => {
    const page = await city.as(null, 'phone');
    const url = city.app.url + address();
    const named = await namedAt(url);
    let read: () => void = () => undefined;
    const untilRead = new Promise<void>((done) => (read = done));
    await page.route(/\/api\/|\.js$/, async (route) => {
      const { pathname, search } = new URL(route.request().url());
      if (!named.has(pathname + search)) await untilRead;
      await route.continue();
    });
    await page.goto(url);
    await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor();
    if (name === 'ideas') await page.getByRole('listitem').getByRole('heading', { level: 2 }).first().waitFor();
    read();
    await page.waitForFunction(() => (window as unknown as { earlyWork?: { answers: Map<string, unknown> } }).earlyWork?.answers.size === 0);
    await page.context().close();
  });
});

describe('a phone without a signal', () => {
  beforeAll(async () => {
    phone = await city.as(null, 'phone');
    await join(phone, 'Bez signálu');
  });
  let who: string[];

  test('keeps what is written, and says that it waits', async () => {
    who = await participantOf(phone);
    await phone.context().setOffline(true);
    await writeCard(phone, 'Prvý bez siete', FRAME);
    await writeCard(phone, 'Druhý bez siete', FRAME);
    await writeCard(phone, 'Tretí bez siete', FRAME);
    await phone.getByText('3 zmeny čakajú na sieť, odošlú sa samy').waitFor();
    for (const text of ['Prvý', 'Druhý', 'Tretí']) await ownCard(phone, text).getByText('čaká na odoslanie').waitFor();
    expect(await phone.getByText('Všetko je uložené').count()).toBe(0);
    await phone.getByRole('textbox', { name: 'Váš lístok' }).fill('Rozpísané');
    expect(await timesStored('Prvý bez siete')).toEqual([0]);
  });

  test('holds the queue, the draft and who she is through a closed tab, and sends by itself once there is a signal', async () => {
    const context = phone.context();
    await phone.close();
    await context.setOffline(false);
    phone = await context.newPage();
    await phone.goto(`${city.app.url}/j`);
    await ownCard(phone, 'Druhý bez siete').waitFor();
    await allSaved(phone);
    expect(await phone.getByRole('textbox', { name: 'Váš lístok' }).inputValue()).toBe('Rozpísané');
    expect(await timesStored('Prvý bez siete', 'Druhý bez siete', 'Tretí bez siete')).toEqual([1, 1, 1]);
    expect(await participantOf(phone)).toEqual(who);
    for (const text of ['Prvý', 'Druhý', 'Tretí']) await ownCard(phone, text).getByText('uložený').waitFor();
  });

  test('a card changed and one taken back while offline end as she left them', async () => {
    await phone.context().setOffline(true);
    await phone.getByRole('button', { name: 'Zmeniť lístok: Prvý bez siete' }).click();
    await phone.getByRole('textbox', { name: 'Zmeniť lístok' }).fill('Prvý, opravený');
    await phone.getByRole('button', { name: 'Uložiť' }).click();
    await phone.getByRole('button', { name: 'Zmazať lístok: Tretí bez siete' }).click();
    await phone.getByText('2 zmeny čakajú na sieť, odošlú sa samy').waitFor();
    await phone.context().setOffline(false);
    await allSaved(phone);
    await eventually(async () => expect(await timesStored('Prvý, opravený', 'Prvý bez siete', 'Druhý bez siete', 'Tretí bez siete')).toEqual([1, 0, 1, 0]));
  });
});

describe('a server that is killed', () => {
  let who: string[];
  beforeEach(async () => {
    who = await participantOf(phone);
  });

  test('loses nothing that a screen called saved a moment before', async () => {
    await writeNote('Uložené pred pádom na plátne');
    await boardState('Uložené');
    await writeCard(phone, 'Uložené pred pádom z telefónu', FRAME);
    await allSaved(phone);
    await city.app.killAndRestart();
    expect(await timesStored('Uložené pred pádom na plátne', 'Uložené pred pádom z telefónu')).toEqual([1, 1]);
    await boardState('Uložené');
    await canvas.getByRole('button', { name: 'Hotovo' }).click();
  });

  test('phone and canvas go on meanwhile, say that they wait, and everything arrives once', async () => {
    await writeNote('Začaté pred pádom');
    const back = city.app.killAndRestart();
    await serverGone();
    await canvas.getByRole('textbox', { name: 'Text lístka' }).pressSequentially(', dopísané počas neho');
    await writeCard(phone, 'Z telefónu počas pádu', FRAME);
    await boardState('Bez spojenia, zmeny sú v tomto zariadení');
    expect(await phone.getByText('Všetko je uložené').count()).toBe(0);
    await ownCard(phone, 'Z telefónu počas pádu').getByText(/čaká na odoslanie|odosiela sa/).waitFor();
    await canvas.getByRole('button', { name: 'Hotovo' }).click();
    await writeNote('Celé počas pádu');
    await back;
    await boardState('Uložené');
    await allSaved(phone);
    const stored = ['Začaté pred pádom, dopísané počas neho', 'Celé počas pádu', 'Z telefónu počas pádu'];
    expect(await timesStored(...stored)).toEqual([1, 1, 1]);
    expect(await participantOf(phone)).toEqual(who);
    await canvas.getByRole('button', { name: 'Hotovo' }).click();
  });

  test('a reload while nobody answers gives everything back as soon as somebody does', async () => {
    const back = city.app.killAndRestart();
    await serverGone();
    await writeNote('Pred obnovením stránky');
    await boardState('Bez spojenia, zmeny sú v tomto zariadení');
    await writeCard(phone, 'Telefón pred obnovením', FRAME);
    await back;
    await Promise.all([canvas.reload(), phone.reload()]);
    await boardState('Uložené');
    await ownCard(phone, 'Telefón pred obnovením').waitFor();
    await allSaved(phone);
    await eventually(async () => expect(await timesStored('Pred obnovením stránky', 'Telefón pred obnovením')).toEqual([1, 1]));
    expect(await participantOf(phone)).toEqual(who);
    expect((await storedNotes()).length).toBe(new Set(await storedNotes()).size);
  });
});
