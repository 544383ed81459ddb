import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { DemoCity } from './demo-city.ts';
import { expectSound, startBrowser } from './people.ts';

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

  await facilitator.getByRole('link', { name: 'Plagát a stolové kartičky' }).click();
  await facilitator.getByRole('img', { name: 'QR kód stránky stretnutia' }).waitFor();
  await expectSound(facilitator);
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
