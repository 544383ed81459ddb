import { Inject, Injectable, type BeforeApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { Problem } from '@spolu/contracts/problems';
import type { EntityManager } from 'typeorm';
import type { Logger } from 'pino';
import { LOGGER } from '../http/logger.ts';
import { Peers } from '../peers/peers.ts';
import { BoardHub } from './board-hub.ts';
import { BoardStore } from './board-store.ts';
import { Compaction } from './compaction.ts';
import { HubLine } from './hub-line.ts';
import { TalkStore } from './talk/talk-store.ts';
import { TransactionEnds } from './transaction-ends.ts';

/** An empty board stays open this long: a hall that lost its network comes back at once. */
const IDLE_MS = 60_000;
/** A board that nobody changes or reads rests after one to two of these. */
const SWEEP_MS = 5_000;

/**
 * Boards that are read from the store at once: each is a document until it is known that nobody works on it, twenty times what it takes afterwards. More at
 * once would be no faster.
 */
const OPENINGS_MAX = 4;

/** The boards that are open in this process, each once. */
@Injectable()
export class BoardHubs implements OnModuleInit, BeforeApplicationShutdown {
  readonly #open = new Map<string, Promise<BoardHub>>();
  /** Since when a hub has nothing to do. */
  readonly #idle = new Map<string, number>();
  #openings = 0;
  /** Openings that wait for their turn. */
  readonly #queue: (() => void)[] = [];
  #lastChannel = 0;
  #sweeper: NodeJS.Timeout | undefined;
  #ending = false;
  onChanged: (boardId: string) => void = () => undefined;

  constructor(
    private readonly store: BoardStore,
    private readonly talk: TalkStore,
    private readonly ends: TransactionEnds,
    private readonly peers: Peers,
    private readonly compaction: Compaction,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onModuleInit(): void {
    this.#sweeper = setInterval(() => void this.sweep(Date.now()), SWEEP_MS).unref();
    this.peers.onAnew(() => {
      for (const boardId of this.#open.keys()) void this.close(boardId);
    });
  }

  /** Before the database is closed. */
  async beforeApplicationShutdown(): Promise<void> {
    this.#ending = true;
    clearInterval(this.#sweeper);
    await Promise.all([...this.#open.keys()].map((boardId) => this.close(boardId)));
  }

  /**
   * The open board, opened if need be.
   * @param em reads a board that this very transaction made
   * @throws Problem `not-found`; `board/newer-version` for a board made by a newer program; `unavailable` while stopping
   */
  async open(boardId: string, em?: EntityManager): Promise<BoardHub> {
    for (;;) {
      if (this.#ending || !this.peers.isAwake) throw new Problem('unavailable');
      const opening = this.#opening(boardId, em);
      const hub = await opening;
      if (!hub.isClosed) return hub;
      // The next one begins where this one has stored all.
      await hub.close();
      if (this.#open.get(boardId) === opening) this.#open.delete(boardId);
    }
  }

  /** The board if it is open or just being opened. */
  peek(boardId: string): Promise<BoardHub> | undefined {
    return this.#open.get(boardId);
  }

  async all(): Promise<BoardHub[]> {
    const hubs = await Promise.allSettled(this.#open.values());
    return hubs.flatMap((hub) => (hub.status === 'fulfilled' && !hub.value.isClosed ? [hub.value] : []));
  }

  /** Stores and lets go; whoever is there is told to come again. */
  async close(boardId: string): Promise<void> {
    const opening = this.#open.get(boardId);
    if (!opening) return;
    const [result] = await Promise.allSettled([opening]);
    if (result.status === 'fulfilled') await result.value.close();
    if (this.#open.get(boardId) === opening) this.#open.delete(boardId);
  }

  /** Lets rest what nobody reads or changes, and closes what nobody has used for a while. */
  async sweep(now: number): Promise<void> {
    for (const hub of await this.all()) {
      hub.rest();
      if (!hub.isIdle) this.#idle.delete(hub.boardId);
      else if (!this.#idle.has(hub.boardId)) this.#idle.set(hub.boardId, now);
      else if (now - (this.#idle.get(hub.boardId) ?? now) >= IDLE_MS) {
        this.#idle.delete(hub.boardId);
        await this.close(hub.boardId);
      }
    }
  }

  #opening(boardId: string, em: EntityManager | undefined): Promise<BoardHub> {
    const opening = this.#open.get(boardId);
    if (opening) return opening;
    const started = this.#start(boardId, em);
    this.#open.set(boardId, started);
    started.catch(() => {
      if (this.#open.get(boardId) === started) this.#open.delete(boardId);
    });
    return started;
  }

  async #start(boardId: string, em: EntityManager | undefined): Promise<BoardHub> {
    if (this.#openings >= OPENINGS_MAX) await new Promise<void>((turn) => this.#queue.push(turn));
    else this.#openings++;
    try {
      return await this.#read(boardId, em);
    } finally {
      // Whoever is next takes this place.
      const next = this.#queue.shift();
      if (next) next();
      else this.#openings--;
    }
  }

  async #read(boardId: string, em: EntityManager | undefined): Promise<BoardHub> {
    const line = this.peers.isShared ? new HubLine(this.peers, boardId) : undefined;
    try {
      // First the line, then the board: what is stored between is heard.
      await line?.open();
      if (line) await this.store.holdServerOwn(boardId, this.peers.id);
      const board = await this.store.load(boardId, em);
      if (!board) throw new Problem('not-found');
      const hub = await BoardHub.open({
        board, channel: ++this.#lastChannel, store: this.store, ends: this.ends, log: this.logger, onChanged: () => this.onChanged(boardId),
        compact: (log) => this.compaction.compact(log), talkSince: (revision) => this.talk.since(boardId, revision), ...(line && { line }),
      });
      line?.attach(hub);
      return hub;
    } catch (error) {
      line?.close();
      throw error;
    }
  }
}
