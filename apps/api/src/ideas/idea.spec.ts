import { expect, test } from '@jest/globals';
import type { ClusterEvidence } from '@spolu/contracts/ideas';
import { countsOf, withoutHiddenNotes } from './idea.ts';

const cluster = (id: string, vote: ClusterEvidence['vote'], ...notes: string[]): ClusterEvidence => ({
  id, title: id, sessionId: 's', sessionTitle: 'Dielňa', vote, notes: notes.map((contributionId) => ({ contributionId, text: contributionId, language: 'sk' })),
});
const dots = (count: number) => ({ dots: count, voters: count, ofDots: 60, ofVoters: 20 });

test('a note that lies in two clusters counts once', () => {
  expect(countsOf([cluster('a', null, 'n1', 'n2'), cluster('b', null, 'n2')])).toEqual({ noteCount: 2, dots: null });
});
test('no vote is not the same as no dots', () => {
  expect(countsOf([cluster('a', dots(0), 'n1')]).dots).toBe(0);
  expect(countsOf([cluster('a', dots(4), 'n1'), cluster('b', dots(3)), cluster('c', null)]).dots).toBe(7);
});
test('whoever may not see a note reads how many were left out, and everything else', () => {
  const [shown] = withoutHiddenNotes([cluster('a', dots(3), 'n1', 'n2')], (id) => id !== 'n2');
  expect(shown).toMatchObject({ notes: [{ contributionId: 'n1' }], hiddenNoteCount: 1, vote: { dots: 3 } });
});
