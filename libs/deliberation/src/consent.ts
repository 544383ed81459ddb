import { CONSENT_STANCES } from '@spolu/contracts/plain';
import { Problem } from '@spolu/contracts/problems';
import { turnoutOf, type Turnout } from './turnout.ts';

export type ConsentStance = (typeof CONSENT_STANCES)[number];

export interface ConsentBallot {
  stance: ConsentStance;
  /** In the person's own words; an objection has one. */
  reason: string;
}

export interface ConsentResult extends Turnout {
  counts: { stance: ConsentStance; count: number }[];
  /** What stands against the proposal, to be worked into it one by one; in the order given. */
  objections: string[];
  /** What should be heard, though nobody is held up by it. */
  concerns: string[];
  /**
   * A proposal is taken when nobody objects with a reason: not everybody's wish, but nobody's harm. Source: G. Endenburg, Sociocracy: The Organization of
   * Decision-Making, 1998. Null: nobody took a stance.
   */
  outcome: 'consent' | 'objections' | null;
}

/**
 * Drops the words of a stance that has none to say.
 * @throws Problem `vote/reason-missing` if somebody objects and does not say why: an objection without a reason can't be worked on.
 */
export function checkConsent({ stance, reason }: ConsentBallot): ConsentBallot {
  const said = reason.trim();
  if (stance === 'objection' && !said) throw new Problem('vote/reason-missing');
  return { stance, reason: stance === 'objection' || stance === 'concern' ? said : '' };
}

/** @param eligibleCount everybody who could have voted; at least as many as there are ballots */
export function tallyConsent(ballots: readonly ConsentBallot[], eligibleCount: number): ConsentResult {
  const of = (stance: ConsentStance) => ballots.filter((ballot) => ballot.stance === stance);
  const reasonsOf = (stance: ConsentStance) => of(stance).flatMap(({ reason }) => (reason ? [reason] : []));
  const abstentionCount = of('stand-aside').length;
  return {
    ...turnoutOf(ballots.length, abstentionCount, eligibleCount),
    counts: CONSENT_STANCES.map((stance) => ({ stance, count: of(stance).length })),
    objections: reasonsOf('objection'),
    concerns: reasonsOf('concern'),
    outcome: ballots.length === abstentionCount ? null : of('objection').length > 0 ? 'objections' : 'consent',
  };
}
