import type { VoteResult } from '@spolu/contracts/activities/dot-vote';
import type { PlainPart } from '../../report/plain.ts';
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
      {
        kind: 'table', caption: words.result,
        columns: [{ title: columns.rank, numeric: true }, { title: columns.option }, { title: columns.dots, numeric: true }, { title: columns.voters, numeric: true }],
        rows: [...result.options].sort((a, b) => a.rank - b.rank).map((option) => [`${option.rank}.`, option.title || words.unnamed, String(option.dots), String(option.voters)]),
      },
      ...(earlier.length > 0
        ? [beside(answers.rounds, columns.option, words.unnamed, [...earlier, { number: round, result }].map(({ number, result: of }) => ({ title: answers.round(number), result: of })))]
        : []),
      ...(sectors.length > 0
        ? [beside(answers.bySector, columns.option, words.unnamed, sectors.map(({ sector, result: of }) => ({ title: sector ? words.sectors[sector] : words.unknownSector, result: of })))]
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

/** Dots of several counts side by side; an option of another round is known by its title. */
function beside(caption: string, option: string, unnamed: string, counts: readonly { title: string; result: VoteResult }[]): PlainPart {
  const titles = [...new Set([...counts].reverse().flatMap(({ result }) => result.options.map(({ title }) => title)))];
  return {
    kind: 'table', caption,
    columns: [{ title: option }, ...counts.map(({ title }) => ({ title, numeric: true }))],
    rows: titles.map((title) => [title || unnamed, ...counts.map(({ result }) => String(result.options.find((one) => one.title === title)?.dots ?? '–'))]),
  };
}
