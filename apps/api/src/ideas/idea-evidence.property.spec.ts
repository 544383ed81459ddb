import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ClusterEvidence } from '@spolu/contracts/ideas';
import { evidenceAlong, type Origin } from './idea-evidence.ts';

const cluster = (id: string, notes: readonly string[]): ClusterEvidence => ({
  id, title: id, sessionId: 's', sessionTitle: 'Dielňa', vote: null, notes: notes.map((contributionId) => ({ contributionId, text: contributionId, language: 'sk' })),
});
/** Few ideas and few notes, so that the same ones meet again. */
const step = fc.record({ do: fc.constantFrom('merge', 'split', 'carry'), picks: fc.array(fc.nat(), { minLength: 2, maxLength: 3 }), goes: fc.array(fc.nat({ max: 2 }), { minLength: 6, maxLength: 6 }) });

test('however ideas are merged, split and carried over, no note is lost on the way and none is added', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
      const clusters = new Map([['i0', [cluster('a', ['a1', 'a2', 'a3'])]], ['i1', [cluster('b', ['b1', 'b2'])]], ['i2', [cluster('c', ['c1'])]]]);
      const origins: Origin[] = [];
      const taken = new Map<string, Set<string>>();
      const current = new Set(clusters.keys());
      const notesOf = (id: string) => evidenceAlong(id, origins, clusters, taken).flatMap((found) => found.notes.map((note) => note.contributionId));
      let next = 3;
      for (const { do: change, picks, goes } of steps) {
        const ids = [...new Set(picks.map((pick) => [...current][pick % current.size]!))];
        if (change === 'merge') {
          if (ids.length < 2) continue;
          const made = `i${next++}`;
          for (const fromId of ids) origins.push({ fromId, toId: made, kind: 'merged-into' });
          for (const id of ids) current.delete(id);
          current.add(made);
        } else {
          const from = ids[0]!;
          const notes = notesOf(from);
          const parts = change === 'carry' ? [`i${next++}`] : [`i${next++}`, `i${next++}`];
          for (const [i, toId] of parts.entries()) {
            origins.push({ fromId: from, toId, kind: change === 'carry' ? 'carried-over-to' : 'split-from' });
            // 0 and 1: to that part alone; 2: to both
            taken.set(toId, new Set(notes.filter((_, n) => goes[n % goes.length] === i || goes[n % goes.length] === 2)));
          }
          current.delete(from);
          for (const id of parts) current.add(id);
        }
      }
      const all = [...current].flatMap(notesOf);
      expect([...new Set(all)].sort()).toEqual(['a1', 'a2', 'a3', 'b1', 'b2', 'c1']);
      for (const id of current) {
        expect(new Set(notesOf(id)).size).toBe(notesOf(id).length);
        for (const found of evidenceAlong(id, origins, clusters, taken)) {
          const whole = [...clusters.values()].flat().find((one) => one.id === found.id)!;
          expect(found.ofNoteCount ?? found.notes.length).toBe(whole.notes.length);
        }
      }
    }),
  );
});
