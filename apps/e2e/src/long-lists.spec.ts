import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { command, DemoCity } from './demo-city.ts';
import { eventually } from './eventually.ts';
import { expectFits } from './page-checks.ts';
import { expectSound, someone, startBrowser } from './people.ts';

/** What people call a cluster, from one word to two lines and more. */
const NAMES = [
  'Zatepliť školy', 'Fotovoltika na strechách mestských budov, škôl a plavárne s podielom obyvateľov na výnosoch', 'Lacnejšie teplo', 'Energetické poradenstvo pre domácnosti v bytových domoch',
  'Verejné osvetlenie, ktoré v noci stmieva', 'Spoločné vykurovanie sídlisk Fončorda, Rudlová a Sásová z obnoviteľných zdrojov', 'Elektrobusy', 'Zelené strechy na zastávkach',
];
/** Each once and none longer for it: options of one name are told apart by numbers, which take room of their own. */
const nameOf = (i: number) => {
  const name = NAMES[i % NAMES.length]!;
  const round = Math.floor(i / NAMES.length);
  return round === 0 ? name : `${name.slice(0, -2)} ${round}`;
};
const WALLS = [{ width: 1920, height: 1080 }, { width: 1366, height: 768 }];

/** Where the walls are kept to be looked at; left out: nowhere. */
const WALL_PICTURES = process.env['WALL_PICTURES'];

let browser: Browser;
let city: DemoCity;
let facilitator: Page;
let guest: Page;
let hall: Page;
beforeAll(async () => {
  browser = await startBrowser();
  city = await DemoCity.open(browser);
  facilitator = await city.as('facilitator', 'laptop');
  guest = await someone(browser, 'phone');
  hall = await city.as('facilitator', 'projector');
});
afterAll(async () => {
  await browser.close();
  await city.stop();
});

const give = async (path: string, data: object = {}) => (await command(facilitator, city.app.url, 'POST', path, data)) as { id: string };
const read = async <Answer>(path: string, page = facilitator) => (await page.request.get(`${city.app.url}/api/${path}`)).json() as Promise<Answer>;

const session = (title: string) => ({ kind: 'workshop', title, welcome: '', plannedOn: null, plannedTime: null, place: '', language: 'sk', visibility: 'public' });

/** A session whose board holds that many clusters with a note each; the sorting runs, a vote on them comes next. */
async function givenClusters(count: number): Promise<{ id: string; code: string; voting: string }> {
  const { id } = await give(`processes/${city.places.process}/sessions`, session(`Energia v ${count} bodoch`));
  const activity = { instruction: 'Rozdeľte si bodky podľa toho, čo má mesto urobiť najskôr.', staffNotes: '', minutes: 10, methodId: null };
  const sorting = await give(`sessions/${id}/activities`, { ...activity, title: 'Triedenie', settings: { kind: 'cluster' } });
  const voting = await give(`sessions/${id}/activities`, { ...activity, title: 'Čo najskôr?', settings: { kind: 'dot-vote', dots: 3, perOption: null } });
  await give(`sessions/${id}/open`);
  await give(`activities/${sorting.id}/start`);
  const { room } = await read<{ room: { code: string; boardId: string } }>(`sessions/${id}/room`);
  const clusters = Array.from({ length: count }, (_, i) => ({ id: randomUUID(), title: nameOf(i) }));
  const now = new Date().toISOString();
  const notes = clusters.map((cluster, i) => ({
    id: randomUUID(), contributionId: randomUUID(), text: cluster.title, colour: 'yellow', x: (i % 10) * 220, y: Math.floor(i / 10) * 220, frameId: null, width: 200, height: 200,
    clusterId: cluster.id, createdAt: now,
  }));
  const brought = await facilitator.request.post(`${city.app.url}/api/boards/${room.boardId}/imports?kind=board`, {
    headers: { origin: city.app.url, 'idempotency-key': randomUUID(), 'content-type': 'application/vnd.spolupracovna.board+json' },
    data: JSON.stringify({ format: 'spolupracovna-board', version: 1, exportedAt: now, title: 'Energia', frames: [], clusters, notes }),
  });
  expect([brought.status(), await brought.text()]).toEqual([201, expect.anything()]);
  return { id, code: room.code, voting: voting.id };
}

/** Everything seen on the wall is seen whole, the sign below names how many are not, and the biggest type is taken that leaves none out. */
async function expectWholeItems(count: number, least = 18): Promise<void> {
  await hall.waitForFunction((all) => document.querySelectorAll('.hall-fitted li').length === all, count);
  for (const wall of WALLS) {
    await hall.setViewportSize(wall);
    // A wall that changes its size is fitted anew with the next picture.
    const seen = () => hall.evaluate(() => {
      const box = document.querySelector('.hall-fitted')!.getBoundingClientRect();
      const shown = [...document.querySelectorAll<HTMLElement>('.hall-fitted li:not([data-cut])')];
      const outside = shown.filter((item) => {
        const { top, bottom, left, right } = item.getBoundingClientRect();
        return top < box.top - 1 || bottom > box.bottom + 1 || left < box.left - 1 || right > box.right + 1 || item.scrollWidth > item.clientWidth + 1;
      });
      const places = shown.map((item) => item.getBoundingClientRect());
      const overlapping = places.filter((a, i) => places.some((b, j) => j > i && a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1));
      const page = document.documentElement;
      return {
        counted: Number(document.querySelector('.hall-more')?.textContent?.match(/\d+/)?.[0] ?? 0) === document.querySelectorAll('.hall-fitted li[data-cut]').length,
        shown: shown.length, outside: outside.map((item) => item.textContent), overlapping: overlapping.length, smallest: Math.min(...shown.map((item) => parseFloat(getComputedStyle(item).fontSize))),
        scrolls: page.scrollHeight > page.clientHeight + 1 || page.scrollWidth > page.clientWidth + 1, hidden: [...document.querySelectorAll('.hall-fitted li[data-cut]')].every((item) => getComputedStyle(item).visibility === 'hidden'),
      };
    });
    await eventually(async () => {
      const { shown, smallest, ...rest } = await seen();
      expect({ wall, count, ...rest }).toEqual({ wall, count, counted: true, outside: [], overlapping: 0, scrolls: false, hidden: true });
      expect(smallest).toBeGreaterThanOrEqual(wall.width === 1920 ? 28 : 20);
      expect(shown).toBeGreaterThanOrEqual(Math.min(count, least));
    });
  }
}

test.each([5, 20, 45])('%i clusters with long names: the wall shows them whole while they are made, voted on and counted', async (count) => {
  const { id, code, voting } = await givenClusters(count);
  await command(guest, city.app.url, 'POST', 'joins', { code, nickname: 'Zuzana', sector: null, language: 'sk' });
  await hall.goto(`${city.app.url}/sessions/${id}/projector`);
  await hall.getByRole('heading', { name: 'Triedenie' }).waitFor();
  if (count > 12) await expectWholeItems(count);
  await give(`activities/${voting}/start`);
  await hall.getByRole('heading', { name: 'Čo najskôr?' }).waitFor();
  await expectWholeItems(count);
  const { room: { activity } } = await read<{ room: { activity: { part: { options: { id: string }[] } } } }>(`sessions/${id}/room`);
  const [first, second] = activity.part.options;
  await command(guest, city.app.url, 'PUT', `activities/${voting}/ballot`, { dots: [{ optionId: first!.id, count: 2 }, { optionId: second!.id, count: 1 }] });
  await give(`activities/${voting}/end`);
  await give(`activities/${voting}/show-result`);
  await hall.getByRole('list', { name: 'Výsledok hlasovania' }).waitFor();
  await expectWholeItems(count);
});

test('a ranking and a 2×2 of thirty options: the wall shows their results whole, as many as can be read', async () => {
  const options = Array.from({ length: 30 }, (_, i) => `${nameOf(i)} (${i + 1})`);
  const { id } = await give(`processes/${city.places.process}/sessions`, session('Tridsať možností'));
  const activity = { instruction: '', staffNotes: '', minutes: 10, methodId: null };
  const votes = [
    { title: 'Čo skôr?', least: 18, settings: { kind: 'ranking', secrecy: 'blind', options }, value: (ids: string[]) => ({ kind: 'ranking', ranking: ids }) },
    {
      title: 'Čo stojí a čo prinesie?', least: 9, settings: { kind: 'estimate', secrecy: 'blind', options, x: 'Náročnosť', y: 'Prínos' },
      value: (ids: string[]) => ({ kind: 'estimate', estimates: ids.map((optionId, i) => ({ optionId, x: i % 11, y: (i * 7) % 11 })) }),
    },
  ];
  await give(`sessions/${id}/open`);
  const { room: { code } } = await read<{ room: { code: string } }>(`sessions/${id}/room`);
  await command(guest, city.app.url, 'POST', 'joins', { code, nickname: 'Zuzana', sector: null, language: 'sk' });
  await hall.goto(`${city.app.url}/sessions/${id}/projector`);
  for (const { title, least, settings, value } of votes) {
    const vote = await give(`sessions/${id}/activities`, { ...activity, title, settings });
    await give(`activities/${vote.id}/start`);
    await hall.getByRole('heading', { name: title }).waitFor();
    const { room } = await read<{ room: { activity: { part: { options: { id: string }[] } } } }>(`sessions/${id}/room`);
    await command(guest, city.app.url, 'PUT', `activities/${vote.id}/answer`, { value: value(room.activity.part.options.map((option) => option.id)) });
    await give(`activities/${vote.id}/end`);
    await give(`activities/${vote.id}/show-result`);
    await hall.locator('.hall-figures').waitFor();
    await expectWholeItems(30, least);
    if (WALL_PICTURES) for (const wall of WALLS) {
      await hall.setViewportSize(wall);
      await hall.screenshot({ path: join(WALL_PICTURES, `${settings.kind}-${wall.width}.png`) });
    }
    await expectSound(hall);
  }
});

/** What people in a hall write: from three words to five lines on a phone. */
const THOUGHTS = [
  'Panely na plaváreň', 'V paneláku máme staré stúpačky a každú zimu kúrime von oknami, lebo sa radiátory nedajú stiahnuť', 'Lacnejšie teplo pre dôchodcov, ktorí bývajú sami',
  'Energetické poradenstvo raz za mesiac v každej mestskej časti, aj večer po práci', 'Svietiť menej', 'Na škole na Spojovej svietia na chodbách svetlá celý víkend, hoci tam nikto nie je; stačili by snímače pohybu a dvaja žiaci, ktorí to strážia',
];
const thought = (i: number) => `${THOUGHTS[i % THOUGHTS.length]!} (${i + 1})`;
const FRAMES = ['Školy', 'Bývanie', 'Doprava a verejné osvetlenie', 'Podnikanie', 'Zdravie', 'Čo ešte'];

/** Every note of a wall is either whole on it or counted beside it; the newest is always there. */
async function expectHonestWalls(notes: number): Promise<{ shown: number; font: number }[]> {
  await hall.waitForFunction((all) => document.querySelectorAll('.hall-note').length === all, notes);
  const found: { shown: number; font: number }[] = [];
  for (const wall of WALLS) {
    await hall.setViewportSize(wall);
    // A wall that changes its size is dealt anew with the next picture.
    await eventually(async () => {
      const { walls, scrolls } = await wallsOfHall();
      expect({ wall, scrolls, walls }).toMatchObject({ scrolls: false, walls: walls.map(({ cut }) => ({ said: cut, newest: true, outside: 0, overlapping: 0, broken: [] })) });
      found.push({ shown: walls.reduce((sum, { shown }) => sum + shown, 0), font: Math.min(...walls.map(({ font }) => font)) });
    });
  }
  return found;
}

const wallsOfHall = () =>
  hall.evaluate(() => {
    const walls = [...document.querySelectorAll<HTMLElement>('.hall-wall')].map((section) => {
      const room = section.querySelector('.hall-notes')!.getBoundingClientRect();
      const notes = [...section.querySelectorAll<HTMLElement>('.hall-note')];
      const shown = notes.filter((note) => getComputedStyle(note).visibility === 'visible');
      const places = shown.map((note) => note.getBoundingClientRect());
      return {
        shown: shown.length, cut: notes.length - shown.length, said: Number(section.querySelector('.hall-wall-head p')?.textContent?.match(/\d+/)?.[0] ?? 0),
        newest: shown.at(-1) === notes.at(-1), font: parseFloat(getComputedStyle(shown[0] ?? section).fontSize),
        outside: places.filter(({ top, bottom, left, right }) => top < room.top - 1 || bottom > room.bottom + 1 || left < room.left - 1 || right > room.right + 1).length,
        overlapping: places.filter((a, i) => places.some((b, j) => j > i && a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1)).length,
        // Only the smallest type shortens a long note, and then by whole lines.
        broken: shown.filter((note) => {
          const words = note.firstElementChild!;
          const line = parseFloat(getComputedStyle(words).lineHeight);
          const shortened = words.scrollHeight > words.clientHeight + line / 2;
          return (shortened && note.closest<HTMLElement>('.hall-walls')!.dataset['fit'] !== '3') || Math.abs(words.clientHeight / line - Math.round(words.clientHeight / line)) > 0.1;
        }).map((note) => note.textContent),
      };
    });
    const page = document.documentElement;
    return { walls, scrolls: page.scrollHeight > page.clientHeight + 1 || page.scrollWidth > page.clientWidth + 1 };
  });

test('sixty notes in six frames, and on one wall: what has no room is counted, and the newest are there', async () => {
  const { id } = await give(`processes/${city.places.process}/sessions`, session('Šesťdesiat lístkov'));
  const writing = await give(`sessions/${id}/activities`, {
    title: 'Čo by mesto malo urobiť?', instruction: 'Jeden nápad na jeden lístok. Píšte celou vetou.', staffNotes: '', minutes: 10, methodId: null,
    settings: { kind: 'brainstorm', mode: 'open', frames: FRAMES },
  });
  const sorting = await give(`sessions/${id}/activities`, { title: 'Triedenie', instruction: '', staffNotes: '', minutes: 10, methodId: null, settings: { kind: 'cluster' } });
  const rules = Array.from({ length: 40 }, (_, i) => `Pravidlo ${i + 1}: kto hovorí, drží fixku.`).join('\n').slice(0, 1_000);
  const telling = await give(`sessions/${id}/activities`, { title: 'Pravidlá', instruction: rules, staffNotes: '', minutes: 5, methodId: null, settings: { kind: 'information' } });
  await give(`sessions/${id}/open`);
  await give(`activities/${writing.id}/start`);
  const { room } = await read<{ room: { boardId: string; activity: { part: { frames: { id: string }[] } } } }>(`sessions/${id}/room`);
  const bring = async (frameId: string, from: number, to: number) => {
    const lines = Array.from({ length: to - from }, (_, i) => thought(from + i)).join('\n');
    const brought = await facilitator.request.post(`${city.app.url}/api/boards/${room.boardId}/imports?kind=lines&frameId=${frameId}`, {
      headers: { origin: city.app.url, 'idempotency-key': randomUUID(), 'content-type': 'text/csv' }, data: lines,
    });
    expect([brought.status(), await brought.text()]).toEqual([201, expect.anything()]);
  };
  await hall.goto(`${city.app.url}/sessions/${id}/projector`);
  const { frames } = room.activity.part;
  for (const [i, frame] of frames.entries()) await bring(frame.id, i * 10, i * 10 + 1);
  // A few have room for letters that the last row reads without trying.
  for (const [i, { shown, font }] of (await expectHonestWalls(6)).entries()) {
    expect(shown).toBe(6);
    expect(font).toBeGreaterThanOrEqual(i === 0 ? 40 : 28);
  }
  for (const [i, frame] of frames.entries()) await bring(frame.id, i * 10 + 1, i * 10 + 10);
  for (const [i, { shown, font }] of (await expectHonestWalls(60)).entries()) {
    expect(shown).toBeGreaterThanOrEqual(20);
    expect(font).toBeGreaterThanOrEqual(i === 0 ? 28 : 20);
  }
  await give(`activities/${sorting.id}/start`);
  await hall.getByRole('heading', { name: 'Triedenie' }).waitFor();
  for (const { shown } of await expectHonestWalls(60)) expect(shown).toBeGreaterThanOrEqual(20);
  await give(`activities/${telling.id}/start`);
  await hall.getByText('Celé znenie máte na telefóne.').waitFor();
  const told = await hall.locator('.hall-words').evaluate((words) => {
    const line = parseFloat(getComputedStyle(words).lineHeight);
    const { height, bottom } = words.getBoundingClientRect();
    return { wholeLines: Math.abs(height / line - Math.round(height / line)) < 0.1, inside: bottom <= words.parentElement!.getBoundingClientRect().bottom + 1, lines: Math.round(height / line) };
  });
  expect(told).toMatchObject({ wholeLines: true, inside: true });
  expect(told.lines).toBeGreaterThan(8);
});

test('seven hundred notes as a list on a phone: each is read in whole lines, with what can be done below', async () => {
  const { id } = await give(`processes/${city.places.process}/sessions`, session('Sedemsto lístkov'));
  const { boardId } = await read<{ boardId: string }>(`sessions/${id}`);
  const lines = Array.from({ length: 700 }, (_, i) => thought(i)).join('\n');
  const brought = await facilitator.request.post(`${city.app.url}/api/boards/${boardId}/imports?kind=lines`, {
    headers: { origin: city.app.url, 'idempotency-key': randomUUID(), 'content-type': 'text/csv' }, data: lines,
  });
  expect([brought.status(), await brought.text()]).toEqual([201, expect.anything()]);
  const phone = await city.as('facilitator', 'phone');
  await phone.goto(`${city.app.url}/sessions/${id}/canvas`);
  const notes = phone.getByRole('listitem').and(phone.locator('[data-kind="note"]'));
  await notes.first().waitFor();
  const looked = () => notes.evaluateAll((all) => all.map((line) => {
    const words = line.querySelector('.board-row-text')!.getBoundingClientRect();
    const { top, bottom, right } = line.getBoundingClientRect();
    const buttons = [...line.querySelectorAll('button')].map((button) => button.getBoundingClientRect());
    return { words: words.width, outside: buttons.some((button) => button.top < top - 1 || button.bottom > bottom + 1 || button.right > right + 1) };
  }));
  // Also far below, where other lines were made for the window.
  for (const scrolled of [0, 60_000]) {
    await phone.locator('.board-outline').evaluate((list, top) => void (list.scrollTop = top), scrolled);
    await eventually(async () => {
      const seen = await looked();
      expect(seen.length).toBeGreaterThan(4);
      expect(Math.min(...seen.map(({ words }) => words))).toBeGreaterThan(100);
      expect(seen.filter(({ outside }) => outside)).toEqual([]);
    });
  }
  await Promise.all([expectFits(phone), expectSound(phone)]);
  await phone.context().close();
});
