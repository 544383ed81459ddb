import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { DemoCity } from './demo-city.ts';
import { eventually } from './eventually.ts';
import { expectSound, startBrowser } from './people.ts';

/** A board's files, out of the house and in, as who runs the session handles them. */
let browser: Browser;
let city: DemoCity;
let page: Page;
beforeAll(async () => {
  browser = await startBrowser();
  city = await DemoCity.open(browser);
  page = await city.as('facilitator', 'laptop');
  await page.goto(`${city.app.url}/sessions/${city.places.running}/canvas`);
  await page.getByRole('group', { name: /^Tabuľa:/ }).waitFor();
});
afterAll(async () => {
  await browser.close();
  await city.stop();
});

const button = (name: string) => page.getByRole('button', { name, exact: true });
async function openImport(): Promise<void> {
  await button('Súbory tabule').press('Enter');
  await page.getByRole('menuitem', { name: 'Pridať zo súboru…' }).press('Enter');
  await page.getByRole('dialog', { name: 'Pridať na tabuľu' }).waitFor();
}

test('SEC-56: pasted lines are looked at, come to the board by keyboard alone, and the way to take them back is shown', async () => {
  await openImport();
  await page.getByRole('radio', { name: /^Vložený text/ }).press('Space');
  await page.getByRole('textbox', { name: 'Riadky' }).fill('Nová pumpa v parku\nTieň na zastávke');
  await button('Pozrieť, čo pribudne').press('Enter');
  await page.getByText('2 lístky', { exact: true }).waitFor();
  await expectSound(page);
  await button('Pridať na tabuľu').press('Enter');
  await page.getByText('2 lístky pribudli na tabuľu.').waitFor();
  expect(await page.getByRole('link', { name: 'Otvoriť históriu tabule' }).getAttribute('href')).toBe(`/sessions/${city.places.running}/history`);
  await expectSound(page);
  await button('Hotovo').press('Enter');
  for (const text of ['Nová pumpa v parku', 'Tieň na zastávke']) await page.getByRole('article', { name: new RegExp(`^${text}`) }).first().waitFor();
});

test('a board downloaded as a file comes back beside what is there', async () => {
  await button('Súbory tabule').press('Enter');
  await page.getByRole('menuitem', { name: 'Stiahnuť tabuľu…' }).press('Enter');
  await page.getByRole('radio', { name: /^Súbor tabule/ }).check();
  const [download] = await Promise.all([page.waitForEvent('download'), button('Stiahnuť').press('Enter')]);
  const file = await readFile(await download.path());
  await page.keyboard.press('Escape');
  await openImport();
  await page.getByRole('radio', { name: /^Súbor tabule/ }).check();
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button('Vybrať súbor…').press('Enter')]);
  await chooser.setFiles({ name: 'tabula.json', mimeType: 'application/json', buffer: file });
  await button('Pridať na tabuľu').press('Enter');
  await page.getByText(/^Na tabuľu pribudlo: \d+ lístk/).waitFor();
});

test('a picture put on the board is seen from afar too', async () => {
  await button('Hotovo').click();
  const png = await page.evaluate(async () => {
    const canvas = document.createElement('canvas');
    Object.assign(canvas, { width: 640, height: 480 });
    const context = canvas.getContext('2d')!;
    context.fillStyle = '#e0115f';
    context.fillRect(0, 0, 640, 480);
    return canvas.toDataURL('image/png').split(',')[1]!;
  });
  await button('Vložiť').click();
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('menuitem', { name: 'Obrázok…' }).click()]);
  await chooser.setFiles({ name: 'mapa.png', mimeType: 'image/png', buffer: Buffer.from(png, 'base64') });
  await page.getByRole('dialog', { name: 'Obrázok' }).waitFor();
  await page.keyboard.press('Escape');
  const far = page.locator('canvas.board-far');
  await eventually(async () => {
    if (!(await far.isVisible())) await button('Oddialiť').click();
    const red = await far.evaluate((canvas: HTMLCanvasElement) => {
      const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
      let found = 0;
      for (let i = 0; i < data.length; i += 4) if (Math.abs(data[i]! - 0xe0) < 6 && Math.abs(data[i + 1]! - 0x11) < 6 && Math.abs(data[i + 2]! - 0x5f) < 6) found++;
      return found;
    });
    expect(red).toBeGreaterThan(100);
  });
});
