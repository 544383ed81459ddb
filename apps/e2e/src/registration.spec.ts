import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { DemoCity } from './demo-city.ts';
import { eventually } from './eventually.ts';
import { expectSound, startBrowser } from './people.ts';
import { readQr } from './read-qr.ts';

let browser: Browser;
let city: DemoCity;
let facilitator: Page;
beforeAll(async () => {
  browser = await startBrowser();
  city = await DemoCity.open(browser);
  facilitator = await city.as('facilitator', 'laptop');
});
afterAll(async () => {
  await browser.close();
  await city.stop();
});

const fill = (page: Page, field: string | RegExp, value: string) => page.getByRole('textbox', { name: field }).fill(value);
/** How many sheets a printer would give out. */
const sheetsOf = async (page: Page) => [...(await page.pdf({ preferCSSPageSize: true })).toString('latin1').matchAll(/\/Type\s*\/Page\b/g)].length;
const expectCount = (those: Locator, count: number) => eventually(async () => expect(await those.count()).toBe(count));
const guest = (page: Page, name: string) => page.getByRole('region', { name: 'Vchod' }).getByRole('listitem').filter({ hasText: name });

async function signUp(name: string, waits = false): Promise<{ phone: Page; link: string }> {
  const phone = await city.as(null, 'phone');
  await phone.goto(`${city.app.url}/sessions/${city.places.ready}/registration`);
  await fill(phone, 'Meno alebo prezývka', name);
  await phone.getByRole('button', { name: waits ? 'Zapísať sa medzi čakajúcich' : 'Prihlásiť sa' }).click();
  await phone.getByRole('heading', { name: waits ? 'Ste medzi čakajúcimi' : 'Ste prihlásení' }).waitFor();
  return { phone, link: await phone.getByRole('textbox', { name: 'Odkaz na vaše prihlásenie' }).inputValue() };
}

test('people sign up without an account, one cancels and the next moves up, and the door lets in who came', async () => {
  await facilitator.goto(`${city.app.url}/sessions/${city.places.ready}`);
  await facilitator.getByRole('link', { name: 'Prihlásení a vchod' }).click();
  await facilitator.getByRole('button', { name: 'Upraviť prihlasovanie' }).click();
  await facilitator.getByRole('checkbox', { name: 'Ľudia sa môžu prihlasovať' }).check();
  await facilitator.getByRole('textbox', { name: 'Počet miest' }).fill('1');
  await fill(facilitator, /^Pre koho je stretnutie/, 'Pre susedov zo Sásovej.');
  await facilitator.getByRole('button', { name: 'Uložiť', exact: true }).click();
  await facilitator.getByText('Prihlasovanie je otvorené').waitFor();
  await expectSound(facilitator);

  const first = await signUp('Žofia Nováková');
  await expectSound(first.phone);
  const second = await signUp('Borys Коваль', true);

  // her link opens it on whatever device, and gives the seat back
  await second.phone.goto('about:blank');
  await first.phone.goto('about:blank');
  await first.phone.goto(first.link);
  await first.phone.getByText('Ste prihlásení, miesto je vaše').waitFor();
  expect(new URL(first.phone.url()).hash).toBe('');
  await expectSound(first.phone);
  await first.phone.getByRole('button', { name: 'Zrušiť prihlásenie' }).click();
  await first.phone.getByRole('alertdialog').getByRole('button', { name: 'Zrušiť prihlásenie' }).click();
  await first.phone.getByText('Zrušené', { exact: true }).waitFor();
  await second.phone.goto(second.link);
  await second.phone.getByText('Ste prihlásení, miesto je vaše').waitFor();

  // the door: found by a part of the name, ticked, and one who did not sign up
  const helper = await city.as('facilitator', 'phone');
  await helper.goto(`${city.app.url}/sessions/${city.places.ready}/registrations`);
  await helper.getByRole('searchbox', { name: 'Hľadať podľa mena' }).fill('bor');
  await guest(helper, 'Borys Коваль').getByRole('checkbox').check();
  await expectSound(helper);
  await helper.getByRole('searchbox', { name: 'Hľadať podľa mena' }).fill('Náhodná');
  await helper.getByRole('button', { name: 'Niekto bez prihlásenia' }).click();
  await helper.getByRole('button', { name: 'Je tu' }).click();
  await guest(helper, 'Náhodná').getByText('bez prihlásenia').waitFor();

  // the other helper's screen learns of it by itself
  await facilitator.getByRole('region', { name: 'Vchod' }).getByRole('checkbox', { name: 'Náhodná', checked: true }).waitFor();
  await facilitator.getByRole('region', { name: 'Vchod' }).getByRole('checkbox', { name: 'Borys Коваль', checked: true }).waitFor();
});

test('a printed poster leads to the page of the session, and each table\'s card into the room, one on a sheet', async () => {
  const { ready, running, code } = city.places;
  // What phones in the hall reach; here the server's own address stands for it.
  const { publicUrl } = (await (await fetch(`${city.app.url}/api/installation`)).json()) as { publicUrl: string };
  const here = (address: string) => address.replace(publicUrl, city.app.url);
  await facilitator.goto(`${city.app.url}/sessions/${ready}/registrations`);
  await facilitator.getByRole('link', { name: 'Plagát a stolové kartičky' }).click();
  const poster = await readQr(facilitator.getByRole('img', { name: 'QR kód stránky stretnutia' }));
  expect(poster).toBe(`${publicUrl}/sessions/${ready}/registration`);
  await expectSound(facilitator);
  expect(await sheetsOf(facilitator)).toBe(1);
  const reader = await city.as(null, 'phone');
  await reader.goto(here(poster));
  await reader.getByRole('textbox', { name: 'Meno alebo prezývka' }).waitFor();

  await facilitator.goto(`${city.app.url}/sessions/${running}/paper`);
  await facilitator.getByText('Stolové kartičky', { exact: true }).click();
  await facilitator.getByRole('textbox', { name: 'Počet stolov' }).fill('3');
  await facilitator.keyboard.press('Tab');
  const tents = facilitator.getByRole('article');
  await expectCount(tents, 3);
  expect(await tents.locator('.paper-half:not([aria-hidden]) .paper-table').allInnerTexts()).toEqual(['Stôl 1', 'Stôl 2', 'Stôl 3']);
  const codes = tents.locator('.paper-qr');
  expect(new Set(await codes.locator('path').evaluateAll((paths) => paths.map((path) => path.getAttribute('d')))).size).toBe(1);
  expect(await codes.count()).toBe(6);
  const room = await readQr(codes.last());
  expect(room).toBe(`${publicUrl}/j#${code}`);
  await expectSound(facilitator);
  expect(await sheetsOf(facilitator)).toBe(3);
  await reader.goto('about:blank');
  await reader.goto(here(room));
  await reader.getByRole('textbox', { name: 'Ako vás máme volať?' }).waitFor();
});

test('a guest writes an idea on a phone, sees what is similar, reloads in the middle without losing a letter, and opens her receipt', async () => {
  const { process, idea } = city.places;
  const officer = await city.as('officer', 'laptop');
  await officer.goto(`${city.app.url}/processes/${process}/idea-intake`);
  await officer.getByText('Keď si ho niekto prečíta').click();
  await officer.getByRole('button', { name: 'Uložiť' }).click();
  await officer.getByText('Nastavenie je uložené.').first().waitFor();
  await officer.goto(`${city.app.url}/ideas/${idea}`);
  const similar = await officer.getByRole('heading', { level: 1 }).innerText();
  const title = `${similar} aj u nás`;

  const phone = await city.as(null, 'phone');
  await phone.goto(`${city.app.url}/processes/${process}`);
  await phone.getByRole('link', { name: 'Pridať nápad' }).click();
  await fill(phone, /^Názov nápadu/, title);
  await phone.getByRole('link', { name: similar, exact: true }).waitFor();
  await expectSound(phone);
  await phone.reload();
  await phone.getByText('Pokračujete v nápade, ktorý ste tu rozpísali a neposlali.').waitFor();
  expect(await phone.getByRole('textbox', { name: /^Názov nápadu/ }).inputValue()).toBe(title);
  await phone.getByRole('button', { name: 'Poslať nápad' }).click();
  await phone.getByRole('heading', { name: 'Nápad je uložený' }).waitFor();
  await expectSound(phone);
  await phone.getByRole('link', { name: 'Otvoriť potvrdenie' }).click();
  await phone.getByText('Do tohto procesu ste poslali 1 príspevok.').waitFor();
  await phone.getByText(title, { exact: true }).first().waitFor();
  expect(new URL(phone.url()).hash).toBe('');

  // it waits for somebody's look: the people of the process find it, and let it be seen
  await officer.goto(`${city.app.url}/processes/${process}/idea-intake`);
  await officer.getByRole('link', { name: title, exact: true }).click();
  await officer.getByRole('button', { name: 'Zverejniť nápad' }).click();
  await officer.getByText('Nápad ešte nevidia ostatní').waitFor({ state: 'detached' });
  await phone.goto(`${city.app.url}/processes/${process}/ideas?search=${encodeURIComponent('aj u nás')}`);
  await phone.getByRole('link', { name: title, exact: true }).waitFor();
});
