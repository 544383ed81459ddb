import { randomUUID } from 'node:crypto';
import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { ByteReader, ByteWriter, bytesToUuid, uuidToBytes } from '@spolu/realtime/bytes';
import type { Logger } from 'pino';
import { Counter, Gauge, register } from 'prom-client';
import { z } from 'zod';
import { DATABASE } from '../database/database.module.ts';
import type { OpenDatabase } from '../database/embedded.ts';
import { LOGGER } from '../http/logger.ts';
import { BUS, type Bus } from './bus.ts';
import { PeerTable } from './peer-table.ts';
import { Sequences } from './sequences.ts';

/** The id of the one server of an installation without Redis. */
export const ALONE = '00000000-0000-0000-0000-000000000000';

const BEAT_MS = 1_000;
/** Whoever was not heard for so long may have said something that is lost. */
const SILENT_MS = 3_000;
/** A server whose clock made such a leap was stopped; the others take it for dead a little later. */
const SLEPT_MS = 5_000;
/** Those who were not there when something was said last hear its number this long. */
const HEADS_MS = 5_000;

/** What all servers hear: a name, and what comes with it. */
export interface Notice<Body> {
  name: string;
  body: z.ZodType<Body>;
}
export const notice = <Body>(name: string, body: z.ZodType<Body>): Notice<Body> => ({ name, body });

/** Somebody who follows a topic. */
export interface Follower {
  take(speaker: string, kind: number, body: Uint8Array): void;
  /** Something may have been said that was not heard: what matters of it stands in the database. */
  missed(): void;
  /** Others can be heard again. */
  together(): void;
  /** This server will say nothing more. */
  gone(speaker: string): void;
}

/** Kinds of messages on the topic that everybody follows. */
const BEAT = 0;
const NOTICE = 1;
const BYE = 2;
const EVERYBODY = 'all';

const Heads = z.record(z.string(), z.int().nonnegative());
const Said = z.strictObject({ name: z.string(), body: z.unknown() });

/**
 * The other servers that serve the same boards and rooms. What must not be lost stands in the database; from here it is only heard sooner. Without
 * REDIS_URL there are no others, and nothing here does anything.
 */
@Injectable()
export class Peers implements OnModuleInit, BeforeApplicationShutdown, OnApplicationShutdown {
  readonly isShared: boolean;
  readonly #log: Logger;
  readonly #table: PeerTable;
  readonly #bus: Bus | null;
  readonly #sequences = new Sequences();
  readonly #followers = new Map<string, Follower>();
  readonly #notices = new Map<string, { body: z.ZodType; take: (body: never, speaker: string) => void }[]>();
  readonly #onMissed: (() => void)[] = [];
  readonly #onAnew: (() => void)[] = [];
  readonly #onGone: ((speaker: string) => void)[] = [];
  /** When each was heard last. */
  readonly #heardAt = new Map<string, number>();
  readonly #silent = new Set<string>();
  readonly #saidAt = new Map<string, number>();
  #id = ALONE;
  #prefix = '';
  /** The others may rely on what this server writes. */
  #isLiving = true;
  #isTogether = false;
  #beating: Promise<void> | null = null;
  #timer: NodeJS.Timeout | undefined;
  #tickedAt = Date.now();
  #ending = false;
  readonly #missedCount = counter();

  constructor(@Inject(DATABASE) database: OpenDatabase, @Inject(LOGGER) log: Logger, @Inject(BUS) bus: Bus | null) {
    this.isShared = bus !== null;
    this.#log = log;
    this.#table = new PeerTable(database.url);
    this.#bus = bus;
  }

  /** Under what this server writes. */
  get id(): string {
    return this.#id;
  }
  /** `degraded`: others, if there are any, are heard by way of the database alone, a second late. */
  get state(): 'alone' | 'together' | 'degraded' {
    if (!this.#bus) return 'alone';
    return this.#isTogether ? 'together' : 'degraded';
  }
  /**
   * False for a server that was stopped, or was taken for dead: what it remembers is of another time, others have gone on, and it begins anew. To be asked
   * before anything is judged by what stands in memory.
   */
  get isAwake(): boolean {
    if (!this.#bus) return true;
    if (this.#isLiving && Date.now() - this.#tickedAt > SLEPT_MS) this.beginAnew('it was stopped');
    return this.#isLiving;
  }

  async onModuleInit(): Promise<void> {
    if (!this.#bus) return;
    await this.#begin();
    this.#bus.start();
    await this.#bus.subscribe(this.#channel(EVERYBODY), (bytes) => this.#hear(EVERYBODY, bytes));
    this.#tickedAt = Date.now();
    this.#timer = setInterval(() => this.#tick(), BEAT_MS);
    gauge(() => (this.state === 'degraded' ? 1 : 0));
  }

  beforeApplicationShutdown(): void {
    this.#ending = true;
  }

  /** After the last of the boards is stored. */
  async onApplicationShutdown(): Promise<void> {
    if (!this.#bus) return;
    clearInterval(this.#timer);
    this.#say(EVERYBODY, BYE, new Uint8Array(0));
    await this.#beating;
    await this.#table.end(this.#id).catch((error: unknown) => this.#log.warn({ err: error }, 'the others must find out by themselves that this server is gone'));
    await this.#table.close().catch(() => undefined);
    this.#bus.stop();
  }

  /** Tells all others. */
  tell<Body>({ name }: Notice<Body>, body: Body): void {
    if (this.#bus) this.#say(EVERYBODY, NOTICE, Buffer.from(JSON.stringify({ name, body } satisfies z.infer<typeof Said>)));
  }
  /** What others tell. Notices get lost where Redis is away; {@link onMissed} says so. */
  on<Body>({ name, body }: Notice<Body>, take: (body: Body, speaker: string) => void): void {
    this.#notices.set(name, [...(this.#notices.get(name) ?? []), { body, take }]);
  }
  /** Others may have told something that was not heard: whatever is remembered is to be read anew. Each second as long as it may happen again. */
  onMissed(listener: () => void): void {
    this.#onMissed.push(listener);
  }
  /** This server was taken for dead, or must have been: what it holds in memory counts no more. */
  onAnew(listener: () => void): void {
    this.#onAnew.push(listener);
  }
  onGone(listener: (speaker: string) => void): void {
    this.#onGone.push(listener);
  }

  /** Resolves once all that is said on the topic will be heard. */
  async follow(topic: string, follower: Follower): Promise<void> {
    if (!this.#bus) return;
    this.#followers.set(topic, follower);
    await this.#bus.subscribe(this.#channel(topic), (bytes) => this.#hear(topic, bytes));
  }
  unfollow(topic: string, follower: Follower): void {
    if (this.#followers.get(topic) !== follower) return;
    this.#followers.delete(topic);
    this.#sequences.forgetTopic(topic);
    void this.#bus?.unsubscribe(this.#channel(topic));
  }
  /** Says something to those who follow the topic. */
  say(topic: string, kind: number, body: Uint8Array): void {
    if (this.#bus) this.#say(topic, kind, body);
  }

  /** Lets go of all that is remembered and begins as a server that was started just now. */
  beginAnew(why: string): void {
    if (!this.#isLiving || this.#ending) return;
    this.#log.warn({ peer: this.#id, why }, 'this server begins anew');
    this.#isLiving = false;
    for (const listener of this.#onAnew) listener();
    this.#say(EVERYBODY, BYE, new Uint8Array(0));
    this.#beatOnce();
  }

  async #begin(): Promise<void> {
    const id = randomUUID();
    const name = await this.#table.begin(id);
    this.#prefix = `spolupracovna/${name}`;
    this.#id = id;
    this.#tickedAt = Date.now();
    this.#isLiving = true;
  }

  #channel(topic: string): string {
    return `${this.#prefix}/${topic}`;
  }

  #say(topic: string, kind: number, body: Uint8Array): void {
    const bytes = new ByteWriter(body.length + 32).bytes(uuidToBytes(this.#id)!).number(this.#sequences.next(topic)).byte(kind).bytes(body).done();
    this.#saidAt.set(topic, Date.now());
    // What does not get through is missed by the others as soon as they hear the next beat.
    this.#bus?.publish(this.#channel(topic), bytes).catch(() => undefined);
  }

  #hear(topic: string, bytes: Uint8Array): void {
    if (!this.isAwake) return;
    const reader = new ByteReader(bytes);
    const speaker = bytesToUuid(reader.bytes(16));
    const number = reader.number();
    const kind = reader.byte();
    const body = reader.rest();
    if (reader.broken) return;
    this.#heardAt.set(speaker, Date.now());
    if (speaker === this.#id) return;
    if (this.#silent.delete(speaker)) this.#missAll();
    const follower = this.#followers.get(topic);
    if (topic === EVERYBODY) {
      if (!this.#sequences.hear(speaker, topic, number)) this.#missAll();
      this.#hearAll(speaker, kind, body);
    } else if (follower) {
      if (!this.#sequences.hear(speaker, topic, number)) this.#miss(follower);
      follower.take(speaker, kind, body);
    }
  }

  #hearAll(speaker: string, kind: number, body: Uint8Array): void {
    if (kind === BYE) return this.#forget(speaker);
    const json = parsed(body);
    if (kind === BEAT) {
      const heads = Heads.safeParse(json);
      for (const [topic, said] of Object.entries(heads.data ?? {})) {
        const follower = this.#followers.get(topic);
        if (follower && !this.#sequences.compare(speaker, topic, said)) this.#miss(follower);
      }
      return;
    }
    // A newer server may tell what this one does not know.
    const said = Said.safeParse(json);
    for (const { body: schema, take } of this.#notices.get(said.data?.name ?? '') ?? []) {
      const told = schema.safeParse(said.data?.body);
      if (told.success) take(told.data as never, speaker);
      else this.#missAll();
    }
  }

  /** Once a second: a sign of life, and who gives none. */
  #tick(): void {
    if (!this.isAwake) return this.#beatOnce();
    const now = Date.now();
    this.#tickedAt = now;
    this.#beatOnce();
    const heads: Record<string, number> = {};
    for (const [topic, at] of this.#saidAt) {
      if (now - at > HEADS_MS) this.#saidAt.delete(topic);
      else if (topic !== EVERYBODY) heads[topic] = this.#sequences.said(topic);
    }
    this.#say(EVERYBODY, BEAT, Buffer.from(JSON.stringify(heads)));

    const hearsItself = now - (this.#heardAt.get(this.#id) ?? 0) < SILENT_MS;
    for (const [speaker, at] of this.#heardAt) {
      if (speaker === this.#id || now - at < SILENT_MS) continue;
      if (!this.#silent.has(speaker)) {
        this.#silent.add(speaker);
        this.#tellGone(speaker);
      }
    }
    const wasTogether = this.#isTogether;
    this.#isTogether = hearsItself && this.#silent.size === 0;
    if (this.#isTogether && wasTogether) return;
    this.#missAll();
    if (hearsItself) for (const follower of this.#followers.values()) follower.together();
  }

  #beatOnce(): void {
    this.#beating ??= this.#beat().finally(() => {
      this.#beating = null;
    });
  }

  async #beat(): Promise<void> {
    try {
      if (!this.#isLiving) {
        await this.#table.end(this.#id);
        await this.#begin();
      } else {
        const living = await this.#table.beat(this.#id);
        if (!living.has(this.#id)) this.beginAnew('the others took it for dead');
        // Nothing of it can turn up in the database any more.
        for (const speaker of [...this.#silent]) if (!living.has(speaker)) this.#forget(speaker);
      }
    } catch (error) {
      this.#log.warn({ err: error }, 'no sign of life could be given');
    }
  }

  #forget(speaker: string): void {
    this.#heardAt.delete(speaker);
    this.#sequences.forgetSpeaker(speaker);
    if (!this.#silent.delete(speaker)) this.#tellGone(speaker);
    this.#missAll();
  }

  #tellGone(speaker: string): void {
    for (const follower of this.#followers.values()) follower.gone(speaker);
    for (const listener of this.#onGone) listener(speaker);
  }

  #miss(follower: Follower): void {
    this.#missedCount.inc();
    follower.missed();
  }
  #missAll(): void {
    for (const listener of this.#onMissed) listener();
    for (const follower of this.#followers.values()) follower.missed();
  }
}

function parsed(body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString());
  } catch {
    return undefined;
  }
}

const MISSED = 'spolu_peer_messages_missed_total';
function counter(): Counter {
  const made = register.getSingleMetric(MISSED) as Counter | undefined;
  return made ?? new Counter({ name: MISSED, help: 'How often a board was read anew because a message of another server was missed' });
}

const DEGRADED = 'spolu_peers_degraded';
function gauge(read: () => number): void {
  register.removeSingleMetric(DEGRADED);
  new Gauge({ name: DEGRADED, help: '1 while other servers are heard by way of the database alone', collect() { this.set(read()); } });
}
