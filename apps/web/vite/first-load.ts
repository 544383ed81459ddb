import { join } from 'node:path';

interface Modules {
  getModuleInfo: (id: string) => { code: string | null; importedIds: string[]; dynamicallyImportedIds: string[] } | null;
}

const at = (file: string) => join(import.meta.dirname, '..', file);
const CANVAS = [at('canvas.html')];
const BENCH = [at('bench.html')];
const PROJECTOR = [at('projector.html')];
const PHONE = [at('join.html')];
const PORTAL = [at('index.html')];
const PORTAL_FRAME = [...PORTAL, at('src/shell/portal-frame.tsx')];
/** What they do when they are loaded is their pages' own. */
const BEGINNINGS = new Set([...CANVAS, ...BENCH, at('src/canvas.tsx'), at('src/bench/board.tsx')]);
/** Named by the run panel, which the portal shows without a board: there it is never fetched. */
const BESIDE_BOARD = new Set([at('src/sessions/activities/cluster/cluster-proposals.tsx')]);

/**
 * Puts what a canvas needs before its first picture into a few files, where the bundler would make one for each set of pages that share something, dozens of them: on a
 * slow network a file costs more by being asked for than by its bytes. A file holds what the same screens begin with, so that no screen gets another's.
 */
export function firstLoad(mode: string) {
  let groupOf: ((id: string) => string | null) | undefined;
  return {
    debugName: 'first load of a canvas',
    name: (id: string, modules: Modules) => (groupOf ??= grouping(mode === 'bench' ? BENCH : CANVAS, modules))(id),
    includeDependenciesRecursively: false,
  };
}

function grouping(first: readonly string[], modules: Modules) {
  const canvas = reached(first, modules);
  const projector = reached(PROJECTOR, modules);
  const phone = reached(PHONE, modules);
  const frame = reached(PORTAL_FRAME, modules);
  const portalLater = reached(PORTAL, modules, true);
  const phoneLater = reached(PHONE, modules, true);
  return (id: string) => {
    if (!canvas.has(id) || BEGINNINGS.has(id)) return null;
    if (frame.has(id) && phone.has(id)) return 'page';
    // An icon is smaller than the asking for it.
    if (frame.has(id) || (ICONS.test(id) && !phone.has(id))) return 'frame';
    // Left to the bundler: it is fetched with pages that begin with nothing of the canvas.
    if (portalLater.has(id) || phoneLater.has(id)) return null;
    return projector.has(id) ? 'room' : 'board';
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
      if (ALL_ICONS.test(next)) open.push(...iconsOf(module.code ?? '', next, modules));
      else open.push(next);
    }
  }
  return seen;
}

const ICONS = /lucide-react/;
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
