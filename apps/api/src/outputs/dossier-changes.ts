import type { DossierChanges, Evidence, EvidenceChange, Recommendation, RecommendationChange, WordsChange } from '@spolu/contracts/outputs';
import { isSame, type CompiledVersion } from './dossier.ts';

/** What reads otherwise in the later of two versions, and what it stands on more or less than before. */
export function changesBetween(before: CompiledVersion, after: CompiledVersion): Pick<DossierChanges, 'title' | 'summary' | 'recommendations' | 'gone'> {
  const left = new Set(before.recommendations);
  const recommendations = after.recommendations.map((recommendation): RecommendationChange => {
    const known = [...left].find((one) => isSame(one, recommendation));
    if (!known) return { recommendationId: recommendation.id, kind: 'new', words: [], numberBefore: null, added: [], removed: [] };
    left.delete(known);
    return changeOf(known, recommendation);
  });
  return {
    title: wordsChange(before.title, after.title),
    summary: wordsChange(before.summary, after.summary),
    recommendations,
    gone: [...left].map(({ number, title }) => ({ number, title })),
  };
}

const wordsChange = (before: string, after: string): WordsChange | null => (before === after ? null : { before, after });

function changeOf(before: Recommendation, after: Recommendation): RecommendationChange {
  const words = (['title', 'text', 'reasons'] as const).flatMap((part) => (before[part] === after[part] ? [] : [{ part, before: before[part], after: after[part] }]));
  const added = beyond(piecesOf(before), piecesOf(after));
  const removed = beyond(piecesOf(after), piecesOf(before));
  return {
    recommendationId: after.id,
    kind: words.length + added.length + removed.length > 0 ? 'changed' : 'same',
    words,
    numberBefore: before.number === after.number ? null : before.number,
    added,
    removed,
  };
}

interface Piece {
  kind: EvidenceChange['kind'];
  id: string;
  /** Null: it is counted, not named. */
  name: string | null;
}

const KINDS: readonly Piece['kind'][] = ['idea', 'note', 'words', 'assessment', 'vote', 'opinion', 'question'];

function piecesOf({ evidence, opinions, questions }: Recommendation): Piece[] {
  return [
    ...evidence.flatMap(piecesOfIdea),
    ...opinions.map(({ id, bodyName }): Piece => ({ kind: 'opinion', id, name: bodyName })),
    ...questions.map(({ id, organisationName }): Piece => ({ kind: 'question', id, name: organisationName })),
  ];
}

const piecesOfIdea = ({ ideaId, title, hidden, clusters, words, assessments, votes }: Evidence): Piece[] => [
  { kind: 'idea', id: ideaId, name: hidden ? null : title },
  ...clusters.flatMap(({ notes }) => notes.map(({ contributionId }): Piece => ({ kind: 'note', id: contributionId, name: null }))),
  ...words.map(({ contributionId }): Piece => ({ kind: 'words', id: contributionId, name: null })),
  ...assessments.map(({ id, organisationName }): Piece => ({ kind: 'assessment', id, name: organisationName })),
  ...votes.map(({ voteId, title: name }): Piece => ({ kind: 'vote', id: voteId, name })),
];

/** What the second has and the first has not, each thing once, by kind. */
function beyond(first: readonly Piece[], second: readonly Piece[]): EvidenceChange[] {
  return KINDS.flatMap((kind) => {
    const known = new Set(first.filter((piece) => piece.kind === kind).map(({ id }) => id));
    const more = new Map(second.filter((piece) => piece.kind === kind && !known.has(piece.id)).map(({ id, name }) => [id, name]));
    return more.size === 0 ? [] : [{ kind, count: more.size, names: [...new Set([...more.values()].flatMap((name) => name ?? []))] }];
  });
}
