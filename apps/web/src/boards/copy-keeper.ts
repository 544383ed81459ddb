import * as Y from 'yjs';
import { deviceCopies, type DeviceCopies } from '../device/device-copies.ts';
import type { BoardConnection, KeptBoard, ShownCopy } from './board-connection.ts';
import { whenIdle } from './when-idle.ts';

const SOON_MS = 3_000;
/** Writing a board of 5,000 notes down takes 60 ms: it happens half a minute apart, and between what the person does. */
const PAUSE_PER_COST = 500;

export interface CopyKeeperOptions {
  connection: BoardConnection;
  /** Names the board and the person. */
  key: string;
  forMs: number;
  copies?: DeviceCopies;
  later?: (run: () => void, ms: number) => () => void;
  idle?: (run: () => void) => () => void;
}

/**
 * Keeps the last complete copy of an open board on this device, for a visit without a network: a while after something changed, at once when the connection breaks
 * or the page is put away. Nothing stays of a board that the server does not show to this person any more.
 */
export class CopyKeeper {
  private readonly options: Required<CopyKeeperOptions>;
  private readonly stops: (() => void)[];
  private stopFollowing: () => void = () => undefined;
  private followed: ShownCopy | null = null;
  private calledOff: (() => void) | null = null;
  private changed = false;
  private pauseMs = SOON_MS;
  private asksSpare = false;

  constructor({ copies = deviceCopies, later = after, idle = whenIdle, ...options }: CopyKeeperOptions) {
    this.options = { ...options, copies, later, idle };
    const look = () => this.look();
    const away = () => document.visibilityState === 'hidden' && this.keepNow();
    const leave = () => this.keepNow();
    document.addEventListener('visibilitychange', away);
    window.addEventListener('pagehide', leave);
    this.stops = [
      options.connection.subscribe(look),
      () => document.removeEventListener('visibilitychange', away),
      () => window.removeEventListener('pagehide', leave),
    ];
    look();
  }

  end(): void {
    this.keepNow();
    for (const stop of [...this.stops, this.stopFollowing]) stop();
    this.calledOff?.();
  }

  private look(): void {
    const { connection, copies, key } = this.options;
    const { copy, isApart, opened, save, link } = connection.snapshot;
    if (save === 'refused' || save === 'newer-version') {
      this.changed = false;
      for (const kind of ['board', 'spare'] as const) void copies.drop(kind, key);
      return;
    }
    if (isApart) return;
    if (!opened) {
      // Made anew after a refusal: what the server did not take does not stay here either.
      if (this.followed) void copies.drop('board', key);
      return;
    }
    if (copy !== this.followed) {
      this.stopFollowing();
      this.followed = copy;
      // Not by the event `update`: for who listens to it Yjs writes every change of others out again.
      const note = ({ changed }: Y.Transaction) => void (changed.size > 0 && this.note());
      copy.doc.on('afterTransaction', note);
      this.stopFollowing = () => copy.doc.off('afterTransaction', note);
      this.note();
    }
    if (link.phase === 'offline') this.keepNow();
    else this.getSpare();
  }

  private note(): void {
    this.changed = true;
    this.calledOff ??= this.options.later(() => {
      this.calledOff = this.options.idle(() => this.keepNow());
    }, this.pauseMs);
  }

  private keepNow(): void {
    this.calledOff?.();
    this.calledOff = null;
    const { connection, copies, key, forMs } = this.options;
    const { copy, isApart, opened, save, link } = connection.snapshot;
    if (!this.changed || isApart || !opened || save === 'refused' || save === 'newer-version') return;
    this.changed = false;
    const began = performance.now();
    const { rights, rule, title, participantId } = link;
    const board: KeptBoard = { state: Y.encodeStateAsUpdateV2(copy.doc), known: { rights, rule, title, participantId } };
    this.pauseMs = Math.max(SOON_MS, (performance.now() - began) * PAUSE_PER_COST);
    void copies.write('board', key, board, { forMs });
  }

  /** The id to write under without a network is asked for while there is one. */
  private getSpare(): void {
    if (this.asksSpare) return;
    this.asksSpare = true;
    const { connection, copies, key, forMs } = this.options;
    void (async () => {
      if ((await copies.read('spare', key)) !== undefined) return;
      const clientId = await connection.spareId();
      if (clientId !== null) await copies.write('spare', key, clientId, { forMs });
    })();
  }
}

const after = (run: () => void, ms: number) => {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
};
