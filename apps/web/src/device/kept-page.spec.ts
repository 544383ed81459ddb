import { beforeEach, describe, expect, test } from '@jest/globals';
import { waitFor } from '@testing-library/dom';
import { keptPage, PAGES, type BuiltPage, type PageKind } from './kept-page.ts';

const HERE = 'https://town.example';
const CANVAS = `${HERE}/sessions/abc/canvas`;
const pageOf = (version: string) => `<script src="/assets/room-${version}.js"></script>`;
const built = (version: string): BuiltPage => ({ version, entry: `/assets/room-${version}.js`, files: [`/assets/room-${version}.js`, '/assets/same.js'] });

class PretendedCache {
  readonly kept = new Map<string, Response>();
  async put(path: string, response: Response) {
    this.kept.set(path, response);
  }
  async match(path: string) {
    return this.kept.get(path)?.clone();
  }
}
class PretendedCaches {
  readonly open_ = new Map<string, PretendedCache>();
  async open(name: string) {
    const cache = this.open_.get(name) ?? new PretendedCache();
    this.open_.set(name, cache);
    return cache;
  }
  async match(path: string) {
    for (const cache of this.open_.values()) if (cache.kept.has(path)) return cache.match(path);
    return undefined;
  }
  async keys() {
    return [...this.open_.keys()];
  }
  async delete(name: string) {
    return this.open_.delete(name);
  }
}

let caches: PretendedCaches;
/** What the server has, by path; a missing one is nobody there. */
let server: Record<string, () => Response | Promise<Response>>;
let asked: string[];
let reloaded: string[];
let wait: (() => void)[];
beforeEach(() => {
  caches = new PretendedCaches();
  asked = [];
  reloaded = [];
  wait = [];
  serves('1');
});

function serves(version: string) {
  const page = () => new Response(pageOf(version));
  server = {
    '/canvas.html': page, '/sessions/abc/canvas': page, '/sessions/abc/report': page, '/api/me': () => new Response('{}'),
    [`/assets/room-${version}.js`]: () => new Response(`code ${version}`), '/assets/same.js': () => new Response('same'),
  };
}
const [ROOM, DESK] = PAGES as [PageKind, PageKind];
const worker = (version: string, kind = ROOM) =>
  keptPage(kind, built(version), {
    origin: HERE,
    caches: caches as unknown as CacheStorage,
    fetch: async (request) => {
      const path = typeof request === 'string' ? request : new URL(request.url).pathname;
      asked.push(path);
      const answer = server[path];
      if (!answer) throw new TypeError('Failed to fetch');
      return answer();
    },
    later: (run) => wait.push(run),
    reload: (clientId) => reloaded.push(clientId),
  });
const asking = (url: string, { mode = 'navigate', method = 'GET' } = {}) => ({ url, mode, method }) as unknown as Request;
const words = async (answer: Promise<Response> | null) => (await answer)?.text();

describe('the page of the canvas', () => {
  test('comes from the server where there is one, from the device where there is none', async () => {
    const page = worker('1');
    await page.keep();
    server['/sessions/abc/canvas'] = () => new Response('fresh');
    expect(await words(page.answer(asking(CANVAS), 'tab'))).toBe('fresh');
    server = {};
    expect(await words(page.answer(asking(CANVAS), 'tab'))).toBe(pageOf('1'));
    expect(await words(page.answer(asking(`${HERE}/assets/room-1.js`, { mode: 'cors' }), 'tab'))).toBe('code 1');
  });

  test('comes from the device too when only a proxy answers, and after eight seconds of silence', async () => {
    const page = worker('1');
    await page.keep();
    server['/sessions/abc/canvas'] = () => new Response('bad gateway', { status: 502 });
    expect(await words(page.answer(asking(CANVAS), 'tab'))).toBe(pageOf('1'));
    let answerNow: (response: Response) => void = () => undefined;
    server['/sessions/abc/canvas'] = () => new Promise((done) => (answerNow = done));
    wait = [];
    const late = page.answer(asking(CANVAS), 'tab');
    await waitFor(() => expect(wait).toHaveLength(1));
    wait[0]?.();
    expect(await words(late)).toBe(pageOf('1'));
    answerNow(new Response(pageOf('2')));
    await waitFor(() => expect(reloaded).toEqual(['tab']));
  });

  test('SEC-22: nothing else is taken, kept or answered: no other page, nothing of the api, no command, no other site', async () => {
    const page = worker('1');
    await page.keep();
    for (const request of [
      asking(`${HERE}/sessions/abc/report`), asking(`${HERE}/sessions/abc/projector`), asking(`${HERE}/api/me`, { mode: 'cors' }), asking(`${HERE}/api/boards/1/pictures/2`, { mode: 'no-cors' }),
      asking(CANVAS, { method: 'POST' }), asking('https://elsewhere.example/assets/same.js', { mode: 'cors' }),
    ]) expect(page.answer(request, 'tab')).toBeNull();
    expect([...caches.open_.values()].flatMap(({ kept }) => [...kept.keys()])).toEqual(['/canvas.html', '/assets/room-1.js', '/assets/same.js']);
  });
});

test('the desk has a page of its own, at its addresses alone', async () => {
  await worker('1').keep();
  server['/index.html'] = () => new Response(pageOf('1'));
  const desk = worker('1', DESK);
  await desk.keep();
  await desk.tidy();
  expect(await caches.keys()).toEqual(['room 1', 'desk 1']);
  server = {};
  for (const path of ['/referrals/abc', '/desk', '/desk/']) expect(await words(desk.answer(asking(HERE + path), 'tab'))).toBe(pageOf('1'));
  for (const path of ['/', '/referrals', '/referrals/abc/more', '/desktop', '/sessions/abc/canvas', '/api/referrals/abc']) expect(desk.answer(asking(HERE + path), 'tab')).toBeNull();
});

describe('another version', () => {
  test('fetches only what changed, and leaves the version before it to tabs that are still open', async () => {
    await worker('1').keep();
    serves('2');
    asked = [];
    const second = worker('2');
    await second.keep();
    await second.tidy();
    expect(asked).toEqual(['/canvas.html', '/assets/room-2.js']);
    server = {};
    expect(await words(second.answer(asking(CANVAS), 'tab'))).toBe(pageOf('2'));
    expect(await words(second.answer(asking(`${HERE}/assets/room-1.js`, { mode: 'cors' }), 'tab'))).toBe('code 1');
    serves('3');
    const third = worker('3');
    await third.keep();
    await third.tidy();
    expect(await caches.keys()).toEqual(['room 2', 'room 3']);
  });

  test('is kept whole or not at all', async () => {
    delete server['/assets/same.js'];
    await expect(worker('1').keep()).rejects.toThrow('Failed to fetch');
    expect(await caches.keys()).toEqual([]);
    serves('2');
    await expect(worker('1').keep()).rejects.toThrow('another version');
    expect(await caches.keys()).toEqual([]);
  });
});
