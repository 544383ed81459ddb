import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { command, DemoCity } from './demo-city.ts';
import { expectFits } from './page-checks.ts';
import { expectSound, someone, startBrowser } from './people.ts';

/** Where the screens are kept to be looked at; left out: nowhere. */
const PICTURES = process.env['TWO_LANGUAGES_PICTURES'];
const TITLE = 'Čo by malo mesto urobiť, aby sa v ňom dobre žilo aj tým, ktorí prišli nedávno?';
const TITLE_UK = 'Що має зробити місто, щоб у ньому добре жилося й тим, хто приїхав нещодавно?';

let browser: Browser;
let city: DemoCity;
let canvas: Page;
let projector: Page;
let maria: Page;
let olena: Page;
beforeAll(async () => {
  browser = await startBrowser();
  city = await DemoCity.open(browser);
  canvas = await city.as('facilitator', 'laptop');
  projector = await city.as('facilitator', 'projector');
  maria = await someone(browser, 'phone');
  olena = await someone(browser, 'phone', 'uk-UA');
});
afterAll(async () => {
  await browser?.close();
  await city?.stop();
});

const look = async (name: string, page: Page) => void (PICTURES && (await page.screenshot({ path: join(PICTURES, `${name}.png`), animations: 'disabled' })));
const languagesOf = (page: Page) => page.locator('h1 [lang]').evaluateAll((parts) => parts.map((part) => part.getAttribute('lang')));
async function planned(title: string, settings: object, second: Record<string, string>, instruction = ''): Promise<string> {
  const pairs = Object.entries(second).map(([of, is]) => ({ of, is }));
  const { id } = (await command(canvas, city.app.url, 'POST', `sessions/${city.places.running}/activities`, {
    title, instruction, staffNotes: '', minutes: 5, methodId: null, settings, second: { language: 'uk', pairs },
  })) as { id: string };
  return id;
}
const start = (id: string) => command(canvas, city.app.url, 'POST', `activities/${id}/start`, {});

test('the facilitator gives the session a second language, and an activity its words in it', async () => {
  await canvas.goto(`${city.app.url}/sessions/${city.places.running}`);
  await canvas.getByRole('button', { name: 'Upraviť údaje' }).click();
  await canvas.getByRole('group', { name: 'Druhý jazyk stretnutia' }).getByRole('radio', { name: 'Українська' }).check();
  await look('session', canvas);
  await canvas.getByRole('button', { name: 'Uložiť údaje' }).click();
  await canvas.getByText('Údaje sú uložené.').waitFor();
  const id = await planned('Uvítanie', { kind: 'information' }, {});
  await canvas.reload();
  await canvas.getByRole('button', { name: 'Upraviť: Uvítanie' }).click();
  const dialog = canvas.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Názov aktivity' }).fill('Vitajte');
  await dialog.getByRole('textbox', { name: 'Vitajte', exact: true }).fill('Ласкаво просимо');
  // what was put into the other language goes along while its words are retyped
  await dialog.getByRole('textbox', { name: 'Názov aktivity' }).fill('Vitajte!');
  expect(await dialog.getByRole('textbox', { name: 'Vitajte!', exact: true }).inputValue()).toBe('Ласкаво просимо');
  await look('activity-form', canvas);
  await expectSound(canvas);
  await dialog.getByRole('button', { name: 'Uložiť aktivitu' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await start(id);
});

test('each phone has its own language first, the hall sees both', async () => {
  await projector.goto(`${city.app.url}/sessions/${city.places.running}/projector`);
  for (const [page, enter, skip] of [[maria, 'Vstúpiť anonymne', 'Preskočiť'], [olena, 'Увійти анонімно', 'Пропустити']] as const) {
    await page.goto(`${city.app.url}/j#${city.places.code}`);
    await page.getByRole('button', { name: enter }).click();
    await page.getByRole('button', { name: skip }).click();
  }
  for (const page of [maria, olena, projector]) await page.getByRole('heading', { name: /Vitajte!/ }).waitFor();
  expect([await languagesOf(maria), await languagesOf(olena), await languagesOf(projector)]).toEqual([['sk', 'uk'], ['uk', 'sk'], ['sk', 'uk']]);
});

test('a note is put into the other language by a person, and read so by everybody who sees it', async () => {
  await canvas.goto(`${city.app.url}/sessions/${city.places.running}/canvas`);
  const columns = ['Čo nám chýba', 'Čo už funguje'];
  await start(await planned(TITLE, { kind: 'brainstorm', mode: 'open', frames: columns }, { [TITLE]: TITLE_UK, 'Čo nám chýba': 'Чого нам бракує', 'Čo už funguje': 'Що вже працює', 'Každý na svoj lístok.': 'Кожен на свою нотатку.' }, 'Každý na svoj lístok.'));
  await olena.getByRole('heading', { name: new RegExp(TITLE_UK.slice(0, 20)) }).waitFor();
  const words = 'Курси словацької мови ввечері, щоб на них могли ходити й ті, хто працює позмінно';
  const made = 'Večerné kurzy slovenčiny, aby na ne mohli chodiť aj tí, čo pracujú na zmeny';
  await olena.getByRole('textbox', { name: 'Ваша нотатка' }).fill(words);
  await olena.getByRole('radio', { name: /Чого нам бракує|Čo nám chýba/ }).check();
  await olena.getByRole('button', { name: 'Надіслати нотатку' }).click();
  await projector.getByText(words).waitFor();

  const section = canvas.getByRole('region', { name: 'Preložiť lístky' });
  await section.getByText(/čak/).waitFor();
  await section.getByRole('button', { name: 'Preložiť lístky' }).click();
  const note = canvas.getByRole('dialog', { name: 'Preložiť lístky' }).getByRole('listitem').filter({ hasText: words });
  await note.getByRole('textbox').fill(made);
  await look('translate-dialog', canvas);
  await expectSound(canvas);
  await note.getByRole('button', { name: /Uložiť preklad lístka/ }).click();
  await note.getByText(/^Preložené|^Preklad: /).waitFor();
  await canvas.getByRole('dialog').getByRole('button', { name: 'Zavrieť' }).click();

  await projector.getByText(made).waitFor();
  await projector.getByText('(preložil človek)').first().waitFor();
  await maria.getByText('Čo napísali ostatní').click();
  await maria.getByText(made).waitFor();
  expect(await maria.getByText(made).getAttribute('lang')).toBe('sk');
  await canvas.getByRole('radio', { name: 'Zoznam' }).or(canvas.getByRole('button', { name: 'Zoznam' })).first().click();
  await canvas.getByRole('main').or(canvas.locator('.canvas-board')).getByText(made).waitFor();
  for (const [name, page] of Object.entries({ maria, olena, projector, canvas })) {
    await look(`note-${name}`, page);
    await expectSound(page);
    if (page === maria || page === olena) await expectFits(page);
  }
});

test('a question has its options in both languages, before and after the vote', async () => {
  const options = { 'Viac autobusov po desiatej večer, aj cez víkend': 'Більше автобусів після десятої вечора, також у вихідні', 'Nové ihrisko pri škole': 'Новий майданчик біля школи' };
  const title = 'Čo najskôr?';
  const id = await planned(title, { kind: 'question', secrecy: 'blind', form: { type: 'choice', options: Object.keys(options), most: 1 } }, { [title]: 'Що найперше?', ...options });
  await start(id);
  await olena.getByRole('radio', { name: /Новий майданчик біля школи/ }).check();
  for (const [name, page] of Object.entries({ maria, olena, projector })) {
    await page.getByRole('heading', { name: /Čo najskôr\?/ }).waitFor();
    await page.getByText('Новий майданчик біля школи').first().waitFor();
    await look(`question-${name}`, page);
    await expectSound(page);
    if (page !== projector) await expectFits(page);
  }
  await olena.getByRole('button', { name: 'Надіслати відповідь' }).click();
  await olena.getByText('Ваша відповідь зараховується.').waitFor();
  for (const step of ['end', 'show-result']) await command(canvas, city.app.url, 'POST', `activities/${id}/${step}`, {});
  await projector.getByText('Новий майданчик біля школи').first().waitFor();
  await projector.getByText(/^Odpovedal[oi]? 1 z/).waitFor();
  await look('question-result-projector', projector);
  await expectSound(projector);
});
