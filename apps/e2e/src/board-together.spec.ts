import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { command, DemoCity } from './demo-city.ts';
import { eventually } from './eventually.ts';
import { expectSound, startBrowser } from './people.ts';

/** A facilitator at her laptop, a participant at his and one with a phone: one board, and who looks where. */
let browser: Browser;
let city: DemoCity;
let facilitator: Page;
let laptop: Page;
let phone: Page;
beforeAll(async () => {
  browser = await startBrowser();
  city = await DemoCity.open(browser);
  [facilitator, laptop, phone] = await Promise.all([city.as('facilitator', 'laptop'), city.as(null, 'laptop'), city.as(null, 'phone')]);
  for (const [page, nickname] of [[laptop, 'Ladislav'], [phone, 'Fatima']] as const) {
    await page.goto(`${city.app.url}/j`);
    await command(page, city.app.url, 'POST', 'joins', { code: city.places.code, nickname, sector: 'ngo', language: 'sk' });
  }
  for (const page of [facilitator, laptop, phone]) await openBoard(page);
  await button(phone, 'Plátno').click();
});
afterAll(async () => {
  await browser.close();
  await city.stop();
});

async function openBoard(page: Page, hash = ''): Promise<void> {
  await page.goto(`${city.app.url}/sessions/${city.places.running}/canvas${hash}`);
  await button(page, 'Ľudia').waitFor();
}
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const views = (page: Page) => page.getByRole('group', { name: 'Koho pohľad vidíte' });
const noteOf = (page: Page, text: string) => page.getByRole('article', { name: new RegExp(`^${text}`) }).first();

/** Brings a note onto the screen of whoever looks for it. */
async function goTo(page: Page, text: string): Promise<void> {
  await button(page, 'Hľadať').click();
  const dialog = page.getByRole('dialog', { name: 'Nájsť na tabuli' });
  await dialog.getByRole('textbox').fill(text);
  await dialog.getByRole('listitem').getByRole('button').first().click();
  await inSight(page, text);
}
async function goToFrame(page: Page, title: string): Promise<void> {
  await button(page, 'Prejsť na rám').click();
  await page.getByRole('menuitem', { name: title }).click();
}
async function isInSight(page: Page, text: string): Promise<boolean> {
  const box = await noteOf(page, text).boundingBox({ timeout: 1_000 }).catch(() => null);
  const { width, height } = page.viewportSize()!;
  return box !== null && box.x + box.width / 2 > 0 && box.x + box.width / 2 < width && box.y + box.height / 2 > 0 && box.y + box.height / 2 < height;
}
const inSight = (page: Page, text: string) => eventually(async () => expect(await isInSight(page, text)).toBe(true));

const FIRST = 'Fotovoltika na strechách';
const SECOND = 'Bojím sa, že zateplenie';

describe('a spotlight', () => {
  test('takes both along, whatever their screens; a participant is not offered one', async () => {
    for (let i = 0; i < 4; i++) await button(facilitator, 'Priblížiť').click();
    await button(facilitator, 'Ľudia').click();
    await button(facilitator, 'Zobraziť všetkým, čo vidím').click();
    await button(facilitator, 'Zavrieť zoznam ľudí').click();
    await views(facilitator).getByText('Všetci vidia to, čo vy').waitFor();
    await goTo(facilitator, FIRST);
    for (const page of [laptop, phone]) {
      await views(page).getByText(/^Tabuľu ukazuje: /).waitFor();
      await inSight(page, FIRST);
      await expectSound(page);
    }
    await button(phone, 'Ľudia').click();
    await phone.getByRole('list', { name: 'Kto je pri tabuli' }).getByRole('listitem').first().waitFor();
    expect(await button(phone, 'Zobraziť všetkým, čo vidím').count()).toBe(0);
    await expectSound(phone);
    await phone.keyboard.press('Escape');
    await views(phone).getByText(/^Tabuľu ukazuje: /).waitFor();
  });

  test('one goes her own way and comes back; whoever comes later is led at once', async () => {
    await button(phone, 'Pozerať sa po svojom').click();
    await goTo(facilitator, SECOND);
    await inSight(laptop, SECOND);
    expect(await isInSight(phone, FIRST)).toBe(true);
    await button(phone, 'Vrátiť sa k ukazovaniu').click();
    await inSight(phone, SECOND);
    await openBoard(laptop);
    await inSight(laptop, SECOND);
  });

  test('in the list it is told in words', async () => {
    await goToFrame(facilitator, 'Obavy a riziká');
    await button(phone, 'Zoznam').click();
    await views(phone).getByText('Rám Obavy a riziká').waitFor();
    await goToFrame(facilitator, 'Nápady a riešenia');
    await views(phone).getByText('Rám Nápady a riešenia').waitFor();
    await expectSound(phone);
    for (let i = 0; i < 4; i++) await button(facilitator, 'Priblížiť').click();
    await goTo(facilitator, FIRST);
    await button(phone, 'Plátno').click();
    await inSight(phone, FIRST);
  });

  test('ends for all when she closes the board', async () => {
    await facilitator.goto(`${city.app.url}/processes`);
    for (const page of [laptop, phone]) await views(page).waitFor({ state: 'detached' });
    await openBoard(facilitator);
    expect(await views(facilitator).count()).toBe(0);
  });
});

describe('following', () => {
  test('by keyboard: her view comes until one moves one\'s own; she is told that somebody follows', async () => {
    await button(laptop, 'Ľudia').press('Enter');
    const people = laptop.getByRole('region', { name: 'Kto je pri tabuli' });
    const whom = people.getByRole('button', { name: /^Sledovať: Fedor/ });
    await whom.waitFor();
    await whom.press('Enter');
    await laptop.keyboard.press('Escape');
    await views(facilitator).getByText('Váš pohľad sleduje 1 človek').waitFor();
    await views(laptop).getByText(/^Sledujete: Fedor/).waitFor();
    await goTo(facilitator, SECOND);
    await inSight(laptop, SECOND);
    expect(await views(phone).count()).toBe(0);
    await laptop.getByRole('group', { name: /^Tabuľa:/ }).press('Escape');
    await views(laptop).waitFor({ state: 'detached' });
    await views(facilitator).waitFor({ state: 'detached' });
  });
});

describe('filter and colours', () => {
  test('an address brings a facilitator\'s look; names and sectors are hers alone', async () => {
    await openBoard(facilitator, '#filter=sector&only=residents&colour=sector');
    const now = facilitator.getByRole('group', { name: 'Filter a farby, ktoré teraz platia' });
    await now.getByText('13 lístkov z 60').waitFor();
    await now.getByText('Obyvatelia').waitFor();
    await button(facilitator, 'Zoznam').click();
    const list = facilitator.getByRole('list', { name: 'Tabuľa ako zoznam' });
    await eventually(async () => expect(await list.locator('[data-kind="note"]').count()).toBe(13));
    await expectSound(facilitator);
    await button(facilitator, 'Ukázať všetky').click();
    await eventually(async () => expect(await list.locator('[data-kind="note"]').count()).toBe(60));
    await openBoard(laptop, '#filter=sector&only=residents&colour=author');
    await button(laptop, 'Filter').click();
    const by = laptop.getByRole('combobox', { name: 'Zvýrazniť podľa' });
    await by.waitFor();
    expect(await by.locator('option').allTextContents()).not.toContain('Sektor');
    expect(await laptop.getByText('mimo filtra').count()).toBe(0);
    await expectSound(laptop);
  });
});

describe('a locked part of the board', () => {
  const FRAME = 'Čo nás trápi';
  const frame = (page: Page, locked: boolean) => page.getByRole('heading', { name: new RegExp(`^Rám ${FRAME}${locked ? ', zamknuté' : ','} ?`) });
  const lock = async (name: string) => {
    await goToFrame(facilitator, FRAME);
    await facilitator.getByRole('heading', { name: new RegExp(`^Rám ${FRAME}`) }).click({ button: 'right' });
    await facilitator.getByRole('menuitem', { name }).click();
  };

  test('takes nothing new from a participant, says so to him, and is open again when the facilitator says so', async () => {
    for (const page of [facilitator, laptop]) {
      await openBoard(page);
      await button(page, 'Plátno').click();
    }
    await lock('Zamknúť rám a čo je na ňom');
    await goToFrame(laptop, FRAME);
    await frame(laptop, true).waitFor();
    await expectSound(laptop);
    await button(laptop, 'Nový lístok').click();
    await laptop.getByText('Zamknuté: mení to len facilitátor.').waitFor();
    expect(await laptop.getByRole('textbox', { name: 'Text lístka' }).count()).toBe(0);
    await laptop.getByRole('region', { name: 'Oznámenia' }).getByRole('button', { name: 'Zavrieť' }).click();

    await button(facilitator, 'Nový lístok').click();
    await facilitator.getByRole('textbox', { name: 'Text lístka' }).fill('Zhrnutie facilitátorky');
    await button(facilitator, 'Hotovo').click();
    await noteOf(laptop, 'Zhrnutie facilitátorky').waitFor();

    await lock('Odomknúť rám');
    await frame(laptop, false).waitFor();
    await button(laptop, 'Nový lístok').click();
    await laptop.getByRole('textbox', { name: 'Text lístka' }).waitFor();
    await laptop.keyboard.press('Escape');
  });
});
