import { z } from 'zod';
import { Id, optionalText, text, TEXT_MAX_LENGTH, Text, Title, Visibility } from './common.ts';
import type { ClusterEvidence } from './ideas.ts';

export const EditRecommendation = z.strictObject({
  id: Id,
  title: Title,
  text: text(TEXT_MAX_LENGTH),
  reasons: optionalText(TEXT_MAX_LENGTH),
  ideaIds: z.array(Id).max(100),
});
export type EditRecommendation = z.infer<typeof EditRecommendation>;

/** POST /api/processes/:processId/dossiers {title} → Made (process lead, facilitator, officer). */
export const AddDossier = z.strictObject({ title: Title });
export type AddDossier = z.infer<typeof AddDossier>;
/** PUT /api/dossiers/:id: the draft, whole; recommendations are numbered by their order. A wrong `revision` answers `changed-meanwhile`. */
export const EditDossier = z.strictObject({
  title: Title,
  summary: Text,
  recommendations: z.array(EditRecommendation).max(100),
  visibility: Visibility,
  revision: z.int().nonnegative(),
});
export type EditDossier = z.infer<typeof EditDossier>;

export interface DossierRow {
  id: string;
  processId: string;
  processTitle: string;
  title: string;
  latestVersion: number | null;
  publishedAt: string | null;
}
/** GET /api/processes/:processId/dossiers → Page<DossierRow>. GET /api/dossiers/:id → DossierView (draft only for its writers; others see the latest version). */
export interface DossierView {
  id: string;
  processId: string;
  processTitle: string;
  /** The draft's for its writers, else the newest version's that the viewer may read. */
  title: string;
  draft: EditDossier | null;
  versions: { version: number; publishedAt: string; referrals: { id: string; bodyId: string; bodyName: string; dueOn: string; state: string }[] }[];
  may: { edit: boolean; publish: boolean; refer: boolean };
}
/** One version of a dossier, as its address names it. */
export const VersionRef = z.strictObject({ id: Id, version: z.coerce.number().int().min(1).max(1_000_000) });
export type VersionRef = z.infer<typeof VersionRef>;
/** POST /api/dossiers/:id/versions → { version }: freezes the draft with all its evidence. Needs a recommendation, and each must cite an idea. GET /api/dossiers/:id/versions/:version → DossierVersion. */
export interface DossierVersion {
  dossierId: string;
  version: number;
  processId: string;
  processTitle: string;
  title: string;
  summary: string;
  publishedAt: string;
  visibility: Visibility;
  recommendations: Recommendation[];
}
/** Fixed in one dossier version; its id is new with each version. */
export interface Recommendation {
  id: string;
  number: number;
  title: string;
  text: string;
  reasons: string;
  evidence: { ideaId: string; title: string; summary: string; clusters: ClusterEvidence[] }[];
}
