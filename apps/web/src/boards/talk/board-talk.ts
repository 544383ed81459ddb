import type { OwnTalk, ReactionKind, Talk, TalkPage } from '@spolu/contracts/board-talk';
import { Problem } from '@spolu/contracts/problems';

/** The server's side of a board's talk. */
export interface TalkServer {
  read: (since: number) => Promise<TalkPage>;
  react: (objectId: string, kind: ReactionKind, given: boolean) => Promise<OwnTalk>;
}

/** As much of a board's connection as its talk needs. */
export interface TalkLine {
  readonly isLive: boolean;
  subscribe: (changed: () => void) => () => void;
  onTalk: (listener: (talks: readonly Talk[]) => void) => () => void;
}

const AGAIN_MS = 3_000;
const NOTHING: Omit<OwnTalk, 'objectId'> = { revision: 0, commentCount: 0, resolved: false, reactions: {}, mine: [] };

/** How the talk about each thing of a board stands: read once, told from then on. Words of comments are read when a thread is opened. */
export class BoardTalk {
  readonly #server: TalkServer;
  readonly #talks = new Map<string, OwnTalk>();
  readonly #listeners = new Set<(objectIds: ReadonlySet<string>) => void>();
  /** What this person wants and the server has not answered yet, by thing and kind. */
  readonly #wishes = new Map<string, Map<ReactionKind, boolean>>();
  /** Commands of hers that are under way, by thing. */
  readonly #busy = new Map<string, number>();
  /** What came about a thing meanwhile: it may hold what she did herself. */
  readonly #held = new Map<string, Talk>();
  readonly #newsListeners = new Set<(objectId: string) => void>();
  /** All up to here is known; 0 before the first reading. */
  #revision = 0;
  #isRead = false;
  #reading = false;
  #readAgain = false;
  #wasLive = false;
  version = 0;

  constructor(server: TalkServer) {
    this.#server = server;
  }

  /** Follows the board as long as it is shown. @returns what ends it */
  follow(line: TalkLine): () => void {
    let ended = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = async () => {
      // What comes while it is being read over a line that broke meanwhile may be in neither.
      this.#readAgain = this.#reading;
      if (this.#reading) return;
      this.#reading = true;
      try {
        await this.#read();
      } catch (error) {
        // What the server refuses it would refuse again.
        if (!ended && !(error instanceof Problem && !error.isServers)) timer = setTimeout(() => void read(), AGAIN_MS);
      } finally {
        this.#reading = false;
      }
      if (this.#readAgain) await read();
    };
    const look = () => {
      const { isLive } = line;
      const isBack = isLive && !this.#wasLive;
      this.#wasLive = isLive;
      if (isBack) {
        this.#isRead = false;
        void read();
      }
    };
    this.#wasLive = false;
    const ends = [line.subscribe(look), line.onTalk((talks) => this.#hear(talks))];
    look();
    return () => {
      ended = true;
      clearTimeout(timer);
      for (const end of ends) end();
    };
  }

  /** As she sees it: what she just pressed counts already. */
  of(objectId: string): OwnTalk {
    const talk = this.#talks.get(objectId) ?? { objectId, ...NOTHING };
    const wishes = this.#wishes.get(objectId);
    if (!wishes) return talk;
    const mine = new Set(talk.mine);
    const reactions = { ...talk.reactions };
    for (const [kind, given] of wishes) {
      if (given === mine.has(kind)) continue;
      const count = (reactions[kind] ?? 0) + (given ? 1 : -1);
      if (count > 0) reactions[kind] = count;
      else delete reactions[kind];
      if (given) mine.add(kind);
      else mine.delete(kind);
    }
    return { ...talk, reactions, mine: [...mine] };
  }
  /** Of which anything is said. */
  *objectIds(): Generator<string> {
    for (const id of new Set([...this.#talks.keys(), ...this.#wishes.keys()])) if (isSomething(this.of(id))) yield id;
  }

  onChange(listener: (objectIds: ReadonlySet<string>) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Tells of which thing others said something. */
  onNews(listener: (objectId: string) => void): () => void {
    this.#newsListeners.add(listener);
    return () => this.#newsListeners.delete(listener);
  }

  /** Runs a command of hers about a thing and takes up its answer. */
  async command(objectId: string, run: () => Promise<OwnTalk>): Promise<void> {
    this.#busy.set(objectId, (this.#busy.get(objectId) ?? 0) + 1);
    try {
      this.#put(await run());
    } finally {
      const left = (this.#busy.get(objectId) ?? 1) - 1;
      if (left > 0) this.#busy.set(objectId, left);
      else this.#busy.delete(objectId);
      const held = this.#held.get(objectId);
      if (left === 0 && held) {
        this.#held.delete(objectId);
        this.#merge(held);
      }
      this.#tell([objectId]);
    }
  }

  /** Counts at once; what was pressed last holds, however slow the network is. @throws Problem, Unreachable: then it stands as it did */
  async react(objectId: string, kind: ReactionKind, given: boolean): Promise<void> {
    const wishes = this.#wishes.get(objectId) ?? new Map<ReactionKind, boolean>();
    const isUnderWay = wishes.has(kind);
    wishes.set(kind, given);
    this.#wishes.set(objectId, wishes);
    this.#tell([objectId]);
    if (isUnderWay) return;
    const settle = () => {
      wishes.delete(kind);
      if (wishes.size === 0) this.#wishes.delete(objectId);
    };
    try {
      for (let sent: boolean | undefined; sent !== wishes.get(kind); ) {
        const now = wishes.get(kind) ?? given;
        sent = now;
        await this.command(objectId, async () => {
          const answer = await this.#server.react(objectId, kind, now);
          // In one step with the answer, or it would count twice for a moment.
          if (wishes.get(kind) === now) settle();
          return answer;
        });
        if (!wishes.has(kind)) return;
      }
    } catch (error) {
      settle();
      this.#tell([objectId]);
      throw error;
    }
  }

  async #read(): Promise<void> {
    for (let since: number | null = this.#revision; since !== null; ) {
      const page: TalkPage = await this.#server.read(since);
      for (const talk of page.talks) this.#put(talk);
      this.#tell(page.talks.map(({ objectId }) => objectId));
      since = page.next;
      if (since !== null) this.#revision = since;
    }
    this.#isRead = true;
    for (const { revision } of this.#talks.values()) this.#revision = Math.max(this.#revision, revision);
  }

  #hear(talks: readonly Talk[]): void {
    for (const talk of talks) {
      if (this.#busy.has(talk.objectId)) this.#held.set(talk.objectId, talk);
      else this.#merge(talk);
      // Before all is read there may be a gap below.
      if (this.#isRead) this.#revision = Math.max(this.#revision, talk.revision);
    }
    this.#tell(talks.map(({ objectId }) => objectId));
  }

  #merge(talk: Talk): void {
    const known = this.#talks.get(talk.objectId);
    if (known && talk.revision <= known.revision) return;
    this.#talks.set(talk.objectId, { ...talk, mine: known?.mine ?? [] });
    if (this.#isRead && talk.commentCount > (known?.commentCount ?? 0)) for (const listener of this.#newsListeners) listener(talk.objectId);
  }
  #put(talk: OwnTalk): void {
    const known = this.#talks.get(talk.objectId);
    this.#talks.set(talk.objectId, !known || talk.revision >= known.revision ? talk : { ...known, mine: talk.mine });
  }

  #tell(objectIds: readonly string[]): void {
    if (objectIds.length === 0) return;
    this.version++;
    const changed = new Set(objectIds);
    for (const listener of this.#listeners) listener(changed);
  }
}

export const isSomething = ({ commentCount, reactions }: Talk): boolean => commentCount > 0 || Object.keys(reactions).length > 0;
