import type { KindPlain } from '../plain-by-kind.ts';

export const PLAIN_DOT_VOTE: KindPlain<'dot-vote'> = {
  parts: ({ part, endedAt }, words) => {
    if (!part) return endedAt ? [{ kind: 'paragraph', text: words.voteWaits }] : [];
    const { dots, perOption, result } = part;
    const { columns } = words;
    return [
      { kind: 'paragraph', text: words.voteRule(dots, perOption) },
      { kind: 'paragraph', text: words.turnout(result.votedCount, result.eligibleCount) },
      {
        kind: 'table', caption: words.result,
        columns: [{ title: columns.rank, numeric: true }, { title: columns.option }, { title: columns.dots, numeric: true }, { title: columns.voters, numeric: true }],
        rows: [...result.options].sort((a, b) => a.rank - b.rank).map((option) => [`${option.rank}.`, option.title || words.unnamed, String(option.dots), String(option.voters)]),
      },
    ];
  },
  rows: ({ id, title, part }, { columns }) =>
    part && {
      id: 'votes',
      columns: [columns.activityId, columns.activity, columns.optionId, columns.option, columns.rank, columns.dots, columns.voters],
      rows: part.result.options.map(({ optionId, title: option, rank, dots, voters }) => [id, title, optionId, option, rank, dots, voters]),
    },
};
