import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { DemoCity } from './demo-city.ts';
import { eventually } from './eventually.ts';
import { enter, expectFocusAt, expectFocusSeen, hasFocus, tabTo } from './keyboard.ts';
import { expectSound, startBrowser } from './people.ts';

/** Everything here is found by the roles and names of the accessibility tree, and done without a pointer. */
let browser: Browser;
let city: DemoCity;
let facilitator: Page;
let participant: Page;
let facilitatorHeard: () => Promise<string[]>;
beforeAll(async () => {
  browser = await startBrowser();
  city = await DemoCity.open(browser);
  facilitator = await city.as('facilitator', 'laptop');
  participant = await city.as(null, 'laptop');
});
afterAll(async () => {
  await browser.close();
  await city.stop();
});

const button = (page: Page, name: string | RegExp) => page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });
const list = (page: Page) => page.getByRole('list', { name: 'Tabuľa ako zoznam' });
const line = (page: Page, words: string) => list(page).getByRole('button', { name: `Otvoriť: ${words}`, exact: true });
const said = (page: Page, words: RegExp) => page.getByRole('status').filter({ hasText: words }).first().waitFor({ state: 'attached' });
/** Everything that is put into what is read out, from now on. */
async function listen(page: Page): Promise<() => Promise<string[]>> {
  const heard = await page.evaluateHandle(() => {
    const sentences: string[] = [];
    const spoken = (node: Node) => (node instanceof Element ? node : node.parentElement)?.closest('[role="status"]');
    new MutationObserver((changes) => {
      for (const { addedNodes } of changes) for (const node of addedNodes) if (spoken(node)) sentences.push(node.textContent ?? '');
    }).observe(document.body, { childList: true, subtree: true });
    return sentences;
  });
  return () => heard.jsonValue();
}
const saved = (page: Page) => page.getByText('Uložené', { exact: true }).waitFor();

/** To the one stop of Tab that the list has, and on to the line that begins with these letters. */
async function toLine(page: Page, words: string): Promise<void> {
  const inList = () => list(page).evaluate((element) => element.contains(document.activeElement));
  for (let step = 0; step < 60 && !(await inList()); step++) await page.keyboard.press('Tab');
  await page.keyboard.press('Home');
  await page.keyboard.type(words, { delay: 20 });
  await expectFocusAt(page, line(page, words));
  await expectFocusSeen(page);
}
/** Along the line's buttons to this one. */
async function along(page: Page, name: string): Promise<void> {
  for (let step = 0; step < 8 && !(await hasFocus(button(page, name))); step++) await page.keyboard.press('ArrowRight');
  await expectFocusAt(page, button(page, name));
  await page.keyboard.press('Enter');
}
async function fromMenu(page: Page, words: string, item: string): Promise<void> {
  await toLine(page, words);
  await page.keyboard.press('Shift+F10');
  const entry = page.getByRole('menu', { name: 'Čo sa tu dá urobiť' }).getByRole('menuitem', { name: item, exact: true });
  await entry.waitFor();
  for (let step = 0; step < 12 && !(await hasFocus(entry)); step++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
}
async function writeNote(page: Page, words: string): Promise<void> {
  const add = list(page).getByRole('button', { name: /^Pridať lístok do rámu/ }).first();
  const inList = () => list(page).evaluate((element) => element.contains(document.activeElement));
  for (let step = 0; step < 60 && !(await inList()); step++) await page.keyboard.press('Tab');
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await expectFocusAt(page, add);
  await page.keyboard.press('Enter');
  await expectFocusAt(page, page.getByRole('textbox', { name: 'Text lístka' }));
  await page.keyboard.type(words);
  await page.keyboard.press('Control+Enter');
  await expectFocusAt(page, line(page, words));
}

test('both come to the board as a list', async () => {
  await participant.goto(`${city.app.url}/j#${city.places.code}`);
  await tabTo(participant, participant.getByRole('textbox', { name: 'Ako vás máme volať?' }));
  await participant.keyboard.type('Zora');
  await participant.keyboard.press('Enter');
  await tabTo(participant, participant.getByRole('radio', { name: 'Som tu ako obyvateľ/ka' }));
  await participant.keyboard.press('Space');
  await enter(participant, button(participant, 'Pokračovať'));
  await enter(participant, participant.getByRole('link', { name: 'Otvoriť tabuľu' }));
  await facilitator.goto(`${city.app.url}/sessions/${city.places.running}/canvas`);
  for (const page of [participant, facilitator]) {
    await enter(page, button(page, 'Zoznam'));
    await list(page).waitFor();
    await expectSound(page);
  }
  facilitatorHeard = await listen(facilitator);
});

test('she writes, changes and colours a note', async () => {
  await writeNote(participant, 'Tienisté zastávky');
  await participant.keyboard.press('Enter');
  await expectFocusAt(participant, participant.getByRole('textbox', { name: 'Text lístka' }));
  await participant.keyboard.type(' v centre');
  await participant.keyboard.press('Control+Enter');
  await expectFocusAt(participant, line(participant, 'Tienisté zastávky v centre'));
  await saved(participant);
});

test('others see it, and their keyboard stays where it is', async () => {
  await writeNote(facilitator, 'Zhrnutie facilitátorky');
  await writeNote(participant, 'Viac stromov');
  await line(facilitator, 'Viac stromov').waitFor();
  await expectFocusAt(facilitator, line(facilitator, 'Zhrnutie facilitátorky'));
});

test('the facilitator hears of every new note by its frame, though she herself goes on working', async () => {
  for (const words of ['Lavičky v tieni', 'Pitná fontána']) {
    await writeNote(participant, words);
    await line(facilitator, words).waitFor();
    await facilitator.keyboard.press('Control+z');
    await line(facilitator, 'Zhrnutie facilitátorky').waitFor({ state: 'detached' });
    await facilitator.keyboard.press('Control+Shift+z');
    await line(facilitator, 'Zhrnutie facilitátorky').waitFor();
  }
  // Gathered every five seconds: in how many sentences depends on how fast she types.
  await eventually(async () => {
    const heard = await facilitatorHeard();
    const counts = heard.flatMap((sentence) => [...sentence.matchAll(/(\d+) nov\S+ líst\S+ v ráme \S/g)]).map(([, count]) => Number(count));
    expect({ heard, added: counts.reduce((sum, count) => sum + count, 0) }).toEqual({ heard, added: 4 });
  });
});

test('she moves a note into another frame by its name', async () => {
  await toLine(participant, 'Viac stromov');
  await along(participant, 'Presunúť do…: Viac stromov');
  const dialog = participant.getByRole('dialog', { name: 'Presunúť do…' });
  await tabTo(participant, dialog.getByRole('radio').first());
  await participant.keyboard.press('ArrowDown');
  await enter(participant, button(participant, 'Presunúť'));
  await dialog.waitFor({ state: 'detached' });
  await said(participant, /1 × presunuté/);
  await expectFocusSeen(participant);
});

test('the facilitator writes a text, connects it with a note, and locks it', async () => {
  const insert = list(facilitator).getByRole('button', { name: /^Vložiť do rámu/ }).first();
  await facilitator.keyboard.press('Home');
  for (let step = 0; step < 4 && !(await hasFocus(insert)); step++) await facilitator.keyboard.press('ArrowRight');
  await expectFocusAt(facilitator, insert);
  await facilitator.keyboard.press('Enter');
  const text = facilitator.getByRole('menuitem', { name: 'Text', exact: true });
  await text.waitFor();
  for (let step = 0; step < 12 && !(await hasFocus(text)); step++) await facilitator.keyboard.press('ArrowDown');
  await facilitator.keyboard.press('Enter');
  await expectFocusAt(facilitator, facilitator.getByRole('textbox', { name: 'Text', exact: true }));
  await facilitator.keyboard.type('Pozor na rozpočet');
  await facilitator.keyboard.press('Control+Enter');
  await expectFocusAt(facilitator, line(facilitator, 'Text: Pozor na rozpočet'));

  await facilitator.keyboard.press('Shift+F10');
  const connect = facilitator.getByRole('menuitem', { name: 'Spojiť s…' });
  await connect.waitFor();
  for (let step = 0; step < 12 && !(await hasFocus(connect)); step++) await facilitator.keyboard.press('ArrowDown');
  await facilitator.keyboard.press('Enter');
  const dialog = facilitator.getByRole('dialog', { name: 'Spojiť čiarou' });
  await expectFocusAt(facilitator, dialog.getByRole('textbox', { name: 'Nájsť podľa slova' }));
  await facilitator.keyboard.type('viac stromov');
  await dialog.getByText('Nájdený 1 výsledok').waitFor();
  await tabTo(facilitator, dialog.getByRole('radio').first());
  await facilitator.keyboard.press('Space');
  await enter(facilitator, button(facilitator, 'Spojiť'));
  await line(participant, 'Spojnica: od Pozor na rozpočet k Viac stromov').waitFor();
  await expectFocusSeen(facilitator);

  await fromMenu(facilitator, 'Viac stromov', 'Zamknúť');
  await list(participant).getByRole('listitem').filter({ hasText: 'Viac stromov' }).getByText('zamknuté').waitFor();
  expect(await button(participant, 'Odstrániť: Viac stromov').count()).toBe(0);
  await fromMenu(facilitator, 'Viac stromov', 'Odomknúť');
  await button(participant, 'Odstrániť: Viac stromov').waitFor();
});

test('what she groups from the menu asks for its name, with the keyboard in the field', async () => {
  for (const words of ['Zhrnutie facilitátorky', 'Viac stromov']) {
    await toLine(facilitator, words);
    await facilitator.keyboard.press('ArrowLeft');
    await facilitator.keyboard.press('Space');
    expect(await list(facilitator).getByRole('checkbox', { name: `Vybrať: ${words}` }).isChecked()).toBe(true);
  }
  await fromMenu(facilitator, 'Viac stromov', 'Zoskupiť');
  const dialog = facilitator.getByRole('dialog', { name: 'Názov zhluku' });
  await expectFocusAt(facilitator, dialog.getByRole('textbox', { name: 'Ako sa zhluk volá?' }));
  await facilitator.keyboard.type('Zeleň');
  await facilitator.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await expectFocusAt(facilitator, button(facilitator, 'Pomenovať zhluk Zeleň'));
  await button(participant, 'Pomenovať zhluk Zeleň').or(list(participant).getByText('Zeleň', { exact: true })).first().waitFor();
});

test('when somebody takes away the very note where she is, her keyboard goes on beside it', async () => {
  await toLine(facilitator, 'Tienisté zastávky v centre');
  await toLine(participant, 'Tienisté zastávky v centre');
  await participant.keyboard.press('Delete');
  await line(facilitator, 'Tienisté zastávky v centre').waitFor({ state: 'detached' });
  await eventually(() => expectFocusSeen(facilitator));
  await expectFocusSeen(participant);
  await participant.keyboard.press('Control+z');
  await line(facilitator, 'Tienisté zastávky v centre').waitFor();
});

test('on the plane the note is moved by arrows', async () => {
  await enter(participant, button(participant, 'Plátno'), { key: 'Shift+Tab' });
  const plane = participant.getByRole('group', { name: /^Tabuľa:/ });
  const note = plane.getByRole('article', { name: /^Tienisté zastávky v centre/ });
  await tabTo(participant, plane.getByRole('heading').or(plane.getByRole('article')));
  await participant.keyboard.press('Home');
  for (let step = 0; step < 80 && !(await note.count() && await hasFocus(note)); step++) await participant.keyboard.press('ArrowRight');
  await expectFocusAt(participant, note);
  await participant.keyboard.press('Space');
  await participant.keyboard.press('ArrowDown');
  await said(participant, /Posunutý 1 lístok/);
  await participant.keyboard.press('Escape');
  await saved(participant);
  await expectSound(participant);
});

test('a note is found by a word and one is led there, without a mark typed', async () => {
  await enter(facilitator, button(facilitator, 'Hľadať'), { most: 90 });
  const dialog = facilitator.getByRole('dialog', { name: 'Nájsť na tabuli' });
  await expectFocusAt(facilitator, dialog.getByRole('textbox', { name: 'Slovo alebo jeho časť' }));
  await facilitator.keyboard.type('tieniste');
  await dialog.getByRole('status').filter({ hasText: 'Nájdený 1 výsledok' }).waitFor();
  await expectSound(facilitator);
  await enter(facilitator, dialog.getByRole('button', { name: 'Tienisté zastávky v centre' }));
  await expectFocusAt(facilitator, line(facilitator, 'Tienisté zastávky v centre'));
});
