import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { DemoCity } from './demo-city.ts';
import { groupNotes, startActivity } from './facilitator.ts';
import { ownCard, writeCard } from './participant.ts';
import { expectSound, startBrowser } from './people.ts';

const FRAME = 'Nápady a riešenia';
const CLUSTERING = 'Triedenie do zhlukov';
const VOTING = 'Hlasovanie bodkami';
const [FIRST, SECOND, LATER] = ['Zastrešiť zastávku pri nemocnici', 'Lavičky v tieni', 'Pitná fontánka na námestí'];

let browser: Browser;
let city: DemoCity;
let facilitator: Page;
let projector: Page;
let phone: Page;
beforeAll(async () => {
  browser = await startBrowser();
  city = await DemoCity.open(browser);
  facilitator = await city.as('facilitator', 'laptop');
  projector = await city.as('facilitator', 'projector');
  phone = await city.as(null, 'phone');
  await facilitator.goto(`${city.app.url}/sessions/${city.places.running}/canvas`);
  await projector.goto(`${city.app.url}/sessions/${city.places.running}/projector`);
  await phone.goto(`${city.app.url}/j#${city.places.code}`);
  await phone.getByRole('textbox', { name: 'Ako vás máme volať?' }).fill('Zuzka');
  await phone.getByRole('button', { name: 'Vstúpiť ako Zuzka' }).click();
  await phone.getByRole('button', { name: 'Preskočiť' }).click();
  await phone.getByRole('textbox', { name: 'Váš lístok' }).waitFor();
});
afterAll(async () => {
  await browser.close();
  await city.stop();
});

const now = () => facilitator.getByRole('region', { name: 'Práve beží' });

test('an activity that was ended by mistake goes on as if nothing had happened, with what was sent meanwhile', async () => {
  await writeCard(phone, FIRST, FRAME);
  await phone.getByLabel('Váš lístok').fill(SECOND);
  await phone.getByRole('radio', { name: FRAME }).check();
  await facilitator.getByRole('button', { name: 'Ukončiť', exact: true }).click();
  await phone.getByText('Písanie sa skončilo').waitFor();
  await now().getByText(/^Aktivita sa skončila\. Ak to bol omyl/).waitFor();
  await phone.getByRole('button', { name: 'Poslať dodatočne' }).click();
  await facilitator.getByRole('region', { name: 'Oneskorené lístky: 1' }).waitFor();
  await expectSound(facilitator);

  await now().getByRole('button', { name: 'Vrátiť späť' }).click();
  await phone.getByText('Písanie sa skončilo').waitFor({ state: 'detached' });
  await phone.getByRole('timer').waitFor();
  await facilitator.getByRole('region', { name: 'Oneskorené lístky: 1' }).waitFor({ state: 'detached' });
  await projector.getByText(SECOND).waitFor();
  await writeCard(phone, LATER, FRAME);
  await ownCard(phone, LATER).getByText('uložený').waitFor();
});

test('a vote that was ended too soon goes on without a time limit; nobody has seen its count', async () => {
  await facilitator.getByRole('button', { name: 'Zoznam' }).click();
  await groupNotes(facilitator, [FIRST], 'Zastávky');
  await groupNotes(facilitator, [SECOND], 'Tieň');
  await startActivity(facilitator, VOTING);
  const add = (option: string) => phone.getByRole('group', { name: option }).getByRole('button', { name: 'Pridať bodku' }).click();
  await add('Zastávky');
  await now().getByText(/^Hlasovalo 1 z/).waitFor();
  await facilitator.getByRole('button', { name: 'Ukončiť hlasovanie' }).click();
  await phone.getByText('Výsledok uvidíte, keď ho facilitátor/ka ukáže.').waitFor();

  await now().getByRole('button', { name: 'Pokračovať v aktivite' }).click();
  const asking = facilitator.getByRole('alertdialog');
  await asking.getByRole('radio', { name: 'Bez časového limitu' }).check();
  await asking.getByText(/Výsledok ešte nikto nevidel/).waitFor();
  await expectSound(facilitator);
  await asking.getByRole('button', { name: 'Pokračovať' }).click();
  await now().getByText('Bez časového limitu').waitFor();
  await add('Tieň');
  await phone.getByText('Všetko je uložené').waitFor();
});

test('its result is shown while the next activity runs, and the hall is led back', async () => {
  await startActivity(facilitator, CLUSTERING);
  await projector.getByRole('heading', { name: CLUSTERING }).waitFor();
  await facilitator.getByRole('button', { name: `Ukázať výsledok: ${VOTING}` }).click();
  const result = projector.getByRole('list', { name: 'Výsledok hlasovania' });
  await result.getByText('Zastávky').waitFor();
  await phone.getByText(`Výsledok hlasovania: ${VOTING}`).click();
  await phone.getByRole('list', { name: 'Výsledok hlasovania' }).waitFor();
  await Promise.all([expectSound(facilitator), expectSound(projector), expectSound(phone)]);
  // now that all know it, nobody votes any more
  expect(await facilitator.getByRole('button', { name: `Pokračovať v aktivite: ${VOTING}` }).count()).toBe(0);

  await facilitator.getByRole('button', { name: 'Späť k aktivite' }).click();
  await result.waitFor({ state: 'detached' });
  await projector.getByRole('heading', { name: CLUSTERING }).waitFor();
});
