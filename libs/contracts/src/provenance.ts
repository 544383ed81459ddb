import { z } from 'zod';
import { Language, Visibility } from './common.ts';
import type { ConsentView } from './consents.ts';
import { LinkSecret } from './identity.ts';

/** What a thought can come from and become; one kind a station of the way. A `table` of a breakout gave the notes that were carried over from it; a `document` is another plan or programme of the town that an idea went on to. */
export const RecordKind = z.enum(['table', 'contribution', 'cluster', 'idea', 'recommendation', 'dossier', 'referral', 'opinion', 'decision', 'milestone', 'vote-option', 'document', 'assessment']);
export type RecordKind = z.infer<typeof RecordKind>;

/** How one record led to another; read from → to, in the direction of time. */
export const LinkKind = z.enum([
  'gave', 'clustered-into', 'became', 'merged-into', 'split-from', 'cited-in', 'referred-to', 'opined-by', 'decided-by', 'implemented-by', 'carried-over-to',
]);
export type LinkKind = z.infer<typeof LinkKind>;

export const ContributionKind = z.enum(['note', 'idea', 'comment', 'amendment']);
export type ContributionKind = z.infer<typeof ContributionKind>;

/** By whose hand words came in where it was not their author's: the office wrote them down as somebody spoke, or typed in what stood on paper. */
export type Entered = 'at-the-desk' | 'from-paper';

/** One stop on the way of a note. `text` is in people's own words, `reason` why it was decided so. */
export interface Station {
  recordId: string;
  kind: RecordKind;
  title: string;
  /** Page of it in the web, relative; null where the viewer may not open it. */
  url: string | null;
  at: string;
  /** An outcome as the kind's own code: an opinion's verdict, a decision's, a milestone's state. */
  outcome: string | null;
  reason: string | null;
  language: Language | null;
  /** Of a contribution that is no note: as what it was written. */
  said?: ContributionKind;
  entered?: Entered;
}

/** Lines between stations: a way forks and joins (merged ideas, several recommendations). */
export interface WayLink {
  fromId: string;
  toId: string;
  kind: LinkKind;
  at: string;
  /** Why, where somebody gave a reason for just this step. */
  reason?: string;
  /** The step was undone then. Only the way of the very thing that came of it still tells it, so that it never lacks its originals. */
  endedAt?: string;
}

/**
 * GET /api/records/:id/way → Way (everybody, as far as visibility goes): all that led to the record and all that came of it,
 * stations in order of the line, then time. No personal data. What the viewer may not see is left out, and its neighbours stay linked.
 */
export interface Way {
  recordId: string;
  stations: Station[];
  links: WayLink[];
  /** How many contributions lie at the root, also where they are too many to list (`stations` holds the first 200). */
  contributionCount: number;
}

/** One contribution with what has become of it so far. */
export interface ContributionWay {
  id: string;
  kind: ContributionKind;
  text: string;
  language: Language;
  createdAt: string;
  /** It stood on paper and was typed in. */
  onPaper: boolean;
  visibility: Visibility;
  /** The session or process. */
  saidIn: string | null;
  /** Of a comment: what it was said about. Null where that is hidden by now, where she may not see it, and on boards. `title` is null where it is no stop of a way: a commitment. */
  about: { title: string | null; url: string; language: Language | null } | null;
  way: Way;
}

/** GET /api/contributions/mine (a person with an account, or a phone that joined) → Page<ContributionWay>. */
/** POST /api/receipt-lookups?lang {secret} → ReceiptView; `provenance/receipt-invalid` for a wrong or replaced one. The secret comes from the fragment of `/r#…`. */
export const LookUpReceipt = z.strictObject({ secret: LinkSecret });
export type LookUpReceipt = z.infer<typeof LookUpReceipt>;
export interface ReceiptView {
  /** The session or process. */
  saidIn: string;
  inSession: boolean;
  /** The session's day; null for a process. */
  saidOn: string | null;
  contributions: ContributionWay[];
  /** What she agreed to in that session, or at the desk; she may take it back at any time. */
  consents: ConsentView[];
}
/** The language that the texts of consents are wanted in. */
export const ReceiptQuery = z.strictObject({ lang: Language.default('sk') });
export type ReceiptQuery = z.infer<typeof ReceiptQuery>;
/** POST /api/receipts {} (a participant) → a new secret; the one before ends. */
export const IssueReceipt = z.strictObject({ participantId: z.uuid() });
export type IssueReceipt = z.infer<typeof IssueReceipt>;
export interface Receipt {
  secret: string;
  /** Absolute, with the secret in the fragment. */
  url: string;
}
