import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, CDPSession, Locator, Page } from 'playwright-core';
import { DemoCity } from './demo-city.ts';
import { eventually } from './eventually.ts';
import { startBrowser } from './people.ts';

/** A board in the hand: fingers and a pen on a facilitator's tablet, watched from a laptop. */
let browser: Browser;
let city: DemoCity;
let tablet: Page;
let laptop: Page;
let hand: CDPSession;
beforeAll(async () => {
  browser = await startBrowser();
  city = await DemoCity.open(browser);
  [tablet, laptop] = await Promise.all([city.as('facilitator', 'tablet'), city.as('facilitator', 'laptop')]);
  for (const page of [tablet, laptop]) {
    await page.goto(`${city.app.url}/sessions/${city.places.running}/canvas`);
    await board(page).waitFor();
    await noteOf(page, CARRIED).waitFor();
  }
  hand = await tablet.context().newCDPSession(tablet);
});
afterAll(async () => {
  await browser.close();
  await city.stop();
});

const CARRIED = 'Školské budovy kúrime';
const STAYING = 'V paneláku máme';
type Point = { x: number; y: number };

const board = (page: Page) => page.getByRole('group', { name: /^Tabuľa:/ });
const noteOf = (page: Page, text: string) => page.getByRole('article', { name: new RegExp(`^${text}`) }).first();
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const zoom = async () => Number(/\d+/.exec((await tablet.getByRole('button', { name: /^Skutočná veľkosť, teraz/ }).getAttribute('aria-label')) ?? '')![0]);

async function middle(target: Locator): Promise<Point> {
  const box = await target.boundingBox();
  if (!box) throw new Error('it is not to be seen');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
/** Where the note that is carried lies beside the one that stays, in board units: the same on every screen. */
async function apart(page: Page): Promise<Point> {
  const [from, to] = [await noteOf(page, STAYING).boundingBox(), await noteOf(page, CARRIED).boundingBox()];
  const unit = 180 / from!.width;
  return { x: Math.round((to!.x - from!.x) * unit), y: Math.round((to!.y - from!.y) * unit) };
}
const fingers = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: Point[]) => hand.send('Input.dispatchTouchEvent', { type, touchPoints });
/** In steps, as a hand moves. */
async function swipe(from: Point, by: Point): Promise<void> {
  for (let step = 1; step <= 5; step++) await fingers('touchMove', [{ x: from.x + (by.x * step) / 5, y: from.y + (by.y * step) / 5 }]);
}
async function pen(from: Point, by: Point): Promise<void> {
  const at = (type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', share: number) =>
    hand.send('Input.dispatchMouseEvent', { type, x: from.x + by.x * share, y: from.y + by.y * share, button: 'left', buttons: type === 'mouseReleased' ? 0 : 1, clickCount: 1, pointerType: 'pen' });
  await at('mousePressed', 0);
  for (let step = 1; step <= 5; step++) await at('mouseMoved', step / 5);
  await at('mouseReleased', 1);
}
/** Below the notes of the first frame. */
async function ground(): Promise<Point> {
  const { x, y } = await middle(noteOf(tablet, STAYING));
  return { x, y: y + 420 };
}

describe('fingers', () => {
  test('two of them bring the board nearer, around what lies between them, and farther again', async () => {
    const before = await zoom();
    const between = await middle(noteOf(tablet, CARRIED));
    const pair = (half: number) => [{ x: between.x - half, y: between.y }, { x: between.x + half, y: between.y }];
    await fingers('touchStart', pair(40));
    for (const half of [50, 60, 70, 80]) await fingers('touchMove', pair(half));
    await fingers('touchEnd', []);
    await eventually(async () => expect(await zoom()).toBeGreaterThan(before * 1.8));
    const after = await middle(noteOf(tablet, CARRIED));
    expect(Math.hypot(after.x - between.x, after.y - between.y)).toBeLessThan(12);
    await fingers('touchStart', pair(80));
    for (const half of [70, 60, 50, 40]) await fingers('touchMove', pair(half));
    await fingers('touchEnd', []);
    await eventually(async () => expect(Math.abs((await zoom()) - before)).toBeLessThanOrEqual(2));
  });

  test('one that moves at once pans, over a note too, and moves nothing', async () => {
    const [places, from] = [await apart(laptop), await middle(noteOf(tablet, CARRIED))];
    await fingers('touchStart', [from]);
    await swipe(from, { x: -60, y: 90 });
    await fingers('touchEnd', []);
    await eventually(async () => {
      const now = await middle(noteOf(tablet, CARRIED));
      expect(Math.hypot(now.x - from.x + 60, now.y - from.y - 90)).toBeLessThan(4);
    });
    expect(await apart(tablet)).toEqual(places);
    expect(await apart(laptop)).toEqual(places);
  });

  test('one that rests on a note carries it; the others see it there, and one undo brings it back', async () => {
    const [places, from] = [await apart(laptop), await middle(noteOf(tablet, CARRIED))];
    await fingers('touchStart', [from]);
    await tablet.locator('.is-dragging').waitFor();
    await swipe(from, { x: 30, y: 200 });
    await fingers('touchEnd', []);
    await eventually(async () => expect((await apart(laptop)).y).toBeGreaterThan(places.y + 150));
    await button(tablet, 'Späť').click();
    await eventually(async () => expect(await apart(laptop)).toEqual(places));
  });

  test('one that rests on the ground asks what can be done there', async () => {
    await fingers('touchStart', [await ground()]);
    await tablet.getByRole('menu').waitFor();
    await fingers('touchEnd', []);
    await tablet.getByRole('menuitem', { name: 'Vybrať všetko' }).waitFor();
    await closeMenu();
  });
});

test('the map of the board is pressed to go there, and shows what is seen', async () => {
  await button(tablet, 'Mapa tabule').click();
  const map = tablet.locator('.board-minimap');
  const seen = map.locator('.board-minimap-seen');
  const [{ x, y, width, height }, before] = [(await map.boundingBox())!, (await seen.boundingBox())!];
  const there = { x: x + width - 24, y: y + height / 2 };
  await tablet.touchscreen.tap(there.x, there.y);
  await eventually(async () => {
    const now = await middle(seen);
    expect(Math.abs(now.x - there.x)).toBeLessThan(12);
    expect(now.x).toBeGreaterThan(before.x + before.width / 2);
  });
  await button(tablet, 'Mapa tabule').click();
  await map.waitFor({ state: 'detached' });
  await button(tablet, 'Prejsť na rám').click();
  await tablet.getByRole('menuitem', { name: 'Čo nás trápi' }).click();
  await noteOf(tablet, CARRIED).waitFor();
});

/** Of a long press. A key pressed before the menu has the focus would go to the board. */
async function closeMenu(): Promise<void> {
  await tablet.locator('[role="menu"]:focus-within').waitFor();
  await tablet.keyboard.press('Escape');
  await tablet.getByRole('menu').waitFor({ state: 'detached' });
}

describe('a pen', () => {
  test('draws, and the others see the stroke; from then on fingers only move the view', async () => {
    const strokes = (page: Page) => page.locator('.board-drawing.is-stroke');
    const [drawn, from] = [await strokes(laptop).count(), await ground()];
    await button(tablet, 'Pero').click();
    await pen(from, { x: 120, y: 30 });
    await eventually(async () => expect(await strokes(laptop).count()).toBe(drawn + 1));
    await tablet.keyboard.press('Escape');

    const [places, note] = [await apart(laptop), await middle(noteOf(tablet, CARRIED))];
    await fingers('touchStart', [note]);
    await tablet.getByRole('menu').waitFor();
    await fingers('touchEnd', []);
    await closeMenu();
    await fingers('touchStart', [note]);
    await swipe(note, { x: 0, y: 60 });
    await fingers('touchEnd', []);
    await eventually(async () => expect(Math.abs((await middle(noteOf(tablet, CARRIED))).y - note.y - 60)).toBeLessThan(4));
    expect(await apart(laptop)).toEqual(places);

    const pick = await middle(noteOf(tablet, CARRIED));
    await pen(pick, { x: 20, y: 150 });
    await eventually(async () => expect((await apart(laptop)).y).toBeGreaterThan(places.y + 100));
  });
});
