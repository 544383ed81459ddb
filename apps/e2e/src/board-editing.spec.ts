import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { DemoCity } from './demo-city.ts';
import { eventually } from './eventually.ts';
import { expectSound, startBrowser } from './people.ts';

/** Two people edit one board at the same time, each in a browser of her own. */
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
  await browser.close();
  await city.stop();
});

const tool = (page: Page, name: string) => page.getByRole('group', { name: 'Nástroje tabule' }).getByRole('button', { name, exact: true });
const inMenu = (page: Page, name: string | RegExp) => page.getByRole('menuitem', { name });
const noteOf = (page: Page, text: string) => page.getByRole('article', { name: new RegExp(`^${text}`) });
const drawingOf = (page: Page, name: string | RegExp) => page.locator('.board-drawing').and(page.getByLabel(name));

async function write(page: Page, text: string): Promise<void> {
  await tool(page, 'Nový lístok').click();
  await page.getByRole('textbox', { name: 'Text lístka' }).pressSequentially(text);
  await page.getByRole('button', { name: 'Hotovo' }).click();
  await noteOf(page, text).waitFor();
}
async function boxOf(target: Locator) {
  const box = await target.boundingBox();
  if (!box) throw new Error('it is not to be seen');
  return box;
}
/** Where something lies in relation to another thing: the same on every screen at the same scale. */
async function distance(page: Page, from: string, to: string) {
  const [a, b] = [await boxOf(noteOf(page, from).first()), await boxOf(noteOf(page, to).first())];
  return { x: Math.round(b.x - a.x), y: Math.round(b.y - a.y) };
}

describe('notes', () => {
  test('two people write at once, and each sees both', async () => {
    await Promise.all([write(she, 'Lavičky pri škole'), write(he, 'Pitná fontána')]);
    for (const page of [she, he]) for (const text of ['Lavičky pri škole', 'Pitná fontána']) await noteOf(page, text).waitFor();
  });

  test('one chooses both by keyboard and aligns them; the other sees them in line, and one undo puts them back', async () => {
    await noteOf(she, 'Lavičky pri škole').focus();
    await she.keyboard.press('Space');
    // Written at the same moment, both may have come to the same free place.
    const written = await distance(she, 'Lavičky pri škole', 'Pitná fontána');
    await she.keyboard.press('ArrowRight');
    await she.keyboard.press('ArrowDown');
    await eventually(async () => {
      const moved = await distance(she, 'Lavičky pri škole', 'Pitná fontána');
      expect([moved.x < written.x, moved.y < written.y]).toEqual([true, true]);
    });
    await noteOf(she, 'Pitná fontána').focus();
    await she.keyboard.press('Space');
    const before = await distance(she, 'Lavičky pri škole', 'Pitná fontána');
    await she.keyboard.press('Shift+F10');
    await inMenu(she, 'Zarovnať').press('ArrowRight');
    await inMenu(she, 'Vľavo').press('Enter');
    await eventually(async () => expect((await distance(she, 'Lavičky pri škole', 'Pitná fontána')).x).toBe(0));
    await eventually(async () => expect((await distance(he, 'Lavičky pri škole', 'Pitná fontána')).x).toBe(0));
    await she.getByRole('group', { name: /^Tabuľa:/ }).press('Control+z');
    await eventually(async () => expect(await distance(she, 'Lavičky pri škole', 'Pitná fontána')).toEqual(before));
  });

  test('undo takes back her own doing, never his', async () => {
    await write(he, 'Jeho nápad');
    await noteOf(she, 'Jeho nápad').waitFor();
    await noteOf(she, 'Lavičky pri škole').focus();
    await she.keyboard.press('Control+d');
    await eventually(async () => expect(await noteOf(he, 'Lavičky pri škole').count()).toBe(2));
    await she.keyboard.press('Control+z');
    await eventually(async () => expect(await noteOf(he, 'Lavičky pri škole').count()).toBe(1));
    await noteOf(she, 'Jeho nápad').waitFor();
  });

  test('lines from a clipboard become notes, of many she sees first how many', async () => {
    await she.keyboard.press('Escape');
    await she.evaluate(() => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', 'Prvý riadok\nDruhý riadok');
      document.querySelector('.board-plane')?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    });
    for (const page of [she, he]) for (const text of ['Prvý riadok', 'Druhý riadok']) await noteOf(page, text).waitFor();
  });
});

describe('drawings', () => {
  test('a form, words in it and a line to a note, all without a drag; the other sees them', async () => {
    await she.keyboard.press('Escape');
    await tool(she, 'Vložiť').click();
    await inMenu(she, /^Tvar/).click();
    const editor = she.getByRole('dialog', { name: 'Tvar' });
    await editor.getByRole('textbox', { name: 'Text' }).fill('Námestie');
    await editor.getByRole('button', { name: 'Hotovo' }).click();
    await drawingOf(he, /^Zaoblený obdĺžnik, Námestie/).waitFor();
    await noteOf(she, 'Prvý riadok').focus();
    await she.keyboard.press('Escape');
    await she.keyboard.press('Space');
    await drawingOf(she, /^Zaoblený obdĺžnik/).focus();
    await she.keyboard.press('Space');
    await she.keyboard.press('c');
    await drawingOf(he, /^Spojnica/).waitFor();
    await expectSound(she);
  });

  test('what one locks, the other sees as locked', async () => {
    await she.keyboard.press('Escape');
    await drawingOf(she, /^Zaoblený obdĺžnik/).focus();
    await she.keyboard.press('Shift+F10');
    await inMenu(she, 'Zamknúť').press('Enter');
    await drawingOf(he, /^Zaoblený obdĺžnik, Námestie, zamknuté/).waitFor();
  });

  test('a stroke of the pen is one drawing, and gone with one undo', async () => {
    await tool(he, 'Pero').click();
    const plane = await boxOf(he.getByRole('group', { name: /^Tabuľa:/ }));
    const [x, y] = [plane.x + plane.width * 0.55, plane.y + plane.height * 0.3];
    await he.mouse.move(x, y);
    await he.mouse.down();
    for (let i = 1; i <= 12; i++) await he.mouse.move(x + i * 8, y + 20 * Math.sin(i / 2));
    await he.mouse.up();
    await drawingOf(she, 'Kresba').waitFor();
    await he.keyboard.press('Escape');
    await he.keyboard.press('Control+z');
    await drawingOf(she, 'Kresba').waitFor({ state: 'detached' });
    await expectSound(he);
  });
});
