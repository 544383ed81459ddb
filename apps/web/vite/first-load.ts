import { join } from 'node:path';
import { FIRST_OF_PAGES } from '../src/first-of-pages.ts';

interface Modules {
  getModuleInfo: (id: string) => { code: string | null; importedIds: string[]; dynamicallyImportedIds: string[] } | null;
}

const at = (file: string) => join(import.meta.dirname, '..', file);
const CANVAS = [at('canvas.html')];
const BENCH = [at('bench.html')];
const PROJECTOR = [at('projector.html')];
const PHONE = [at('join.html')];
const PORTAL = [at('index.html')];
const ROUTES = at('src/routes.tsx');
const HOME = [at('src/home/home-page.tsx')];
/** What they do when they are loaded is their pages' own. */
const BEGINNINGS = new Set([...CANVAS, ...BENCH, ...PORTAL, at('src/main.tsx'), at('src/canvas.tsx'), at('src/bench/board.tsx')]);
/** Named by the run panel, which the portal shows without a board: there it is never fetched. */
const BESIDE_BOARD = new Set([at('src/sessions/activities/cluster/cluster-proposals.tsx')]);

/**
 * Puts what a canvas needs before its first picture, and what the portal's pages share, into a few files, where the bundler would make one for each set of pages that share something,
 * dozens of them: on a slow network a file costs more by being asked for than by its bytes. A file holds what the same screens begin with, so that no screen gets another's.
 */
export function firstLoad(mode: string) {
  let groupOf: ((id: string) => string | null) | undefined;
  return {
    debugName: 'first loads',
    name: (id: string, modules: Modules) => (groupOf ??= grouping(mode === 'bench' ? BENCH : CANVAS, modules))(id),
    includeDependenciesRecursively: false,
  };
}

function grouping(first: readonly string[], modules: Modules) {
  const canvas = reached(first, modules);
  const projector = reached(PROJECTOR, modules);
  const phone = reached(PHONE, modules);
  const frame = reached(PORTAL, modules);
  const portalLater = reached(PORTAL, modules, true);
  const phoneLater = reached(PHONE, modules, true);
  const ofPages = layersOfPages((id) => frame.has(id) || phone.has(id) || canvas.has(id), modules);
  return (id: string) => {
    if (BEGINNINGS.has(id)) return null;
    if (!canvas.has(id)) {
      const layer = frame.has(id) ? 'portal' : ofPages(id);
      // Small things that other screens have as well.
      if (layer && phone.has(id)) return 'plain';
      return layer && projector.has(id) ? (layer === 'writing' ? 'rules' : 'shell') : layer;
    }
    // An icon is smaller than the asking for it.
    if (frame.has(id) || ICONS.test(id)) return phone.has(id) ? 'page' : 'frame';
    // Left to the bundler: it is fetched with pages that begin with nothing of the canvas.
    if (portalLater.has(id) || phoneLater.has(id)) return null;
    return projector.has(id) ? 'room' : 'board';
  };
}

/**
 * What several of the portal's pages begin with, in layers: a page takes a few files that most others take too, where the bundler would make it fifty. A layer imports only from
 * itself and those before it.
 */
function layersOfPages(before: (id: string) => boolean, modules: Modules) {
  const pages = (modules.getModuleInfo(ROUTES)?.dynamicallyImportedIds ?? []).map((page) => reached([page], modules));
  const home = reached(HOME, modules);
  const shares = new Map<string, number>();
  for (const page of pages) for (const id of page) shares.set(id, (shares.get(id) ?? 0) + 1);
  const shared = (id: string) => shares.get(id) ?? 0;
  const ofMost = (id: string) => shared(id) >= pages.length * MOST;
  /** A page's own code is never in the way of others; a library that few pages use would be. */
  const builtOn = (id: string, layer: (id: string) => boolean) => shared(id) >= FEW && [...reached([id], modules)].every((each) => before(each) || layer(each) || !LIBRARY.test(each));
  const ofIdeas = new Set(FIRST_OF_PAGES.filter(({ page }) => page.startsWith('src/ideas/')).flatMap(({ page }) => [...reached([at(page)], modules)]));
  const isReading = (id: string) => (home.has(id) && shared(id) > 1) || ICONS.test(id) || builtOn(id, (each) => home.has(each));
  const isSmall = (id: string) => !LIBRARY.test(id) && (modules.getModuleInfo(id)?.code?.length ?? 0) < SMALL;
  return (id: string) => {
    // What the list and an idea have of their own, and other pages now and then: in one file.
    if (ofIdeas.has(id) && isSmall(id) && !before(id) && !isReading(id) && [...reached([id], modules)].every((each) => before(each) || isReading(each) || isSmall(each))) return 'ideas';
    // A style sheet comes with its page, in its page's order.
    if (id.endsWith('.css')) return null;
    if (isReading(id) && (shared(id) > 1 || ofIdeas.has(id))) return 'reading';
    if (shared(id) < 2) return null;
    return ofMost(id) || builtOn(id, (each) => home.has(each) || ofMost(each)) ? 'writing' : null;
  };
}

/** All modules that these import, theirs, and so on; with those that are fetched later if `later`. */
function reached(from: readonly string[], modules: Modules, later = false): Set<string> {
  const seen = new Set<string>();
  const open = [...from];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const module = seen.has(id) ? null : modules.getModuleInfo(id);
    if (!module) continue;
    seen.add(id);
    if (later && BESIDE_BOARD.has(id)) continue;
    for (const next of [...module.importedIds, ...(later ? module.dynamicallyImportedIds : [])]) {
      if (ALL_PARTS.test(next)) continue;
      if (ALL_ICONS.test(next)) open.push(...iconsOf(module.code ?? '', next, modules));
      else open.push(next);
    }
  }
  return seen;
}

/** The part of all pages that is most of them: what has dialogs and forms, not yet what has a calendar. */
const MOST = 0.4;
/** What so many pages share of our own is worth having in all of them. */
const FEW = 4;
/** In letters, before it is made smaller. */
const SMALL = 3_000;
const LIBRARY = /node_modules/;
const ICONS = /lucide-react/;
/** Names everything there is of the components' library: what is asked of it is in the files of those who use it. */
const ALL_PARTS = /react-aria-components\/dist\/exports\/index\.mjs$/;
const ALL_ICONS = /lucide-react\/dist\/esm\/lucide-react\.mjs$/;

/** The module that names all icons would make each page reach all of them: what counts is which ones it asks for. */
function iconsOf(code: string, all: string, modules: Modules): string[] {
  const asked = [...code.matchAll(/import\s*\{([^}]*)\}\s*from\s*["']lucide-react["']/g)].flatMap(([, names = '']) => names.split(',').map((name) => name.trim().split(' ')[0]));
  const { code: list, importedIds = [] } = modules.getModuleInfo(all) ?? {};
  return asked.flatMap((name) => {
    const [, file] = new RegExp(`default as ${name}\\b[^;]*from\\s*["']\\./(icons/[\\w-]+\\.mjs)["']`).exec(list ?? '') ?? [];
    if (!file) throw new Error(`No icon ${name}`);
    return importedIds.filter((id) => id.endsWith(`/${file}`));
  });
}
