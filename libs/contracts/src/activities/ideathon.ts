import { z } from 'zod';
import { line, NAME_MAX_LENGTH, optionalLine, optionalText, TITLE_MAX_LENGTH } from '../common.ts';
import { DOTS_MAX } from './dot-vote.ts';
import { JurySettings, type ReportJury, type RoomJury } from './ideathon-jury.ts';

export const TEAMS_MAX = 50;
export const TEAM_SIZE_MAX = 30;
export const BRIEF_MAX_LENGTH = 2_000;
export const CANVAS_FIELDS_MAX = 10;
export const CANVAS_MINUTES_MAX = 480;
export const PITCH_MINUTES_MAX = 60;

/** In the order in which a challenge becomes a result; the facilitator moves on and back. */
export const IdeathonStage = z.enum(['brief', 'teams', 'canvas', 'pitches', 'jury', 'audience-vote', 'results']);
export type IdeathonStage = z.infer<typeof IdeathonStage>;
export const IDEATHON_STAGES = IdeathonStage.options;

export const IdeathonSettings = z
  .strictObject({
    kind: z.literal('ideathon'),
    challenge: line(TITLE_MAX_LENGTH),
    brief: optionalText(BRIEF_MAX_LENGTH),
    /** What a good proposal has. */
    goodProposal: z.array(line(TITLE_MAX_LENGTH)).max(10),
    /** Fewer than that are told so, more are not let in. */
    teamMin: z.int().min(1).max(TEAM_SIZE_MAX),
    teamMax: z.int().min(1).max(TEAM_SIZE_MAX),
    /** Of the idea canvas that each team fills in. */
    fields: z.array(z.strictObject({ title: line(NAME_MAX_LENGTH), hint: optionalLine(TITLE_MAX_LENGTH), required: z.boolean() })).min(1).max(CANVAS_FIELDS_MAX),
    /** From the beginning of its stage, on the activity's clock; null: until the facilitator moves on. */
    canvasMinutes: z.int().min(1).max(CANVAS_MINUTES_MAX).nullable(),
    pitchMinutes: z.int().min(1).max(PITCH_MINUTES_MAX),
    /** Null: the hall does not vote. One dot is one choice. */
    audience: z.strictObject({ dots: z.int().min(1).max(DOTS_MAX), perOption: z.int().min(1).max(DOTS_MAX).nullable(), ownTeam: z.boolean() }).nullable(),
    /** Null: there is no jury. */
    jury: JurySettings.nullable(),
  })
  .refine(({ teamMin, teamMax }) => teamMin <= teamMax, { path: ['teamMax'] });
export type IdeathonSettings = z.infer<typeof IdeathonSettings>;

/** Those that take place. */
export const stagesOf = ({ audience, jury }: Pick<IdeathonSettings, 'audience' | 'jury'>): IdeathonStage[] =>
  IDEATHON_STAGES.filter((stage) => (stage !== 'jury' || jury !== null) && (stage !== 'audience-vote' || audience !== null));

/** POST /api/activities/:id/stage (who runs it): on or back. `from` is the stage she saw, else `changed-meanwhile`; one that does not take place is `conflict`. */
export const MoveStage = z.strictObject({ from: IdeathonStage, to: IdeathonStage });
export type MoveStage = z.infer<typeof MoveStage>;

/** Of an activity that is shown, for every screen: nobody's name. */
export interface RoomIdeathon {
  settings: Pick<IdeathonSettings, 'challenge' | 'brief' | 'goodProposal' | 'teamMin' | 'teamMax' | 'fields'>;
  stage: IdeathonStage;
  stages: IdeathonStage[];
  /** In their order. */
  teams: RoomTeam[];
  /** Null: there is none. */
  jury: RoomJury | null;
}
export interface RoomTeam {
  id: string;
  /** From 1, in the order in which they were proposed; it stays hers. */
  number: number;
  name: string;
  /** In a sentence; empty while nobody wrote one. */
  idea: string;
  memberCount: number;
  /** Grows with each change of what its members are told. */
  version: number;
}

/** What the report tells. */
export interface ReportIdeathon {
  challenge: string;
  brief: string;
  goodProposal: string[];
  /** How far it came. */
  stage: IdeathonStage;
  teams: ReportTeam[];
  /** Null: there was none. */
  jury: ReportJury | null;
}
export type ReportTeam = Pick<RoomTeam, 'id' | 'number' | 'name' | 'idea' | 'memberCount'>;
