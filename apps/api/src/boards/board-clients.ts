import type { EntityManager } from 'typeorm';
import type { BoardRole } from './board-rights.ts';
import type { BoardStore, ClientOwner } from './board-store.ts';

/** The Yjs client ids of a board: whose each is, for good, and which of the server's own rest. */
export class BoardClients {
  readonly #boardId: string;
  readonly #owners: Map<number, ClientOwner>;
  readonly #store: Pick<BoardStore, 'lease'>;
  readonly #resting: number[] = [];

  constructor(boardId: string, owners: Map<number, ClientOwner>, store: Pick<BoardStore, 'lease'>) {
    this.#boardId = boardId;
    this.#owners = owners;
    this.#store = store;
    for (const [clientId, { server }] of owners) if (server) this.#resting.push(clientId);
  }

  get owners(): ReadonlyMap<number, ClientOwner> {
    return this.#owners;
  }

  /** Null for whoever never writes. */
  async leaseTo({ staff, participantId, personId }: BoardRole): Promise<number | null> {
    if (!staff && participantId === null) return null;
    return this.#lease({ participantId, personId, server: false });
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

  async #lease(owner: ClientOwner, em?: EntityManager): Promise<number> {
    const clientId = await this.#store.lease(this.#boardId, owner, em);
    this.#owners.set(clientId, owner);
    return clientId;
  }
}
