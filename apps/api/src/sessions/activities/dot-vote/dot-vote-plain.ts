import type { VoteResult } from '@spolu/contracts/activities/dot-vote';
import type { PlainPart } from '../../report/plain.ts';
import { lateParts } from '../answers/answers-plain.ts';
import type { KindPlain } from '../plain-by-kind.ts';

export const PLAIN_DOT_VOTE: KindPlain<'dot-vote'> = {
  parts: ({ part, endedAt }, words) => {
    if (!part) return endedAt ? [{ kind: 'paragraph', text: words.voteWaits }] : [];
    const { dots, perOption, result, secrecy, round, earlier, sectors } = part;
    const { columns, answers } = words;
    const held = `${answers.heldAs(answers.secrecy[secrecy])} ${words.voteRule(dots, perOption)}`;
    return [
      { kind: 'paragraph', text: round > 1 ? `${answers.round(round)}. ${held}` : held },
      { kind: 'paragraph', text: words.turnout(result.votedCount, result.eligibleCount) },
      ...lateParts(part.late, answers),
      {
        kind: 'table', caption: words.result,
        columns: [{ title: columns.rank, numeric: true }, { title: columns.option }, { title: columns.dots, numeric: true }, { title: columns.voters, numeric: true }],
        rows: [...result.options].sort((a, b) => a.rank - b.rank).map((option) => [`${option.rank}.`, option.title || words.unnamed, String(option.dots), String(option.voters)]),
      },
      ...(earlier.length > 0
        ? [beside(answers.rounds, columns.option, words.unnamed, [...earlier, { number: round, result }].map(({ number, result: of }) => ({ title: answers.round(number), result: of })))]
        : []),
      ...(sectors.length > 0
        ? [{
            kind: 'table' as const, caption: answers.bySector,
            columns: [{ title: columns.option }, ...sectors.map(({ sector }) => ({ title: sector ? words.sectors[sector] : words.unknownSector, numeric: true }))],
            rows: result.options.map(({ optionId, title }) => [title || words.unnamed, ...sectors.map(({ result: of }) => String(of.options.find((one) => one.optionId === optionId)?.dots ?? 0))]),
          }]
        : []),
    ];
  },
  rows: ({ id, title, part }, { columns }) =>
    part && {
      id: 'votes',
      columns: [columns.activityId, columns.activity, columns.optionId, columns.option, columns.rank, columns.dots, columns.voters],
      rows: part.result.options.map(({ optionId, title: option, rank, dots, voters }) => [id, title, optionId, option, rank, dots, voters]),
    },
};

/** Dots of several rounds side by side; an option of another round is known by its title, and those of one title are told together. */
function beside(caption: string, option: string, unnamed: string, counts: readonly { title: string; result: VoteResult }[]): PlainPart {
  const titles = [...new Set([...counts].reverse().flatMap(({ result }) => result.options.map(({ title }) => title)))];
  return {
    kind: 'table', caption,
    columns: [{ title: option }, ...counts.map(({ title }) => ({ title, numeric: true }))],
    rows: titles.map((title) => [title || unnamed, ...counts.map(({ result }) => dotsOn(result, title))]),
  };
}

function dotsOn({ options }: VoteResult, title: string): string {
  const known = options.filter((one) => one.title === title);
  return known.length > 0 ? String(known.reduce((sum, { dots }) => sum + dots, 0)) : '–';
}
