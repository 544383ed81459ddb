import { expect, test } from '@jest/globals';
import type { ReportNote } from '@spolu/contracts/activities/brainstorm';
import { partOf } from '@spolu/contracts/activities/part-of';
import type { Report } from '@spolu/contracts/sessions';
import { asOfToday, notesIn } from './notes-in.ts';

const note = (contributionId: string, author: string | null = null): ReportNote => ({ contributionId, text: contributionId, language: 'sk', author });
const chapters = (notes: ReportNote[], ideaId: string | null = null): Report['activities'] => [{
  id: 'a', kind: 'brainstorm', title: '', instruction: '', methodTitle: null, plannedMinutes: 1, startedAt: null, endedAt: null, isCounted: false,
  part: { mode: 'open', noteCount: notes.length, frames: [{ title: '', notes }] },
  clusters: { clusters: [{ id: 'c', title: '', notes, dots: null, ideaId }], unclustered: notes },
}];

test('a version read today names whoever agrees today, leaves out what was taken back, and knows what became of its clusters', () => {
  const version = { activities: chapters([note('one', 'Jana'), note('two', 'Peter'), note('three')]), quoted: [note('two', 'Peter'), note('three')] };
  const today = asOfToday(version, chapters([note('one', 'Jana'), note('two')], 'idea'), (id) => id !== 'three');
  expect([...notesIn(today.activities).values()]).toEqual([note('one', 'Jana'), note('two')]);
  expect(today.quoted).toEqual([note('two')]);
  expect(today.activities[0]?.clusters?.clusters[0]?.ideaId).toBe('idea');
  expect(partOf(today.activities[0], 'brainstorm')?.noteCount).toBe(3);
});

test('notes that are part of something else go with it', () => {
  const asked = (author: string | null): Report['activities'] => [{
    id: 'q', kind: 'q-and-a', title: '', instruction: '', methodTitle: null, plannedMinutes: 1, startedAt: null, endedAt: null, isCounted: false, clusters: null,
    part: { moderated: false, questions: [{ note: note('one', author), supportCount: 1, answered: false, answer: '' }, { note: note('gone', 'Peter'), supportCount: 0, answered: false, answer: '' }] },
  }];
  const today = asOfToday({ activities: asked('Jana'), quoted: [] }, asked(null), (id) => id !== 'gone');
  expect(partOf(today.activities[0], 'q-and-a')?.questions.map(({ note: words }) => words)).toEqual([note('one', null)]);
});
