import { type DiscussedTeam, type JudgedTeam, type JuryDiscussion, type JuryOutcome, type JuryView, type OwnJury, scaleMaxOf } from '@spolu/contracts/activities/ideathon-jury';
import { type JuryResult, tallyJury } from '@spolu/deliberation/jury';
import type { IdeathonJuryResult } from './jury.entity.ts';
import type { JuryRows } from './jury-rows.ts';

/** What is kept of a result that was fixed. */
export interface FixedResult {
  outcome: JuryOutcome;
  conflictCount: number;
  revisedCount: number;
  swings: string[][];
}

const isIn = (all: readonly { participantId: string; teamId: string }[], participantId: string, teamId: string) =>
  all.some((one) => one.participantId === participantId && one.teamId === teamId);
const scoresOf = (scores: readonly (number | null)[]) => Object.fromEntries(scores.flatMap((score, i) => (score === null ? [] : [[String(i), score] as const])));
const inOrder = (texts: readonly string[]) => texts.filter((text) => text !== '').sort((a, b) => a.localeCompare(b));

export function criteriaOf({ criteria }: Pick<JuryRows, 'criteria'>) {
  return criteria.map((criterion, i) => ({ id: String(i), weight: criterion.weight, scaleMax: scaleMaxOf(criterion) }));
}

export function resultOf({ criteria, teams, jurors, conflicts, sheets }: JuryRows): JuryResult {
  return tallyJury(
    sheets.map(({ participantId, teamId, scores }) => ({ jurorId: participantId, teamId, scores: scoresOf(scores) })),
    conflicts.map(({ participantId, teamId }) => ({ jurorId: participantId, teamId })),
    { criteria: criteriaOf({ criteria }), teamIds: teams.map(({ id }) => id), jurorIds: jurors.map(({ participantId }) => participantId) },
  );
}

/** Complete sheets, of those that are asked for. Of one juror, or of all. */
export function progressOf({ teams, jurors, conflicts }: JuryRows, { missing }: JuryResult, participantId?: string): { doneCount: number; askedCount: number } {
  const among = participantId === undefined ? jurors.map((juror) => juror.participantId) : [participantId];
  const askedCount = among.length * teams.length - conflicts.filter((one) => among.includes(one.participantId)).length;
  return { askedCount, doneCount: askedCount - missing.filter(({ jurorId }) => among.includes(jurorId)).length };
}

export function outcomeOf(rows: JuryRows, result: JuryResult): JuryOutcome {
  return {
    criteria: rows.criteria.map(({ title, weight, anchors }) => ({ title, weight, anchors })),
    teams: judged(rows, result),
    jurorCount: rows.jurors.length,
  };
}

export function fixedResult(rows: JuryRows, result: JuryResult): FixedResult {
  return {
    outcome: outcomeOf(rows, result),
    conflictCount: rows.conflicts.length,
    revisedCount: rows.revisedCount,
    swings: swingsOf(result),
  };
}

/** What the jury talks about: all that was scored, without saying by whom. What is said of a team is not for a juror with a conflict of interest in it. */
export function discussionOf(rows: JuryRows, result: JuryResult, forParticipant?: string): JuryDiscussion {
  const hidden = (teamId: string) => forParticipant !== undefined && isIn(rows.conflicts, forParticipant, teamId);
  const standing = new Map(result.teams.map((team) => [team.teamId, team]));
  return {
    teams: judged(rows, result).map((team): DiscussedTeam => {
      const counted = standing.get(team.teamId);
      const heard = rows.sheets.filter(({ participantId, teamId }) => teamId === team.teamId && !isIn(rows.conflicts, participantId, teamId));
      const isHidden = hidden(team.teamId);
      const complete = heard.filter(({ participantId }) => counted?.jurorIds.includes(participantId));
      return {
        ...team,
        means: isHidden ? [] : team.means,
        spreads: isHidden ? [] : (counted?.criteria ?? []).map(({ spread }, i) => ({
          scores: complete.flatMap(({ scores }) => scores[i] ?? []).sort((a, b) => a - b),
          median: spread.median,
        })),
        conflictCount: rows.conflicts.filter(({ teamId }) => teamId === team.teamId).length,
        notes: isHidden ? [] : inOrder(heard.map(({ note }) => note)),
        feedback: isHidden ? [] : inOrder(heard.map(({ feedback }) => feedback)),
      };
    }),
    winnerIds: result.winnerIds,
    disagreements: result.disagreements
      .filter(({ teamId }) => !hidden(teamId))
      .map(({ teamId, criterionId, range }) => ({ teamId, criterion: Number(criterionId), range })),
    swings: swingsOf(result),
    sameJurors: result.sameJurors && { jurorCount: result.sameJurors.jurorIds.length, winnerIds: result.sameJurors.winnerIds },
    missingCount: result.missing.length,
    revisedCount: rows.revisedCount,
  };
}

export function ownJury(rows: JuryRows, participantId: string): OwnJury {
  const { jury, criteria, teams, conflicts, sheets, jurors } = rows;
  const isOpen = jury.state === 'discussing' || jury.state === 'fixed';
  const declared = jurors.some((juror) => juror.participantId === participantId && juror.declaredAt !== null);
  return {
    state: jury.state,
    revision: jury.revision,
    criteria: [...criteria],
    declared,
    teams: teams.map(({ id, number, name, idea }) => {
      const conflict = conflicts.find((one) => one.participantId === participantId && one.teamId === id);
      const sheet = conflict ? undefined : sheets.find((one) => one.participantId === participantId && one.teamId === id);
      return {
        id, number, name, idea,
        conflict: conflict ? (conflict.reason === null ? { kind: 'member' } : { kind: 'declared', reason: conflict.reason }) : null,
        scores: sheet ? [...sheet.scores] : criteria.map(() => null),
        feedback: sheet?.feedback ?? '',
        note: sheet?.note ?? '',
      };
    }),
    // of which teams it is not for her, she has to say first
    discussion: isOpen && declared ? discussionOf(rows, resultOf(rows), participantId) : null,
  };
}

/** What the members of a team are told, in an order that says nothing of who wrote it. */
export const feedbackFor = ({ sheets, conflicts }: JuryRows, teamId: string): string[] =>
  inOrder(sheets.filter((sheet) => sheet.teamId === teamId && !isIn(conflicts, sheet.participantId, teamId)).map(({ feedback }) => feedback));

/** Results that were set aside, in the order given. */
export const reopenedOf = (fixed: readonly Pick<IdeathonJuryResult, 'fixedAt' | 'reopenedAt' | 'reason'>[]): JuryView['reopened'] =>
  fixed.flatMap(({ fixedAt, reopenedAt, reason }) => (reopenedAt && reason !== null ? [{ fixedAt: fixedAt.toISOString(), reopenedAt: reopenedAt.toISOString(), reason }] : []));

function judged({ teams }: JuryRows, result: JuryResult): JudgedTeam[] {
  const known = new Map(teams.map((team) => [team.id, team]));
  return result.teams.flatMap(({ teamId, rank, points, criteria, jurorIds }) => {
    const team = known.get(teamId);
    return team ? [{ teamId, number: team.number, name: team.name, rank, points, means: criteria.map(({ mean }) => mean), jurorCount: jurorIds.length }] : [];
  });
}

/** Who would win instead, each once; without whom is nobody's business. */
function swingsOf({ swings }: JuryResult): string[][] {
  const different = new Map(swings.map(({ winnerIds }) => [[...winnerIds].sort().join(), winnerIds]));
  return [...different.values()];
}
