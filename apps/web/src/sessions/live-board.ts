import { BoardIndex } from '@spolu/board/board-index';
import { byOrder, type Cluster, type Frame, type Note } from '@spolu/board/shape';
import { BoardLink, type LinkSocket } from '@spolu/realtime/board-link';
import { useMemo, useSyncExternalStore } from 'react';
import * as Y from 'yjs';
import { liveSocket } from '../http/live.ts';

/** What lies on a board now: frames and clusters in their order, notes in the order in which they came. */
export interface BoardNow {
  complete: boolean;
  frames: readonly Frame[];
  clusters: readonly Cluster[];
  notes: readonly Note[];
}

const NOTHING: BoardNow = { complete: false, frames: [], clusters: [], notes: [] };
/** What was brought in together came at one time, in the order in which it lay there. */
const byAge = (a: Note, b: Note) => a.createdAt - b.createdAt || byOrder(a, b);
const later = (run: () => void, ms: number) => {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
};

/** A board followed for reading only: what others write is here with the next picture of the screen. Nothing of it is kept. */
export class LiveBoard {
  private doc = new Y.Doc();
  private index = new BoardIndex(this.doc);
  private now = NOTHING;
  private complete = false;
  private readonly listeners = new Set<() => void>();
  private link: BoardLink | null = null;
  private readonly boardId: string;
  private readonly socket: () => LinkSocket;
  private readonly schedule: (run: () => void) => unknown;

  constructor(boardId: string, socket: () => LinkSocket, schedule: (run: () => void) => unknown = (run) => requestAnimationFrame(run)) {
    this.boardId = boardId;
    this.socket = socket;
    this.schedule = schedule;
  }

  read = (): BoardNow => this.now;

  /** Joins with the first listener and leaves with the last. */
  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    if (!this.link) this.join();
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size > 0) return;
      this.link?.close();
      this.link = null;
      this.index.destroy();
      this.start();
    };
  };

  private join(): void {
    this.start();
    this.link = new BoardLink({
      socket: this.socket(),
      boardId: this.boardId,
      presence: false,
      later,
      document: {
        apply: (updates, format) => {
          const apply = format === 'v2' ? Y.applyUpdateV2 : Y.applyUpdate;
          this.doc.transact(() => updates.forEach((update) => apply(this.doc, update, LiveBoard)), LiveBoard);
        },
        merge: (updates) => Y.mergeUpdates(updates),
        clock: (clientId) => Y.getState(this.doc.store, clientId),
        use: (clientId) => {
          this.doc.clientID = clientId;
        },
        restart: () => {
          this.index.destroy();
          this.start();
        },
      },
      onState: ({ phase }) => {
        const complete = phase === 'ready' || (this.complete && phase === 'offline');
        if (complete === this.complete) return;
        this.complete = complete;
        this.publish();
      },
    });
  }

  private start(): void {
    this.doc = new Y.Doc();
    this.index = new BoardIndex(this.doc);
    this.index.onChange(() => this.publish(), this.schedule);
  }

  private publish(): void {
    const { frames, clusters, notes } = this.index;
    this.now = { complete: this.complete, frames: [...frames.values()].sort(byOrder), clusters: [...clusters.values()].sort(byOrder), notes: [...notes.values()].sort(byAge) };
    for (const listener of this.listeners) listener();
  }
}

/** socket.io types its listeners with `any`; the board's half speaks of them without. */
const connection = () => liveSocket() as unknown as LinkSocket;

export function useLiveBoard(boardId: string): BoardNow {
  const board = useMemo(() => new LiveBoard(boardId, connection), [boardId]);
  return useSyncExternalStore(board.subscribe, board.read);
}
