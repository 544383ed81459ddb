import { describe, expect, test } from '@jest/globals';
import { MemoryQueueStore, type Command } from './queue-store.ts';
import { FAILURES_MAX, LEASE_MS, retryDelay, RETRY_MAX_MS, RETRY_MIN_MS, SendQueue, type Attempt } from './send-queue.ts';

const card = (text: string): Command => ({ method: 'POST', path: '/api/activities/a/cards', body: { text } });
const taken: Attempt = { outcome: 'taken', answer: null };

/** A phone with a network that answers as told, and a clock that stands still until it is moved. */
function givenPhone({ store = new MemoryQueueStore(), owner = 'tab 1', answers = [] as Attempt[] } = {}) {
  const sent: { key: string; text: unknown }[] = [];
  const wakes: { wake: () => void; ms: number }[] = [];
  const answered: string[] = [];
  const clock = { now: 0 };
  const queue = new SendQueue({
    store,
    owner,
    now: () => clock.now,
    wait: (wake, ms) => {
      const entry = { wake, ms };
      wakes.push(entry);
      return () => void wakes.splice(wakes.indexOf(entry), wakes.includes(entry) ? 1 : 0);
    },
    send: async (command, key) => {
      sent.push({ key, text: (command.body as { text: string }).text });
      return answers.shift() ?? taken;
    },
    onTaken: (entry) => void answered.push(entry.key),
  });
  return { queue, store, sent, wakes, answered, answers, clock };
}

describe('the send queue', () => {
  test('sends what was given in its order and then holds nothing', async () => {
    const { queue, sent, answered } = givenPhone();
    await queue.add(card('one'), { key: 'k1', about: 'card:1' });
    await queue.add(card('two'), { key: 'k2', about: 'card:2' });
    await queue.drain();
    expect(sent.map((s) => s.text)).toEqual(['one', 'two']);
    expect(answered).toEqual(['k1', 'k2']);
    expect(queue.state).toEqual({ ready: true, entries: [], beingKept: 0, unreachable: false });
  });

  test('what was given counts as under way from the first moment, before it is on the disk', async () => {
    const { queue } = givenPhone();
    const seen: number[] = [];
    queue.subscribe(() => seen.push(queue.state.beingKept + queue.state.entries.length));
    const kept = queue.add(card('one'), { key: 'k1', about: 'ballot:1', supersedes: true });
    expect(queue.state.beingKept).toBe(1);
    await kept;
    await queue.drain();
    expect(seen.lastIndexOf(0)).toBe(seen.length - 1);
    expect(seen.indexOf(0)).toBeGreaterThan(1);
    expect(queue.state).toMatchObject({ entries: [], beingKept: 0 });
  });

  test('a disk that takes nothing leaves nothing under way', async () => {
    const store = new MemoryQueueStore();
    store.add = () => Promise.reject(new Error('the disk is full'));
    const { queue } = givenPhone({ store });
    await expect(queue.add(card('one'), { key: 'k1', about: 'card:1' })).rejects.toThrow('the disk is full');
    expect(queue.state.beingKept).toBe(0);
  });

  test('keeps a card while nobody answers, says so, and sends it under the same key later', async () => {
    const { queue, sent, wakes } = givenPhone({ answers: [{ outcome: 'unreachable' }] });
    await queue.add(card('one'), { key: 'k1', about: 'card:1' });
    await queue.drain();
    expect(queue.state.unreachable).toBe(true);
    expect(queue.state.entries).toMatchObject([{ key: 'k1', state: 'waiting' }]);
    expect(wakes.map((w) => w.ms)).toEqual([RETRY_MIN_MS]);

    queue.nudge();
    await queue.drain();
    expect(sent.map((s) => s.key)).toEqual(['k1', 'k1']);
    expect(queue.state).toEqual({ ready: true, entries: [], beingKept: 0, unreachable: false });
  });

  test('a reload loses nothing: the next page sends what the one before stored', async () => {
    const before = givenPhone({ answers: [{ outcome: 'unreachable' }] });
    await before.queue.add(card('written in the tunnel'), { key: 'k1', about: 'card:1' });
    await before.queue.drain();
    await before.queue.close();

    const after = givenPhone({ store: before.store, owner: 'the page after the reload' });
    await after.queue.drain();
    expect(after.sent).toEqual([{ key: 'k1', text: 'written in the tunnel' }]);
  });

  test('two tabs do not send at the same time; a tab that died is followed by the other', async () => {
    const store = new MemoryQueueStore();
    const first = givenPhone({ store, owner: 'tab 1' });
    const second = givenPhone({ store, owner: 'tab 2' });
    await store.lease('tab 1', 0, LEASE_MS);
    await second.queue.add(card('one'), { key: 'k1', about: 'card:1' });
    await second.queue.drain();
    expect(second.sent).toEqual([]);
    expect(second.wakes.map((w) => w.ms)).toEqual([LEASE_MS]);

    second.clock.now = LEASE_MS;
    await second.queue.drain();
    expect(second.sent.map((s) => s.key)).toEqual(['k1']);
    await first.queue.drain();
    expect(first.sent).toEqual([]);
  });

  test('what the server refuses is kept with its reason and holds up nothing behind it', async () => {
    const { queue, sent } = givenPhone({ answers: [{ outcome: 'refused', code: 'activity/too-late', facts: { minutes: 10 } }] });
    await queue.add(card('too late'), { key: 'k1', about: 'card:1' });
    await queue.add(card('in time'), { key: 'k2', about: 'card:2' });
    await queue.drain();
    expect(sent.map((s) => s.text)).toEqual(['too late', 'in time']);
    expect(queue.state.entries).toMatchObject([{ key: 'k1', state: 'not-taken', refusal: { code: 'activity/too-late', facts: { minutes: 10 } } }]);
    expect(queue.state.unreachable).toBe(false);

    await queue.discard(['k1']);
    expect(queue.state.entries).toEqual([]);
  });

  test('a command that the server always chokes on is put aside, the next one passes', async () => {
    const { queue, wakes, sent } = givenPhone({ answers: Array.from({ length: FAILURES_MAX }, (): Attempt => ({ outcome: 'failed' })) });
    await queue.add(card('poison'), { key: 'k1', about: 'card:1' });
    await queue.add(card('fine'), { key: 'k2', about: 'card:2' });
    await queue.drain();
    while (wakes.length) {
      wakes.shift()?.wake();
      await queue.drain();
    }
    expect(sent.at(-1)?.text).toBe('fine');
    expect(queue.state.entries).toMatchObject([{ key: 'k1', state: 'not-taken', refusal: { code: 'internal-error' } }]);
  });

  test('only the latest ballot travels when several were changed offline', async () => {
    const { queue, store, sent, answers } = givenPhone();
    await store.lease('another tab', 0, LEASE_MS);
    await queue.add(card('1 dot'), { key: 'k1', about: 'ballot:a', supersedes: true });
    await queue.add(card('2 dots'), { key: 'k2', about: 'ballot:a', supersedes: true });
    await queue.add(card('other vote'), { key: 'k3', about: 'ballot:b', supersedes: true });
    await store.release('another tab');
    answers.push({ outcome: 'unreachable' });
    await queue.drain();
    // The second one may have arrived, so it is never changed any more; the third follows it.
    await queue.add(card('3 dots'), { key: 'k4', about: 'ballot:a', supersedes: true });
    await queue.drain();
    expect(sent.map((s) => s.text)).toEqual(['2 dots', '2 dots', 'other vote', '3 dots']);
  });

  test('waits twice as long after each failure, five seconds at most, and at least as long as the server asks', async () => {
    expect([1, 2, 3, 4, 5, 20].map(retryDelay)).toEqual([1_000, 2_000, 4_000, RETRY_MAX_MS, RETRY_MAX_MS, RETRY_MAX_MS]);
    const { queue, wakes } = givenPhone({ answers: [{ outcome: 'unreachable', retryAfterMs: 7_000 }] });
    await queue.add(card('one'), { key: 'k1', about: 'card:1' });
    await queue.drain();
    expect(wakes.map((w) => w.ms)).toEqual([7_000]);
  });
});
