import { join } from 'node:path';
import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { command, DemoCity } from './demo-city.ts';
import { expectFits } from './page-checks.ts';
import { expectSound, startBrowser } from './people.ts';
import { storyOf } from './story.ts';

/** Where the screens are kept to be looked at; left out: nowhere. */
const PICTURES = process.env['IDEATHON_PICTURES'];

const TITLE = 'Ako ochladíme sídlisko?';
const [ROOFS, BUSES] = ['Tím 1 · Zelené strechy', 'Tím 2 · Nočné autobusy'] as const;
const PROBLEM = 'Byty pod strechou majú v lete 34 stupňov.';
const ADVICE = 'Opýtajte sa správcu domu na nosnosť strechy.';
const PRAISE = 'Začnite školou na Spojovej.';
const REASON = 'Brat jazdí u dopravcu.';
const settings = {
  kind: 'ideathon', challenge: TITLE, brief: 'V lete je tu o päť stupňov viac než v parku.', goodProposal: ['Dá sa urobiť do dvoch rokov'], teamMin: 2, teamMax: 3,
  fields: [{ title: 'Problém', hint: 'Koho sa týka?', required: true }, { title: 'Čo treba', hint: '', required: false }],
  canvasMinutes: 60, pitchMinutes: 3, audience: { dots: 3, perOption: 2, ownTeam: false },
  jury: { criteria: [{ title: 'Prínos pre mesto', weight: 3, anchors: ['žiadny', '', 'pre všetkých'] }, { title: 'Dá sa to urobiť', weight: 1, anchors: ['nie', 'áno'] }] },
};

let browser: Browser;
let city: DemoCity;
let canvas: Page;
let hall: Page;
/** Anna and Cyril are one team, Boris another; Dana and Emil judge. */
let anna: Page;
let boris: Page;
let cyril: Page;
let dana: Page;
let emil: Page;
const screens = () => ({ canvas, hall, anna, boris, cyril, dana, emil });
beforeAll(async () => {
  browser = await startBrowser();
  city = await DemoCity.open(browser);
  [canvas, hall, anna, boris, cyril, dana, emil] = await Promise.all([
    city.as('facilitator', 'laptop'), city.as('facilitator', 'projector'), ...['Anna', 'Boris', 'Cyril', 'Dana', 'Emil'].map(comeIn),
  ]) as [Page, Page, Page, Page, Page, Page, Page];
  const made = (await command(canvas, city.app.url, 'POST', `sessions/${city.places.running}/activities`, {
    title: TITLE, instruction: '', staffNotes: '', minutes: 120, methodId: null, settings,
  })) as { id: string };
  await command(canvas, city.app.url, 'POST', `activities/${made.id}/start`);
  await canvas.goto(`${city.app.url}/sessions/${city.places.running}/canvas`);
  await hall.goto(`${city.app.url}/sessions/${city.places.running}/projector`);
});
afterAll(async () => {
  await browser?.close();
  await city?.stop();
});

async function comeIn(name: string): Promise<Page> {
  const phone = await city.as(null, 'phone');
  await phone.goto(`${city.app.url}/j#${city.places.code}`);
  await phone.getByRole('textbox', { name: 'Ako vás máme volať?' }).fill(name);
  await phone.getByRole('button', { name: `Vstúpiť ako ${name}` }).click();
  await phone.getByRole('button', { name: 'Preskočiť' }).click();
  return phone;
}
const goOn = (stage: string) => canvas.getByRole('button', { name: `Ďalej: ${stage}`, exact: true }).click();
/** A step that can't be taken back is asked for twice. */
async function sure(name: string): Promise<void> {
  await canvas.getByRole('button', { name, exact: true }).click();
  await canvas.getByRole('alertdialog').getByRole('button', { name, exact: true }).click();
}
async function propose(phone: Page, name: string, idea: string): Promise<void> {
  if (!(await phone.getByRole('textbox', { name: 'Ako sa tím volá?' }).isVisible())) await phone.getByText('Navrhnúť vlastný tím').click();
  await phone.getByRole('textbox', { name: 'Ako sa tím volá?' }).fill(name);
  await phone.getByRole('textbox', { name: 'Nápad jednou vetou' }).fill(idea);
  await phone.getByRole('button', { name: 'Navrhnúť tím' }).click();
  await ownTeam(phone).getByText(name).waitFor();
}
const ownTeam = (phone: Page) => phone.getByRole('region', { name: 'Váš tím' });
/** On the sheet of that team, once she has come to it. */
async function score(phone: Page, team: string, ...said: [string, string]): Promise<void> {
  await phone.getByRole('heading', { name: team }).waitFor();
  for (const one of said) await phone.getByRole('radio', { name: one, exact: true }).check();
  await phone.getByText('Všetko je uložené').waitFor();
}
async function expectSoundScreens(stage: string, some: Partial<ReturnType<typeof screens>>): Promise<void> {
  for (const [who, page] of Object.entries(some)) {
    if (PICTURES) await page.screenshot({ path: join(PICTURES, `${stage}-${who}.png`), animations: 'disabled' });
    await expectSound(page);
    if (page !== canvas && page !== hall) await expectFits(page);
  }
}

const step = storyOf('ideathon', screens);

step('two teams are formed on phones: what is missing is said, nothing that was typed is lost', async () => {
  await anna.getByRole('heading', { name: TITLE }).first().waitFor();
  await goOn('Tímy');
  await anna.getByText('Pridajte sa k tímu, alebo navrhnite vlastný.').waitFor();
  await anna.getByText('Navrhnúť vlastný tím').click();
  await anna.getByRole('textbox', { name: 'Nápad jednou vetou' }).fill('Zazeleníme strechy škôl.');
  await anna.getByRole('button', { name: 'Navrhnúť tím' }).click();
  await anna.getByText('Doplňte, prosím.').first().waitFor();
  expect(await anna.getByRole('textbox', { name: 'Nápad jednou vetou' }).inputValue()).toBe('Zazeleníme strechy škôl.');
  await propose(anna, 'Zelené strechy', 'Zazeleníme strechy škôl.');
  await ownTeam(anna).getByText('ešte chýba 1').waitFor();
  await propose(boris, 'Nočné autobusy', 'Autobus aj po desiatej večer.');
  await cyril.getByRole('button', { name: 'Pridať sa: Tím 1 Zelené strechy' }).click();
  await ownTeam(cyril).getByText('Zelené strechy').waitFor();
  await ownTeam(anna).getByText('ešte chýba 1').waitFor({ state: 'detached' });
  await hall.getByText('Nočné autobusy').first().waitFor();
  await expectSoundScreens('teams', { anna, boris, hall, canvas });
});

step('a team fills in its canvas together, and a mentor’s note reaches it alone', async () => {
  await goOn('Plátno nápadu');
  await anna.getByText('Ešte chýba: Problém').waitFor();
  await anna.getByRole('textbox', { name: 'Problém' }).fill(PROBLEM);
  await anna.getByRole('button', { name: 'Uložiť: Problém' }).click();
  await cyril.getByText('Povinné polia sú vyplnené.').waitFor();
  expect(await cyril.getByRole('textbox', { name: 'Problém' }).inputValue()).toBe(PROBLEM);
  await boris.getByText('Ešte chýba: Problém').waitFor();

  await canvas.getByText('Všetky tímy').click();
  await canvas.getByRole('button', { name: `Otvoriť: ${ROOFS}` }).click();
  const dialog = canvas.getByRole('dialog');
  await dialog.getByText(PROBLEM).waitFor();
  await dialog.getByRole('textbox', { name: 'Nová poznámka' }).fill(ADVICE);
  await dialog.getByRole('button', { name: 'Poslať tímu' }).click();
  await Promise.all([anna, cyril].map((phone) => phone.getByText(ADVICE).waitFor()));
  await expectSoundScreens('canvas', { canvas, anna, hall });
  await canvas.keyboard.press('Escape');
  for (const page of [boris, hall]) expect(await page.getByText(ADVICE).count()).toBe(0);
});

step('teams are called one after the other: each knows when it is on, the hall sees the time', async () => {
  await goOn('Prezentácie');
  await canvas.getByRole('button', { name: `Na rade: ${ROOFS}` }).click();
  await anna.getByText('Ste na rade').waitFor();
  await boris.getByText('Pripravte sa, váš tím ide ako ďalší').waitFor();
  await hall.getByText('Zelené strechy').first().waitFor();
  await hall.getByRole('timer').getByText(/^[0-3]:\d\d$/).waitFor();
  await expectSoundScreens('pitches', { anna, boris, hall, canvas });
  await canvas.getByRole('button', { name: `Na rade: ${BUSES}` }).click();
  await boris.getByText('Ste na rade').waitFor();
  await canvas.getByRole('button', { name: 'Prezentácia skončila' }).click();
  await anna.getByText('Prezentácie sú za nami.').waitFor();
});

step('jurors score each for herself, not the team she is bound to; then they see where they differ, one changes her mind, and it is fixed', async () => {
  await goOn('Porota');
  await canvas.getByRole('button', { name: 'Kto je v porote' }).click();
  for (const who of ['Dana', 'Emil']) await canvas.getByRole('button', { name: `Do poroty: ${who}` }).click();
  await canvas.getByRole('button', { name: 'Z poroty: Emil' }).waitFor();
  await expectSound(canvas);
  await canvas.keyboard.press('Escape');
  await sure('Začať hodnotenie');

  await dana.getByRole('checkbox', { name: BUSES }).check();
  await dana.getByRole('button', { name: 'Potvrdiť a hodnotiť' }).click();
  await dana.getByText('Doplňte dôvod.').waitFor();
  await dana.getByRole('textbox', { name: `Dôvod: ${BUSES}` }).fill(REASON);
  await expectSoundScreens('conflict', { dana });
  await dana.getByRole('button', { name: 'Potvrdiť a hodnotiť' }).click();
  await dana.getByText('Ostáva 1 tím').waitFor();
  expect(await dana.getByRole('button', { name: BUSES }).count()).toBe(0);
  await dana.getByRole('button', { name: ROOFS }).click();
  await score(dana, ROOFS, '2 · pre všetkých', '1 · áno');
  await dana.getByRole('textbox', { name: 'Odkaz tímu' }).fill(PRAISE);
  await dana.getByRole('button', { name: 'Späť na tímy' }).first().click();
  await dana.getByText(/^Všetko je ohodnotené/).waitFor();

  await emil.getByRole('button', { name: 'Nemám konflikt záujmov' }).click();
  await emil.getByRole('button', { name: ROOFS }).click();
  await score(emil, ROOFS, '0 · žiadny', '1 · áno');
  await emil.getByRole('button', { name: `Ďalej: ${BUSES}` }).click();
  await score(emil, BUSES, '1', '1 · áno');
  await emil.getByRole('button', { name: 'Späť na tímy' }).first().click();
  await canvas.getByText('Hotové hárky: 3 z 3').waitFor();
  for (const page of [emil, canvas, hall, anna]) expect(await page.getByText(PRAISE).count()).toBe(0);
  await expectSoundScreens('jury', { emil, hall, canvas, anna });

  await sure('Odkryť body porote');
  await emil.getByText(`${ROOFS}, Prínos pre mesto: od 0 do 2 z 2`).waitFor();
  await expectSoundScreens('spread', { emil, dana });
  await emil.getByRole('button', { name: ROOFS }).click();
  await score(emil, ROOFS, '2 · pre všetkých', '1 · áno');
  await emil.getByRole('button', { name: 'Späť na tímy' }).first().click();
  await canvas.getByRole('button', { name: 'Pozrieť body' }).click();
  await canvas.getByRole('dialog').getByText('Po odkrytí sa hodnotenie zmenilo 1-krát.').waitFor();
  await expectSoundScreens('spread', { canvas });
  await canvas.keyboard.press('Escape');
  await sure('Uzavrieť výsledok');
  await canvas.getByText(/^Uzavreté/).waitFor();
  for (const page of [anna, hall]) expect(await page.getByText('100 zo 100').count()).toBe(0);
});

step('the audience votes apart from the jury, and nobody for her own team', async () => {
  await goOn('Hlas publika');
  await anna.getByText('Vlastný tím medzi možnosťami nie je.').waitFor();
  await anna.getByRole('group', { name: /Nočné autobusy$/ }).waitFor();
  expect(await anna.getByRole('group', { name: /Zelené strechy$/ }).count()).toBe(0);
  for (const phone of [anna, cyril, dana]) {
    await phone.getByRole('button', { name: /^Pridať bodku: .*Nočné autobusy$/ }).click();
    await phone.getByText('Všetko je uložené').first().waitFor();
  }
  await expectSoundScreens('audience', { anna, hall, canvas });
});

step('results: the jury’s and the audience’s side by side; each team reads what was said to it, and nobody else does', async () => {
  await goOn('Výsledky');
  await canvas.getByRole('alertdialog').getByRole('button', { name: 'Ďalej: Výsledky' }).click();
  await Promise.all([anna, cyril].map((phone) => phone.getByText(PRAISE).waitFor()));
  await boris.getByText('Porota vášmu tímu nič nenapísala.').waitFor();
  for (const page of [boris, emil, hall]) expect(await page.getByText(PRAISE).count()).toBe(0);
  for (const page of [anna, boris, hall]) await page.getByText('100 zo 100').first().waitFor();
  expect((await anna.getByRole('heading', { level: 2 }).allTextContents()).slice(0, 2)).toEqual(['Výsledok poroty', 'Hlas publika']);
  await expectSoundScreens('results', { anna, boris, emil, hall, canvas });

  await canvas.goto(`${city.app.url}/sessions/${city.places.running}/report`);
  await canvas.getByRole('heading', { name: ROOFS }).first().waitFor();
  for (const row of [/^1 .*Zelené strechy 100 /, /^2 .*Nočné autobusy 62,5 /]) await canvas.getByRole('row', { name: row }).waitFor();
  await canvas.getByText('3 bodky').first().waitFor();
  for (const said of [PROBLEM, /Pre konflikt záujmov sa hodnotenia tímu zdržali 1-krát/, /Po odkrytí sa hodnotenie zmenilo 1-krát/]) await canvas.getByText(said).first().waitFor();
  for (const said of [ADVICE, REASON]) expect(await canvas.getByText(said).count()).toBe(0);
  await expectSound(canvas);
});
