import { z } from 'zod';
import type { BodyRules, PositionsShown } from './bodies.ts';
import { Day, Id, line, optionalLine, optionalText, PageQuery, text, TEXT_MAX_LENGTH, TITLE_MAX_LENGTH } from './common.ts';
import type { DossierVersion } from './outputs.ts';
import type { ReferralQuestionRow } from './review-questions.ts';

/** POST /api/dossiers/:id/versions/:version/referrals → Made (process lead, officer): the version goes to a commission. */
export const Refer = z.strictObject({ bodyId: Id, dueOn: Day });
export type Refer = z.infer<typeof Refer>;

/** One member's view on one recommendation. */
export const PositionVerdict = z.enum(['support', 'support-with-changes', 'return', 'not-support', 'abstain']);
export type PositionVerdict = z.infer<typeof PositionVerdict>;
/** One recommendation before one commission, as an address names it. */
export const ReferredRef = z.strictObject({ referralId: Id, recommendationId: Id });
export type ReferredRef = z.infer<typeof ReferredRef>;
/** PUT /api/referrals/:referralId/recommendations/:recommendationId/position (member, chair of the body), until the opinion is adopted. */
export const GivePosition = z.strictObject({ verdict: PositionVerdict, reason: text(TEXT_MAX_LENGTH) });
export type GivePosition = z.infer<typeof GivePosition>;

/**
 * PUT /api/referrals/:referralId/recommendations/:recommendationId/conflict (member, chair), until the opinion is adopted: she has an interest in it, and so no
 * position on it; one given before does not count. DELETE takes it back, and that position counts again.
 */
export const DeclareConflict = z.strictObject({ reason: text(TEXT_MAX_LENGTH) });
export type DeclareConflict = z.infer<typeof DeclareConflict>;

/** One member without an account on one recommendation before her body. */
export const SpokenForRef = z.strictObject({ ...ReferredRef.shape, mandateId: Id });
export type SpokenForRef = z.infer<typeof SpokenForRef>;
/*
 * PUT /api/referrals/:referralId/recommendations/:recommendationId/mandates/:mandateId/position (GivePosition), PUT and DELETE …/conflict (DeclareConflict): what a
 * member without an account said, as the secretary or chair enters it; by the same rules as for everybody else.
 */

/** PUT /api/referrals/:referralId/recommendations/:recommendationId/note (whoever reads the referral): a note for herself alone; without a text there is none. */
export const WriteNote = z.strictObject({ text: optionalText(TEXT_MAX_LENGTH) });
export type WriteNote = z.infer<typeof WriteNote>;

/** The commission's view. */
export const OpinionVerdict = z.enum(['support', 'support-with-changes', 'return', 'not-support', 'took-note']);
export type OpinionVerdict = z.infer<typeof OpinionVerdict>;
const heads = z.int().nonnegative().max(10_000);
/** PUT /api/referrals/:referralId/recommendations/:recommendationId/opinion (secretary, chair). The motion and how the commission voted on it. */
export const AdoptOpinion = z.strictObject({
  motion: OpinionVerdict,
  reasoning: text(TEXT_MAX_LENGTH),
  vote: z.strictObject({ for: heads, against: heads, abstained: heads }),
  /** What those outvoted wish to stand beside it. */
  dissent: optionalText(TEXT_MAX_LENGTH).default(''),
  adoptedOn: Day,
});
export type AdoptOpinion = z.infer<typeof AdoptOpinion>;
export interface Opinion extends AdoptOpinion {
  id: string;
  /** The motion, or `no-opinion` where it found no majority. */
  verdict: OpinionVerdict | 'no-opinion';
}

export const DecisionVerdict = z.enum(['accepted', 'accepted-with-changes', 'not-accepted', 'postponed']);
export type DecisionVerdict = z.infer<typeof DecisionVerdict>;
/** POST /api/referrals/:referralId/decision → Made (secretary, officer): the council's decision on some of the recommendations or all, each with a reason. Final, but what was postponed may be decided on again. */
export const RecordDecision = z.strictObject({
  bodyId: Id,
  /** As the council numbers it, e.g. 123/2026-MsZ. */
  number: line(60),
  decidedOn: Day,
  text: text(TEXT_MAX_LENGTH),
  items: z.array(z.strictObject({ recommendationId: Id, verdict: DecisionVerdict, reasons: text(TEXT_MAX_LENGTH) })).min(1).max(100),
});
export type RecordDecision = z.infer<typeof RecordDecision>;
export interface DecisionView {
  id: string;
  number: string;
  decidedOn: string;
  bodyName: string;
  text: string;
  dossierId: string;
  dossierTitle: string;
  dossierVersion: number;
  processId: string;
  processTitle: string;
  items: {
    id: string;
    recommendationId: string;
    number: number;
    title: string;
    verdict: DecisionVerdict;
    reasons: string;
    milestones: { id: string; title: string; state: string; dueOn: string | null; ownerName: string | null }[];
    /** Where what was not accepted goes on, where the viewer may see that. */
    carriedOver: { id: string; title: string; url: string | null; reason: string; at: string } | null;
    /** `carryOver`: to another process or document, which nobody did yet; `takeBack`: she may undo it. */
    may: { carryOver: boolean; takeBack: boolean };
  }[];
}
/** GET /api/decisions → Page<DecisionRow> (public), newest first; GET /api/decisions/:id → DecisionView */
export interface DecisionRow {
  id: string;
  number: string;
  decidedOn: string;
  bodyName: string;
  processTitle: string;
  dossierTitle: string;
  acceptedCount: number;
  itemCount: number;
}

/**
 * GET /api/decision-items → Page<DecisionItemRow> (public), the newest decision first: those in whose decision's number, dossier or recommendation each word of the search begins a word,
 * whatever case and diacritics. `id`: this one alone.
 */
export const DecisionItemsQuery = z.strictObject({ ...PageQuery.shape, search: optionalLine(TITLE_MAX_LENGTH).default(''), id: Id.optional() });
export type DecisionItemsQuery = z.infer<typeof DecisionItemsQuery>;
export interface DecisionItemRow {
  id: string;
  decisionId: string;
  decisionNumber: string;
  decidedOn: string;
  /** Of the recommendation. */
  number: number;
  title: string;
  dossierTitle: string;
}

export type ReferralState = 'open' | 'opinion-adopted' | 'decided' | 'withdrawn';
/** GET /api/referrals → Page<ReferralRow>: of the bodies the viewer sits in (or her process); what waits for her first. */
export interface ReferralRow {
  id: string;
  bodyId: string;
  bodyName: string;
  dossierId: string;
  dossierTitle: string;
  dossierVersion: number;
  processTitle: string;
  referredAt: string;
  dueOn: string;
  state: ReferralState;
  /** Its opinion asks for a new version; stays so when that came. */
  returned: boolean;
  recommendationCount: number;
  /** How many of them the viewer has given a position on, or has a conflict of interest in; null where she is no member. */
  myPositionCount: number | null;
  /** What the referral waits for the viewer to do; null where nothing. */
  waitsFor: 'position' | 'opinion' | 'decision' | 'new-version' | null;
}
/** GET /api/referrals/:id → ReferralView (the body's people, the process's staff). Others' positions are sent as its body wishes, see `positionsShown`. */
export interface ReferralView extends ReferralRow {
  rules: BodyRules;
  dossier: DossierVersion;
  items: {
    recommendationId: string;
    myPosition: GivePosition | null;
    positionCount: number;
    positions: { personName: string; verdict: PositionVerdict; reason: string; givenAt: string; mandateId: string | null }[] | null;
    /** The viewer's own declared conflict of interest. */
    myConflict: DeclareConflict | null;
    /** Who has one, the first to say so first. */
    conflicts: { personName: string; reason: string; mandateId: string | null }[];
    /** What the viewer noted for herself; nobody else reads it. */
    myNote: string;
    /** What the body asked departments about it, the first question first. */
    questions: ReferralQuestionRow[];
    /** Until the body has spoken on it. */
    mayAsk: boolean;
    opinion: Opinion | null;
    /** The newest decision on it after this referral. */
    decision: DecisionVerdict | null;
  }[];
  /** What this body is asked, in the words of the office. */
  asked: string;
  /** When members read each other's positions; those of others are null until then. A conflict of interest ends only once the opinion is adopted what is hidden. */
  positionsShown: PositionsShown;
  /** It decides by itself, and needs no opinion of its own before. */
  deciding: boolean;
  /** What bodies before it said on the dossier, with its own version; it travels along. */
  earlier: { referralId: string; version: number; bodyName: string; dueOn: string; unanswered: boolean; items: { number: number; title: string; opinion: Opinion | null }[] }[];
  /** The earliest first. */
  decisions: { id: string; number: string; decidedOn: string }[];
  /** Members without an account, whom the secretary and the chair enter what they said for; for others none. */
  spokenFor: { mandateId: string; name: string }[];
  /** `forward`: to a body that decides, where none has it before it yet. */
  may: { givePosition: boolean; adoptOpinion: boolean; correctOpinion: boolean; recordDecision: boolean; forward: boolean };
}
