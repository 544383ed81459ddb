import { z } from 'zod';
import { Day, Id, optionalText, text } from './common.ts';
import type { ReferralState } from './review.ts';

/** Bodies that one dossier is sent to at most. */
export const ROUTE_MAX = 20;
const REASON_MAX_LENGTH = 2_000;

/**
 * PUT /api/dossiers/:id/route (process lead, officer, the secretary of a body on it): the bodies a dossier goes to, whole and in order. A step that has begun keeps
 * its place and its body; its day may change. Whoever changes what others saw says why. A wrong `revision` answers `changed-meanwhile`.
 */
export const PlanRoute = z.strictObject({
  revision: z.int().nonnegative(),
  /** Needed where a step that stood there is changed or left out. */
  reason: optionalText(REASON_MAX_LENGTH),
  steps: z
    .array(
      z.strictObject({
        /** Made by the device, so that a step stays itself while it moves. */
        id: Id,
        bodyId: Id,
        /** It has until the end of this day; then the next one begins without it. */
        dueOn: Day,
        /** What the body is asked, in plain words. */
        asked: optionalText(REASON_MAX_LENGTH),
        /** It begins together with the step before; otherwise when those before are over. */
        withPrevious: z.boolean(),
      }),
    )
    .min(1)
    .max(ROUTE_MAX),
});
export type PlanRoute = z.infer<typeof PlanRoute>;
export type PlannedStep = PlanRoute['steps'][number];

export const StepRef = z.strictObject({ id: Id, stepId: Id });
export type StepRef = z.infer<typeof StepRef>;
/** POST /api/dossiers/:id/route/steps/:stepId/withdrawal: a step that has begun is taken back for good; what was said stays readable. */
export const WithdrawStep = z.strictObject({ revision: z.int().nonnegative(), reason: text(REASON_MAX_LENGTH) });
export type WithdrawStep = z.infer<typeof WithdrawStep>;
/** POST /api/dossiers/:id/route/steps/:stepId/continuation → Made: after a return the newest version goes to the same body, until a new day. */
export const ContinueStep = z.strictObject({ revision: z.int().nonnegative(), dueOn: Day });
export type ContinueStep = z.infer<typeof ContinueStep>;

/**
 * `waiting` for those before; `open`: before the body; `unanswered`: its day passed without an opinion on everything; `returned`: the body asks for a new version;
 * `opinion-adopted`; `decided`; `withdrawn`.
 */
export type StepState = 'waiting' | 'open' | 'unanswered' | 'returned' | 'opinion-adopted' | 'decided' | 'withdrawn';

export interface RouteStep extends PlannedStep {
  bodyName: string;
  /** Its decision binds; it needs no opinion of its own. */
  deciding: boolean;
  state: StepState;
  /** What went to the body, the newest first; after a return there are several, each with its version. */
  referrals: { id: string; version: number; state: ReferralState; referredAt: string }[];
  /** What the body asks for before it speaks again. */
  returned: { number: number; title: string; reasoning: string }[];
  /** Why it was withdrawn. */
  reason: string;
}
/** GET /api/dossiers/:id/route → RouteView (whoever reads its newest version). Without any step where it went nowhere yet. */
export interface RouteView {
  dossierId: string;
  title: string;
  processId: string;
  processTitle: string;
  newestVersion: number;
  revision: number;
  steps: RouteStep[];
  /** What was changed after it had begun, the newest first. */
  changes: { at: string; kind: 'planned' | 'withdrawn' | 'continued'; reason: string }[];
  may: { plan: boolean };
}
