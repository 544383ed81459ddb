import { z } from 'zod';
import { Currency, Id, optionalLine, optionalText, Title, TITLE_MAX_LENGTH, type Page } from './common.ts';
import type { FieldProblem } from './problems.ts';
import { WallTime } from './run-sheet.ts';

export const VOTE_CATEGORIES_MAX = 10;
export const VOTE_OPTIONS_MAX = 200;
export const VOTE_INTRO_MAX_LENGTH = 4_000;
export const VOTE_DOTS_MAX = 100;
/** Ballots are published one by one only where there are so many: among fewer one would be found by who knows how she voted. */
export const OPEN_BALLOTS_MIN = 100;

/** How people vote. A limit stands with each category, so that people choose three projects of sport and three of green. */
export const VoteRule = z.discriminatedUnion('method', [
  z.strictObject({ method: z.literal('any-number') }),
  z.strictObject({ method: z.literal('fixed-number') }),
  z.strictObject({ method: z.literal('dots'), perOption: z.int().min(1).max(VOTE_DOTS_MAX).nullable() }),
  z.strictObject({ method: z.literal('ranking') }),
  z.strictObject({ method: z.literal('budget'), count: z.enum(['greedy', 'equal-shares']), currency: Currency }),
]);
export type VoteRule = z.infer<typeof VoteRule>;
export type VoteMethod = VoteRule['method'];
export const VOTE_METHODS = ['any-number', 'fixed-number', 'dots', 'ranking', 'budget'] as const satisfies VoteMethod[];

/** Who may vote: everybody with an account, whoever holds one of the codes that were printed, or who took part in the process before the vote opened. */
export const Voters = z.enum(['accounts', 'codes', 'took-part']);
export type Voters = z.infer<typeof Voters>;

const money = z.int().min(1).max(2_000_000_000);
const EditVoteCategory = z.strictObject({
  title: optionalLine(TITLE_MAX_LENGTH),
  /** How many options one may choose, or how many dots one has. */
  limit: z.int().min(1).max(VOTE_DOTS_MAX).nullable(),
  /** How many options succeed; null: only their order is told. Of a budget it decides by itself. */
  winners: z.int().min(1).max(VOTE_OPTIONS_MAX).nullable(),
  budget: money.nullable(),
  options: z.array(z.strictObject({ ideaId: Id, cost: money.nullable() })).min(1).max(VOTE_OPTIONS_MAX),
});
export type EditVoteCategory = z.infer<typeof EditVoteCategory>;


/**
 * POST /api/processes/:processId/public-votes → Made, PUT /api/public-votes/:id (staff of the process; Idempotency-Key): a vote as it is prepared.
 * `opens` and `closes` are read from the wall in the town. `revision` is the one its editor saw, 0 for a new one.
 */
export const EditPublicVote = z.strictObject({
  title: Title,
  intro: optionalText(VOTE_INTRO_MAX_LENGTH),
  rule: VoteRule,
  voters: Voters,
  opens: WallTime,
  closes: WallTime,
  categories: z.array(EditVoteCategory).min(1).max(VOTE_CATEGORIES_MAX),
  /** Whether ballots are published one by one, shuffled, with the result. */
  openBallots: z.boolean(),
  revision: z.int().nonnegative(),
});
export type EditPublicVote = z.infer<typeof EditPublicVote>;

/** What the shape of a vote alone can't say: it closes after it opens, has the limits that its rule needs, and names nothing twice. */
export function faultsOfVote({ rule, opens, closes, categories }: EditPublicVote): FieldProblem[] {
  const faults: FieldProblem[] = [];
  const fault = (code: FieldProblem['code'], path: string) => faults.push({ path, code });
  if (`${closes.on}${closes.time}` <= `${opens.on}${opens.time}`) fault('too-small', 'closes.on');
  const seen = new Set<string>();
  categories.forEach(({ title, limit, budget, options }, i) => {
    if (title === '' && categories.length > 1) fault('required', `categories.${String(i)}.title`);
    if (limit === null && (rule.method === 'fixed-number' || rule.method === 'dots')) fault('required', `categories.${String(i)}.limit`);
    if (budget === null && rule.method === 'budget') fault('required', `categories.${String(i)}.budget`);
    options.forEach(({ ideaId, cost }, j) => {
      const path = `categories.${String(i)}.options.${String(j)}`;
      if (seen.has(ideaId)) fault('not-allowed', `${path}.ideaId`);
      seen.add(ideaId);
      if (rule.method !== 'budget') return;
      if (cost === null) fault('required', `${path}.cost`);
      else if (budget !== null && cost > budget) fault('too-big', `${path}.cost`);
    });
  });
  if (seen.size > VOTE_OPTIONS_MAX) fault('too-many', 'categories');
  return faults;
}
export const PublicVotesOf = z.strictObject({ processId: Id });
export type PublicVotesOf = z.infer<typeof PublicVotesOf>;

/** `published`: what it asks is fixed and it has not opened yet. `closed`: nobody votes any more and it waits to be counted. */
export type VoteState = 'draft' | 'published' | 'open' | 'closed' | 'counted';

/** GET /api/processes/:processId/public-votes → Page<PublicVoteRow>: drafts for the process's staff only. */
export interface PublicVoteRow {
  id: string;
  title: string;
  state: VoteState;
  opensAt: string;
  closesAt: string;
  optionCount: number;
}

export interface PublicVoteOption {
  id: string;
  ideaId: string;
  /** Empty, and the summary too, where the idea was hidden with a reason: its words are sent to nobody. */
  title: string;
  summary: string;
  cost: number | null;
  hidden: boolean;
}
export interface VoteCategory {
  id: string;
  title: string;
  limit: number | null;
  winners: number | null;
  budget: number | null;
  options: PublicVoteOption[];
}
/**
 * What the viewer may do where those vote who took part: wrote something, supported an idea or came to a session of the process, as a guest or with an account.
 * `sign-in`: what this device did belongs to an account, which votes. `joined-later`: she did so only after the vote had opened.
 */
export type VoterStanding = 'may-vote' | 'sign-in' | 'joined-later' | 'did-not-take-part';

/** GET /api/public-votes/:id → PublicVoteView */
export interface PublicVoteView {
  id: string;
  processId: string;
  processTitle: string;
  title: string;
  intro: string;
  rule: VoteRule;
  voters: Voters;
  state: VoteState;
  opensAt: string;
  closesAt: string;
  openBallots: boolean;
  revision: number;
  categories: VoteCategory[];
  /** How many have voted, live. `eligible`: accounts there are, codes that were printed, or people who took part. */
  turnout: { given: number; eligible: number };
  /** Whether the viewer has voted; false where votes are cast with codes. */
  given: boolean;
  /** Null where everybody with an account or a code votes, and once the vote was counted. */
  standing: VoterStanding | null;
  /** Once the vote was counted. */
  result: PublicVoteResult | null;
  /** `run`: prepares, publishes and counts it. */
  may: { run: boolean };
}

/** What one option got and what became of it. */
export interface VoteOptionResult {
  optionId: string;
  /** Votes, dots, or points of a ranking: one for each option that it was put before. */
  points: number;
  /** How many people chose it. */
  voterCount: number;
  /** Equals share one: 1, 2, 2, 4. */
  rank: number;
  /** `tied`: as many as another, and there is room for only some of them. Null where the vote only told an order. */
  outcome: 'chosen' | 'not-chosen' | 'tied' | null;
  /** Of a budget, for what was not chosen: how much of its cost was not there, of the budget or of its supporters' shares. */
  missing: number | null;
  /** By Equal Shares, for what was not chosen: what its supporters' shares were spent on instead, the most first. */
  paidFor: { optionId: string; amount: number }[];
}
export interface VoteCategoryResult {
  categoryId: string;
  /** Best first. */
  options: VoteOptionResult[];
  /** Of a budget. */
  spent: number | null;
  /** By Equal Shares: how much each voter had to spend in the end. */
  share: number | null;
  /** Of a ranking: the one that wins against each other one by one, if there is one. */
  pairWinnerId: string | null;
}
export interface PublicVoteResult {
  countedAt: string;
  ballotCount: number;
  /** Of them on paper. */
  paperCount: number;
  /** Sheets that are not among the ballots. */
  invalidPaperCount: number;
  /** Why they are not; left out where none is. */
  invalidPaper?: { reason: SpoiledSheet; count: number }[];
  /** Ballots that chose nothing. */
  abstentionCount: number;
  eligible: number;
  categories: VoteCategoryResult[];
}

/** Whether ballots are published one by one: where people were told so before they voted, and enough of them were counted. */
export const ballotsArePublished = ({ openBallots, result }: { openBallots: boolean; result: Pick<PublicVoteResult, 'ballotCount'> | null }): boolean =>
  openBallots && result !== null && result.ballotCount >= OPEN_BALLOTS_MIN;

/**
 * GET /api/public-votes/:id/open-ballots (whoever sees the vote) → a file of all its ballots in a random order; `public-vote/ballots-not-published` before the count and where
 * {@link ballotsArePublished} says no. `pb` is a category of a vote with a budget as Pabulib has it, the nth as people see them.
 */
export const OpenBallotsQuery = z.strictObject({ format: z.enum(['csv', 'json', 'pb']), category: z.coerce.number().int().min(1).max(VOTE_CATEGORIES_MAX).default(1) });
export type OpenBallotsQuery = z.infer<typeof OpenBallotsQuery>;

/** What the JSON file holds; `about` says in it what each part means. Proposals and ballots are numbered in this file alone. */
export interface OpenBallots {
  about: Record<string, string>;
  vote: { title: string; municipality: string; opensAt: string; closesAt: string; rule: VoteRule; voters: Voters; eligible: number; ballotCount: number; blankCount: number };
  categories: {
    number: number;
    title: string;
    limit: number | null;
    winners: number | null;
    budget: number | null;
    proposals: { number: number; title: string; cost: number | null; points: number; voterCount: number; outcome: VoteOptionResult['outcome'] }[];
  }[];
  ballots: { number: number; chosen: { proposal: number; dots?: number }[] }[];
}

const Options = z.array(Id).max(VOTE_OPTIONS_MAX);
/** `choice`: any number, a fixed number, a budget. `ranking`: the best first; what is left out stands behind. */
export const PublicBallot = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('choice'), optionIds: Options }),
  z.strictObject({ kind: z.literal('dots'), dots: z.array(z.strictObject({ optionId: Id, count: z.int().min(1).max(VOTE_DOTS_MAX) })).max(VOTE_OPTIONS_MAX) }),
  z.strictObject({ kind: z.literal('ranking'), optionIds: Options }),
]);
export type PublicBallot = z.infer<typeof PublicBallot>;
export type BallotKind = PublicBallot['kind'];
export const ballotKindOf = ({ method }: VoteRule): BallotKind => (method === 'dots' || method === 'ranking' ? method : 'choice');

/** As people copy it from a letter: small letters, blanks and dashes do no harm. */
export const VotingCode = z.string().trim().min(1).max(40);
/** POST /api/public-votes/:id/ballots (Idempotency-Key, a UUID): sent again with the same key it is the same ballot. Nothing gives it back afterwards. */
export const CastPublicBallot = z.strictObject({ ballot: PublicBallot, code: VotingCode.nullable() });
export type CastPublicBallot = z.infer<typeof CastPublicBallot>;

export const VOTING_CODES_MAX = 100_000;

/** Why a sheet of paper does not count, as an official reads it. */
export const SpoiledReason = z.enum(['unreadable', 'over-limit', 'signed', 'damaged']);
export type SpoiledReason = z.infer<typeof SpoiledReason>;
/** `voted-online`: its code had been used already. */
export type SpoiledSheet = SpoiledReason | 'voted-online';
/** What one official reads on a sheet. */
export const SheetReading = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ballot'), ballot: PublicBallot }),
  z.strictObject({ kind: z.literal('spoiled'), reason: SpoiledReason }),
]);
export type SheetReading = z.infer<typeof SheetReading>;
export const SheetRef = z.strictObject({ id: Id, number: z.coerce.number().int().min(1).max(VOTING_CODES_MAX) });
export type SheetRef = z.infer<typeof SheetRef>;
/**
 * PUT /api/public-votes/:id/sheets/:number {SheetReading} → SheetRead (staff of the process, from the opening until the count): a sheet counts as soon as two people read
 * the same on it; until then each may type hers again. `public-vote/unknown-sheet` for a number that was not printed.
 * DELETE /api/public-votes/:id/sheets/:number (Idempotency-Key): what was typed and does not count yet goes, as its number was a mistake.
 */
export interface SheetRead {
  /** `waits`: for a second person. `differs`: nobody read the same. */
  state: 'waits' | 'differs' | 'counted' | 'spoiled' | 'voted-online';
}
export interface WaitingSheet {
  number: number;
  state: 'waits' | 'differs';
  readByMe: boolean;
  /** Where readings differ, to those who read it; before that nobody sees what another read. */
  readings: { mine: boolean; reading: SheetReading }[];
}
/** GET /api/public-votes/:id/sheets → WaitingSheets (staff of the process): sheets that somebody read and that do not count yet, by their numbers. */
export interface WaitingSheets extends Page<WaitingSheet> {
  countedCount: number;
  spoiledCount: number;
}
/**
 * POST /api/public-votes/:id/codes → VotingCodes (staff of the process, until the vote opens): codes to print, told this once. Those made before end.
 * It answers with secrets, so it is no idempotent command. The nth is that of sheet n, where people may also vote on paper.
 */
export const MakeVotingCodes = z.strictObject({ count: z.int().min(1).max(VOTING_CODES_MAX) });
export type MakeVotingCodes = z.infer<typeof MakeVotingCodes>;
export interface VotingCodes {
  codes: string[];
}
/** POST /api/public-votes/:id/code-lookups {code} → whether it may still vote; `public-vote/code-invalid` where it was never printed. */
export const LookUpVotingCode = z.strictObject({ code: VotingCode });
export type LookUpVotingCode = z.infer<typeof LookUpVotingCode>;
export interface VotingCodeState {
  used: boolean;
}
