import { expect, test } from '@jest/globals';
import type { Evidence, Recommendation } from '@spolu/contracts/outputs';
import { changesBetween } from './dossier-changes.ts';

const idea = (ideaId: string, notes: string[] = [], change: Partial<Evidence> = {}): Evidence => ({
  ideaId, title: `Nápad ${ideaId}`, summary: '', words: [], assessments: [], votes: [],
  clusters: [{ id: 'c', title: 'Osvetlenie', sessionId: 's', sessionTitle: 'Dielňa', vote: null, notes: notes.map((contributionId) => ({ contributionId, text: 'x', language: 'sk' as const })) }],
  ...change,
});
const recommendation = (draftId: string | null, number: number, change: Partial<Recommendation> = {}): Recommendation => ({
  id: `${draftId}-${number}`, number, title: `Odporúčanie ${draftId}`, text: 'Do roku 2028.', reasons: '', draftId, evidence: [idea('i', ['n'])], opinions: [], questions: [], ...change,
});
const version = (...recommendations: Recommendation[]) => ({ title: 'Energia', summary: 'Zhrnutie.', recommendations });

test('a version that was published again without a change has none', () => {
  const same = changesBetween(version(recommendation('a', 1)), version(recommendation('a', 1)));
  expect(same).toEqual({ title: null, summary: null, gone: [], recommendations: [{ recommendationId: 'a-1', kind: 'same', words: [], numberBefore: null, added: [], removed: [] }] });
});

test('tells a recommendation that moved and reads otherwise from a new one, and what is gone', () => {
  const { recommendations, gone } = changesBetween(
    version(recommendation('a', 1), recommendation('b', 2)),
    version(recommendation('c', 1), recommendation('b', 3, { text: 'Do roku 2030.' })),
  );
  expect(recommendations).toMatchObject([
    { kind: 'new', words: [] },
    { kind: 'changed', numberBefore: 2, words: [{ part: 'text', before: 'Do roku 2028.', after: 'Do roku 2030.' }] },
  ]);
  expect(gone).toEqual([{ number: 1, title: 'Odporúčanie a' }]);
});

test('two of one title in a version that knew no draft are not taken for the same twice', () => {
  const old = { draftId: null, title: 'Svetlo' };
  const { recommendations, gone } = changesBetween(version(recommendation(null, 1, old)), version(recommendation('a', 1, { title: 'Svetlo' }), recommendation('b', 2, { title: 'Svetlo' })));
  expect(recommendations.map(({ kind }) => kind)).toEqual(['same', 'new']);
  expect(gone).toEqual([]);
});

test('counts notes and names the rest of what it stands on more or less than before, each once', () => {
  const assessment = { id: 'as', organisationName: 'Odbor dopravy', feasibility: 'feasible' as const, cost: null, costNote: '', publicAnswer: '', language: 'sk' as const, scores: [], publishedAt: '2026-05-01T10:00:00.000Z' };
  const opinion = { id: 'o', version: 1, bodyName: 'Komisia', verdict: 'return' as const, reasoning: 'x', dissent: '', vote: { for: 5, against: 0, abstained: 0 }, adoptedOn: '2026-05-12' };
  const question = { id: 'q', version: 1, bodyName: 'Komisia', organisationName: 'Odbor financií', text: 'Za koľko?', askedAt: '2026-05-02T10:00:00.000Z', answer: '', answeredAt: null };
  const { recommendations } = changesBetween(
    version(recommendation('a', 1, { evidence: [idea('i', ['n']), idea('old')] })),
    version(recommendation('a', 1, { evidence: [idea('i', ['n', 'm', 'k'], { assessments: [assessment] }), idea('j', ['m'])], opinions: [opinion], questions: [question] })),
  );
  expect(recommendations[0]).toMatchObject({
    kind: 'changed', words: [],
    added: [
      { kind: 'idea', count: 1, names: ['Nápad j'] }, { kind: 'note', count: 2, names: [] },
      { kind: 'assessment', count: 1, names: ['Odbor dopravy'] }, { kind: 'opinion', count: 1, names: ['Komisia'] },
      { kind: 'question', count: 1, names: ['Odbor financií'] },
    ],
    removed: [{ kind: 'idea', count: 1, names: ['Nápad old'] }],
  });
});
