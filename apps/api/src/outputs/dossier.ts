import type { EarlierOpinion, EarlierQuestion, EditDossier, EditRecommendation, Evidence, Recommendation } from '@spolu/contracts/outputs';
import { Problem } from '@spolu/contracts/problems';
import type { HiddenIdea } from '../ideas/ideas.service.ts';

/** A version as it is frozen: what `dossier_version.content` holds and nothing changes any more. */
export interface CompiledVersion {
  title: string;
  summary: string;
  recommendations: Recommendation[];
}

/** By what a recommendation of one version is known again in another. */
type Known = Pick<Recommendation, 'draftId' | 'title'>;
/** The same one, whatever its number and words: it came from the same of the draft. Versions from before that was kept are known by their titles. */
export const isSame = (a: Known, b: Known): boolean => (a.draftId !== null && b.draftId !== null ? a.draftId === b.draftId : a.title === b.title);

/** What a body said of a recommendation of an earlier version. */
export interface SaidBefore extends Known {
  opinion: EarlierOpinion;
}
/** What a body asked a department about one. */
export interface AskedBefore extends Known {
  question: EarlierQuestion;
}
/** What came of earlier versions, the first first. */
export interface Before {
  said: readonly SaidBefore[];
  asked: readonly AskedBefore[];
}

/** Versions that were published when less was frozen: what they do not hold was not there. */
type Stored = Omit<CompiledVersion, 'recommendations'> & {
  recommendations: (Omit<Recommendation, 'draftId' | 'opinions' | 'questions' | 'evidence'> & Partial<Pick<Recommendation, 'draftId' | 'opinions' | 'questions'>> & {
    evidence: (Omit<Evidence, 'words' | 'assessments' | 'votes'> & Partial<Pick<Evidence, 'words' | 'assessments' | 'votes'>>)[];
  })[];
};
export const asCompiled = ({ recommendations, ...content }: Stored): CompiledVersion => ({
  ...content,
  recommendations: recommendations.map((recommendation) => ({
    draftId: null, opinions: [], questions: [], ...recommendation, evidence: recommendation.evidence.map((idea) => ({ words: [], assessments: [], votes: [], ...idea })),
  })),
});

/**
 * Freezes a draft: recommendations numbered by their order, each with the ideas it cites and everything these stand on.
 * @param evidence the ideas of the process by id; an idea that is not there is not of this process
 * @param newId gives each recommendation the id it has in this version alone
 * @throws Problem `dossier/nothing-to-publish`, `dossier/uncited` with the number of the first one, `dossier/unknown-idea`
 */
export function compileVersion(
  draft: Pick<EditDossier, 'title' | 'summary' | 'recommendations'>,
  evidence: ReadonlyMap<string, Evidence>,
  before: Before,
  newId: () => string,
): CompiledVersion {
  if (draft.recommendations.length === 0) throw new Problem('dossier/nothing-to-publish');
  const recommendations = draft.recommendations.map(({ id: draftId, title, text, reasons, ideaIds }, i): Recommendation => {
    if (ideaIds.length === 0) throw new Problem('dossier/uncited', { number: i + 1 });
    const cited = ideaIds.map((ideaId) => {
      const idea = evidence.get(ideaId);
      if (!idea) throw new Problem('dossier/unknown-idea', { number: i + 1 });
      return idea;
    });
    const opinions = before.said.filter((said) => isSame(said, { draftId, title })).map(({ opinion }) => opinion);
    const questions = before.asked.filter((asked) => isSame(asked, { draftId, title })).map(({ question }) => question);
    return { id: newId(), number: i + 1, title, text, reasons, draftId, evidence: cited, opinions, questions };
  });
  return { title: draft.title, summary: draft.summary, recommendations };
}

/**
 * A draft that may be saved: no recommendation twice, no idea cited twice in one.
 * @throws Problem `invalid-input` naming the field
 */
export function checkDraft(recommendations: readonly EditRecommendation[]): void {
  const ids = new Set<string>();
  for (const [i, { id, ideaIds }] of recommendations.entries()) {
    if (ids.has(id)) throw new Problem('invalid-input', {}, [{ path: `recommendations.${i}.id`, code: 'not-allowed' }]);
    ids.add(id);
    if (new Set(ideaIds).size < ideaIds.length) throw new Problem('invalid-input', {}, [{ path: `recommendations.${i}.ideaIds`, code: 'not-allowed' }]);
  }
}

/** Every contribution that a version shows: notes and what residents wrote online. */
export const contributionsIn = (recommendations: readonly Recommendation[]): string[] =>
  recommendations.flatMap(({ evidence }) => evidence.flatMap(({ clusters, words }) => [...clusters.flatMap(({ notes }) => notes), ...words].map(({ contributionId }) => contributionId)));

/** A version as it may be sent at all: of what was hidden meanwhile there is only since when and why. What is frozen stays as it is. */
export function withoutModerated(recommendations: readonly Recommendation[], hidden: readonly HiddenIdea[]): Recommendation[] {
  if (hidden.length === 0) return [...recommendations];
  return recommendations.map((recommendation) => ({
    ...recommendation,
    evidence: recommendation.evidence.map((idea) => {
      const own = hidden.find(({ ideaId }) => ideaId === idea.ideaId);
      const words = own ? [] : idea.words.filter(({ contributionId }) => !hidden.some((one) => one.contributionId === contributionId));
      const left = { ...idea, words, hiddenWordCount: idea.words.length - words.length };
      return own ? { ...left, title: '', summary: '', hidden: { at: own.at, reason: own.reason } } : left;
    }),
  }));
}

/** A version as somebody reads it who may not see all that people wrote: the rest is left out and counted, nothing else changes. */
export function withoutHidden(recommendations: readonly Recommendation[], sees: (contributionId: string) => boolean): Recommendation[] {
  return recommendations.map((recommendation) => ({
    ...recommendation,
    evidence: recommendation.evidence.map((idea) => ({
      ...idea,
      words: idea.words.filter((words) => sees(words.contributionId)),
      hiddenWordCount: (idea.hiddenWordCount ?? 0) + idea.words.filter((words) => !sees(words.contributionId)).length,
      clusters: idea.clusters.map((cluster) => {
        const notes = cluster.notes.filter((note) => sees(note.contributionId));
        return { ...cluster, notes, hiddenNoteCount: cluster.notes.length - notes.length };
      }),
    })),
  }));
}
