import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { DemoCity } from './demo-city.ts';
import { eventually } from './eventually.ts';
import { expectSound, startBrowser } from './people.ts';

let browser: Browser;
let city: DemoCity;
let she: Page;
let he: Page;
beforeAll(async () => {
  browser = await startBrowser();
  city = await DemoCity.open(browser);
  [she, he] = await Promise.all([city.as('facilitator', 'laptop'), city.as('facilitator', 'laptop')]);
  for (const page of [she, he]) {
    await page.goto(`${city.app.url}/sessions/${city.places.running}/canvas`);
    await page.getByRole('group', { name: /^Tabuľa:/ }).waitFor();
  }
});
afterAll(async () => {
  await browser?.close();
  await city?.stop();
});

const shapeOf = (page: Page) => page.locator('.board-drawing').and(page.getByLabel(/^Zaoblený obdĺžnik/));
const handle = () => she.locator('.board-handle');
async function boxOf(target: Locator) {
  const box = await target.boundingBox();
  if (!box) throw new Error('it is not to be seen');
  return box;
}
/** By how much it is larger than it was, on the screen of whoever looks. */
const grown = async (page: Page, before: { width: number; height: number }) => {
  const now = await boxOf(shapeOf(page));
  return { width: Math.round(now.width - before.width), height: Math.round(now.height - before.height) };
};
async function pull(by: { x: number; y: number }): Promise<void> {
  const { x, y, width, height } = await boxOf(handle());
  const from = { x: x + width / 2, y: y + height / 2 };
  // Alt: what is near does not attract.
  await she.keyboard.down('Alt');
  await she.mouse.move(from.x, from.y);
  await she.mouse.down();
  await she.mouse.move(from.x + by.x / 2, from.y + by.y / 2);
  await she.mouse.move(from.x + by.x, from.y + by.y);
}
async function letGo(): Promise<void> {
  await she.mouse.up();
  await she.keyboard.up('Alt');
}

let before: { width: number; height: number };
test('a shape is made larger by its corner, one step that can be undone; the other one sees it', async () => {
  await she.getByRole('group', { name: 'Nástroje tabule' }).getByRole('button', { name: 'Vložiť', exact: true }).click();
  await she.getByRole('menuitem', { name: /^Tvar/ }).click();
  await she.getByRole('dialog', { name: 'Tvar' }).getByRole('button', { name: 'Hotovo' }).click();
  await shapeOf(he).waitFor();
  await shapeOf(she).focus();
  await she.keyboard.press('Escape');
  await she.keyboard.press('Escape');
  await shapeOf(she).focus();
  await she.keyboard.press('Space');
  await handle().waitFor();
  before = await boxOf(shapeOf(she));
  await pull({ x: 80, y: 40 });
  expect(await grown(she, before)).toEqual({ width: 0, height: 0 });
  await letGo();
  await eventually(async () => expect(await grown(she, before)).toEqual({ width: 80, height: 40 }));
  await eventually(async () => {
    const seen = await boxOf(shapeOf(he));
    expect(seen.width / seen.height).toBeCloseTo((before.width + 80) / (before.height + 40), 1);
  });
  await expectSound(she);
  await shapeOf(she).focus();
  await she.keyboard.press('Control+z');
  await eventually(async () => expect(await grown(she, before)).toEqual({ width: 0, height: 0 }));
});

test('Escape leaves it as it was', async () => {
  await pull({ x: 60, y: 60 });
  await she.keyboard.press('Escape');
  await letGo();
  expect(await grown(she, before)).toEqual({ width: 0, height: 0 });
});

test('by keyboard it grows and shrinks, and its size is said', async () => {
  await shapeOf(she).focus();
  await she.keyboard.press('Control+ArrowRight');
  await she.keyboard.press('Control+ArrowRight');
  await she.getByText(/^Šírka \d+, výška \d+$/).last().waitFor({ state: 'attached' });
  await eventually(async () => expect((await grown(she, before)).width).toBeGreaterThan(10));
  await she.keyboard.press('Control+ArrowLeft');
  await she.keyboard.press('Control+ArrowLeft');
  await eventually(async () => expect(await grown(she, before)).toEqual({ width: 0, height: 0 }));
});
