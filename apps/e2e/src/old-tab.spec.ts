import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { DemoCity } from './demo-city.ts';
import { expectSound, SCREENS, startBrowser } from './people.ts';

let browser: Browser;
let city: DemoCity;
let canvas: Page;
let address: string;
beforeAll(async () => {
  browser = await startBrowser();
  city = await DemoCity.open(browser);
  address = `${city.app.url}/sessions/${city.places.running}/canvas`;
  const facilitator = await city.as('facilitator', 'laptop');
  // Behind plain http there is no service worker that could keep an old part.
  const context = await browser.newContext({ ...SCREENS.laptop, locale: 'sk-SK', serviceWorkers: 'block', storageState: await facilitator.context().storageState() });
  await facilitator.context().close();
  canvas = await context.newPage();
  await canvas.goto(address);
  await saved();
  // Its tools come after the first picture.
  await canvas.getByRole('button', { name: 'Nový lístok' }).waitFor();
});
afterAll(async () => {
  await browser?.close();
  await city?.stop();
});

const saved = () => canvas.locator('.board-state').getByText('Uložené', { exact: true }).waitFor({ timeout: 40_000 });

test('a tab that was left open, whose server has another version by now, goes on and sends what was written', async () => {
  await city.app.kill();
  await canvas.locator('.board-state').getByText('Bez spojenia', { exact: true }).waitFor();
  await canvas.getByRole('button', { name: 'Nový lístok' }).click();
  await canvas.getByRole('textbox', { name: 'Text lístka' }).pressSequentially('Zo starej karty');
  await canvas.getByRole('button', { name: 'Hotovo' }).click();
  // What belongs to the old version is gone from the server.
  await canvas.context().route(/\/assets\/find-dialog-/, (route) => route.fulfill({ status: 404 }));
  await city.app.restart();
  await saved();
});

test('where a part of the old version is needed, it says how to go on; nothing is lost', async () => {
  await canvas.getByRole('button', { name: /^Hľadať/ }).click();
  await canvas.getByRole('heading', { level: 1, name: 'Túto stránku treba načítať znova' }).waitFor();
  const before = await canvas.getByRole('button', { name: 'Načítať znova' }).count();
  expect(before).toBe(1);
  await canvas.context().unroute(/\/assets\/find-dialog-/);
  await canvas.getByRole('button', { name: 'Načítať znova' }).click();
  await canvas.getByRole('article', { name: /^Zo starej karty/ }).waitFor();
  await canvas.getByRole('button', { name: /^Hľadať/ }).click();
  await canvas.getByRole('dialog').waitFor();
  await expectSound(canvas);
});
