/**
 * The board alone, for `npm run bench:board`: the product's own screen on a board that lies beside the page, with the hooks by which a harness
 * drives it. An entry of the bench build only.
 */
import '@spolu/ui/tokens.css';
import '@spolu/ui/base.css';
import '@spolu/ui/plain.css';
import '@spolu/ui/components.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { BoardConnection } from '../boards/board-connection.ts';
import { BoardScreen } from '../boards/board-screen.tsx';
import { MemoryPendingStore } from '../boards/memory-pending-store.ts';
import type { BoardView } from '../boards/scene/board-view.ts';
import { makeQueryClient } from '../http/queries.ts';
import { startTexts } from '../i18n/i18n.ts';
import { loadTexts } from '../i18n/load-texts.ts';
import { UiWords } from '../shell/ui-words.tsx';
import { Loopback } from './loopback.ts';

interface Remote {
  moves: Uint8Array[];
  add: Uint8Array[];
}
declare global {
  interface Window {
    __board?: object;
  }
}

const asked = new URLSearchParams(location.search);
const noteCount = Number(asked.get('n') ?? 1_000);
const fetched = async (file: string) => new Uint8Array(await (await fetch(`/boards/${noteCount}${file}.bin`)).arrayBuffer());
const [state] = await Promise.all([fetched(''), startTexts('sk', loadTexts, ['shell', 'http', 'boards'])]);
performance.mark('board-data');

const server = new Loopback(state);
const connection = new BoardConnection({ socket: server, boardId: `${asked.get('board') ?? 'quiet'}-${noteCount}`, personKey: 'bench', store: new MemoryPendingStore() });
let view: BoardView | null = null;
const root = document.getElementById('app');
if (!root) throw new Error('bench.html has no #app');
createRoot(root).render(
  <QueryClientProvider client={makeQueryClient()}>
    <I18nProvider locale="sk-SK">
      <UiWords>
        <BoardScreen connection={connection} view="canvas" nameOf={() => ''} seekPlace={null} onView={(next) => (view = next)} />
      </UiWords>
    </I18nProvider>
  </QueryClientProvider>,
);

/** The harness numbers notes; the board has ids as the server gives them. */
const idOf = (name: string) => `00000000-0000-4000-8000-${Number(name.slice(1)).toString(16).padStart(12, '0')}`;
function placed(name: string) {
  const note = connection.snapshot.copy.scene.notes.get(idOf(name));
  if (!note || !view) throw new Error(`no ${name} on the board`);
  return { note, view };
}
/** Each piece after its length in four bytes. */
function split(bytes: Uint8Array): Uint8Array[] {
  const lengths = new DataView(bytes.buffer, bytes.byteOffset);
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; ) {
    const length = lengths.getUint32(at, true);
    pieces.push(bytes.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return pieces;
}

window.__board = {
  painted: () => view !== null && (view.isFar || view.layer.noteCount > 0),
  count: () => connection.snapshot.copy.index.notes.size,
  setCamera: ({ x, y, z }: { x: number; y: number; z: number }) => view?.setCamera({ x, y, zoom: z }),
  screenOf(name: string) {
    const { note, view: seen } = placed(name);
    const { left, top } = seen.root.getBoundingClientRect();
    const at = seen.toScreen({ x: note.x + note.width / 2, y: note.y + note.height / 2 });
    return { x: left + at.x, y: top + at.y };
  },
  notePos: (name: string) => ({ x: placed(name).note.x, y: placed(name).note.y }),
  prepRemote: async (): Promise<Remote> => ({ moves: split(await fetched('-moves')), add: split(await fetched('-add')) }),
  remote: (batch: Uint8Array[]) => server.others(batch),
  addMany: (updates: Uint8Array[]) => server.others(updates),
};
