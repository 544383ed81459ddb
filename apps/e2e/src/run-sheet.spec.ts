import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { CountedActions } from './counted-actions.ts';
import { DemoCity } from './demo-city.ts';
import { eventually } from './eventually.ts';
import { groupNotes, startActivity } from './facilitator.ts';
import { enter, expectFocusSeen, hasFocus, tabTo } from './keyboard.ts';
import { expectFits } from './page-checks.ts';
import { join, ownCard } from './participant.ts';
import { expectSound, SCREENS, someone, startBrowser } from './people.ts';

const QUESTIONS = ['Ako zatepliť školy bez dlhu?', 'Kto vypne kúrenie cez víkend?'];

let browser: Browser;
let city: DemoCity;
let page: Page;
beforeAll(async () => {
  browser = await startBrowser();
  city = await DemoCity.open(browser);
  page = await city.as('facilitator', 'laptop');
});
afterAll(async () => {
  await browser.close();
  await city.stop();
});

const dayOf = (number: number) => page.getByRole('region', { name: new RegExp(`^${number}\\. deň`) });
/** The blocks of a day as one reads them: when, and what. */
const blocks = (number: number) =>
  dayOf(number).getByRole('row').evaluateAll((rows) => rows.map((row) => `${/\d\d:\d\d/.exec(row.textContent ?? '')?.[0] ?? ''} ${row.querySelector('h4')?.textContent ?? ''}`));

/** Adds a block by keyboard alone to a day; the dialog has the focus and gives it back. */
async function addBlock(day: number, { button, title, minutes, shortest }: { button: string; title: string; minutes: number; shortest?: number }): Promise<void> {
  await enter(page, dayOf(day).getByRole('button', { name: button }));
  const dialog = page.getByRole('dialog', { name: 'Nový blok' });
  const type = async (label: string, text: string) => {
    await tabTo(page, dialog.getByRole('textbox', { name: label }));
    await page.keyboard.press('Control+A');
    await page.keyboard.type(text);
  };
  await type('Názov aktivity', title);
  await type('Minúty', String(minutes));
  if (shortest !== undefined) await type('Najmenej minút', String(shortest));
  await enter(page, dialog.getByRole('button', { name: 'Pridať aktivitu' }));
  await dialog.waitFor({ state: 'detached' });
  await dayOf(day).getByRole('heading', { name: title }).waitFor();
}

/** In a list the arrows go from block to block, Tab goes through what can be done with one. */
async function enterOf(day: number, title: string, button: RegExp): Promise<void> {
  // to the block where one was, in a list that nobody was in yet to its first
  await tabTo(page, dayOf(day).locator('[role=row][tabindex="0"], [role=grid][tabindex="0"] [role=row]'));
  const block = dayOf(day).getByRole('row', { name: title });
  await page.keyboard.press('Home');
  for (let at = 0; at < 10 && !(await hasFocus(block)); at += 1) await page.keyboard.press('ArrowDown');
  await expectFocusSeen(page);
  await enter(page, block.getByRole('button', { name: button }), { most: 10 });
}

/** Takes a block of the first day at its handle, through which the pointer reaches the row, and lets it go at the upper edge of another. */
async function dragAbove(title: string, other: string): Promise<void> {
  const handle = dayOf(1).getByRole('row', { name: title }).getByRole('button', { name: /^Chytiť a presunúť/ });
  await handle.dragTo(dayOf(1).getByRole('row', { name: other }), { force: true, targetPosition: { x: 40, y: 2 } });
}

test('a facilitator prepares two days by keyboard, drags a block, tries a delay, and takes them home on paper', async () => {
  await page.goto(`${city.app.url}/processes/${city.places.process}/sessions/new`);
  await tabTo(page, page.getByRole('textbox', { name: 'Názov stretnutia' }));
  await page.keyboard.type('Dva dni o námestí');
  await enter(page, page.getByRole('button', { name: 'Vytvoriť stretnutie' }));
  await page.getByRole('heading', { level: 1, name: 'Dva dni o námestí' }).waitFor();

  await enter(page, page.getByRole('button', { name: 'Dni a vetvy' }));
  const days = page.getByRole('dialog', { name: 'Dni a vetvy programu' });
  await tabTo(page, days.getByRole('textbox', { name: 'Začiatok' }));
  await page.keyboard.type('9');
  await tabTo(page, days.getByRole('textbox', { name: 'Najneskorší koniec' }));
  await page.keyboard.type('10.15');
  await enter(page, days.getByRole('button', { name: 'Pridať deň' }));
  await enter(page, days.getByRole('button', { name: 'Uložiť dni' }));
  await dayOf(2).waitFor();

  await addBlock(1, { button: 'Pridať vlastnú aktivitu', title: 'Čo nás hreje', minutes: 30, shortest: 20 });
  await addBlock(1, { button: 'Pridať prestávku', title: 'Čaj', minutes: 15 });
  await addBlock(1, { button: 'Pridať vlastnú aktivitu', title: 'Prechádzka', minutes: 45, shortest: 15 });
  await eventually(async () => expect(await blocks(1)).toEqual(['09:00 Čo nás hreje', '09:30 Čaj', '09:45 Prechádzka']));
  await page.getByText('Program sa skončí o 10:30, 15 minút po 10:15.').waitFor();

  // from the handle: into the second day, where nothing is yet
  await enterOf(1, 'Prechádzka', /^Chytiť a presunúť/);
  await tabTo(page, page.getByRole('grid', { name: /^2\. deň/ }).getByRole('button'), { most: 10 });
  await page.keyboard.press('Enter');
  await eventually(async () => expect([await blocks(1), await blocks(2)]).toEqual([['09:00 Čo nás hreje', '09:30 Čaj'], ['09:00 Prechádzka']]));
  await expectFocusSeen(page);
  // and back with its arrow
  await enterOf(2, 'Prechádzka', /^Posunúť vyššie/);
  await eventually(async () => expect(await blocks(1)).toEqual(['09:00 Čo nás hreje', '09:30 Čaj', '09:45 Prechádzka']));

  // by mouse: taken at its handle and let go above the first; it is there for whoever comes later too
  await dragAbove('Prechádzka', 'Čo nás hreje');
  await eventually(async () => expect(await blocks(1)).toEqual(['09:00 Prechádzka', '09:45 Čo nás hreje', '10:15 Čaj']));
  await page.reload();
  await eventually(async () => expect(await blocks(1)).toEqual(['09:00 Prechádzka', '09:45 Čo nás hreje', '10:15 Čaj']));
  // and back by keyboard, which lasts as well
  await enterOf(1, 'Prechádzka', /^Posunúť nižšie/);
  await eventually(async () => expect(await blocks(1)).toEqual(['09:00 Čo nás hreje', '09:30 Prechádzka', '10:15 Čaj']));
  await enterOf(1, 'Prechádzka', /^Posunúť nižšie/);
  await eventually(async () => expect(await blocks(1)).toEqual(['09:00 Čo nás hreje', '09:30 Čaj', '09:45 Prechádzka']));
  await page.reload();
  await eventually(async () => expect(await blocks(1)).toEqual(['09:00 Čo nás hreje', '09:30 Čaj', '09:45 Prechádzka']));

  await enter(page, page.getByRole('button', { name: 'Čo ak budeme meškať' }));
  const late = page.getByRole('region', { name: 'Čo ak budeme meškať' });
  await late.getByText('Skončíte o 10:40, 25 minút po 10:15.').waitFor();
  await late.getByText('Skrátiť „Prechádzka“ z 45 na 20 min').waitFor();
  await expectSound(page);
  await page.setViewportSize(SCREENS.phone.viewport);
  await expectFits(page);
  await page.setViewportSize(SCREENS.laptop.viewport);
  await enter(page, late.getByRole('button', { name: 'Skrátiť podľa návrhu' }));
  await enter(page, page.getByRole('alertdialog').getByRole('button', { name: 'Skrátiť podľa návrhu' }));
  await late.getByText('Skončíte o 10:15. Koniec má byť o 10:15.').waitFor();

  await enter(page, page.getByRole('link', { name: 'Tlač a Word' }));
  await page.getByRole('heading', { level: 1, name: 'Scenár: Dva dni o námestí' }).waitFor();
  await expectSound(page);
  const [download] = await Promise.all([page.waitForEvent('download'), enter(page, page.getByRole('link', { name: 'Stiahnuť pre Word' }))]);
  expect(download.suggestedFilename()).toBe('dva-dni-o-namesti.docx');
  expect((await readFile(await download.path())).subarray(0, 2).toString()).toBe('PK');
  // nothing to press is on the paper
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('button').count()).toBe(0);
  await page.getByRole('row', { name: /09:45/ }).waitFor();
  await page.emulateMedia({ media: 'screen' });
});

test('a newcomer prepares two hours from a ready-made sheet, runs them and has the report, in at most 25 actions', async () => {
  const { page: newcomer, done } = await CountedActions.at(await someone(browser, 'laptop'), `${city.app.url}/sign-in`);
  const phones = await Promise.all([city.as(null, 'phone'), city.as(null, 'phone')]);
  const press = (name: string | RegExp) => newcomer.getByRole('button', { name }).click();
  const begin = (title: string) => startActivity(newcomer, title);
  const bothPhones = (work: (phone: Page, i: number) => Promise<void>) => Promise.all(phones.map(work));

  await press(/^Facilitátorka/);
  await newcomer.getByRole('link', { name: 'Energetická udržateľnosť mesta' }).click();
  await newcomer.getByRole('link', { name: 'Nové stretnutie' }).click();
  await press(/Čím začať/);
  await newcomer.getByRole('option', { name: 'Pripravený program: Dvojhodinová dielňa' }).click();
  await press('Vytvoriť stretnutie');
  await newcomer.getByRole('heading', { level: 1, name: 'Dvojhodinová dielňa' }).waitFor();
  await newcomer.getByRole('link', { name: 'Otvoriť plátno' }).click();
  await press('Otvoriť stretnutie');

  const code = newcomer.getByRole('region', { name: 'Vstup' }).getByText(/^[A-Z0-9]{4}.[A-Z0-9]{4}$/);
  const address = `${city.app.url}/j#${((await code.textContent()) ?? '').replace(/\s/, '')}`;
  await bothPhones(async (phone, i) => {
    await phone.goto(address);
    await join(phone, { name: i === 0 ? 'Anna' : 'Božena' });
  });
  for (const title of ['Príchod', 'Privítanie a pravidlá', 'Čo nás trápi a čo navrhujeme']) await begin(title);
  await bothPhones(async (phone, i) => {
    await phone.getByLabel('Váš lístok').fill(QUESTIONS[i]!);
    await phone.getByRole('radio', { name: 'Čo navrhujeme' }).check();
    await phone.getByRole('button', { name: 'Odoslať lístok' }).click();
    await ownCard(phone, QUESTIONS[i]!).getByText('uložený').waitFor();
  });
  await press('Odkryť lístky');
  await begin('Čo patrí k sebe');
  await press('Zoznam');
  await groupNotes(newcomer, QUESTIONS, 'Teplo v školách');
  for (const title of ['Prestávka', 'Čím začať']) await begin(title);
  await bothPhones(async (phone) => {
    await phone.getByRole('button', { name: 'Pridať bodku' }).first().click();
    await phone.getByText('Všetko je uložené').waitFor();
  });
  for (const title of ['Prvé kroky', 'Zhrnutie a čo bude ďalej']) await begin(title);
  await press('Skončiť stretnutie');
  await newcomer.getByRole('alertdialog').getByRole('button', { name: 'Skončiť stretnutie' }).click();
  await newcomer.waitForURL('**/report');
  const report = newcomer.getByRole('main');
  await report.getByText('Zúčastnili sa 2 ľudia.').waitFor();
  for (const text of [...QUESTIONS, 'Teplo v školách', 'Hlasovalo 2 z 2']) await report.getByText(text).first().waitFor();
  expect(done.length > 25 ? done : []).toEqual([]);
});
