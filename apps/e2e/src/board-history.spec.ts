import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { DemoCity } from './demo-city.ts';
import { expectSound, startBrowser } from './people.ts';

const NOTES = 60;

let browser: Browser;
let city: DemoCity;
let facilitator: Page;
let board: Page;
beforeAll(async () => {
  browser = await startBrowser();
  city = await DemoCity.open(browser);
  facilitator = await city.as('facilitator', 'laptop');
  board = await city.as('facilitator', 'laptop');
  await board.goto(`${city.app.url}/sessions/${city.places.running}/canvas`);
  await board.getByRole('button', { name: 'Zoznam' }).click();
  await facilitator.goto(`${city.app.url}/sessions/${city.places.running}`);
  await facilitator.getByRole('link', { name: 'História' }).click();
});
afterAll(async () => {
  await browser.close();
  await city.stop();
});

const notesOnBoard = (count: number) => board.waitForFunction((wanted) => document.querySelectorAll('.board-rows [data-kind="note"]').length === wanted, count);
const confirm = (name: string) => facilitator.getByRole('alertdialog').getByRole('button', { name }).click();

test('SEC-43: who runs the session puts the board back to an earlier state by keyboard, everybody sees it at once, and she takes that back', async () => {
  await notesOnBoard(NOTES);
  const beginning = facilitator.getByRole('button', { name: /Nové: 6 rámov/ });
  await beginning.focus();
  await facilitator.keyboard.press('Enter');
  await facilitator.getByRole('heading', { name: /^Tabuľa, ako vyzerala/ }).waitFor();
  expect(await facilitator.evaluate(() => document.activeElement?.tagName)).toBe('H2');
  await expectSound(facilitator);
  await facilitator.keyboard.press('Tab');
  await facilitator.keyboard.press('Enter');
  await confirm('Vrátiť tabuľu do tohto stavu');
  await facilitator.getByText(`Tabuľa je späť. Zmenilo sa ${NOTES} prvkov.`).waitFor();
  await notesOnBoard(0);
  await expectSound(facilitator);

  await facilitator.getByRole('button', { name: 'Vziať to späť' }).click();
  await facilitator.getByText('Vzaté späť. Tabuľa je taká ako predtým.').waitFor();
  await notesOnBoard(NOTES);
  await facilitator.getByRole('button', { name: /Pred návratom k staršiemu stavu/ }).first().waitFor();
});

test('all that one participant did is taken back, and nobody else’s notes', async () => {
  await facilitator.getByRole('tab', { name: 'Kto čo urobil' }).click();
  await facilitator.getByRole('button', { name: 'Vrátiť všetko: Jozef' }).click();
  await confirm('Vrátiť všetko');
  await facilitator.getByText('Jozef: zmeny sú vrátené na 3 prvkoch.').waitFor();
  await notesOnBoard(NOTES - 3);
  await expectSound(facilitator);
});
