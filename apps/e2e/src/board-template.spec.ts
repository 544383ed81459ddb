import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
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

test('the frames of a method are found by its name, seen by their names, and come to the board', async () => {
  await she.getByRole('group', { name: 'Nástroje tabule' }).getByRole('button', { name: 'Vložiť', exact: true }).click();
  await she.getByRole('menuitem', { name: 'Rámy z metódy…' }).click();
  const dialog = she.getByRole('dialog', { name: 'Rámy z knižnice metód' });
  await dialog.getByRole('textbox', { name: 'Názov alebo účel metódy' }).fill('svetova kaviaren');
  await dialog.getByRole('list', { name: 'Metódy' }).getByRole('button').first().click();
  await dialog.getByText(/^Prib/).waitFor();
  const frames = await dialog.locator('.board-template li').allTextContents();
  expect(frames.length).toBeGreaterThan(1);
  await expectSound(she);
  await dialog.getByRole('button', { name: 'Vložiť na tabuľu' }).click();
  await dialog.waitFor({ state: 'detached' });
  await he.getByRole('button', { name: 'Zoznam' }).click();
  for (const title of frames) await he.getByText(title, { exact: false }).first().waitFor();
  // The keyboard is at the first of them.
  await eventually(async () => expect(await she.evaluate(() => document.activeElement?.textContent ?? '')).toContain(frames[0]!));
  await she.keyboard.press('Control+z');
  await he.getByText(frames[0]!, { exact: false }).first().waitFor({ state: 'detached' });
});
