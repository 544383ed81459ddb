import { z } from 'zod';
import {
  ConsentSettings, EstimateSettings, FistToFiveSettings, GradientsSettings, PulseSettings, QuestionSettings, RankingSettings, type AnswerKind, type ReportAnswers, type ReportPulse,
  type RoomAnswers,
} from './answers.ts';
import { BreakSettings } from './break.ts';
import { BrainstormSettings, type ReportBrainstorm, type RoomBrainstorm } from './brainstorm.ts';
import { BreakoutSettings, type ReportBreakout, type RoomBreakout } from './breakout.ts';
import { ClusterSettings } from './cluster.ts';
import { DotVoteSettings, type ReportVote, type RoomVote } from './dot-vote.ts';
import { IdeathonSettings, type ReportIdeathon, type RoomIdeathon } from './ideathon.ts';
import { InformationSettings } from './information.ts';
import { QAndASettings, type ReportQAndA, type RoomQAndA } from './q-and-a.ts';
import { TimerSettings } from './timer.ts';

/**
 * The kinds of activities. Each has a file here with its settings, what the screens of the room know of it ({@link RoomParts}), what the report says of it
 * ({@link ReportParts}), and the commands that it brings.
 */
export const ActivitySettings = z.discriminatedUnion('kind', [
  InformationSettings, BrainstormSettings, ClusterSettings, DotVoteSettings, RankingSettings, EstimateSettings, ConsentSettings, FistToFiveSettings, GradientsSettings,
  QuestionSettings, QAndASettings, BreakoutSettings, IdeathonSettings,
  PulseSettings, TimerSettings, BreakSettings,
]);
export type ActivitySettings = z.infer<typeof ActivitySettings>;
export type ActivityKind = ActivitySettings['kind'];
export type SettingsOf<K extends ActivityKind> = Extract<ActivitySettings, { kind: K }>;
/** In the order in which one chooses. */
export const ACTIVITY_KINDS: readonly ActivityKind[] = [
  'information', 'brainstorm', 'cluster', 'dot-vote', 'ranking', 'estimate', 'consent', 'fist-to-five', 'gradients', 'question', 'q-and-a', 'breakout', 'ideathon',
  'pulse', 'timer', 'break',
];

/** What all screens of a room may know of a begun activity beside what all kinds have; null where that is nothing. */
export interface RoomParts extends Record<AnswerKind, RoomAnswers> {
  information: null;
  brainstorm: RoomBrainstorm;
  cluster: null;
  'dot-vote': RoomVote;
  'q-and-a': RoomQAndA;
  breakout: RoomBreakout;
  ideathon: RoomIdeathon;
  timer: null;
  break: null;
}
/** What the report says of it beside what all kinds have; null where that is nothing, for a vote until it is counted, for tables until they begin. */
export interface ReportParts extends Record<AnswerKind, ReportAnswers | null> {
  information: null;
  brainstorm: ReportBrainstorm;
  cluster: null;
  'dot-vote': ReportVote | null;
  'q-and-a': ReportQAndA;
  breakout: ReportBreakout | null;
  ideathon: ReportIdeathon | null;
  pulse: ReportPulse | null;
  timer: null;
  break: null;
}
