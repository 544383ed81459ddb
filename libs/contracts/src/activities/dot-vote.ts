import { z } from 'zod';
import { Id, type Sector } from '../common.ts';
import { SECRECIES } from '../plain.ts';
import { type LateState, type LateTold, madeAt } from './late.ts';

export const DOTS_MAX = 20;

export const DotVoteSettings = z.strictObject({
  kind: z.literal('dot-vote'),
  dots: z.int().min(1).max(DOTS_MAX),
  /** Most dots one person may give to one option; null: as many as she has. */
  perOption: z.int().min(1).max(DOTS_MAX).nullable(),
  /** Left out: blind. */
  secrecy: z.enum(SECRECIES).optional(),
});
export type VoteSecrecy = (typeof SECRECIES)[number];
/** How a dot vote is held. */
export const voteSecrecyOf = ({ secrecy }: Pick<z.infer<typeof DotVoteSettings>, 'secrecy'>): VoteSecrecy => secrecy ?? 'blind';

/** One holding of a vote that may have been held before; the first is number 1. */
export interface VoteRound {
  activityId: string;
  number: number;
  result: VoteResult;
}
/** How often and how secretly it is held. */
export interface VoteHeld {
  secrecy: VoteSecrecy;
  round: number;
  /** Earlier rounds whose result may be told; only beside the own result. */
  earlier: VoteRound[];
}
export interface RoomVote extends VoteHeld {
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
export interface ReportVote extends VoteHeld {
  dots: number;
  perOption: number | null;
  result: VoteResult;
  /** Sectors of five ballots or more, where that reveals no smaller one; in a secret vote none is known. */
  sectors: { sector: Sector | null; result: VoteResult }[];
  /** Where any came late. */
  late?: LateTold;
}

/** PUT /api/activities/:id/ballot → Ballot: replaces the whole ballot; GET the own one. The database holds the budget. After the end as with answers; in a secret vote `conflict`. */
export const CastBallot = z.strictObject({
  dots: z.array(z.strictObject({ optionId: Id, count: z.int().min(1).max(DOTS_MAX) })).max(200),
  madeAt,
});
export type CastBallot = z.infer<typeof CastBallot>;
/**
 * POST /api/activities/:id/secret-ballot → Ballot: in a secret vote, once and for good, with at least one dot; as a secret answer in all else.
 * GET /api/activities/:id/named-ballots → NamedBallot[]: who gave what in an open vote whose result is shown; staff and participants.
 */
export const CastSecretBallot = CastBallot.omit({ madeAt: true });
export type CastSecretBallot = z.infer<typeof CastSecretBallot>;
export interface NamedBallot extends CastSecretBallot {
  /** Null: somebody without a name. */
  nickname: string | null;
}
export interface Ballot extends Pick<CastBallot, 'dots'> {
  activityId: string;
  /** Null: not cast yet, and in a secret vote. */
  castAt: string | null;
  /** In a secret vote: it was cast, and nobody knows any more what it says. */
  given?: true;
  /** Of one that came after the end; what else stands here is of the ballot that counts. */
  late?: LateState;
}
