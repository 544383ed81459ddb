import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { DemoCity } from './demo-city.ts';
import { groupNotes } from './facilitator.ts';
import { ownCard, writeCard } from './participant.ts';
import { expectFits } from './page-checks.ts';
import { expectSound, startBrowser } from './people.ts';

const FRAME = 'Nápady a riešenia';
const WRITING = 'Čo vieme a čo navrhujeme';
const CLUSTERING = 'Triedenie do zhlukov';
const VOTING = 'Hlasovanie bodkami';
const DRAFT = 'Lavičky v tieni';

let browser: Browser;
let city: DemoCity;
/** The facilitator walks about with her phone; nobody touches the laptop of the projector. */
let facilitator: Page;
let projector: Page;
let zuzka: Page;
let peter: Page;
let newcomer: Page;
beforeAll(async () => {
  browser = await startBrowser();
  city = await DemoCity.open(browser);
  [facilitator, projector, zuzka, peter, newcomer] = await Promise.all([
    city.as('facilitator', 'phone'), city.as('facilitator', 'projector'), city.as(null, 'phone'), city.as(null, 'phone'), city.as(null, 'phone'),
  ]);
  await facilitator.goto(`${city.app.url}/sessions/${city.places.running}/run`);
  await projector.goto(`${city.app.url}/sessions/${city.places.running}/projector`);
  await Promise.all([comeIn(zuzka, 'Zuzka'), comeIn(peter, 'Peter')]);
});
afterAll(async () => {
  await browser.close();
  await city.stop();
});

async function comeIn(phone: Page, name: string): Promise<void> {
  await phone.goto(`${city.app.url}/j#${city.places.code}`);
  await giveName(phone, name);
}
async function giveName(phone: Page, name: string): Promise<void> {
  await phone.getByRole('textbox', { name: 'Ako vás máme volať?' }).fill(name);
  await phone.getByRole('button', { name: `Vstúpiť ako ${name}` }).click();
  await phone.getByRole('button', { name: 'Preskočiť' }).click();
  await composer(phone).waitFor();
}
const composer = (phone: Page) => phone.getByRole('textbox', { name: 'Váš lístok' });
const section = (name: string) => facilitator.getByRole('region', { name, exact: true });
const bar = () => facilitator.getByRole('group', { name: 'Ovládanie stretnutia' });
const hallShows = (title: string) => projector.getByRole('heading', { level: 1, name: title });
const looksAt = (phone: Page, title: string) => phone.getByRole('heading', { level: 1, name: title });

test('everybody is called to look; one goes back to her card and the others stay; a new call brings her again', async () => {
  await composer(zuzka).fill(DRAFT);
  await section('Všetci sem').getByLabel('Čo ukázať').selectOption(FRAME);
  await section('Všetci sem').getByRole('button', { name: 'Ukázať všetkým' }).click();
  await section('Všetci sem').getByText(`Všetci teraz vidia: ${FRAME}`).waitFor();
  await Promise.all([zuzka, peter].map((phone) => looksAt(phone, FRAME).waitFor()));
  expect(await composer(zuzka).isVisible()).toBe(false);
  await hallShows(FRAME).waitFor();
  await Promise.all([expectFits(zuzka), expectFits(facilitator), expectSound(zuzka), expectSound(projector)]);

  await zuzka.getByRole('button', { name: 'Späť k mojej úlohe' }).click();
  expect(await composer(zuzka).inputValue()).toBe(DRAFT);
  await writeCard(zuzka, DRAFT, FRAME);
  await ownCard(zuzka, DRAFT).getByText('uložený').waitFor();
  await zuzka.getByText(`Všetci sa pozerajú na: ${FRAME}`).waitFor();
  // her card has changed the room on every screen, and called neither her back nor anybody away
  await looksAt(peter, FRAME).waitFor();
  await Promise.all([peter, projector].map((screen) => screen.getByText(DRAFT).waitFor()));
  expect(await composer(peter).isVisible()).toBe(false);

  await section('Všetci sem').getByLabel('Čo ukázať').selectOption('celá tabuľa');
  await section('Všetci sem').getByRole('button', { name: 'Ukázať všetkým' }).click();
  await Promise.all([zuzka, peter].map((phone) => looksAt(phone, 'Celá tabuľa').waitFor()));
  await hallShows('Celá tabuľa').waitFor();
  expect(await composer(zuzka).isVisible()).toBe(false);
  await section('Všetci sem').getByRole('button', { name: 'Skončiť ukazovanie' }).click();
  await Promise.all([zuzka, peter].map((phone) => composer(phone).waitFor()));
  await hallShows(WRITING).waitFor();
});

test('behind a closed door a newcomer is told whom to ask, people inside go on, and once it is open she gets in', async () => {
  await section('Vstup').getByRole('button', { name: 'Zatvoriť vstup' }).click();
  await section('Vstup').getByText('zatvorený', { exact: true }).waitFor();
  await newcomer.goto(`${city.app.url}/j#${city.places.code}`);
  await newcomer.getByText('Vstup je teraz zatvorený. Povedzte o tom tomu, kto stretnutie vedie.').waitFor();
  await Promise.all([expectFits(newcomer), expectSound(newcomer)]);
  await peter.reload();
  await writeCard(peter, 'Pitná fontánka', FRAME);
  await ownCard(peter, 'Pitná fontánka').getByText('uložený').waitFor();

  await section('Vstup').getByRole('button', { name: 'Otvoriť vstup' }).click();
  await section('Vstup').getByText('otvorený', { exact: true }).waitFor();
  await newcomer.getByRole('textbox').fill(city.places.code);
  await newcomer.getByRole('button', { name: 'Pokračovať' }).click();
  await giveName(newcomer, 'Nina');
});

test('whoever is asked to leave is out at once and does not come in again with the code; the others notice nothing', async () => {
  await section('Ľudia').locator('summary').first().click();
  await section('Ľudia').getByRole('button', { name: 'Odobrať: Nina' }).click();
  await facilitator.getByRole('alertdialog').getByRole('button', { name: 'Odobrať' }).click();
  await newcomer.getByText('Zo stretnutia vás odhlásili.').waitFor();
  await Promise.all([expectFits(newcomer), expectSound(newcomer)]);
  await newcomer.goto('about:blank');
  await newcomer.goto(`${city.app.url}/j#${city.places.code}`);
  await newcomer.getByText('Zo stretnutia vás odhlásili.').waitFor();
  expect(await composer(zuzka).isVisible()).toBe(true);
});

test('from her phone she stops the time, goes on to the next activity and shows a result; the projector follows', async () => {
  await bar().getByRole('button', { name: 'Pauza' }).click();
  await projector.getByText('Pauza', { exact: true }).waitFor();
  await bar().getByRole('button', { name: 'Pokračovať' }).click();
  await projector.getByText('Pauza', { exact: true }).waitFor({ state: 'detached' });

  await bar().getByRole('button', { name: `Ďalej: ${CLUSTERING}` }).click();
  await projector.getByRole('heading', { name: CLUSTERING }).waitFor();
  // her colleague groups at the laptop meanwhile, so that there is something to vote on
  const laptop = await city.as('facilitator', 'laptop');
  await laptop.goto(`${city.app.url}/sessions/${city.places.running}/canvas`);
  await laptop.getByRole('button', { name: 'Zoznam' }).click();
  await groupNotes(laptop, [DRAFT], 'Tieň');
  await bar().getByRole('button', { name: `Ďalej: ${VOTING}` }).click();
  await projector.getByRole('heading', { name: VOTING }).waitFor();
  await zuzka.getByRole('button', { name: 'Pridať bodku' }).first().click();
  await zuzka.getByText('Všetko je uložené').waitFor();
  await bar().getByRole('button', { name: 'Ukončiť' }).click();
  await bar().getByRole('button', { name: 'Ukázať výsledok' }).waitFor();
  expect(await projector.getByRole('list', { name: 'Výsledok hlasovania' }).count()).toBe(0);
  await bar().getByRole('button', { name: 'Ukázať výsledok' }).click();
  await projector.getByRole('list', { name: 'Výsledok hlasovania' }).waitFor();
  await expectFits(facilitator);
  await expectSound(facilitator);
});
