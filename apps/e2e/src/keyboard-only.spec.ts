import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { DemoCity } from './demo-city.ts';
import { enter, expectFocusAt, expectFocusSeen, hasFocus, tabTo } from './keyboard.ts';
import { expectSound, startBrowser } from './people.ts';

let browser: Browser;
let city: DemoCity;
let phone: Page;
let laptop: Page;
let facilitator: Page;
beforeAll(async () => {
  browser = await startBrowser();
  city = await DemoCity.open(browser);
  phone = await city.as(null, 'phone');
  laptop = await city.as(null, 'laptop');
  facilitator = await city.as('facilitator', 'laptop');
});
afterAll(async () => {
  await browser.close();
  await city.stop();
});

const button = (page: Page, name: string | RegExp) => page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });
const saved = (page: Page) => page.getByText('Všetko je uložené').waitFor();

async function join(page: Page, name: string): Promise<void> {
  await page.goto(`${city.app.url}/j#${city.places.code}`);
  await tabTo(page, page.getByRole('textbox', { name: 'Ako vás máme volať?' }));
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
  const resident = page.getByRole('radio', { name: 'Som tu ako obyvateľ/ka' });
  await tabTo(page, resident);
  await page.keyboard.press('Space');
  await enter(page, button(page, 'Pokračovať'));
  await expectFocusAt(page, page.getByRole('heading', { name: 'Čo vieme a čo navrhujeme' }));
}

describe('on a phone with a keyboard', () => {
  test('she joins', async () => {
    await join(phone, 'Marína');
    await expectSound(phone);
  });

  test('writes a card and goes on writing', async () => {
    const card = phone.getByRole('textbox', { name: 'Váš lístok' });
    await tabTo(phone, card);
    await phone.keyboard.type('Zateplíme školu');
    const frames = phone.getByRole('group', { name: 'Kam lístok patrí?' });
    await tabTo(phone, frames.getByRole('radio').first());
    await phone.keyboard.press('ArrowDown');
    await expectFocusSeen(phone);
    await enter(phone, button(phone, 'Odoslať lístok'));
    await expectFocusAt(phone, card);
    expect(await card.inputValue()).toBe('');
    await saved(phone);
  });

  test('changes it, and the focus goes in and comes back', async () => {
    await enter(phone, button(phone, 'Zmeniť lístok: Zateplíme školu'));
    const field = phone.getByRole('textbox', { name: 'Zmeniť lístok' });
    await expectFocusAt(phone, field);
    await phone.keyboard.press('End');
    await phone.keyboard.type(' aj škôlku');
    await enter(phone, button(phone, 'Uložiť'));
    await expectFocusAt(phone, button(phone, 'Zmeniť lístok: Zateplíme školu aj škôlku'));
    await expectFocusSeen(phone);
    await saved(phone);
  });

  test('takes one back, and the focus does not fall out of the page', async () => {
    await tabTo(phone, phone.getByRole('textbox', { name: 'Váš lístok' }), { key: 'Shift+Tab' });
    await phone.keyboard.type('Omyl');
    await enter(phone, button(phone, 'Odoslať lístok'));
    await saved(phone);
    await enter(phone, button(phone, 'Zmazať lístok: Omyl'));
    await button(phone, 'Zmazať lístok: Omyl').waitFor({ state: 'detached' });
    await expectFocusAt(phone, phone.getByRole('heading', { name: /^Moje lístky/ }));
  });
});

describe('on a laptop with a keyboard', () => {
  test('she joins and goes from the cards to the board, as a list', async () => {
    await join(laptop, 'Teodor');
    await enter(laptop, laptop.getByRole('link', { name: 'Otvoriť tabuľu' }));
    await enter(laptop, button(laptop, 'Zoznam'));
    await laptop.getByRole('list', { name: 'Tabuľa ako zoznam' }).waitFor();
    await expectSound(laptop);
  });

  test('writes a note into a frame', async () => {
    const list = laptop.getByRole('list', { name: 'Tabuľa ako zoznam' });
    const add = list.getByRole('button', { name: /^Pridať lístok do rámu/ }).first();
    await tabTo(laptop, list.locator('[tabindex="0"]'));
    await laptop.keyboard.press('Home');
    await laptop.keyboard.press('ArrowRight');
    await expectFocusAt(laptop, add);
    await laptop.keyboard.press('Enter');
    const text = laptop.getByRole('textbox', { name: 'Text lístka' });
    await expectFocusAt(laptop, text);
    await laptop.keyboard.type('Teplo zo zimného štadióna');
    await laptop.keyboard.press('Control+Enter');
    await expectFocusAt(laptop, list.getByRole('button', { name: 'Otvoriť: Teplo zo zimného štadióna' }));
    await laptop.getByText('Uložené', { exact: true }).waitFor();
  });

  test('changes it', async () => {
    await laptop.keyboard.press('Enter');
    await expectFocusAt(laptop, laptop.getByRole('textbox', { name: 'Text lístka' }));
    await laptop.keyboard.type(' do škôl');
    await laptop.keyboard.press('Control+Enter');
    await expectFocusAt(laptop, button(laptop, 'Otvoriť: Teplo zo zimného štadióna do škôl'));
    await expectFocusSeen(laptop);
  });

  test('moves it into another frame without dragging', async () => {
    const list = laptop.getByRole('list', { name: 'Tabuľa ako zoznam' });
    const row = list.getByRole('listitem').filter({ hasText: 'Teplo zo zimného štadióna do škôl' });
    const move = row.getByRole('button', { name: /^Presunúť do…/ });
    while (!(await hasFocus(move))) {
      await laptop.keyboard.press('ArrowRight');
      await expectFocusSeen(laptop);
    }
    await laptop.keyboard.press('Enter');
    const dialog = laptop.getByRole('dialog', { name: 'Presunúť do…' });
    const frames = dialog.getByRole('radio');
    await tabTo(laptop, frames.first());
    await laptop.keyboard.press('ArrowDown');
    const goal = await dialog.getByRole('radio', { checked: true }).getAttribute('value');
    expect(goal).not.toBeNull();
    await enter(laptop, button(laptop, 'Presunúť'));
    await dialog.waitFor({ state: 'detached' });
    await expectFocusAt(laptop, move);
    await expectFocusSeen(laptop);
    await laptop.getByRole('status').filter({ hasText: '1 × presunuté' }).waitFor({ state: 'attached' });
    await laptop.getByText('Uložené', { exact: true }).waitFor();
  });
});

test('a long form is walked through by keyboard, and nothing she comes to hides behind its bar', async () => {
  const officer = await city.as('officer', 'laptop');
  await officer.goto(`${city.app.url}/processes/${city.places.process}/edit`);
  await tabTo(officer, button(officer, 'Uložiť zmeny'), { most: 150 });
  await enter(officer, button(officer, 'Odstrániť: Cieľ 1'), { key: 'Shift+Tab', most: 150 });
  await officer.getByRole('textbox', { name: 'Cieľ 3' }).waitFor({ state: 'detached' });
  await expectFocusSeen(officer);
  await officer.context().close();
});

describe('who facilitates by keyboard', () => {
  const clustering = 'Triedenie do zhlukov';

  test('starts the next activity and keeps the keyboard in the run sheet', async () => {
    await facilitator.goto(`${city.app.url}/sessions/${city.places.running}/canvas`);
    await enter(facilitator, button(facilitator, `Spustiť: ${clustering}`));
    await facilitator.getByRole('heading', { name: clustering, level: 2 }).waitFor();
    await expectFocusAt(facilitator, facilitator.getByRole('heading', { name: 'Program', level: 2 }));
    await expectFocusSeen(facilitator);
    await phone.getByRole('heading', { name: clustering, level: 1 }).waitFor();
  });

  test('groups two notes into a cluster and names it, from the list', async () => {
    await enter(facilitator, button(facilitator, 'Zoznam'), { key: 'Shift+Tab' });
    const list = facilitator.getByRole('list', { name: 'Tabuľa ako zoznam' });
    await tabTo(facilitator, list.locator('[tabindex="0"]'));
    const [first, second] = [list.getByRole('checkbox').nth(0), list.getByRole('checkbox').nth(1)];
    for (const note of [first, second]) {
      while (!(await hasFocus(note))) {
        await facilitator.keyboard.press('ArrowDown');
        await expectFocusSeen(facilitator);
      }
      await facilitator.keyboard.press('Space');
      expect(await note.isChecked()).toBe(true);
    }
    await enter(facilitator, button(facilitator, 'Zoskupiť'));
    const dialog = facilitator.getByRole('dialog', { name: 'Názov zhluku' });
    await expectFocusAt(facilitator, dialog.getByRole('textbox', { name: 'Ako sa zhluk volá?' }));
    await facilitator.keyboard.type('Budovy bez strát');
    await facilitator.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await list.getByRole('button', { name: 'Pomenovať zhluk Budovy bez strát' }).waitFor();
    await expectFocusSeen(facilitator);
    await phone.getByRole('heading', { name: /Budovy bez strát/ }).waitFor();
  });

  test('what is chosen is let go or deleted, and the keyboard goes on beside it', async () => {
    const list = facilitator.getByRole('list', { name: 'Tabuľa ako zoznam' });
    const note = list.getByRole('checkbox').nth(4);
    const chosen = (await note.getAttribute('aria-label'))!.replace('Vybrať: ', '');
    await tabTo(facilitator, list.locator('[tabindex="0"]'), { key: 'Shift+Tab' });
    while (!(await hasFocus(note))) await facilitator.keyboard.press('ArrowDown');
    await facilitator.keyboard.press('Space');
    await enter(facilitator, button(facilitator, 'Zrušiť výber'));
    await expectFocusAt(facilitator, note);
    await facilitator.keyboard.press('Space');
    await enter(facilitator, button(facilitator, 'Odstrániť'));
    await list.getByRole('button', { name: `Otvoriť: ${chosen}`, exact: true }).waitFor({ state: 'detached' });
    await expectFocusSeen(facilitator);
    await facilitator.keyboard.press('Control+z');
    await list.getByRole('button', { name: `Otvoriť: ${chosen}`, exact: true }).waitFor();
    await expectFocusSeen(facilitator);
  });

  test('on the plane too: walks, chooses, colours, deletes and takes it back', async () => {
    const notes = facilitator.getByRole('article');
    await enter(facilitator, button(facilitator, 'Plátno'), { key: 'Shift+Tab' });
    await notes.first().waitFor();
    await tabTo(facilitator, facilitator.getByRole('group', { name: /^Tabuľa:/ }).locator('[tabindex="0"]'));
    const focused = facilitator.getByRole('group', { name: /^Tabuľa:/ }).locator(':focus');
    while ((await focused.getAttribute('role')) !== 'article') await facilitator.keyboard.press('ArrowRight');
    await expectFocusSeen(facilitator);
    const words = (await focused.textContent())!;
    await facilitator.keyboard.press('Space');
    await facilitator.keyboard.press('5');
    await facilitator.getByRole('article', { name: /zelená/ }).filter({ hasText: words }).waitFor();
    await enter(facilitator, button(facilitator, 'Zrušiť výber'));
    await expectFocusAt(facilitator, notes.filter({ hasText: words }));
    await facilitator.keyboard.press('Delete');
    await notes.filter({ hasText: words }).waitFor({ state: 'detached' });
    await enter(facilitator, button(facilitator, 'Späť'));
    await notes.filter({ hasText: words }).waitFor();
    await expectFocusSeen(facilitator);
    await facilitator.getByText('Uložené', { exact: true }).waitFor();
    await enter(facilitator, button(facilitator, 'Zoznam'), { key: 'Shift+Tab' });
  });

  test('starts a vote; the participant gives her dots by keyboard and changes her mind', async () => {
    await enter(facilitator, button(facilitator, 'Spustiť: Hlasovanie bodkami'));
    await phone.getByRole('heading', { name: 'Hlasovanie bodkami', level: 1 }).waitFor();
    const add = button(phone, 'Pridať bodku: Budovy bez strát');
    await tabTo(phone, add);
    for (let dot = 0; dot < 4; dot++) await phone.keyboard.press('Enter');
    await phone.getByText('Rozdali ste všetky bodky').waitFor();
    await expectFocusAt(phone, add);
    await enter(phone, button(phone, 'Ubrať bodku: Budovy bez strát'), { key: 'Shift+Tab' });
    await phone.getByText('Zostáva vám 1 bodka').waitFor();
    await saved(phone);
    await expectSound(phone);
  });

  test('ends it and shows the result, never losing the keyboard', async () => {
    await facilitator.getByText('Hlasovalo 1 z').first().waitFor();
    await enter(facilitator, button(facilitator, 'Ukončiť hlasovanie'), { key: 'Shift+Tab' });
    await button(facilitator, 'Ukázať výsledok').waitFor();
    await expectFocusSeen(facilitator);
    await enter(facilitator, button(facilitator, 'Ukázať výsledok'));
    await phone.getByRole('heading', { name: 'Výsledok hlasovania' }).waitFor();
    await button(facilitator, 'Ukázať výsledok').waitFor({ state: 'detached' });
    await expectFocusSeen(facilitator);
    await expectSound(facilitator);
  });
});
