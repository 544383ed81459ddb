import { z } from 'zod';
import { Id, type Language, line, NAME_MAX_LENGTH, optionalLine, optionalText, type Sector, text, TITLE_MAX_LENGTH } from '../common.ts';
import { CANVAS_FIELD_MAX_LENGTH, TEAM_NOTE_MAX_LENGTH, TEAM_IDEA_MAX_LENGTH, TEAM_NAME_MAX_LENGTH } from '../plain.ts';
import { DOTS_MAX, type ReportVote, type RoomVote } from './dot-vote.ts';
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
  settings: Pick<IdeathonSettings, 'challenge' | 'brief' | 'goodProposal' | 'teamMin' | 'teamMax' | 'fields' | 'audience'>;
  stage: IdeathonStage;
  stages: IdeathonStage[];
  /** In their order. */
  teams: RoomTeam[];
  pitches: {
    /** Who is on now, on the activity's clock. */
    teamId: string | null;
    /** All teams, in the order in which they pitch. */
    order: string[];
    doneIds: string[];
  };
  /**
   * From the audience's vote on (PUT /api/activities/:id/ballot, `ideathon/not-now`); an option has its team's id. How people voted is told with the results.
   */
  vote: RoomVote | null;
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
  /** The fields of its canvas that something stands in, by their places in the settings. What stands there is its own until the report. */
  filled: number[];
  /** Grows with each change of what its members are told. */
  version: number;
}

/** POST /api/activities/:id/teams → OwnTeamAnswer (who takes part, stage teams; the Idempotency-Key is the team's id): she is in it, and in no other. `ideathon/too-many-teams` */
export const ProposeTeam = z.strictObject({ name: line(TEAM_NAME_MAX_LENGTH), idea: line(TEAM_IDEA_MAX_LENGTH) });
export type ProposeTeam = z.infer<typeof ProposeTeam>;
/** POST /api/activities/:id/team → OwnTeamAnswer (who takes part, stages teams and canvas): joins it and leaves hers; null: leaves hers. `ideathon/team-full` */
export const JoinTeam = z.strictObject({ teamId: Id.nullable() });
export type JoinTeam = z.infer<typeof JoinTeam>;
/** PUT /api/teams/:id (its members until the pitches), PUT /api/teams/:id/words (who runs it, at any time). `before`: what she saw, else `changed-meanwhile`. */
export const EditTeam = z.strictObject({
  name: line(TEAM_NAME_MAX_LENGTH), idea: optionalLine(TEAM_IDEA_MAX_LENGTH), before: z.strictObject({ name: z.string().max(TEAM_NAME_MAX_LENGTH), idea: z.string().max(TEAM_IDEA_MAX_LENGTH) }),
});
export type EditTeam = z.infer<typeof EditTeam>;

/** GET /api/activities/:id/team (who takes part) */
export interface OwnTeamAnswer {
  /** Null while she is in none. */
  team: OwnTeam | null;
}
export interface OwnTeam {
  id: string;
  canvas: CanvasField[];
  notes: TeamNote[];
}
/** What somebody of the staff told the team; read by its members and the staff, and in no report. */
export interface TeamNote {
  id: string;
  text: string;
  writtenAt: string;
}
/** A field of a team's canvas as it stands, in the order of the settings. */
export interface CanvasField {
  text: string;
  /** Grows with each change; 0: nobody wrote anything yet. */
  revision: number;
  writtenAt: string | null;
}
/** PUT /api/teams/:id/canvas → OwnTeamAnswer (its members, stage canvas). `revision` is the one she saw, else `changed-meanwhile`: nobody's words are written over unseen. */
export const FillField = z.strictObject({ field: z.int().min(0).max(CANVAS_FIELDS_MAX - 1), text: optionalText(CANVAS_FIELD_MAX_LENGTH), revision: z.int().min(0) });
export type FillField = z.infer<typeof FillField>;

/** GET /api/activities/:id/teams (staff) */
export interface StaffTeams {
  teams: StaffTeam[];
  /** Who is in none. */
  loneIds: string[];
  may: { run: boolean };
}
export interface StaffTeam {
  id: string;
  memberIds: string[];
  sectors: { sector: Sector | null; count: number }[];
}
/** GET /api/teams/:id (staff): what only its members and they may read. */
export interface TeamView {
  canvas: CanvasField[];
  notes: TeamNote[];
}
/** POST /api/teams/:id/notes (staff) */
export const WriteTeamNote = z.strictObject({ text: text(TEAM_NOTE_MAX_LENGTH) });
export type WriteTeamNote = z.infer<typeof WriteTeamNote>;
/** POST /api/teams/:id/notes/remove (who wrote it, and who runs the session) */
export const RemoveTeamNote = z.strictObject({ noteId: Id });
export type RemoveTeamNote = z.infer<typeof RemoveTeamNote>;
/** POST /api/activities/:id/members (who runs it): into a team, full or not; null: into none. */
export const MoveMember = z.strictObject({ participantId: Id, teamId: Id.nullable() });
export type MoveMember = z.infer<typeof MoveMember>;
/** POST /api/activities/:id/deal (who runs it): who is in none is dealt to those with a place, the sectors spread evenly; where all are full, new teams are made. */
/** POST /api/teams/:id/merge (who runs it): its people go over to another; its idea stays written down. DELETE /api/teams/:id: its people are in none. */
export const MergeTeam = z.strictObject({ into: Id });
export type MergeTeam = z.infer<typeof MergeTeam>;

/** PUT /api/activities/:id/pitch-order (who runs it). `before`: the order she saw, else `changed-meanwhile`. */
export const OrderPitches = z.strictObject({ teamIds: z.array(Id).max(TEAMS_MAX), before: z.array(Id).max(TEAMS_MAX) });
export type OrderPitches = z.infer<typeof OrderPitches>;
/** POST /api/activities/:id/pitch-draw (who runs it): those who have not pitched yet are put in an order by lot. */
/** POST /api/activities/:id/pitch (who runs it, stage pitches): a team is on and has its minutes; null: nobody is. `seen`: who was on as far as she saw, else `changed-meanwhile`. */
export const Pitch = z.strictObject({ teamId: Id.nullable(), seen: Id.nullable() });
export type Pitch = z.infer<typeof Pitch>;

/** What the report tells. */
export interface ReportIdeathon {
  challenge: string;
  brief: string;
  goodProposal: string[];
  /** How far it came. */
  stage: IdeathonStage;
  /** Null: the hall did not vote, or its result is not told yet. */
  audience: ReportVote | null;
  teams: ReportTeam[];
  /** Null: there was none. */
  jury: ReportJury | null;
}
export interface ReportTeam extends Pick<RoomTeam, 'id' | 'number' | 'name' | 'idea' | 'memberCount'> {
  /** Those that were merged into it. */
  merged: Pick<RoomTeam, 'number' | 'name' | 'idea'>[];
  /** Of its canvas, in the order of the settings; `words` null: nothing stands there. */
  canvas: { title: string; required: boolean; words: TeamWords | null }[];
}
export interface TeamWords {
  contributionId: string;
  text: string;
  language: Language;
  /** Those who wrote at it, where they agreed to be quoted by name. */
  authors: string[];
}
