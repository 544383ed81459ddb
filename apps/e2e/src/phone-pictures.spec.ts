import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { DemoCity } from './demo-city.ts';
import { eventually } from './eventually.ts';
import { expectFits } from './page-checks.ts';
import { expectSound, startBrowser } from './people.ts';
import { unzip } from './unzip.ts';

const POSTER = 'Plagát s troma kruhmi: teplo, svetlo, voda.';

let browser: Browser;
let city: DemoCity;
/** The facilitator has nothing but her phone in her hand. */
let phone: Page;
let photo: Buffer;
beforeAll(async () => {
  browser = await startBrowser();
  city = await DemoCity.open(browser);
  phone = await city.as('facilitator', 'phone');
  photo = await drawn(phone);
});
afterAll(async () => {
  await browser.close();
  await city.stop();
});

/** As a phone's camera gives it: upright, larger than is kept. */
async function drawn(page: Page): Promise<Buffer> {
  const address = await page.evaluate(() => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 1_800, height: 2_400 });
    const context = canvas.getContext('2d')!;
    context.fillStyle = '#e0115f';
    context.fillRect(0, 0, canvas.width, canvas.height);
    return canvas.toDataURL('image/jpeg');
  });
  return Buffer.from(address.split(',')[1]!, 'base64');
}
async function takePhoto(opensChooser: () => Promise<void>): Promise<void> {
  const [chooser] = await Promise.all([phone.waitForEvent('filechooser'), opensChooser()]);
  await chooser.setFiles({ name: 'IMG_0001.jpg', mimeType: 'image/jpeg', buffer: photo });
}
/** It is there to be looked at, not only named. */
async function seesPicture(page: Page, name: string): Promise<void> {
  const picture = page.getByRole('img', { name }).first();
  await picture.scrollIntoViewIfNeeded();
  // On a board the picture lies in a box that bears its name.
  const width = (named: HTMLElement) => (named instanceof HTMLImageElement ? named : named.querySelector('img'))?.naturalWidth ?? 0;
  await eventually(async () => expect(await picture.evaluate(width)).toBeGreaterThan(0));
}

test('a poster that hangs in the room is photographed with a phone and stands in the report and in its document', async () => {
  await phone.goto(`${city.app.url}/sessions/${city.places.running}/run`);
  await phone.getByText('Obrázky do správy').click();
  await phone.getByRole('button', { name: 'Pridať obrázok' }).click();
  const dialog = phone.getByRole('dialog', { name: 'Pridať obrázok' });
  await dialog.getByRole('button', { name: 'Pridať do správy' }).click();
  await dialog.getByText(/^Vyberte obrázok, napíšte/).waitFor();
  await takePhoto(() => dialog.getByRole('button', { name: /^Vybrať alebo odfotiť/ }).click());
  await dialog.getByRole('textbox', { name: 'Čo je na obrázku' }).fill(POSTER);
  await dialog.getByRole('radio', { name: 'Nikoho na ňom nemožno spoznať' }).check();
  await Promise.all([expectFits(phone), expectSound(phone)]);
  await dialog.getByRole('button', { name: 'Pridať do správy' }).click();
  await phone.getByText('1 obrázok je v správe.').waitFor();

  await phone.goto(`${city.app.url}/sessions/${city.places.running}/report/edit`);
  await seesPicture(phone, POSTER);
  await Promise.all([expectFits(phone), expectSound(phone)]);
  await phone.getByRole('button', { name: 'Stiahnuť' }).click();
  const [file] = await Promise.all([phone.waitForEvent('download'), phone.getByRole('menuitem', { name: 'Dokument (DOCX)' }).click()]);
  const document = unzip(await readFile(await file.path()));
  expect(document.get('word/document.xml')!.toString()).toContain(`descr="${POSTER}"`);
  expect([...document.keys()].filter((name) => name.startsWith('word/media/'))).not.toEqual([]);
});

test('the same photograph is put on the board from the phone, and the others see it there', async () => {
  const laptop = await city.as('facilitator', 'laptop');
  await laptop.goto(`${city.app.url}/sessions/${city.places.running}/canvas`);
  await phone.goto(`${city.app.url}/sessions/${city.places.running}/canvas`);
  await phone.getByRole('button', { name: 'Plátno', exact: true }).click();
  await phone.getByRole('button', { name: 'Vložiť', exact: true }).click();
  await takePhoto(() => phone.getByRole('menuitem', { name: 'Obrázok…' }).click());
  const dialog = phone.getByRole('dialog', { name: 'Obrázok' });
  await dialog.getByRole('textbox', { name: 'Čo je na obrázku' }).fill(POSTER);
  await Promise.all([expectFits(phone), expectSound(phone)]);
  await dialog.getByRole('button', { name: 'Hotovo' }).click();
  await laptop.getByRole('button', { name: 'Zoznam' }).click();
  await laptop.getByText(POSTER).first().waitFor();
  await laptop.getByRole('button', { name: 'Plátno' }).click();
  await seesPicture(laptop, POSTER);
});
