/**
 * The page of the bench build (`apps/web/src/bench`), built, served and given the boards of the peers' harness in our own shape.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';
import * as Y from 'yjs';
import { addConnector } from '../../libs/board/dist/drawing-edits.js';
import { addFrame } from '../../libs/board/dist/frames.js';
import { addNote, moveNote } from '../../libs/board/dist/notes.js';
import { orderBetween } from '../../libs/board/dist/order-key.js';
import { newBoard } from '../../libs/board/dist/shape.js';

const WEB = join(import.meta.dirname, '../../apps/web');
const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.woff2': 'font/woff2', '.bin': 'application/octet-stream' };

/** What `src/bench/board.tsx` makes of the harness's `n12`. */
const idOf = (name) => `00000000-0000-4000-8000-${Number(name.slice(1)).toString(16).padStart(12, '0')}`;

/**
 * @param gen the harness's `src/lib/gen.js`
 * @returns the page's address with `{n}` for the number of notes (with `&board=said` something is said about each), and how to stop serving
 */
export async function serveBoardPage(gen, sizes) {
  const folder = mkdtempSync(join(tmpdir(), 'spolupracovna-board-'));
  execFileSync('npx', ['vite', 'build', '--mode', 'bench', '--outDir', folder, '--logLevel', 'error'], { cwd: WEB, stdio: 'inherit' });
  mkdirSync(join(folder, 'boards'));
  for (const size of sizes) {
    const { state, moves, add } = boardLike(gen, size);
    writeFileSync(join(folder, 'boards', `${size}.bin`), state);
    writeFileSync(join(folder, 'boards', `${size}-moves.bin`), joined(moves));
    writeFileSync(join(folder, 'boards', `${size}-add.bin`), joined(add));
    mkdirSync(join(folder, `api/boards/said-${size}`), { recursive: true });
    writeFileSync(join(folder, `api/boards/said-${size}/talk`), JSON.stringify({ talks: talkAboutAll(gen, size), next: null }));
  }
  const kept = new Map();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://bench');
    const file = join(folder, normalize(pathname === '/' ? '/bench.html' : pathname));
    if (!file.startsWith(folder) || !existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    // As the peers' server does it, though the api would send fewer bytes: compressed once, fonts as they are.
    const { bytes, encoding } = kept.get(file) ?? prepared(file);
    kept.set(file, { bytes, encoding });
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream', 'content-length': bytes.length, 'cache-control': 'no-store', ...encoding });
    response.end(bytes);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${server.address().port}/?n={n}`,
    stop: () => {
      server.close();
      server.closeAllConnections();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function prepared(file) {
  const bytes = readFileSync(file);
  return extname(file) === '.woff2' ? { bytes } : { bytes: gzipSync(bytes, { level: 9 }), encoding: { 'content-encoding': 'gzip' } };
}

/** The harness's board as ours, with twenty seconds of others' moves and a thousand notes that come at once, each as one update. */
function boardLike(gen, size) {
  const { notes, frames, connectors } = gen.board(size);
  const doc = new Y.Doc();
  doc.clientID = 2;
  newBoard(doc);
  let order = null;
  const written = (note) => {
    order = orderBetween(order, null);
    return {
      id: idOf(note.id), participantId: null, text: note.text, colour: note.color, order, createdAt: 0,
      position: { x: note.x, y: note.y, frameId: null }, size: { width: note.w, height: note.h },
    };
  };
  doc.transact(() => {
    for (const frame of frames) {
      order = orderBetween(order, null);
      addFrame(doc, { id: frame.id, title: frame.name, position: { x: frame.x, y: frame.y }, size: { width: frame.w, height: frame.h }, order });
    }
    order = null;
    for (const note of notes) addNote(doc, written(note));
    for (const [i, { from, to }] of connectors.entries()) {
      order = orderBetween(order, null);
      addConnector(doc, { id: idOf(`c${2_000_000 + i}`), participantId: null, order, from: { kind: 'note', id: idOf(from) }, to: { kind: 'note', id: idOf(to) } });
    }
  });
  const state = Y.encodeStateAsUpdateV2(doc);
  const updates = [];
  doc.on('update', (update) => updates.push(update));
  for (const { id, x, y } of gen.moves(gen.board(size), 20)) moveNote(doc, idOf(id), { x, y, frameId: null });
  const moves = updates.splice(0);
  // By somebody else: what she makes leans on none of the moves, of which a run sees only the first.
  const other = new Y.Doc();
  other.clientID = 3;
  Y.applyUpdateV2(other, state);
  other.on('update', (update) => updates.push(update));
  for (const note of gen.extra({ x: 0, y: 0 })) addNote(other, { ...written(note), id: idOf(`x${1_000_000 + Number(note.id.slice(1))}`) });
  return { state, moves, add: updates };
}

/** Comments at every note, reactions at every other. */
function talkAboutAll(gen, size) {
  return gen.board(size).notes.map(({ id }, i) => ({
    objectId: idOf(id), revision: i + 1, commentCount: 1 + (i % 12), resolved: i % 5 === 0, reactions: i % 2 === 0 ? { like: 1 + (i % 4), question: 2 } : {}, mine: [],
  }));
}

function joined(pieces) {
  return Buffer.concat(pieces.flatMap((piece) => {
    const length = Buffer.alloc(4);
    length.writeUInt32LE(piece.length);
    return [length, piece];
  }));
}
