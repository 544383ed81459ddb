import { setTimeout as pause } from 'node:timers/promises';
import type { EntityManager } from 'typeorm';
import type { Ownership } from './board-gate.ts';
import type { BoardRole } from './board-rights.ts';
import type { BoardStore, ClientOwner, StoredBoard } from './board-store.ts';
import { isSame } from './seat.ts';

/** How long another server may take to let go of a client id, look by look; a device then comes again. */
const LETTING_GO_MS = [20, 80, 300];

export interface BoardClientsOptions {
  board: Pick<StoredBoard, 'id' | 'peerId' | 'clients' | 'held'>;
  store: Pick<BoardStore, 'lease'> & Partial<Pick<BoardStore, 'hold' | 'ownersOf'>>;
  /** Whether other servers serve the board too. */
  isShared: boolean;
  /** A client id is used at another server, which should let go of it. */
  onWanted: () => void;
  /** It was used at another server before: all that came under it there must be here. */
  onHeld: () => Promise<void>;
}

/**
 * The Yjs client ids of a board: whose each is, for good; at which server it is used now, since two that take changes under one id at once would make two
 * boards of one; and which of the server's own rest.
 */
export class BoardClients {
  readonly #options: BoardClientsOptions;
  readonly #owners: Map<number, ClientOwner>;
  readonly #held: Set<number>;
  readonly #asking = new Map<number, Promise<boolean>>();
  readonly #resting: number[] = [];
  /** Ids that another server is about to get: not to be taken back before it had them. */
  readonly #lettingGo = new Set<number>();
  /** Ids that were never leased to anybody. */
  readonly #nobodys = new Set<number>();

  constructor(options: BoardClientsOptions) {
    this.#options = options;
    this.#owners = options.board.clients;
    this.#held = options.board.held;
    for (const [clientId, { server }] of this.#owners) if (server && this.#isHeld(clientId)) this.#resting.push(clientId);
  }

  get owners(): ReadonlyMap<number, ClientOwner> {
    return this.#owners;
  }

  /** Null for whoever never writes. */
  async leaseTo({ staff, participantId, personId }: BoardRole): Promise<number | null> {
    if (!staff && participantId === null) return null;
    return this.#lease({ participantId, personId, server: false });
  }

  /**
   * Whether a change under this id is hers; every id that was ever leased to this participant, or to this person: an edit made offline last week is still hers.
   * `elsewhere` while another server has not let go of it, and while it is not known whose it is.
   */
  owns(role: BoardRole, clientId: number): Ownership {
    const owner = this.#owners.get(clientId);
    if (owner ? !isSame(owner, role) : !this.#options.isShared || this.#nobodys.has(clientId)) return false;
    if (owner && this.#isHeld(clientId)) return true;
    // She comes again, and by then it is known.
    this.hold(role, clientId).catch(() => undefined);
    return 'elsewhere';
  }

  /** The id is used here from now on. @returns false where it is not hers, or another server has not let go of it */
  hold(role: BoardRole, clientId: number): Promise<boolean> {
    if (this.#isHeld(clientId)) return Promise.resolve(this.isHers(role, clientId));
    if (this.#lettingGo.has(clientId)) return Promise.resolve(false);
    const asking = this.#asking.get(clientId) ?? this.#ask(role, clientId).finally(() => this.#asking.delete(clientId));
    this.#asking.set(clientId, asking);
    return asking;
  }

  /** Whether the id was leased to her, here or at another server. */
  isHers(role: BoardRole, clientId: number): boolean {
    const owner = this.#owners.get(clientId);
    return owner !== undefined && isSame(owner, role);
  }

  /** Learns what others have leased. */
  async refresh(): Promise<void> {
    const { board, store } = this.#options;
    for (const [clientId, owner] of (await store.ownersOf?.(board.id)) ?? []) if (!this.#owners.has(clientId)) this.#owners.set(clientId, owner);
  }

  /** Another server is to have them: from here on no change under them is taken; once `given` has ended they are held nowhere. */
  async letGo(clientIds: readonly number[], given: () => Promise<void>): Promise<void> {
    for (const clientId of clientIds) {
      this.#held.delete(clientId);
      this.#lettingGo.add(clientId);
    }
    try {
      await given();
    } finally {
      for (const clientId of clientIds) this.#lettingGo.delete(clientId);
    }
  }

  /** One of the server's own that no open command uses. */
  takeResting(): number | undefined {
    return this.#resting.pop();
  }
  leaseForServer(em: EntityManager): Promise<number> {
    return this.#lease({ participantId: null, personId: null, server: true }, em);
  }
  rest(clientId: number): void {
    this.#resting.push(clientId);
  }

  async #ask(role: BoardRole, clientId: number): Promise<boolean> {
    const { board, store, onWanted, onHeld } = this.#options;
    if (!this.#owners.has(clientId)) await this.refresh();
    if (!this.#owners.has(clientId)) this.#nobodys.add(clientId);
    if (!this.isHers(role, clientId) || !store.hold) return false;
    for (let held = false, i = 0; !held; i++) {
      held = await store.hold(board.id, clientId, board.peerId);
      if (held) break;
      const pauseMs = LETTING_GO_MS[i];
      if (pauseMs === undefined) return false;
      onWanted();
      await pause(pauseMs);
    }
    await onHeld();
    this.#held.add(clientId);
    return true;
  }

  #isHeld(clientId: number): boolean {
    return !this.#options.isShared || this.#held.has(clientId);
  }

  async #lease(owner: ClientOwner, em?: EntityManager): Promise<number> {
    const { board, store } = this.#options;
    const clientId = await store.lease(board.id, owner, em, board.peerId);
    this.#owners.set(clientId, owner);
    this.#held.add(clientId);
    return clientId;
  }
}
