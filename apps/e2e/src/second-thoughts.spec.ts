import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { typeDay } from './commission.ts';
import { DemoCity } from './demo-city.ts';
import { eventually } from './eventually.ts';
import { groupNotes, startActivity } from './facilitator.ts';
import { enter } from './keyboard.ts';
import { ownCard, writeCard } from './participant.ts';
import { expectSound, startBrowser } from './people.ts';
import { unzip } from './unzip.ts';

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

const SUMMARY = 'Najprv tieň na zastávkach, potom fontánka.';
const [TASK, OWNER, NOTE] = ['Obhliadka zastávky pri nemocnici', 'Odbor dopravy', 'Prišlo viac ľudí ako minule.'];

test('before people leave they say whether the summary is what they meant', async () => {
  await facilitator.getByText('Zhrnutie pred odchodom').click();
  await facilitator.getByRole('textbox', { name: 'Zhrnutie' }).fill(SUMMARY);
  await facilitator.getByRole('button', { name: 'Poslať na telefóny' }).click();
  await phone.getByText(SUMMARY).waitFor();
  await phone.getByRole('button', { name: 'Nie celkom' }).click();
  await phone.getByLabel('Čo zhrnutiu chýba?').fill('Lavičky.');
  await phone.getByRole('button', { name: 'Odoslať', exact: true }).click();
  await phone.getByText('Povedali ste: nie celkom.').waitFor();
  await facilitator.getByText(/Nie celkom: 1/).waitFor();
  await facilitator.getByRole('button', { name: 'Skončiť stretnutie' }).click();
  await facilitator.getByRole('alertdialog').getByRole('button', { name: 'Skončiť stretnutie' }).click();
  await facilitator.waitForURL('**/report');
});

test('two people write the report at once: moved by keyboard, hidden, commented on, with a task; its files have all that', async () => {
  const report = `${city.app.url}/sessions/${city.places.running}/report`;
  const other = await city.as('administrator', 'laptop');
  for (const page of [facilitator, other]) await page.goto(`${report}/edit`);
  const stored = async () => JSON.stringify(await (await other.context().request.get(`${city.app.url}/api/sessions/${city.places.running}/report-draft`)).json());
  const isStored = (...words: string[]) => eventually(async () => { for (const said of words) expect(await stored()).toContain(said); });

  await facilitator.getByRole('button', { name: 'Pridať blok' }).first().click();
  await facilitator.getByRole('menuitem', { name: 'Úlohy' }).click();
  await facilitator.getByRole('textbox', { name: 'Úloha', exact: true }).fill(TASK);
  await facilitator.getByRole('textbox', { name: /^Kto/ }).fill(OWNER);
  await typeDay(facilitator.getByRole('listitem', { name: 'Úlohy' }), /^Dokedy/, new Date(2027, 0, 15));

  await other.getByRole('button', { name: 'Poznámka k bloku Účasť' }).click();
  await other.getByRole('textbox', { name: /^Poznámka/ }).fill(NOTE);
  await isStored(TASK, OWNER, '2027-01-15', NOTE);
  const keys = async () => (JSON.parse(await stored()) as { blocks: { key: string }[] }).blocks.map(({ key }) => key);
  // what stands above is seen by both
  await other.getByRole('listitem', { name: 'Úlohy' }).waitFor();
  const before = await keys();
  await enter(other, other.getByRole('button', { name: 'Posunúť vyššie: Účasť' }), { key: 'Shift+Tab' });
  await eventually(async () => expect((await keys()).indexOf('participation')).toBe(before.indexOf('participation') - 1));
  await facilitator.getByRole('button', { name: 'Skryť: Čísla' }).click();
  await isStored('"key":"figures","content":{"kind":"figures"},"hidden":true');
  // each sees what the other one did
  await other.getByRole('button', { name: 'Ukázať: Čísla' }).waitFor();
  await facilitator.getByText(NOTE).waitFor();
  await Promise.all([expectSound(facilitator), expectSound(other)]);

  const take = async (format: string) => {
    await facilitator.getByRole('button', { name: 'Stiahnuť' }).click();
    const [file] = await Promise.all([facilitator.waitForEvent('download'), facilitator.getByRole('menuitem', { name: format }).click()]);
    return unzip(await readFile(await file.path()));
  };
  const wordsOf = (document: Buffer) => document.toString().replaceAll(/<[^>]+>/g, ' ');
  const written = wordsOf((await take('Dokument (DOCX)')).get('word/document.xml')!);
  for (const said of [TASK, OWNER, '15. januára 2027', NOTE, SUMMARY, 'Lavičky.', 'Zastávky']) expect(written).toContain(said);
  expect(written).not.toContain('V skratke');
  const archive = await take('Všetko v archíve (ZIP)');
  expect(archive.get('actions.csv')!.toString()).toContain(`"${TASK}";"${OWNER}";"2027-01-15"`);
  expect(wordsOf(unzip(archive.get('Správa zo stretnutia.docx')!).get('word/document.xml')!)).toContain(TASK);

  const publish = facilitator.getByRole('button', { name: 'Zverejniť' });
  await publish.click();
  await facilitator.getByRole('alertdialog').getByRole('button', { name: 'Zverejniť' }).click();
  await facilitator.getByText(/^Čitatelia vidia presne toto/).waitFor();
  await phone.goto(report);
  for (const said of [TASK, OWNER, NOTE, SUMMARY, 'Lavičky.']) await phone.getByText(said).first().waitFor();
  expect(await phone.getByText('V skratke').count()).toBe(0);
  await expectSound(phone);
});
