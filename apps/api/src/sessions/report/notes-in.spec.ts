import { expect, test } from '@jest/globals';
import type { Report, ReportNote } from '@spolu/contracts/sessions';
import { asOfToday, notesIn } from './notes-in.ts';

const note = (contributionId: string, author: string | null = null): ReportNote => ({ contributionId, text: contributionId, language: 'sk', author });
const chapters = (notes: ReportNote[], ideaId: string | null = null): Report['activities'] => [{
  id: 'a', kind: 'cluster', title: '', instruction: '', methodTitle: null, plannedMinutes: 1, startedAt: null, endedAt: null, vote: null,
  brainstorm: { mode: 'open', noteCount: notes.length, frames: [{ title: '', notes }] },
  cluster: { clusters: [{ id: 'c', title: '', notes, dots: null, ideaId }], unclustered: notes },
}];

test('a version read today names whoever agrees today, leaves out what was taken back, and knows what became of its clusters', () => {
  const version = { activities: chapters([note('one', 'Jana'), note('two', 'Peter'), note('three')]), quoted: [note('two', 'Peter'), note('three')] };
  const today = asOfToday(version, chapters([note('one', 'Jana'), note('two')], 'idea'), (id) => id !== 'three');
  expect([...notesIn(today.activities).values()]).toEqual([note('one', 'Jana'), note('two')]);
  expect(today.quoted).toEqual([note('two')]);
  expect(today.activities[0]?.cluster?.clusters[0]?.ideaId).toBe('idea');
  expect(today.activities[0]?.brainstorm?.noteCount).toBe(3);
});
