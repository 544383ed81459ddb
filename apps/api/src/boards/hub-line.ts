import type { BoardPerson } from '@spolu/contracts/boards';
import { ByteReader, ByteWriter } from '@spolu/realtime/bytes';
import { decodePresences, encodePresences, type SlotPresence } from '@spolu/realtime/presence-frames';
import type { Follower, Peers } from '../peers/peers.ts';
import type { BoardHub } from './board-hub.ts';
import type { FollowedThere, SharedSpotlight } from './board-views.ts';

const STORED = 0;
const PRESENCES = 1;
const PEOPLE = 2;
/** Whoever hears it says who is with her. */
const HELLO = 3;
/** A client id of somebody else's is wanted; which one, stands in the database. */
const WANTED = 4;
const BYE = 5;
/** Whom of whose people somebody here follows. */
const FOLLOWED = 6;
/** Whoever shows her view to everybody sits here, or no more. */
const SPOTLIGHT = 7;
const VIEWS = 8;

/** Who came to a board and who left it at another server; `all`: whoever is not named is not there. */
export interface PeopleElsewhere {
  all: boolean;
  joined: BoardPerson[];
  left: number[];
}

/** An open board's line to the same board at other servers. Only what is stored is said there: so nobody leans on what may yet be lost. */
export class HubLine implements Follower {
  readonly #peers: Peers;
  readonly #peerId: string;
  readonly #topic: string;
  /** Other servers at which the board is open. */
  readonly #others = new Set<string>();
  #hub: BoardHub | null = null;
  /** Heard before the hub was there. */
  #early: Parameters<HubLine['take']>[] = [];

  constructor(peers: Peers, boardId: string) {
    this.#peers = peers;
    this.#peerId = peers.id;
    this.#topic = `board/${boardId}`;
  }

  /** Whether this server is still the one that opened the board: if not, what it remembers of it counts no more. */
  get isCurrent(): boolean {
    return this.#peers.isAwake && this.#peers.id === this.#peerId;
  }

  /** At how many servers the board is open, this one among them. */
  get serverCount(): number {
    return this.#others.size + 1;
  }
  /** How the others call this server. */
  get serverId(): string {
    return this.#peerId;
  }

  /** From here on everything is heard. */
  open(): Promise<void> {
    return this.#peers.follow(this.#topic, this);
  }
  attach(hub: BoardHub): void {
    this.#hub = hub;
    for (const message of this.#early.splice(0)) this.take(...message);
    this.together();
  }
  close(): void {
    if (this.#hub) this.#say(BYE);
    this.#hub = null;
    this.#peers.unfollow(this.#topic, this);
  }

  sayStored(tick: number, updates: readonly Uint8Array[]): void {
    const writer = new ByteWriter(16 + updates.reduce((sum, { length }) => sum + length + 8, 0)).number(tick).number(updates.length);
    for (const update of updates) writer.number(update.length).bytes(update);
    this.#say(STORED, writer.done());
  }
  sayPresences(presences: Iterable<SlotPresence>): void {
    if (this.#others.size > 0) this.#say(PRESENCES, encodePresences(0, presences));
  }
  sayPeople(people: PeopleElsewhere): void {
    if (this.#others.size > 0) this.#say(PEOPLE, Buffer.from(JSON.stringify(people)));
  }
  sayFollowed(followed: FollowedThere): void {
    if (this.#others.size > 0) this.#say(FOLLOWED, Buffer.from(JSON.stringify(followed)));
  }
  saySpotlight(spotlight: SharedSpotlight | null): void {
    if (this.#others.size > 0) this.#say(SPOTLIGHT, Buffer.from(JSON.stringify(spotlight)));
  }
  sayViews(views: Iterable<SlotPresence>): void {
    if (this.#others.size > 0) this.#say(VIEWS, encodePresences(0, views));
  }
  sayWanted(): void {
    this.#say(WANTED);
  }

  take(speaker: string, kind: number, body: Uint8Array): void {
    const hub = this.#hub;
    if (!hub) {
      this.#early.push([speaker, kind, body]);
      return;
    }
    if (kind === BYE) return this.gone(speaker);
    const isNew = !this.#others.has(speaker);
    this.#others.add(speaker);
    if (isNew || kind === HELLO) {
      this.sayPeople({ all: true, joined: hub.people.own, left: [] });
      hub.views.sayAll();
    }
    switch (kind) {
      case STORED:
        hub.takeStored(...readStored(body));
        break;
      case PRESENCES:
        hub.people.showElsewhere(speaker, decodePresences(body)?.presences ?? []);
        break;
      case PEOPLE:
        hub.people.changeElsewhere(speaker, JSON.parse(Buffer.from(body).toString()) as PeopleElsewhere);
        break;
      case FOLLOWED:
        hub.views.takeFollowed(speaker, JSON.parse(Buffer.from(body).toString()) as FollowedThere);
        break;
      case SPOTLIGHT:
        hub.views.takeSpotlight(speaker, JSON.parse(Buffer.from(body).toString()) as SharedSpotlight | null);
        break;
      case VIEWS:
        hub.views.takeViews(speaker, decodePresences(body)?.presences ?? []);
        break;
      case WANTED:
        void hub.letGoOfWanted();
    }
  }
  missed(): void {
    void this.#hub?.lookAgain();
    this.together();
  }
  together(): void {
    this.#say(HELLO);
  }
  gone(speaker: string): void {
    if (!this.#others.delete(speaker)) return;
    this.#hub?.views.goneElsewhere(speaker);
    this.#hub?.people.goneElsewhere(speaker);
  }

  #say(kind: number, body: Uint8Array = new Uint8Array(0)): void {
    if (this.isCurrent) this.#peers.say(this.#topic, kind, body);
  }
}

function readStored(body: Uint8Array): [tick: number, updates: Uint8Array[]] {
  const reader = new ByteReader(body);
  const tick = reader.number();
  return [tick, Array.from({ length: reader.number() }, () => reader.bytes(reader.number()))];
}
