import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { typeDay } from './commission.ts';
import { DemoCity } from './demo-city.ts';
import { EmbeddedDatabase } from './embedded-database.ts';
import { ownCard, writeCard } from './participant.ts';
import { expectSound, startBrowser } from './people.ts';

const FRAME = 'Nápady a riešenia';
const TEXT = 'Zastrešiť zastávku pri nemocnici';

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
  await phone.getByRole('button', { name: 'Vstúpiť anonymne' }).click();
  await phone.getByRole('button', { name: 'Preskočiť' }).click();
  await phone.getByRole('textbox', { name: 'Váš lístok' }).waitFor();
});
afterAll(async () => {
  await browser.close();
  await city.stop();
});

const now = () => facilitator.getByRole('region', { name: 'Práve beží' });

test('what runs is left open until a day, which every screen tells instead of a clock', async () => {
  await now().getByRole('button', { name: 'Nechať otvorené do dňa…' }).click();
  const dialog = facilitator.getByRole('dialog', { name: /^Dokedy nechať otvorené/ });
  await typeDay(dialog, 'Otvorené do dňa', new Date(Date.now() + 4 * 86_400_000));
  await expectSound(facilitator);
  await dialog.getByRole('button', { name: 'Nechať otvorené' }).click();
  await dialog.waitFor({ state: 'detached' });
  for (const screen of [now(), projector, phone]) await screen.getByText(/^Otvorené do: \S+ \d+\. \d+\./).waitFor();
  await now().getByRole('button', { name: 'Pauza' }).waitFor({ state: 'detached' });
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await expectSound(phone);
  await expectSound(projector);
});

test('who comes later writes; when its hour has come it ends by itself on all screens, and what was written is there', async () => {
  await phone.reload();
  await writeCard(phone, TEXT, FRAME);
  await ownCard(phone, TEXT).getByText('uložený').waitFor();
  const database = new EmbeddedDatabase(city.app.output());
  await database.run(`update activity set open_until = now() - interval '1 second', ends_at = now() - interval '1 second' where state = 'running' and session_id = $1`, [city.places.running]);
  await database.run(`update job.job set start_after = now() where name = 'activity.open-until-passed'`, []);
  await phone.getByText('Písanie sa skončilo').waitFor();
  await now().getByText('skončená', { exact: true }).waitFor();
  await projector.getByText(TEXT).waitFor();
});
