import { expect, test } from '@jest/globals';
import type { ReportVote, VoteResult } from '@spolu/contracts/activities/dot-vote';
import type { ReportActivityOf } from '@spolu/contracts/sessions';
import { REPORT_WORDS } from '../../report/report-words.ts';
import { PLAIN_DOT_VOTE } from './dot-vote-plain.ts';

const counted = (...dots: number[]): VoteResult => ({
  eligibleCount: 9, votedCount: 6, abstainedCount: 3,
  options: dots.map((count, i) => ({ optionId: String(i), title: i < 2 ? 'Tieň' : 'Voda', dots: count, voters: count, rank: i + 1 })),
});

test('options of one title are told together where rounds stand side by side, and each for itself by sector', () => {
  const part: ReportVote = { dots: 3, perOption: null, secrecy: 'blind', round: 2, result: counted(5, 3, 1), earlier: [{ activityId: 'a', number: 1, result: counted(4, 2, 0) }], sectors: [{ sector: 'ngo', result: counted(3, 2, 1) }] };
  const parts = PLAIN_DOT_VOTE.parts({ part, endedAt: '2026-11-22T10:00:00.000Z' } as ReportActivityOf<'dot-vote'>, REPORT_WORDS.sk);
  const [, rounds, sectors] = parts.flatMap((one) => (one.kind === 'table' ? [one.rows] : []));
  expect(rounds).toEqual([['Tieň', '6', '8'], ['Voda', '0', '1']]);
  expect(sectors).toEqual([['Tieň', '3'], ['Tieň', '2'], ['Voda', '1']]);
});
