/** A page that a device keeps, and where it is shown. */
export interface PageKind {
  /** What the page's versions are kept under. */
  name: 'room' | 'desk';
  page: string;
  addresses: RegExp;
}

export const PAGES: readonly PageKind[] = [
  { name: 'room', page: '/canvas.html', addresses: /^\/sessions\/[\w-]+\/canvas\/?$/ },
  { name: 'desk', page: '/index.html', addresses: /^\/(?:referrals\/[\w-]+|desk)\/?$/ },
];

/** What the build says about a page: see `vite.config.ts`. */
export interface BuiltPage {
  /** Differs where anything in it differs. */
  version: string;
  /** The script that the page begins with. */
  entry: string;
  /** Everything the page may load, nearly all of it by paths that change with what is in them. */
  files: readonly string[];
}

/** As much of a service worker's surroundings as is needed here. */
export interface WorkerSurroundings {
  origin: string;
  caches: CacheStorage;
  fetch: (request: Request | string, init?: RequestInit) => Promise<Response>;
  later: (run: () => void, ms: number) => void;
  /** Loads the page anew that asked. */
  reload: (clientId: string) => void;
}

/** What a proxy answers whose server is gone. */
const NOBODY_THERE = new Set([502, 503, 504]);
/** A network that takes everything and answers nothing counts as none. */
const PATIENCE_MS = 8_000;

const isHashed = (path: string) => path.startsWith('/assets/');

export interface KeptPage {
  /** Fetches the page with all its files, or keeps nothing. What an earlier version had already is not fetched again. */
  keep(): Promise<void>;
  /** Drops older versions but the last: tabs that were opened with it may still need a file of it. */
  tidy(): Promise<void>;
  /** The answer to a request of a page, or null where the browser is to ask by itself. */
  answer(request: Request, clientId: string): Promise<Response> | null;
}

/**
 * A page on this device, so that it opens without a network. The server is always asked first: its page comes with the files it names, and
 * those change their names with their content, so nothing old is ever mixed with something new. Nothing of what people wrote and nothing below `/api`
 * passes here. (No class: its helpers would be shared with the page, and a worker is one file.)
 */
export function keptPage({ name: kind, page: path, addresses }: PageKind, { version, entry, files }: BuiltPage, { origin, caches, fetch, later, reload }: WorkerSurroundings): KeptPage {
  const prefix = `${kind} `;
  const name = prefix + version;

  async function keep(): Promise<void> {
    const cache = await caches.open(name);
    try {
      const page = await sound(fetch(path, { cache: 'no-store' }));
      // The server was replaced between this worker and its page: the next look brings the worker that belongs to it.
      if (!(await page.clone().text()).includes(entry)) throw new Error('the page is of another version');
      await cache.put(path, page);
      for (const file of files) await cache.put(file, (await caches.match(file)) ?? (await sound(fetch(file))));
    } catch (error) {
      await caches.delete(name);
      throw error;
    }
  }

  async function tidy(): Promise<void> {
    const older = (await caches.keys()).filter((known) => known.startsWith(prefix) && known !== name);
    for (const one of older.slice(0, -1)) await caches.delete(one);
  }

  async function file(request: Request, pathname: string): Promise<Response> {
    const kept = await caches.match(pathname);
    if (isHashed(pathname)) return kept ?? fetch(request);
    return fetch(request).catch((error: unknown) => {
      if (kept) return kept;
      throw error;
    });
  }

  async function page(request: Request, clientId: string): Promise<Response> {
    const fresh = fetch(request);
    const answered = fresh.then((response) => (NOBODY_THERE.has(response.status) ? null : response), () => null);
    const kept = await (await caches.open(name)).match(path);
    if (!kept) return fresh;
    const inTime = await Promise.race([answered, new Promise<undefined>((done) => later(() => done(undefined), PATIENCE_MS))]);
    if (inTime) return inTime;
    // It may answer in the end, with another version: an old page does not stay before a new server.
    if (inTime === undefined) void answered.then(async (response) => response?.ok && !(await response.text()).includes(entry) && reload(clientId));
    return kept;
  }

  return {
    keep,
    tidy,
    answer(request, clientId) {
      const url = new URL(request.url);
      if (request.method !== 'GET' || url.origin !== origin) return null;
      if (request.mode === 'navigate') return addresses.test(url.pathname) ? page(request, clientId) : null;
      return isHashed(url.pathname) || files.includes(url.pathname) ? file(request, url.pathname) : null;
    },
  };
}

async function sound(asked: Promise<Response>): Promise<Response> {
  const response = await asked;
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  return response;
}
