import { describe, expect, test } from '@jest/globals';
import { Problem } from '@spolu/contracts/problems';
import type { Evidence } from '@spolu/contracts/outputs';
import { asCompiled, checkDraft, compileVersion, withoutHidden, withoutModerated, type AskedBefore, type SaidBefore } from './dossier.ts';

const idea = (ideaId: string, ...notes: string[]): Evidence => ({
  ideaId, title: `Nápad ${ideaId}`, summary: '', words: [{ contributionId: `w-${ideaId}`, text: 'Prosím o lampu.', language: 'sk' }], assessments: [], votes: [],
  clusters: [{ id: `c-${ideaId}`, title: 'Osvetlenie', sessionId: 's', sessionTitle: 'Dielňa', vote: { dots: 12, voters: 7, ofDots: 60, ofVoters: 20 },
    notes: notes.map((contributionId) => ({ contributionId, text: `Lístok ${contributionId}`, language: 'sk' as const })) }],
});
const NOTHING = { said: [], asked: [] };
const recommendation = (id: string, ...ideaIds: string[]) => ({ id, title: `Odporúčanie ${id}`, text: 'Mesto vymení svietidlá.', reasons: '', ideaIds });
const draft = (...recommendations: ReturnType<typeof recommendation>[]) => ({ title: 'Energia', summary: 'Zhrnutie', recommendations });
const ideas = new Map([['i1', idea('i1', 'n1', 'n2')], ['i2', idea('i2', 'n3')]]);
const ids = () => {
  let last = 0;
  return () => `new-${++last}`;
};
const problemOf = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    return error instanceof Problem ? { code: error.code, facts: error.facts } : error;
  }
  return undefined;
};

describe('publishing a dossier', () => {
  test('numbers the recommendations by their order and gives them ids of this version', () => {
    const version = compileVersion(draft(recommendation('b', 'i2'), recommendation('a', 'i1', 'i2')), ideas, NOTHING, ids());
    expect(version.recommendations.map(({ id, number, title }) => ({ id, number, title }))).toEqual([
      { id: 'new-1', number: 1, title: 'Odporúčanie b' },
      { id: 'new-2', number: 2, title: 'Odporúčanie a' },
    ]);
  });
  test('takes the evidence with it: ideas, clusters, notes and votes', () => {
    const version = compileVersion(draft(recommendation('a', 'i1')), ideas, NOTHING, ids());
    expect(version.recommendations[0]?.evidence).toEqual([ideas.get('i1')]);
  });
  test('needs a recommendation', () => expect(problemOf(() => compileVersion(draft(), ideas, NOTHING, ids()))).toMatchObject({ code: 'dossier/nothing-to-publish' }));
  test('needs an idea behind each, and says which one has none', () => {
    expect(problemOf(() => compileVersion(draft(recommendation('a', 'i1'), recommendation('b')), ideas, NOTHING, ids()))).toEqual({ code: 'dossier/uncited', facts: { number: 2 } });
  });
  test('cites no idea of another process', () => {
    expect(problemOf(() => compileVersion(draft(recommendation('a', 'elsewhere')), ideas, NOTHING, ids()))).toMatchObject({ code: 'dossier/unknown-idea' });
  });
});

test('what bodies said of a recommendation before goes with it, also when it got other words; of versions that knew no draft, by the title', () => {
  const said = (draftId: string | null, title: string, bodyName: string): SaidBefore => ({
    draftId, title, opinion: { id: bodyName, version: 1, bodyName, verdict: 'return', reasoning: 'Chýba rozpočet.', dissent: '', vote: { for: 5, against: 0, abstained: 0 }, adoptedOn: '2026-05-12' },
  });
  const before = [said('a', 'Iné slová', 'Komisia'), said('b', 'Odporúčanie a', 'Iná komisia'), said(null, 'Odporúčanie a', 'Staršia komisia')];
  const version = compileVersion(draft(recommendation('a', 'i1')), ideas, { said: before, asked: [] }, ids());
  expect(version.recommendations[0]?.opinions.map(({ bodyName }) => bodyName)).toEqual(['Komisia', 'Staršia komisia']);
});

test('what bodies asked departments about it goes with it likewise, answered or not', () => {
  const asked = (draftId: string | null, title: string, id: string, answer: string): AskedBefore => ({
    draftId, title, question: { id, version: 1, bodyName: 'Komisia', organisationName: 'Odbor dopravy', text: 'Kedy?', askedAt: '2026-05-01T10:00:00.000Z', answer, answeredAt: answer ? '2026-05-02T10:00:00.000Z' : null },
  });
  const before = [asked('a', 'Iné slová', 'q1', 'V júli.'), asked('b', 'Odporúčanie a', 'q2', 'Nikdy.'), asked(null, 'Odporúčanie a', 'q3', '')];
  const version = compileVersion(draft(recommendation('a', 'i1')), ideas, { said: [], asked: before }, ids());
  expect(version.recommendations[0]?.questions.map(({ id, answer }) => [id, answer])).toEqual([['q1', 'V júli.'], ['q3', '']]);
});

test('a version from when less was frozen holds nothing of the rest', () => {
  const { recommendations: [first], ...version } = compileVersion(draft(recommendation('a', 'i1')), ideas, NOTHING, ids());
  const { draftId: _draftId, opinions: _opinions, questions: _questions, evidence, ...old } = first!;
  const stored = { ...version, recommendations: [{ ...old, evidence: evidence.map(({ words: _words, assessments: _assessments, votes: _votes, ...idea }) => idea) }] };
  expect(asCompiled(stored).recommendations[0]).toMatchObject({ draftId: null, opinions: [], questions: [], evidence: [{ words: [], assessments: [], votes: [] }] });
});

describe('a draft', () => {
  test('may be unfinished', () => expect(problemOf(() => checkDraft([recommendation('a')]))).toBeUndefined());
  test('holds no recommendation twice', () => expect(problemOf(() => checkDraft([recommendation('a'), recommendation('a')]))).toMatchObject({ code: 'invalid-input' }));
  test('cites an idea once', () => expect(problemOf(() => checkDraft([recommendation('a', 'i1', 'i1')]))).toMatchObject({ code: 'invalid-input' }));
});

test('whoever may not see a note reads how many were left out, and everything else', () => {
  const { recommendations } = compileVersion(draft(recommendation('a', 'i1')), ideas, NOTHING, ids());
  const [shown] = withoutHidden(recommendations, (contributionId) => contributionId !== 'n2');
  expect(withoutHidden(recommendations, () => false)[0]?.evidence[0]).toMatchObject({ words: [], hiddenWordCount: 1 });
  expect(shown?.evidence[0]?.clusters[0]).toMatchObject({ notes: [{ contributionId: 'n1' }], hiddenNoteCount: 1, vote: { dots: 12 } });
});

test('of an idea that was hidden later there is only since when and why; of one merged into another only its own words go', () => {
  const { recommendations } = compileVersion(draft(recommendation('a', 'i1', 'i2')), ideas, NOTHING, ids());
  const frozen = structuredClone(recommendations);
  const hidden = { at: '2026-05-01T08:00:00.000Z', reason: 'Telefónne číslo.' };
  const [own, other] = withoutModerated(recommendations, [{ ideaId: 'i1', contributionId: 'w-i1', ...hidden }, { ideaId: 'elsewhere', contributionId: 'w-i2', ...hidden }])[0]!.evidence;
  expect(own).toMatchObject({ ideaId: 'i1', title: '', summary: '', words: [], hiddenWordCount: 1, hidden });
  expect(other).toMatchObject({ title: 'Nápad i2', words: [], hiddenWordCount: 1 });
  expect(other?.hidden).toBeUndefined();
  expect(recommendations).toEqual(frozen);
});
