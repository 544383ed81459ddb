import type { GiveSecretAnswer, OwnAnswer } from '@spolu/contracts/activities/answers';
import type { NoteColour } from '@spolu/contracts/boards';
import type { Card, ComposeCard, EditCard } from '@spolu/contracts/activities/brainstorm';
import type { Ballot, CastSecretBallot } from '@spolu/contracts/activities/dot-vote';
import { createContext, use, useEffect, useMemo, useSyncExternalStore, type ReactNode } from 'react';
import { v4 as uuid } from 'uuid';
import { ServerClock } from '../server-clock.ts';
import { DeviceMemory } from './device-memory.ts';
import { aboutCard, cardOf, cardsKey, cardViews, withServerCards, type CardView, type OwnCard } from './own-cards.ts';
import { keepSending } from '../../device/keep-sending.ts';
import { DeviceQueueStore, MemoryQueueStore, type QueueEntry, type QueueStore } from '../../device/queue-store.ts';
import { sendCommand } from '../../device/send-command.ts';
import { SendQueue, type QueueState } from '../../device/send-queue.ts';
import { BrowserStorageFull } from './storage-full.ts';

/** The receipt as the device keeps it, and which session it is of. */
export interface KeptSession {
  sessionId: string;
  title: string;
  participantId: string;
  receipt: { secret: string; url: string } | null;
}
export const sessionKey = (sessionId: string) => `session:${sessionId}`;
/** The session this phone was in last, for a start without a code. */
export const LAST_SESSION = 'last-session';

/** What a card needs besides its text to be sent. */
export interface CardDraft {
  text: string;
  colour: NoteColour;
  frameId: string | null;
}

/**
 * The phone's own things: its memory, its send queue, its idea of the server's time. One a page.
 * Changes made through it are on the device before they are on their way.
 */
export class Device {
  readonly memory: DeviceMemory;
  readonly queue: SendQueue;
  readonly clock = new ServerClock();
  private readonly otherTabs: BroadcastChannel | null;
  /** How many commands about a thing the server took since this page began. */
  private readonly takenCount = new Map<string, number>();

  constructor({ memory = new DeviceMemory(), store = new MemoryQueueStore() }: { memory?: DeviceMemory; store?: QueueStore } = {}) {
    this.memory = memory;
    this.otherTabs = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('spolu-phone');
    this.queue = new SendQueue({
      store,
      owner: uuid(),
      send: sendCommand,
      onTaken: (entry, answer) => this.wasTaken(entry, answer),
      tellOthers: () => this.otherTabs?.postMessage('changed'),
    });
  }

  /** Begins sending what an earlier page left behind; gives what ends it. */
  start(): () => void {
    const changed = () => void this.memory.readAgain();
    this.otherTabs?.addEventListener('message', changed);
    const stop = keepSending(this.queue, this.otherTabs);
    return () => {
      this.otherTabs?.removeEventListener('message', changed);
      stop();
    };
  }

  /**
   * In the queue first, in the list of own cards second: a card that is nowhere in the queue counts as saved.
   * @throws BrowserStorageFull when the device cannot keep it
   */
  async composeCard(sessionId: string, activityId: string, draft: CardDraft, { language, anonymous }: { language: ComposeCard['language']; anonymous: boolean }): Promise<void> {
    const id = uuid();
    const composedAt = this.nowByServer();
    const card: OwnCard = { id, activityId, ...draft, state: null, composedAt, anonymous };
    const body: ComposeCard = { ...draft, language, composedAt };
    try {
      await this.queue.add({ method: 'POST', path: `/activities/${activityId}/cards`, body }, { key: id, about: aboutCard(sessionId, id) });
    } catch (error) {
      throw new BrowserStorageFull(error);
    }
    await this.changeCards(sessionId, (cards) => [...cards, card]);
  }
  async editCard(sessionId: string, cardId: string, text: string): Promise<void> {
    await this.queue.add({ method: 'PUT', path: `/cards/${cardId}`, body: { text } satisfies EditCard }, { key: uuid(), about: aboutCard(sessionId, cardId) });
  }
  async removeCard(sessionId: string, cardId: string): Promise<void> {
    await this.queue.add({ method: 'DELETE', path: `/cards/${cardId}`, body: undefined }, { key: uuid(), about: aboutCard(sessionId, cardId) });
  }
  /** Lets a card go that the server did not take. */
  async letGo(sessionId: string, card: CardView): Promise<void> {
    await this.queue.discard(card.refusal?.keys ?? []);
    if (card.refusal?.wanted === 'card') await this.changeCards(sessionId, (cards) => cards.filter(({ id }) => id !== card.id));
  }
  async castBallot(activityId: string, ballot: CastSecretBallot, secret = false): Promise<void> {
    await this.vote(`/activities/${activityId}`, 'ballot', ballot, { about: aboutBallot(activityId), secret });
  }
  /**
   * Asks the server which own ballot or answer counts, and remembers it. Where it took an own command about it meanwhile, that answer is the newer one and stays.
   * @throws what `ask` throws
   */
  async learnWhatCounts(about: string, ask: () => Promise<Ballot | OwnAnswer>): Promise<void> {
    const takenBefore = this.takenCount.get(about);
    const found = await ask();
    if (this.takenCount.get(about) === takenBefore) await this.memory.change(about, () => found);
  }
  async giveAnswer(activityId: string, answer: GiveSecretAnswer, secret: boolean): Promise<void> {
    await this.vote(`/activities/${activityId}`, 'answer', answer, { about: aboutAnswer(activityId), secret });
  }
  async keepServerCards(sessionId: string, fromServer: readonly Card[]): Promise<void> {
    await this.changeCards(sessionId, (cards) => withServerCards(cards, fromServer));
  }

  /** She knows what became of it. */
  async forgetLate(activityId: string): Promise<void> {
    for (const list of [LATE_VOTES, KEPT_VOTES]) await this.memory.change<string[]>(list, (ids = []) => ids.filter((id) => id !== activityId));
  }

  /** What is secret is sent once and never replaced, without a moment; what it says leaves the device with it. */
  private vote(path: string, what: 'ballot' | 'answer', said: object, { about, secret }: { about: string; secret: boolean }): Promise<void> {
    return secret
      ? this.queue.add({ method: 'POST', path: `${path}/secret-${what}`, body: said }, { key: uuid(), about })
      : this.queue.add({ method: 'PUT', path: `${path}/${what}`, body: { ...said, madeAt: this.nowByServer() } }, { key: uuid(), about, supersedes: true });
  }
  private nowByServer(): string {
    return new Date(this.clock.now()).toISOString();
  }
  private changeCards(sessionId: string, by: (cards: readonly OwnCard[]) => OwnCard[]): Promise<OwnCard[]> {
    return this.memory.change<OwnCard[]>(cardsKey(sessionId), (cards = []) => by(cards));
  }
  private async wasTaken(entry: QueueEntry, answer: unknown): Promise<void> {
    this.takenCount.set(entry.about, (this.takenCount.get(entry.about) ?? 0) + 1);
    if (entry.about.startsWith(BALLOT)) await this.memory.change<Ballot>(entry.about, () => answer as Ballot);
    if (entry.about.startsWith(ANSWER)) await this.memory.change<OwnAnswer>(entry.about, () => answer as OwnAnswer);
    if (entry.about.startsWith(BALLOT) || entry.about.startsWith(ANSWER)) await this.voteWasTaken(entry, answer as Ballot | OwnAnswer);
    const about = cardOf(entry.about);
    if (!about) return;
    const { sessionId, cardId } = about;
    await this.changeCards(sessionId, (cards) =>
      entry.command.method === 'DELETE'
        ? cards.filter((card) => card.id !== cardId)
        : cards.map((card) => (card.id === cardId ? { ...card, text: (answer as Card).text, state: (answer as Card).state, reason: (answer as Card).reason } : card)),
    );
  }
  /** What came late, and what had waited so long that she may doubt it, is told her once it is over. */
  private async voteWasTaken({ command }: QueueEntry, answer: Ballot | OwnAnswer): Promise<void> {
    const { activityId, late } = answer;
    const { madeAt } = (command.body ?? {}) as { madeAt?: string };
    const counts = 'dots' in answer ? answer.castAt !== null : answer.value !== null;
    const waited = madeAt !== undefined && counts && this.clock.now() - Date.parse(madeAt) > KEPT_MS;
    const among = (is: boolean) => (ids: string[] = []) => [...ids.filter((id) => id !== activityId), ...(is ? [activityId] : [])];
    if (late) await this.memory.change<string[]>(LATE_VOTES, among(true));
    await this.memory.change<string[]>(KEPT_VOTES, among(waited && !late));
  }
}

const BALLOT = 'ballot:';
/** Of the own ballot in a vote: what its commands are about, and where the device remembers the one that counts. */
export const aboutBallot = (activityId: string) => BALLOT + activityId;

const ANSWER = 'answer:';
/** Of the own answer to an activity, as {@link aboutBallot} of a ballot. */
export const aboutAnswer = (activityId: string) => ANSWER + activityId;

/** Votes of hers that came after their end and of which she has not read what became of them. */
const LATE_VOTES = 'late-votes';
/** Those that waited in this phone and counted all the same. */
const KEPT_VOTES = 'kept-votes';
/** What takes longer than this on its way had no signal. */
const KEPT_MS = 10_000;
/** The refusal of a vote that came too late to be counted at all. */
export const TOO_LATE = 'vote/too-late';

/** How long the phone's page waits for its disk before it shows itself without one. */
const DISK_WITHIN_MS = 3_000;

/** The device with its disk, or without where the browser forbids one or never opens it. */
export async function openDevice(withinMs = DISK_WITHIN_MS): Promise<Device> {
  try {
    const store = new DeviceQueueStore();
    await Promise.race([store.all(), new Promise<never>((_, reject) => setTimeout(() => reject(new Error('the disk does not open')), withinMs))]);
    return new Device({ store });
  } catch {
    return new Device();
  }
}

const Context = createContext<Device | null>(null);

export function DeviceProvider({ device, children }: { device: Device; children: ReactNode }) {
  useEffect(() => device.start(), [device]);
  return <Context value={device}>{children}</Context>;
}
export function useDevice(): Device {
  const device = use(Context);
  if (!device) throw new Error('The phone has no device');
  return device;
}

export function useQueue(): QueueState {
  const { queue } = useDevice();
  return useSyncExternalStore(queue.subscribe, () => queue.state);
}
/** Something the phone remembers; undefined until it was read, or if there is nothing. */
export function useRemembered<Value>(key: string): Value | undefined {
  const { memory } = useDevice();
  return useSyncExternalStore(memory.subscribe, () => memory.peek<Value>(key));
}
const NO_IDS: readonly string[] = [];
export const useLateVotes = () => useRemembered<string[]>(LATE_VOTES) ?? NO_IDS;
export const useKeptVotes = () => useRemembered<string[]>(KEPT_VOTES) ?? NO_IDS;
const NONE: readonly OwnCard[] = [];
/** The own cards of a session, those on their way and those not taken too; the newest first. */
export function useOwnCards(sessionId: string): CardView[] {
  const cards = useRemembered<OwnCard[]>(cardsKey(sessionId)) ?? NONE;
  const { entries } = useQueue();
  return useMemo(() => cardViews(cards, entries), [cards, entries]);
}
