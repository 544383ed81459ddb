import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { MemoryQueueStore } from './queue-store.ts';
import { LEASE_MS, SendQueue, type Attempt } from './send-queue.ts';

type Fate = 'arrives' | 'request lost' | 'answer lost' | 'refused';
const fate = fc.constantFrom<Fate>('arrives', 'request lost', 'answer lost', 'refused');
const tab = fc.nat({ max: 1 });
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('write' as const), tab }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('send' as const), tab, fate }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('reload' as const), tab }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('die while sending' as const), tab }) },
);

/** A server that carries a command out once per key, as ours does. */
function givenServer() {
  const applied: number[] = [];
  const keys = new Set<string>();
  const refused = new Set<string>();
  return {
    applied,
    refused,
    take(key: string, value: number, what: Fate): Attempt {
      if (what === 'request lost') return { outcome: 'unreachable' };
      if (what === 'refused' && !keys.has(key)) {
        refused.add(key);
        return { outcome: 'refused', code: 'activity/too-late', facts: {} };
      }
      if (!keys.has(key)) {
        keys.add(key);
        applied.push(value);
      }
      return what === 'answer lost' ? { outcome: 'unreachable' } : { outcome: 'taken', answer: null };
    },
  };
}

test('whatever the network, reloads and tabs do, each command is carried out once, in order, or kept as not taken', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      const store = new MemoryQueueStore();
      const server = givenServer();
      const clock = { now: 0 };
      let fates: Fate[] = [];
      let made = 0;
      const open = () =>
        new SendQueue({
          store,
          owner: `page ${made++}`,
          now: () => clock.now,
          wait: () => () => undefined,
          send: async (command, key) => server.take(key, command.body as number, fates.shift() ?? 'request lost'),
        });
      const tabs = [open(), open()];
      let written = 0;

      for (const action of steps) {
        const queue = tabs[action.tab]!;
        if (action.do === 'write') {
          const value = written++;
          await queue.add({ method: 'POST', path: '/', body: value }, { key: `key ${value}`, about: `card:${value}` });
          await queue.drain();
        }
        if (action.do === 'send') {
          fates = [action.fate];
          queue.nudge();
          await queue.drain();
        }
        if (action.do === 'reload') {
          await queue.close();
          tabs[action.tab] = open();
        }
        if (action.do === 'die while sending') {
          // Its lease stays behind, nothing else of it does.
          await store.lease('a page that died', clock.now, clock.now + LEASE_MS);
          tabs[action.tab] = open();
          clock.now += LEASE_MS;
        }
      }

      // The network is back: everything drains.
      fates = Array.from({ length: 200 }, (): Fate => 'arrives');
      const last = open();
      await last.drain();
      expect(last.state.entries.filter((e) => e.state !== 'not-taken')).toEqual([]);
      expect(last.state.entries.map((e) => e.key).sort()).toEqual([...server.refused].sort());
      expect(server.applied).toEqual([...Array(written).keys()].filter((value) => !server.refused.has(`key ${value}`)));
    }),
    { numRuns: 300 },
  );
});
