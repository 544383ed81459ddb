import { randomUUID } from 'node:crypto';
import { io } from 'socket.io-client';
import * as Y from 'yjs';
import { addNote, editNote, moveNote, readNotes } from '../../libs/board/dist/notes.js';
import { BoardLink } from '../../libs/realtime/dist/board-link.js';

/** A participant's canvas as the web has it: a document, its link and a connection that comes back by itself. Writes only in her own notes. */
export class Tab {
  doc = new Y.Doc();
  /** Every note of hers, with how often she moved it and the words she put into it. */
  notes = new Map();
  /** The same as it stood when the screen said saved the last time. */
  saved = new Map();
  savedAt = 0;
  notTaken = [];
  #watchers = new Set();
  #words = 0;

  constructor(port, { boardId, cookie, participantId }, name) {
    Object.assign(this, { participantId, name });
    this.#listen();
    this.socket = io(`http://127.0.0.1:${port}`, {
      path: '/socket', transports: ['websocket'], forceNew: true, reconnectionDelay: 50, reconnectionDelayMax: 300, extraHeaders: { cookie, origin: `http://127.0.0.1:${port}` },
    });
    this.link = new BoardLink({
      socket: this.socket, boardId, presence: false,
      later: (run, ms) => {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
      document: {
        apply: (updates, format) => this.doc.transact(() => updates.forEach((update) => (format === 'v2' ? Y.applyUpdateV2 : Y.applyUpdate)(this.doc, update, 'link')), 'link'),
        merge: (updates) => Y.mergeUpdates(updates),
        clock: (clientId) => Y.getState(this.doc.store, clientId),
        use: (clientId) => {
          this.doc.clientID = clientId;
        },
        restart: () => {
          this.doc = new Y.Doc();
          this.#listen();
        },
        // Each writes in her own notes alone: nothing of hers leans on what somebody else lost.
        doOver: async () => this.notTaken.push('board/resync'),
      },
      onState: ({ phase, unsaved }) => {
        if (phase === 'ready' && unsaved === 0) {
          this.saved = new Map([...this.notes].map(([id, { moves, words }]) => [id, { moves, words: [...words] }]));
          this.savedAt = Date.now();
        }
        for (const watcher of [...this.#watchers]) watcher();
      },
      onPresence: () => undefined,
      onNotTaken: (refused) => this.notTaken.push(refused.problem.code),
    });
  }

  #listen() {
    this.doc.on('update', (update, origin) => {
      if (origin !== 'link') this.link.send(update);
    });
  }

  get state() {
    return this.link.state;
  }
  get isSaved() {
    return this.state.phase === 'ready' && this.state.unsaved === 0;
  }
  until(holds) {
    if (holds(this)) return Promise.resolve();
    return new Promise((resolve) => {
      const watcher = () => {
        if (!holds(this)) return;
        this.#watchers.delete(watcher);
        resolve();
      };
      this.#watchers.add(watcher);
    });
  }

  /** A new note, a move, or a word more; every word is there once in the world. */
  edit() {
    if (this.state.phase !== 'ready' && this.state.phase !== 'offline') return;
    const all = [...this.notes.keys()];
    const what = Math.random();
    if (all.length === 0 || (what < 0.04 && all.length < 150)) {
      const id = randomUUID();
      this.notes.set(id, { moves: 0, words: [] });
      addNote(this.doc, { id, participantId: this.participantId, text: '', colour: 'yellow', order: 'a0', position: { x: 0, y: 0, frameId: null }, createdAt: Date.now() });
      return;
    }
    const id = all[Math.floor(Math.random() * all.length)];
    const note = this.notes.get(id);
    if (what < 0.6 || note.words.join(' ').length > 900) moveNote(this.doc, id, { x: ++note.moves, y: Math.floor(Math.random() * 5000), frameId: null });
    else {
      note.words.push(`${this.name}${(++this.#words).toString(36)}`);
      editNote(this.doc, id, note.words.join(' '));
    }
  }

  close() {
    this.link.close();
    this.socket.disconnect();
  }
}

/** What of `promised` a board has not got. */
export function missing(board, promised) {
  const there = new Map(readNotes(board).map((note) => [note.id, note]));
  const faults = [];
  for (const [id, { moves, words }] of promised) {
    const note = there.get(id);
    if (!note) faults.push(`note ${id}`);
    else if (note.position.x < moves) faults.push(`move ${moves} of ${id}, it lies at ${note.position.x}`);
    else for (const word of words) if (!note.text.split(' ').includes(word)) faults.push(`word ${word} of ${id}`);
  }
  return faults;
}

/** Words that stand on a board twice. */
export function doubled(board) {
  const seen = new Set();
  return readNotes(board).flatMap(({ text }) => text.split(' ').filter(Boolean)).filter((word) => seen.size === seen.add(word).size);
}
