import type { EditDossier, EditRecommendation, Recommendation } from '@spolu/contracts/outputs';
import { Problem } from '@spolu/contracts/problems';

/** An idea as evidence, with its clusters, their notes and votes as they stand now. */
export type Evidence = Recommendation['evidence'][number];

/** A version as it is frozen: what `dossier_version.content` holds and nothing changes any more. */
export interface CompiledVersion {
  title: string;
  summary: string;
  recommendations: Recommendation[];
}

/**
 * Freezes a draft: recommendations numbered by their order, each with the ideas it cites and everything these stand on.
 * @param evidence the ideas of the process by id; an idea that is not there is not of this process
 * @param newId gives each recommendation the id it has in this version alone
 * @throws Problem `dossier/nothing-to-publish`, `dossier/uncited` with the number of the first one, `dossier/unknown-idea`
 */
export function compileVersion(
  draft: Pick<EditDossier, 'title' | 'summary' | 'recommendations'>,
  evidence: ReadonlyMap<string, Evidence>,
  newId: () => string,
): CompiledVersion {
  if (draft.recommendations.length === 0) throw new Problem('dossier/nothing-to-publish');
  const recommendations = draft.recommendations.map(({ title, text, reasons, ideaIds }, i): Recommendation => {
    if (ideaIds.length === 0) throw new Problem('dossier/uncited', { number: i + 1 });
    const cited = ideaIds.map((ideaId) => {
      const idea = evidence.get(ideaId);
      if (!idea) throw new Problem('dossier/unknown-idea', { number: i + 1 });
      return idea;
    });
    return { id: newId(), number: i + 1, title, text, reasons, evidence: cited };
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

/** A version as somebody reads it who may not see every note: those are left out and counted, nothing else changes. */
export function withoutHiddenNotes(recommendations: readonly Recommendation[], sees: (contributionId: string) => boolean): Recommendation[] {
  return recommendations.map((recommendation) => ({
    ...recommendation,
    evidence: recommendation.evidence.map((idea) => ({
      ...idea,
      clusters: idea.clusters.map((cluster) => {
        const notes = cluster.notes.filter((note) => sees(note.contributionId));
        return { ...cluster, notes, hiddenNoteCount: cluster.notes.length - notes.length };
      }),
    })),
  }));
}
