import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { CountedActions } from './counted-actions.ts';
import { DemoCity } from './demo-city.ts';
import { eventually } from './eventually.ts';
import { expectFits } from './page-checks.ts';
import { expectSound, startBrowser } from './people.ts';

let browser: Browser;
let city: DemoCity;
let tablet: Page;
beforeAll(async () => {
  browser = await startBrowser();
  city = await DemoCity.open(browser);
});
afterAll(async () => {
  await browser.close();
  await city.stop();
});

/** Where a letter leads that tells a member of the referral, as it lies in the outbox. */
async function linkOfLetter(): Promise<string> {
  const administrator = await city.as('administrator', 'laptop');
  const { items } = (await (await administrator.context().request.get(`${city.app.url}/api/mails?limit=100`)).json()) as { items: { body: string | null }[] };
  await administrator.context().close();
  const link = items.map(({ body }) => /https?:\/\/\S+\/referrals\/\S+/.exec(body ?? '')?.[0]).find((found) => found?.endsWith(city.places.referral));
  if (!link) throw new Error('no letter leads to the referral');
  return new URL(link).pathname;
}

test('a member of a commission comes from her letter to a position given, signing in on the way, in at most 8 actions', async () => {
  const link = await linkOfLetter();
  tablet = await city.as(null, 'tablet');
  // opening the letter's link is the first
  const counted = await CountedActions.at(tablet, `${city.app.url}${link}`);
  const { page } = counted;
  await page.getByRole('main').getByRole('link', { name: 'Prihlásiť sa' }).click();
  await page.getByRole('button', { name: /členka komisie|člen komisie/i }).click();
  await page.getByRole('region', { name: /^Stanoviská členov k odporúčaniu/ }).first().waitFor();
  await expectSound(tablet);
  await expectFits(tablet);
  const positions = page.getByRole('region', { name: /^Stanoviská členov k odporúčaniu/ }).filter({ has: page.getByRole('button', { name: 'Dať stanovisko' }) }).first();
  await positions.getByRole('radio', { name: 'Podporujem', exact: true }).check();
  await positions.getByLabel('Dôvod').fill('Školy potrebujú nižšie účty.');
  await positions.getByRole('button', { name: 'Dať stanovisko' }).click();
  await page.getByText('Školy potrebujú nižšie účty.', { exact: true }).first().waitFor();
  await expectSound(tablet);
  await expectFits(tablet);
  expect(['open the link', ...counted.done].length).toBeLessThanOrEqual(8);
});

/** What lies on this device: the dossiers it keeps, and what she wrote that is still on its way. */
const onDevice = (page: Page) =>
  page.evaluate(async () => {
    const answer = <Value>(request: IDBRequest<Value>) => new Promise<Value>((done, failed) => Object.assign(request, { onsuccess: () => done(request.result), onerror: () => failed(new Error('storage refused')) }));
    const keys = async (name: string, store: string) => {
      const db = await answer(indexedDB.open(name));
      const found = db.objectStoreNames.contains(store) ? await answer(db.transaction(store).objectStore(store).getAllKeys()) : [];
      db.close();
      return found.map(String);
    };
    return { copies: (await keys('spolu-copies', 'copies')).filter((key) => key.includes(',')).length, written: (await keys('spolu-desk', 'entries')).filter((key) => key.startsWith('entry:')).length };
  });

const recommendation = (page: Page, number: number) => page.getByRole('article').filter({ has: page.getByRole('heading', { level: 2, name: new RegExp(`^${number}\\.`) }) });

describe('the same dossier in a meeting room without a network', () => {
  let address: string;
  /** The recommendation she has not spoken on, by its number. */
  const OPEN = 2;

  test('is kept on the tablet when she asks for it, with its size and its days', async () => {
    address = tablet.url();
    await tablet.getByRole('button', { name: 'Uložiť do zariadenia' }).click();
    await tablet.getByText(/^Stav k .*, \d+ kB, zmaže sa /).waitFor({ timeout: 60_000 });
    expect(await onDevice(tablet)).toEqual({ copies: 2, written: 0 });
    await expectSound(tablet);
  });

  test('is read there with everything it stands on, and her own position and note', async () => {
    const first = recommendation(tablet, 1);
    await first.getByText('Moja súkromná poznámka').click();
    await first.getByLabel('Poznámka k odporúčaniu 1').fill('Spýtať sa na náklady.');
    await first.getByRole('button', { name: 'Uložiť poznámku' }).click();
    await tablet.getByText('Poznámka k odporúčaniu 1 je uložená.').waitFor();
    await city.app.kill();
    await tablet.goto(address);
    await tablet.getByText(/^Ste bez siete\. Čítate stav k \d/).waitFor({ timeout: 60_000 });
    expect(await first.getByLabel('Poznámka k odporúčaniu 1').inputValue()).toBe('Spýtať sa na náklady.');
    await first.getByText('Školy potrebujú nižšie účty.', { exact: true }).first().waitFor();
    await first.locator('summary').filter({ hasText: 'Na čom stojí' }).click();
    await first.getByRole('heading', { level: 4 }).first().waitFor();
    await expectSound(tablet);
    await expectFits(tablet);
  });

  test('what she writes waits on the tablet through a reload, and her desk leads back to it', async () => {
    const positions = tablet.getByRole('region', { name: `Stanoviská členov k odporúčaniu ${OPEN}` });
    await positions.getByRole('radio', { name: 'Podporujem so zmenami' }).check();
    await positions.getByLabel('Dôvod').fill('Napísané bez siete.');
    await positions.getByRole('button', { name: 'Dať stanovisko' }).click();
    await positions.getByText('Čaká v zariadení na odoslanie').waitFor();
    await tablet.goto(`${city.app.url}/desk`);
    await tablet.getByText('1 vec čaká v zariadení na odoslanie.').waitFor({ timeout: 60_000 });
    await expectSound(tablet);
    await tablet.getByRole('main').getByRole('listitem').getByRole('link').first().click();
    await positions.getByText('Napísané bez siete.').waitFor();
    await positions.getByText('Čaká v zariadení na odoslanie').waitFor();
  });

  test('is sent once when the server is back', async () => {
    const sent: string[] = [];
    tablet.on('request', (request) => request.method() === 'PUT' && request.url().endsWith('/position') && sent.push(request.headers()['idempotency-key'] ?? ''));
    await city.app.restart();
    await tablet.getByText('Všetko, čo čakalo v zariadení, je odoslané.').waitFor({ timeout: 60_000 });
    const positions = tablet.getByRole('region', { name: `Stanoviská členov k odporúčaniu ${OPEN}` });
    await positions.getByText('Napísané bez siete.').first().waitFor();
    const { items } = (await (await tablet.context().request.get(`${city.app.url}/api/referrals/${city.places.referral}`)).json()) as { items: { myPosition: { reason: string } | null }[] };
    expect(items.filter(({ myPosition }) => myPosition?.reason === 'Napísané bez siete.')).toHaveLength(1);
    expect(new Set(sent).size).toBe(1);
    expect(await onDevice(tablet)).toEqual({ copies: 2, written: 0 });
  });

  test('SEC-10: a sign-out leaves nothing of it on the tablet', async () => {
    await tablet.getByRole('button', { name: /^Môj účet/ }).click();
    await tablet.getByRole('menuitem', { name: 'Odhlásiť sa' }).click();
    await tablet.getByRole('link', { name: 'Prihlásiť sa' }).first().waitFor();
    await eventually(async () => expect(await onDevice(tablet)).toEqual({ copies: 0, written: 0 }));
    await city.app.kill();
    await tablet.goto(address);
    await tablet.getByText(/Nedá sa spojiť so serverom/).waitFor({ timeout: 60_000 });
    expect(await tablet.getByText('Napísané bez siete.').count()).toBe(0);
  });
});
