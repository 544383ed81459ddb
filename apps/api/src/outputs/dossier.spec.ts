import { describe, expect, test } from '@jest/globals';
import { Problem } from '@spolu/contracts/problems';
import { checkDraft, compileVersion, withoutHiddenNotes, type Evidence } from './dossier.ts';

const idea = (ideaId: string, ...notes: string[]): Evidence => ({
  ideaId, title: `Nápad ${ideaId}`, summary: '',
  clusters: [{ id: `c-${ideaId}`, title: 'Osvetlenie', sessionId: 's', sessionTitle: 'Dielňa', vote: { dots: 12, voters: 7, ofDots: 60, ofVoters: 20 },
    notes: notes.map((contributionId) => ({ contributionId, text: `Lístok ${contributionId}`, language: 'sk' as const })) }],
});
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
    const version = compileVersion(draft(recommendation('b', 'i2'), recommendation('a', 'i1', 'i2')), ideas, ids());
    expect(version.recommendations.map(({ id, number, title }) => ({ id, number, title }))).toEqual([
      { id: 'new-1', number: 1, title: 'Odporúčanie b' },
      { id: 'new-2', number: 2, title: 'Odporúčanie a' },
    ]);
  });
  test('takes the evidence with it: ideas, clusters, notes and votes', () => {
    const version = compileVersion(draft(recommendation('a', 'i1')), ideas, ids());
    expect(version.recommendations[0]?.evidence).toEqual([ideas.get('i1')]);
  });
  test('needs a recommendation', () => expect(problemOf(() => compileVersion(draft(), ideas, ids()))).toMatchObject({ code: 'dossier/nothing-to-publish' }));
  test('needs an idea behind each, and says which one has none', () => {
    expect(problemOf(() => compileVersion(draft(recommendation('a', 'i1'), recommendation('b')), ideas, ids()))).toEqual({ code: 'dossier/uncited', facts: { number: 2 } });
  });
  test('cites no idea of another process', () => {
    expect(problemOf(() => compileVersion(draft(recommendation('a', 'elsewhere')), ideas, ids()))).toMatchObject({ code: 'dossier/unknown-idea' });
  });
});

describe('a draft', () => {
  test('may be unfinished', () => expect(problemOf(() => checkDraft([recommendation('a')]))).toBeUndefined());
  test('holds no recommendation twice', () => expect(problemOf(() => checkDraft([recommendation('a'), recommendation('a')]))).toMatchObject({ code: 'invalid-input' }));
  test('cites an idea once', () => expect(problemOf(() => checkDraft([recommendation('a', 'i1', 'i1')]))).toMatchObject({ code: 'invalid-input' }));
});

test('whoever may not see a note reads how many were left out, and everything else', () => {
  const { recommendations } = compileVersion(draft(recommendation('a', 'i1')), ideas, ids());
  const [shown] = withoutHiddenNotes(recommendations, (contributionId) => contributionId !== 'n2');
  expect(shown?.evidence[0]?.clusters[0]).toMatchObject({ notes: [{ contributionId: 'n1' }], hiddenNoteCount: 1, vote: { dots: 12 } });
});
