import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { DemoCity } from './demo-city.ts';
import { eventually } from './eventually.ts';
import { expectSound, startBrowser } from './people.ts';

let browser: Browser;
let city: DemoCity;
let canvas: Page;
let context: BrowserContext;
let address: string;
beforeAll(async () => {
  browser = await startBrowser();
  city = await DemoCity.open(browser);
  canvas = await city.as('facilitator', 'laptop');
  context = canvas.context();
  address = `${city.app.url}/sessions/${city.places.running}/canvas`;
  await canvas.goto(address);
  await boardState(canvas, 'Uložené');
});
afterAll(async () => {
  await browser?.close();
  await city?.stop();
});

const boardState = (page: Page, words: string) => page.locator('.board-state').getByText(words, { exact: true }).waitFor({ timeout: 60_000 });
const note = (page: Page, text: string) => page.getByRole('article', { name: new RegExp(`^${text}`) });

async function writeNote(page: Page, text: string): Promise<void> {
  await page.getByRole('button', { name: 'Nový lístok' }).click();
  await page.getByRole('textbox', { name: 'Text lístka' }).pressSequentially(text);
  await page.getByRole('button', { name: 'Hotovo' }).click();
}

/** What this device keeps for a time without a network. */
const kept = (page: Page) =>
  page.evaluate(async () => {
    const answer = <Value>(request: IDBRequest<Value>) => new Promise<Value>((done, failed) => Object.assign(request, { onsuccess: () => done(request.result), onerror: () => failed(new Error('storage refused')) }));
    const db = await answer(indexedDB.open('spolu-copies'));
    const list = db.objectStoreNames.contains('copies') ? await answer(db.transaction('copies').objectStore('copies').get('list')) : [];
    db.close();
    return ((list ?? []) as { kind: string }[]).map(({ kind }) => kind).sort();
  });
const isKept = (page: Page) =>
  eventually(async () => {
    expect(await kept(page)).toEqual(['board', 'room', 'spare']);
    expect(await page.evaluate(async () => (await caches.keys()).length > 0 && (await navigator.serviceWorker.getRegistration('/sessions/'))?.active?.state)).toBe('activated');
  }, 60_000);

interface Outline {
  frames: { clusters: { notes: { text: string }[] }[] }[];
}
async function timesStored(...texts: string[]): Promise<number[]> {
  const read = async (path: string) => (await context.request.get(`${city.app.url}/api/${path}`)).json() as Promise<unknown>;
  const { room } = (await read(`sessions/${city.places.running}/room`)) as { room: { boardId: string } };
  const { frames } = (await read(`boards/${room.boardId}`)) as Outline;
  const stored = frames.flatMap(({ clusters }) => clusters.flatMap(({ notes }) => notes.map(({ text }) => text)));
  return texts.map((text) => stored.filter((one) => one === text).length);
}

describe('a board whose server is gone', () => {
  beforeAll(async () => {
    await writeNote(canvas, 'Pred výpadkom');
    await boardState(canvas, 'Uložené');
    await isKept(canvas);
  });

  test('opens from the device when its address is loaded anew, with all that was on it', async () => {
    await city.app.kill();
    await boardState(canvas, 'Bez spojenia');
    await canvas.reload();
    await note(canvas, 'Pred výpadkom').waitFor();
    await boardState(canvas, 'Bez spojenia');
    await canvas.getByRole('heading', { name: 'Bez spojenia' }).waitFor();
    await expectSound(canvas);
  });

  test('is written on, and nothing is lost by closing the tab', async () => {
    await writeNote(canvas, 'Počas výpadku');
    await boardState(canvas, 'Bez spojenia, zmeny sú v tomto zariadení');
    await canvas.close();
    canvas = await context.newPage();
    await canvas.goto(address);
    await note(canvas, 'Počas výpadku').waitFor();
    await writeNote(canvas, 'Po zatvorení karty');
    await boardState(canvas, 'Bez spojenia, zmeny sú v tomto zariadení');
  });

  test('sends it all by itself when the server is back, once, under what is being written', async () => {
    await canvas.getByRole('button', { name: 'Nový lístok' }).click();
    const field = canvas.getByRole('textbox', { name: 'Text lístka' });
    await field.pressSequentially('Rozpísaný');
    await city.app.restart();
    await boardState(canvas, 'Uložené');
    await field.pressSequentially(' a dopísaný');
    await canvas.getByRole('button', { name: 'Hotovo' }).click();
    await boardState(canvas, 'Uložené');
    await eventually(async () => expect(await timesStored('Pred výpadkom', 'Počas výpadku', 'Po zatvorení karty', 'Rozpísaný a dopísaný')).toEqual([1, 1, 1, 1]));
    await canvas.getByRole('region', { name: 'Sála teraz vidí' }).waitFor();
  });
});

test('SEC-10: after a sign-out the device has nothing of the board, and without a network it says so', async () => {
  await isKept(canvas);
  const portal = await context.newPage();
  await portal.goto(`${city.app.url}/processes`);
  await portal.getByRole('button', { name: /^Môj účet/ }).click();
  await portal.getByRole('menuitem', { name: 'Odhlásiť sa' }).click();
  await portal.getByRole('link', { name: 'Prihlásiť sa' }).first().waitFor();
  await canvas.getByRole('heading', { name: 'Prihláste sa' }).waitFor();
  await eventually(async () => expect(await kept(canvas)).toEqual([]));
  await city.app.kill();
  await canvas.goto(address);
  await canvas.getByText('Nie je spojenie a táto tabuľa v zariadení nie je.').waitFor();
  await expectSound(canvas);
});
