import type { Me } from '@spolu/contracts/identity';
import { Problem } from '@spolu/contracts/problems';
import type { GivePosition, ReferralView } from '@spolu/contracts/review';
import { v4 as uuid } from 'uuid';
import { DeviceQueueStore, MemoryQueueStore, type Command, type QueueEntry, type QueueStore } from '../../device/queue-store.ts';
import { sendCommand } from '../../device/send-command.ts';
import { SEND_TIMEOUT_MS, SendQueue, type Attempt } from '../../device/send-queue.ts';
import { aboutOf, DESK_QUEUE } from '../../device/viewer.ts';
import { api } from '../../http/api.ts';

/** What a member writes at her desk that may wait for a network: hers, on one recommendation before one body. */
export interface Subject {
  personId: string;
  referralId: string;
  recommendationId: string;
  what: 'position' | 'note' | 'question';
}

/** The body of a command as it waits. */
interface Waiting extends Subject {
  input: object;
  /** What she had said of it when she wrote this: a tablet's old words do not replace newer ones of hers. */
  seen: string[];
}

/** While somebody else or nobody is signed in. */
const SIGN_IN_MS = 30_000;
/** A refusal of this device: she said something else meanwhile, on another one. */
export const CHANGED_ELSEWHERE = 'changed-meanwhile';

export const aboutSubject = ({ personId, referralId, recommendationId, what }: Subject): string => aboutOf(personId, `${what} ${referralId} ${recommendationId}`);
export const writtenIn = <Input>({ command }: Pick<QueueEntry, 'command'>): Input => (command.body as Waiting).input as Input;

/** What members write at their desk without a network, on its way to the server: on the disk, in order, once each. */
export class DeskQueue {
  readonly queue: SendQueue;
  readonly otherTabs: BroadcastChannel | null;
  private readonly listeners = new Set<() => void>();

  constructor(store: QueueStore = typeof indexedDB === 'undefined' ? new MemoryQueueStore() : new DeviceQueueStore(DESK_QUEUE)) {
    this.otherTabs = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(DESK_QUEUE);
    this.queue = new SendQueue({
      store,
      owner: uuid(),
      send,
      onTaken: () => this.listeners.forEach((listener) => listener()),
      tellOthers: () => this.otherTabs?.postMessage('changed'),
    });
  }

  /** Calls back whenever the server took something. */
  onTaken = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /**
   * Keeps a command under the key under which it may have left already.
   * @param said what the server had of it when she wrote
   */
  async keep(subject: Subject, { body, ...command }: Command, key: string, said: unknown): Promise<void> {
    const about = aboutSubject(subject);
    const before = this.queue.state.entries.filter((entry) => entry.about === about).map(writtenIn);
    const waiting: Waiting = { ...subject, input: body as object, seen: [said, ...before].map(wordsOf) };
    await this.queue.add({ ...command, body: waiting }, { key, about, supersedes: subject.what !== 'question' });
    await this.letGo(subject);
  }

  /** What was not taken of something goes when she has said it anew; a question is another one each time. */
  async letGo(subject: Subject): Promise<void> {
    if (subject.what === 'question') return;
    const about = aboutSubject(subject);
    const refused = this.queue.state.entries.filter((entry) => entry.about === about && entry.state === 'not-taken');
    if (refused.length > 0) await this.queue.discard(refused.map(({ key }) => key));
  }
}

/** A position or a note, so that two can be compared. */
function wordsOf(said: unknown): string {
  const { verdict = '', reason = '', text = '' } = (said ?? {}) as Partial<GivePosition & { text: string }>;
  return JSON.stringify([verdict, reason, text]);
}

/** One attempt: as the person who wrote it, and not over newer words of hers. */
async function send({ method, path, body }: Command, key: string): Promise<Attempt> {
  const { input, seen, ...subject } = body as Waiting;
  const signal = AbortSignal.timeout(SEND_TIMEOUT_MS);
  try {
    const { person } = await api.get<Me>('/me', { signal });
    if (person?.id !== subject.personId) return { outcome: 'unreachable', retryAfterMs: SIGN_IN_MS };
    if (subject.what !== 'question' && ![...seen, wordsOf(input)].includes(wordsOf(await saidOf(subject, signal)))) return { outcome: 'refused', code: CHANGED_ELSEWHERE, facts: {} };
  } catch (error) {
    if (!(error instanceof Problem)) return { outcome: 'unreachable' };
    // What is not shown to her any more is refused in the server's words.
  }
  return sendCommand({ method, path, body: input }, key);
}

async function saidOf({ referralId, recommendationId, what }: Subject, signal: AbortSignal): Promise<unknown> {
  const { items } = await api.get<ReferralView>(`/referrals/${referralId}`, { signal });
  const item = items.find((one) => one.recommendationId === recommendationId);
  return what === 'note' ? { text: item?.myNote } : item?.myPosition;
}
