import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { expectSound, someone, startBrowser } from './people.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser?.close());

test('every element that breaks a rule is named, at the first look at a document, at the next, and in another document', async () => {
  const page = await someone(browser, 'phone');
  const said = () => expectSound(page).then(() => '', (error: Error) => error.message);
  await page.setContent('<html lang="sk"><head><title>Stránka</title></head><body><main><h1>Nadpis</h1><button>Odoslať</button></main></body></html>');
  await expectSound(page);
  await page.evaluate(() => document.querySelector('main')!.insertAdjacentHTML('beforeend', '<button id="first"></button><button id="second"></button><img id="third" src="data:,">'));
  const next = await said();
  for (const id of ['#first', '#second', '#third']) expect(next).toContain(id);
  await page.reload();
  await page.setContent('<html><head></head><body><button id="fourth"></button></body></html>');
  expect(await said()).toContain('#fourth');
});
