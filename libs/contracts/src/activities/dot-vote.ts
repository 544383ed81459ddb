import { z } from 'zod';
import { Id } from '../common.ts';
import { type LateState, madeAt } from './late.ts';

export const DOTS_MAX = 20;

export const DotVoteSettings = z.strictObject({
  kind: z.literal('dot-vote'),
  dots: z.int().min(1).max(DOTS_MAX),
  /** Most dots one person may give to one option; null: as many as she has. */
  perOption: z.int().min(1).max(DOTS_MAX).nullable(),
});

export interface RoomVote {
  dots: number;
  perOption: number | null;
  options: VoteOption[];
  /** How many have cast a ballot; never for whom. */
  votedCount: number;
  eligibleCount: number;
  /** Null until the facilitator shows it, which is only possible after the end. */
  result: VoteResult | null;
}
export interface VoteOption {
  id: string;
  title: string;
  /** Texts of its notes, in people's own words (the first 50). */
  noteTexts: string[];
}
export interface VoteResult {
  options: { optionId: string; title: string; dots: number; voters: number; rank: number }[];
  eligibleCount: number;
  votedCount: number;
  abstainedCount: number;
}
export interface ReportVote {
  dots: number;
  perOption: number | null;
  result: VoteResult;
}

/** PUT /api/activities/:id/ballot → Ballot: replaces the whole ballot; GET the own one. The database holds the budget. After the end as with answers. */
export const CastBallot = z.strictObject({
  dots: z.array(z.strictObject({ optionId: Id, count: z.int().min(1).max(DOTS_MAX) })).max(200),
  madeAt,
});
export type CastBallot = z.infer<typeof CastBallot>;
export interface Ballot extends Pick<CastBallot, 'dots'> {
  activityId: string;
  /** Null: not cast yet. */
  castAt: string | null;
  /** Of one that came after the end; what else stands here is of the ballot that counts. */
  late?: LateState;
}
