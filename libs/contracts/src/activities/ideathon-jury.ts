import { z } from 'zod';
import { Id, line, NAME_MAX_LENGTH, optionalLine, optionalText, text } from '../common.ts';
import { REASON_MAX_LENGTH } from '../plain.ts';

export const JURY_CRITERIA_MAX = 10;
export const JURY_WEIGHT_MAX = 100;
/** The best score that a criterion can have; the worst is 0. */
export const JURY_SCALE_MAX = 10;
export const JURORS_MAX = 12;
export const ANCHOR_MAX_LENGTH = 160;
export const FEEDBACK_MAX_LENGTH = 1_000;

/** One thing that the jury looks at. */
export const JuryCriterion = z.strictObject({
  title: line(NAME_MAX_LENGTH),
  /** In points; all criteria together are the whole, whatever they add up to. */
  weight: z.int().min(1).max(JURY_WEIGHT_MAX),
  /** What each score means in words, from 0 up: as many as there are scores. Those between the worst and the best may be left empty. */
  anchors: z
    .array(optionalLine(ANCHOR_MAX_LENGTH))
    .min(2)
    .max(JURY_SCALE_MAX + 1)
    .refine((anchors) => anchors[0] !== '' && anchors.at(-1) !== ''),
});
export type JuryCriterion = z.infer<typeof JuryCriterion>;
export const scaleMaxOf = ({ anchors }: Pick<JuryCriterion, 'anchors'>): number => anchors.length - 1;

/** By what the jury judges the teams. */
export const JurySettings = z.strictObject({ criteria: z.array(JuryCriterion).min(1).max(JURY_CRITERIA_MAX) });
export type JurySettings = z.infer<typeof JurySettings>;

/** `preparing`: its rubric and its members may change. `scoring`: nobody sees a score but her own. `discussing`: the jury sees all. `fixed`: it is told. */
export const JURY_STATES = ['preparing', 'scoring', 'discussing', 'fixed'] as const;
export type JuryState = (typeof JURY_STATES)[number];

/** PUT /api/activities/:id/jury/rubric (who runs it): also while the ideathon runs, until the jury begins (`jury/begun`). `before`: what she saw, else `changed-meanwhile`. */
export const SetRubric = JurySettings.extend({ before: JurySettings.shape.criteria });
export type SetRubric = z.infer<typeof SetRubric>;
/** POST /api/activities/:id/jury/jurors (who runs it): a participant of the session becomes a juror, or is none any more; until the scores are opened (`jury/opened`). */
export const NameJuror = z.strictObject({ participantId: Id, named: z.boolean() });
export type NameJuror = z.infer<typeof NameJuror>;
/**
 * POST /api/activities/:id/jury/seat (who runs it): a juror goes on from another phone. All that was given and declared stays with her seat, which `from` loses at
 * once. Refused with `jury/has-seat` and `jury/in-a-team` for a participant who must not have it, with `changed-meanwhile` where `from` has none, and with `jury/fixed`.
 */
export const MoveSeat = z.strictObject({ from: Id, to: Id });
export type MoveSeat = z.infer<typeof MoveSeat>;
/**
 * POST /api/activities/:id/jury/begin, /open, /fix (who runs it). `revision` is the one she saw: where anything that counts has changed since, it is
 * `changed-meanwhile`.
 */
export const StepJury = z.strictObject({ revision: z.int().min(0) });
export type StepJury = z.infer<typeof StepJury>;
/** POST /api/activities/:id/jury/reopen (who runs it): the fixed result is set aside, and stands in the report with its reason. */
export const ReopenJury = z.strictObject({ reason: text(REASON_MAX_LENGTH) });
export type ReopenJury = z.infer<typeof ReopenJury>;

/**
 * PUT /api/activities/:id/jury/conflicts (a juror): the teams she must not judge, and that there are no others. Once the scores are opened, one is
 * only added (`jury/opened`).
 */
export const DeclareConflicts = z.strictObject({
  conflicts: z
    .array(z.strictObject({ teamId: Id, reason: text(REASON_MAX_LENGTH) }))
    .max(50)
    .refine((all) => new Set(all.map(({ teamId }) => teamId)).size === all.length),
});
export type DeclareConflicts = z.infer<typeof DeclareConflicts>;
/**
 * PUT /api/activities/:id/jury/sheet (a juror): all she has to say of one team so far; null: not scored yet. Refused with `jury/undeclared` before she said
 * where she has a conflict of interest, with `jury/conflict-of-interest` for a team in which she has one.
 */
export const SaveSheet = z.strictObject({
  teamId: Id,
  /** In the rubric's order. */
  scores: z.array(z.int().min(0).max(JURY_SCALE_MAX).nullable()).max(JURY_CRITERIA_MAX),
  /** For the team, once the result is told; nobody says who wrote it. */
  feedback: optionalText(FEEDBACK_MAX_LENGTH),
  /** For the jury, once its scores are opened. */
  note: optionalText(FEEDBACK_MAX_LENGTH),
});
export type SaveSheet = z.infer<typeof SaveSheet>;

/** Of an ideathon that is shown, for every screen: no score before the result is told, and never who gave one. */
export interface RoomJury {
  state: JuryState;
  jurorCount: number;
  /** Sheets that are complete, of those that are asked for. */
  doneCount: number;
  askedCount: number;
  /** Grows when somebody becomes a juror or is none any more, and with each step of the jury. */
  version: number;
  /** Grows with each change of what the jury sees of its scores. */
  revision: number;
  /** Null until it is fixed and the ideathon tells its results. */
  result: JuryOutcome | null;
}
/** What a jury came to; the rules are those of `@spolu/deliberation/jury`. */
export interface JuryOutcome {
  criteria: Pick<JuryCriterion, 'title' | 'weight' | 'anchors'>[];
  /** The best first; equals share a rank. */
  teams: JudgedTeam[];
  jurorCount: number;
}
export interface JudgedTeam {
  teamId: string;
  number: number;
  name: string;
  /** Null: nobody judged it. */
  rank: number | null;
  /** 0 to 100. */
  points: number | null;
  /** By criterion, in the rubric's order; none where nobody judged it. */
  means: number[];
  jurorCount: number;
}

/** GET /api/activities/:id/jury/own (who takes part) → null for who is no juror. */
export interface OwnJury {
  state: JuryState;
  revision: number;
  criteria: JuryCriterion[];
  /** She said in which teams she has a conflict of interest, or that she has none. */
  declared: boolean;
  /** In their order. */
  teams: OwnJuryTeam[];
  /** What all jurors gave; null before the scores are opened. */
  discussion: JuryDiscussion | null;
}
export interface OwnJuryTeam {
  id: string;
  number: number;
  name: string;
  idea: string;
  /** Why she must not judge it: she is in it, or what she declared. Null: she may. */
  conflict: { kind: 'member' } | { kind: 'declared'; reason: string } | null;
  /** In the rubric's order; null: not scored yet. */
  scores: (number | null)[];
  feedback: string;
  note: string;
}
/** GET /api/activities/:id/jury/canvases (a juror, else none) → what the teams wrote that she may judge; what nobody filled in is left out. */
export interface JudgedCanvas {
  teamId: string;
  fields: { title: string; text: string }[];
}
/** All that was scored, without saying by whom. */
export interface JuryDiscussion {
  /** The best first. */
  teams: DiscussedTeam[];
  winnerIds: string[];
  /** Where scores lie furthest apart, the furthest first. */
  disagreements: { teamId: string; criterion: number; range: number }[];
  /** Teams that would win if somebody of the jury were left out; none where that changes nothing. */
  swings: string[][];
  /** Who would win by those alone who judged every team, where conflicts of interest made a difference in who judged whom. */
  sameJurors: { jurorCount: number; winnerIds: string[] } | null;
  /** Complete sheets that are missing. */
  missingCount: number;
  /** How often a score was changed since they were opened. */
  revisedCount: number;
}
export interface DiscussedTeam extends JudgedTeam {
  /** By criterion: the scores from the lowest to the highest, and the middle. */
  spreads: { scores: number[]; median: number }[];
  /** Jurors who do not count for it. */
  conflictCount: number;
  notes: string[];
  feedback: string[];
}

/** GET /api/activities/:id/jury (who runs it). */
export interface JuryView {
  state: JuryState;
  revision: number;
  criteria: JuryCriterion[];
  jurors: { participantId: string; nickname: string | null; declared: boolean; conflictCount: number; doneCount: number; askedCount: number }[];
  /** Null before the scores are opened, for staff as for all. */
  discussion: JuryDiscussion | null;
  /** Results that were fixed once and set aside, the newest first. */
  reopened: { fixedAt: string; reopenedAt: string; reason: string }[];
  fixedAt: string | null;
}

/** GET /api/activities/:id/jury/feedback (who takes part) → null before the result is told, and for who is in no team. */
export interface TeamFeedback {
  teamId: string;
  /** In an order that says nothing of who wrote it. */
  feedback: string[];
}

/** Of a report: null without a jury. */
export interface ReportJury {
  state: JuryState;
  jurorCount: number;
  /** Sheets that are complete, of those that were asked for. */
  doneCount: number;
  askedCount: number;
  /** Of jurors and teams: how often somebody did not judge because of a conflict of interest. */
  conflictCount: number;
  /** Null until it is fixed. */
  result: JuryOutcome | null;
  /** How often scores were changed in the discussion. */
  revisedCount: number;
  swings: string[][];
  fixedAt: string | null;
  reopened: JuryView['reopened'];
}
