import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { DemoCity } from './demo-city.ts';
import { eventually } from './eventually.ts';
import { expectSound, startBrowser } from './people.ts';

/** What a screen reader is given of a board, and what is left of it in a system's own two colours. */
let browser: Browser;
let city: DemoCity;
let page: Page;
let other: Page;
beforeAll(async () => {
  browser = await startBrowser();
  city = await DemoCity.open(browser);
  [page, other] = await Promise.all([city.as('facilitator', 'laptop'), city.as('facilitator', 'laptop')]);
  for (const one of [page, other]) {
    await one.goto(`${city.app.url}/sessions/${city.places.running}/canvas`);
    await board(one).waitFor();
    await one.getByRole('article', { name: new RegExp(`^${FIRST}`) }).waitFor();
  }
});
afterAll(async () => {
  await browser.close();
  await city.stop();
});

const FIRST = 'V paneláku máme';
const NEW = 'Pribudlo počas čítania';
const board = (of: Page) => of.getByRole('group', { name: /^Tabuľa:/ });
const button = (of: Page, name: string) => of.getByRole('button', { name, exact: true });

interface Node {
  role: string;
  name: string;
}
/** The accessibility tree as the browser hands it on, in its order. */
async function tree(): Promise<Node[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const found: Node[] = [];
  const walk = (id: string) => {
    const node = byId.get(id);
    if (!node) return;
    if (!node.ignored) found.push({ role: String(node.role?.value ?? ''), name: String(node.name?.value ?? '') });
    for (const child of node.childIds ?? []) walk(child);
  };
  walk(nodes[0]!.nodeId);
  return found;
}
/** Of the notes of the first frame those on the screen, row by row as they are seen. */
async function seen(): Promise<string[]> {
  const { x: left, y: top, width, height } = (await board(page).boundingBox())!;
  return page.locator('.board-note:not([hidden])').evaluateAll((notes, area) => {
    const frame = document.querySelector('.board-frame')!.getBoundingClientRect();
    return notes.map((note) => ({ text: note.textContent, place: note.getBoundingClientRect() }))
      .filter(({ place }) => place.left >= Math.max(area.left, frame.left) && place.top >= area.top && place.right <= Math.min(area.left + area.width, frame.right) && place.bottom <= area.top + area.height)
      .sort((a, b) => Math.round(a.place.top / 40) - Math.round(b.place.top / 40) || a.place.left - b.place.left).map(({ text }) => text);
  }, { left, top, width, height });
}

test('on the canvas the texts of all notes in view are in the tree, frame by frame and row by row', async () => {
  const inView = await seen();
  expect(inView.length).toBeGreaterThan(8);
  await eventually(async () => {
    const articles = (await tree()).filter(({ role }) => role === 'article').map(({ name }) => name);
    const order = inView.map((text) => articles.findIndex((name) => name.startsWith(text)));
    expect(Math.min(...order)).toBeGreaterThanOrEqual(0);
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });
  const nodes = await tree();
  const frame = nodes.findIndex(({ role, name }) => role === 'heading' && name.startsWith('Rám Čo nás trápi'));
  expect(frame).toBeGreaterThanOrEqual(0);
  expect(nodes.findIndex(({ role, name }) => role === 'article' && name.startsWith(inView[0]!))).toBeGreaterThan(frame);
});

test('what others add is in the tree, and takes the focus from nobody', async () => {
  const first = page.getByRole('article', { name: new RegExp(`^${FIRST}`) });
  await first.focus();
  await button(other, 'Nový lístok').click();
  await other.getByRole('textbox', { name: 'Text lístka' }).fill(NEW);
  await button(other, 'Hotovo').click();
  await eventually(async () => expect((await tree()).some(({ role, name }) => role === 'article' && name.startsWith(NEW))).toBe(true));
  expect(await first.evaluate((element) => element === document.activeElement)).toBe(true);
});

test('the list has all of the board in the tree: frames as headings, notes as items that say of how many they are', async () => {
  await button(page, 'Zoznam').click();
  await page.getByRole('list', { name: 'Tabuľa ako zoznam' }).waitFor();
  const nodes = await tree();
  const words = nodes.map(({ name }) => name).join('\n');
  expect(words).toContain(NEW);
  expect(nodes.filter(({ role }) => role === 'heading').map(({ name }) => name)).toEqual(expect.arrayContaining([expect.stringMatching(/Čo nás trápi$/), expect.stringMatching(/Nápady a riešenia$/)]));
  const rows = await page.locator('.board-row').evaluateAll((all) => all.map((row) => ({ size: row.getAttribute('aria-setsize'), text: row.querySelector('.board-row-text')?.textContent ?? '' })));
  expect(rows.length).toBeGreaterThan(60);
  expect(new Set(rows.map(({ size }) => size))).toEqual(new Set([`${rows.length}`]));
  expect(nodes.filter(({ role }) => role === 'listitem').length).toBeGreaterThanOrEqual(rows.length);
  expect(rows.filter(({ text }) => !words.includes(text))).toEqual([]);
  await button(page, 'Plátno').click();
  await board(page).waitFor();
});
/** The looks that differ among a note plain, with the focus, chosen as well, and chosen with the focus elsewhere. */
async function looks(): Promise<string[]> {
  // By keys: browsers show no focus that a pointer put there.
  await button(page, 'Prejsť na rám').press('Enter');
  await page.getByRole('menuitem', { name: 'Čo nás trápi' }).press('Enter');
  const note = page.getByRole('article', { name: new RegExp(`^${FIRST}`) });
  const look = () => note.evaluate((element) => {
    const { outlineStyle, outlineWidth, outlineColor, boxShadow, backgroundColor } = getComputedStyle(element);
    return [outlineStyle, outlineStyle === 'none' ? '' : `${outlineWidth} ${outlineColor}`, boxShadow, backgroundColor].join(' ');
  });
  const seen = [await look()];
  await note.focus();
  seen.push(await look());
  await page.keyboard.press('Space');
  await page.getByRole('article', { name: new RegExp(`^${FIRST}.*vybraný`) }).waitFor();
  seen.push(await look());
  await button(page, 'Prejsť na rám').focus();
  seen.push(await look());
  await note.focus();
  await page.keyboard.press('Escape');
  return [...new Set(seen)];
}

test('what is chosen, what has the focus and what is both can be told apart', async () => {
  expect(await looks()).toHaveLength(4);
});

describe('in a system’s own colours', () => {
  beforeAll(() => page.emulateMedia({ forcedColors: 'active' }));
  afterAll(() => page.emulateMedia({ forcedColors: 'none' }));

  const styleOf = (name: RegExp) => page.getByRole('article', { name }).first().evaluate((note) => {
    const { borderTopStyle, borderTopWidth, borderTopColor, backgroundColor, color } = getComputedStyle(note);
    return { border: `${borderTopStyle} ${borderTopColor}`, width: parseFloat(borderTopWidth), background: backgroundColor, ink: color };
  });

  test.each([['near', 2], ['as it is', 0], ['far', -1]] as const)('notes have an edge and readable words (%s), and axe finds nothing', async (_, steps) => {
    await button(page, 'Prejsť na rám').click();
    await page.getByRole('menuitem', { name: 'Čo nás trápi' }).click();
    for (let i = 0; i < Math.abs(steps); i++) await button(page, steps > 0 ? 'Priblížiť' : 'Oddialiť').click();
    const first = await styleOf(new RegExp(`^${FIRST}`));
    expect(first.border).toMatch(/^solid /);
    expect(first.width).toBeGreaterThan(0);
    expect(first.border).not.toContain(first.background);
    expect(first.ink).not.toBe(first.background);
    await expectSound(page);
  });

  test('what is chosen, what has the focus and what is both can be told apart', async () => {
    expect(await looks()).toHaveLength(4);
  });

  test('the list keeps the colours of notes, and axe finds nothing', async () => {
    await button(page, 'Zoznam').click();
    await page.getByRole('list', { name: 'Tabuľa ako zoznam' }).waitFor();
    expect(await page.locator('.board-row-colour').first().evaluate((sign) => getComputedStyle(sign).backgroundColor)).not.toMatch(/^rgb\((255, 255, 255|0, 0, 0)\)$/);
    await expectSound(page);
  });
});
