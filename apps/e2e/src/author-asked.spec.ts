import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { DemoCity } from './demo-city.ts';
import { expectFits } from './page-checks.ts';
import { expectSound, startBrowser } from './people.ts';

const WORDS = 'Chcel by som vidieť, koľko energie míňa škola, do ktorej chodia moje deti.';
const CHAIRS_QUESTION = 'Ktorá škola to je, a stačil by vám údaj raz za mesiac?';
const MEMBERS_QUESTION = 'A kde by ste ten údaj hľadali: na webe školy, alebo na webe mesta?';

let browser: Browser;
let city: DemoCity;
let member: Page;
let guest: Page;
let officer: Page;
beforeAll(async () => {
  browser = await startBrowser();
  city = await DemoCity.open(browser);
  [member, guest, officer] = await Promise.all([city.as('commission-member', 'tablet'), city.as(null, 'phone'), city.as('officer', 'laptop')]);
});
afterAll(async () => {
  await browser.close();
  await city.stop();
});

const sound = async (page: Page) => {
  await expectSound(page);
  await expectFits(page);
};
/** The questions of the second recommendation, as the commission reads them. */
const asked = () => member.getByRole('region', { name: 'Otázky k odporúčaniu 2', exact: true });

describe('a commission asks whoever wrote a note, who has nothing but her receipt', () => {
  test('the office sees that it waits for an author, which body asked and about what, not who the author is', async () => {
    await officer.goto(`${city.app.url}/overview`);
    await officer.getByRole('row').filter({ hasText: 'Energetická udržateľnosť mesta' }).getByRole('link', { name: 'Odpoveď autora na otázku: 1' }).click();
    const waiting = officer.getByRole('main').getByRole('listitem').filter({ hasText: 'Objednať štúdiu troch striech' });
    await waiting.getByText(/^pýta sa Komisia životného prostredia/).waitFor();
    await sound(officer);
    await waiting.getByRole('link').click();
    await officer.getByText(CHAIRS_QUESTION).waitFor();
  });

  test('she answers on her phone, by her receipt', async () => {
    await openReceipt();
    await answer(CHAIRS_QUESTION, 'Škola na Moskovskej. Raz za mesiac mi stačí.');
    await sound(guest);
  });

  test('a member reads it in place, and asks on', async () => {
    await member.goto(`${city.app.url}/referrals/${city.places.referral}`);
    await asked().getByText('Škola na Moskovskej. Raz za mesiac mi stačí.').waitFor();
    await asked().getByRole('button', { name: /^Spýtať sa/ }).click();
    const dialog = member.getByRole('dialog');
    await dialog.getByRole('radio', { name: 'Autora slov' }).check();
    await dialog.getByRole('radio', { name: WORDS }).check();
    await dialog.getByRole('textbox').fill(MEMBERS_QUESTION);
    await sound(member);
    await dialog.getByRole('button', { name: 'Položiť otázku' }).click();
    await asked().getByText(MEMBERS_QUESTION).waitFor();
    await sound(member);
  });

  test('she answers that too, the member reads it there, and nothing waits for an author any more', async () => {
    await openReceipt();
    await answer(MEMBERS_QUESTION, 'Na webe mesta, všetky školy na jednom mieste.');
    await member.reload();
    await asked().getByText('Na webe mesta, všetky školy na jednom mieste.').waitFor();
    await sound(member);
        await officer.goto(`${city.app.url}/overview`);
    await officer.getByRole('row').filter({ hasText: 'Energetická udržateľnosť mesta' }).waitFor();
    expect(await officer.getByRole('link', { name: /^Odpoveď autora na otázku/ }).count()).toBe(0);
  });
});

/** By its link, anew each time: the secret is taken out of the address and kept nowhere. */
async function openReceipt(): Promise<void> {
  await guest.goto('about:blank');
  await guest.goto(`${city.app.url}${/\/r#\S+/.exec(city.app.output())![0]}`);
}

async function answer(question: string, words: string): Promise<void> {
  const asks = guest.getByRole('article').filter({ hasText: question });
  await asks.getByRole('textbox').fill(words);
  await sound(guest);
  await asks.getByRole('button', { name: 'Poslať odpoveď' }).click();
  await asks.getByRole('button', { name: 'Uložiť opravu' }).waitFor();
}
