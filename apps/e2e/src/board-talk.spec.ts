import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { DemoCity } from './demo-city.ts';
import { eventually } from './eventually.ts';
import { expectSound, startBrowser } from './people.ts';

/** A facilitator at the plane on her laptop and a resident at the list on his phone talk about one note. */
let browser: Browser;
let city: DemoCity;
let laptop: Page;
let phone: Page;
const NOTE = 'Návratnosť investícií';
const board = (page: Page) => page.getByRole('group', { name: /^Tabuľa:/ });
const thread = (page: Page) => page.getByRole('dialog', { name: /^Komentáre/ });
const comments = (page: Page) => thread(page).getByRole('list', { name: 'Komentáre od najstaršieho' }).getByRole('listitem');
const reaction = (page: Page, name: string) => thread(page).getByRole('group', { name: 'Reakcie' }).getByRole('button', { name });
const note = () => laptop.getByRole('article', { name: new RegExp(`^${NOTE}`) });
const line = () => phone.getByRole('listitem').filter({ hasText: NOTE });

beforeAll(async () => {
  browser = await startBrowser();
  city = await DemoCity.open(browser);
  [laptop, phone] = await Promise.all([city.as('facilitator', 'laptop'), city.as(null, 'phone')]);
  await phone.goto(`${city.app.url}/j#${city.places.code}`);
  await phone.getByRole('textbox', { name: 'Ako vás máme volať?' }).fill('Milan');
  await phone.getByRole('button', { name: 'Vstúpiť ako Milan' }).click();
  await phone.getByRole('button', { name: 'Preskočiť' }).click();
  await phone.getByRole('textbox', { name: 'Váš lístok' }).waitFor();
  for (const page of [laptop, phone]) {
    await page.goto(`${city.app.url}/sessions/${city.places.running}/canvas`);
  }
  await board(laptop).waitFor();
  // a phone begins with the list
  await line().waitFor();
});
afterAll(async () => {
  await browser.close();
  await city.stop();
});

async function openOnPhone() {
  await line().getByRole('button', { name: /^Viac:/ }).click();
  await phone.getByRole('menuitem', { name: /^Komentáre/ }).click();
  await thread(phone).waitFor();
}
async function write(page: Page, text: string) {
  await thread(page).getByLabel('Váš komentár').fill(text);
  await thread(page).getByRole('button', { name: 'Pridať komentár' }).click();
  await comments(page).filter({ hasText: text }).waitFor();
}
const close = (page: Page) => thread(page).getByRole('button', { name: 'Zavrieť' }).click();

test('he comments from the list; at her plane the note says so, and she reads it by keyboard alone', async () => {
  await openOnPhone();
  await write(phone, 'A čo dotácie z eurofondov?');
  expect(await thread(phone).getByLabel('Váš komentár').inputValue()).toBe('');
  await eventually(async () => expect(await note().getAttribute('aria-label')).toContain('1 komentár'));
  await note().focus();
  await laptop.keyboard.press('k');
  const [first] = [comments(laptop).first()];
  await first.waitFor();
  expect(await first.textContent()).toContain('Milan');
  await thread(laptop).getByLabel('Váš komentár').fill('Zistíme do piatka.');
  await laptop.keyboard.press('Control+Enter');
  // His thread is open: it comes to him by itself.
  await comments(phone).filter({ hasText: 'Zistíme do piatka.' }).waitFor();
  await eventually(async () => expect(await note().getAttribute('aria-label')).toContain('2 komentáre'));
});

test('a reaction counts at once on one screen and soon on the other, and can be taken back', async () => {
  await reaction(phone, 'Dobrý nápad, 0').tap();
  await reaction(phone, 'Dobrý nápad, 1').waitFor();
  await reaction(laptop, 'Dobrý nápad, 1').waitFor();
  expect(await reaction(laptop, 'Dobrý nápad, 1').getAttribute('aria-pressed')).toBe('false');
  await reaction(laptop, 'Dobrý nápad, 1').press('Space');
  await reaction(phone, 'Dobrý nápad, 2').waitFor();
  await reaction(phone, 'Dobrý nápad, 2').tap();
  await reaction(laptop, 'Dobrý nápad, 1').waitFor();
  await eventually(async () => expect(await reaction(phone, 'Dobrý nápad, 1').getAttribute('aria-pressed')).toBe('false'));
});

test('the thread breaks no rule of accessibility on either screen', async () => {
  await expectSound(phone);
  await expectSound(laptop);
});

test('without a network his words stay, and go when it is back', async () => {
  await phone.context().setOffline(true);
  await thread(phone).getByLabel('Váš komentár').fill('Slová, ktoré sa nestratia');
  await thread(phone).getByRole('button', { name: 'Pridať komentár' }).click();
  await thread(phone).getByRole('alert').waitFor();
  expect(await thread(phone).getByLabel('Váš komentár').inputValue()).toBe('Slová, ktoré sa nestratia');
  await phone.context().setOffline(false);
  // Another try goes out as soon as the device has a way out again.
  await eventually(async () => {
    if ((await comments(phone).filter({ hasText: 'Slová, ktoré sa nestratia' }).count()) === 0) await thread(phone).getByRole('button', { name: 'Pridať komentár' }).click();
    expect(await comments(phone).filter({ hasText: 'Slová, ktoré sa nestratia' }).count()).toBe(1);
  });
  await comments(laptop).filter({ hasText: 'Slová, ktoré sa nestratia' }).waitFor();
});

test('he takes away his own only, she anybody’s; a settled thread says so to both', async () => {
  expect(await comments(phone).filter({ hasText: 'Zistíme do piatka.' }).getByRole('button').count()).toBe(0);
  await comments(phone).filter({ hasText: 'Slová, ktoré sa nestratia' }).getByRole('button', { name: /^Odstrániť komentár/ }).tap();
  await phone.getByRole('alertdialog').getByRole('button', { name: 'Odstrániť' }).tap();
  await comments(laptop).filter({ hasText: 'Slová, ktoré sa nestratia' }).waitFor({ state: 'detached' });
  await comments(laptop).filter({ hasText: 'eurofondov' }).getByRole('button', { name: /^Odstrániť komentár/ }).click();
  await laptop.getByRole('alertdialog').getByRole('button', { name: 'Odstrániť' }).click();
  await comments(phone).filter({ hasText: 'eurofondov' }).waitFor({ state: 'detached' });
  await thread(laptop).getByRole('button', { name: 'Označiť ako vyriešené' }).click();
  await thread(phone).getByText('Táto diskusia je vyriešená.').waitFor();
  await Promise.all([close(phone), close(laptop)]);
  await line().getByText('1 komentár, vyriešené').waitFor();
});

test('what goes from the board takes its thread along, and brings it back', async () => {
  await note().focus();
  await laptop.keyboard.press('Delete');
  await line().waitFor({ state: 'detached' });
  await board(laptop).press('Control+z');
  await line().getByText('1 komentár, vyriešené').waitFor();
  await openOnPhone();
  await comments(phone).filter({ hasText: 'Zistíme do piatka.' }).waitFor();
});
