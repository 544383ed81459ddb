import type { AnswerKind, AnswerOption, AnswerResult, AnswerRound, ReportAnswers, Spread } from '@spolu/contracts/activities/answers';
import type { LateTold } from '@spolu/contracts/activities/late';
import { ESTIMATE_MAX, FINGERS } from '@spolu/contracts/plain';
import type { Cell, PlainPart } from '../../report/plain.ts';
import type { KindPlain } from '../plain-by-kind.ts';
import { questionLines, questionMeaning } from '../question/question-plain.ts';
import type { AnswerWords } from './answers-words.ts';

/** One line of a result: what may be chosen, in a table's cells and as measures with their numbers for other programs. */
interface Line {
  id: string | null;
  label: string;
  cells: string[];
  measures: [measure: string, value: number | null][];
}
export interface Lines {
  /** Heads of the cells. */
  titles: string[];
  lines: Line[];
}

/** A vote on paper: how it was held, who took part, what it means, the figures; then earlier rounds and the sectors that may be told. */
export const PLAIN_ANSWERS: KindPlain<AnswerKind> = {
  parts: ({ part, endedAt }, reportWords) => {
    if (!part) return endedAt ? [{ kind: 'paragraph', text: reportWords.voteWaits }] : [];
    const words = reportWords.answers;
    const { settings, options, eligibleCount, result, round, earlier, sectors } = part;
    const held = words.heldAs(words.secrecy[settings.secrecy]);
    return [
      { kind: 'paragraph', text: round > 1 ? `${words.round(round)}. ${held}` : held },
      { kind: 'paragraph', text: words.turnout(result.ballotCount, eligibleCount) },
      ...lateParts(part.late, words),
      ...meaning(result, options, words).map((text): PlainPart => ({ kind: 'paragraph', text, look: 'strong' })),
      table(reportWords.result, part, [{ title: null, ...part }], words),
      ...reasons(result, words),
      ...(earlier.length > 0 ? [table(words.rounds, part, [...earlier, { ...part, number: round }].map(titled(words)), words)] : []),
      ...(sectors.length > 0
        ? [table(words.bySector, part, sectors.map(({ sector, result: of }) => ({ title: sector ? reportWords.sectors[sector] : reportWords.unknownSector, options, result: of })), words)]
        : []),
    ];
  },
  rows: ({ id, title, part }, { columns, answers: words }) =>
    part && {
      id: 'answers',
      columns: [columns.activityId, columns.activity, columns.optionId, columns.option, columns.measure, columns.value],
      rows: linesOf(part, words).lines.flatMap(({ id: optionId, label, measures }) => measures.map(([measure, value]): Cell[] => [id, title, optionId, label, measure, value])),
    },
};

type Told = Pick<AnswerRound, 'options' | 'result'>;
const titled = (words: AnswerWords) => ({ number, options, result }: Told & { number: number }) => ({ title: words.round(number), options, result });

/**
 * Several results of one question side by side, by what may be chosen. Options of another round have other ids: the second “Park” of one round is the second of
 * the other, since a round takes its options over in their order.
 */
function table(caption: string, { settings, options }: ReportAnswers, told: readonly (Told & { title: string | null })[], words: AnswerWords): PlainPart {
  const columns = told.map(({ title, ...one }) => ({ title, ...keyed(one, words) }));
  const heads = settings.kind === 'estimate' ? [settings.x, settings.y] : null;
  const labels = new Map([...columns].reverse().flatMap(({ lines }) => lines.map(({ key, label }) => [key, label] as const)));
  return {
    kind: 'table',
    caption,
    columns: [
      { title: options.length > 0 ? words.option : words.answer },
      ...columns.flatMap(({ title, titles }) => (heads ?? titles).map((head) => ({ title: title === null ? head : `${title}: ${head}`, numeric: true }))),
    ],
    rows: [...labels].map(([key, label]) => [label, ...columns.flatMap(({ titles, lines }) => lines.find((line) => line.key === key)?.cells ?? titles.map(() => '–'))]),
  };
}

const keyed = (told: Told, words: AnswerWords) => {
  const { titles, lines } = linesOf(told, words);
  return { titles, lines: lines.map((line) => ({ ...line, key: keyOf(line, told.options) })) };
};
/** What is no option is known by what it is called. */
function keyOf({ id, label }: Line, options: readonly AnswerOption[]): string {
  const title = options.find((option) => option.id === id)?.title;
  return id === null ? label : `${String(title)} ${String(options.filter((option) => option.title === title).findIndex((option) => option.id === id))}`;
}

function linesOf({ result, options }: Told, words: AnswerWords): Lines {
  const titleOf = (optionId: string) => options.find(({ id }) => id === optionId)?.title ?? '';
  const counts = (lines: { label: string; count: number }[]): Lines => ({
    titles: [words.count],
    lines: lines.map(({ label, count }) => ({ id: null, label, cells: [String(count)], measures: [[words.count, count]] })),
  });
  switch (result.kind) {
    case 'consent':
      return counts(result.counts.map(({ stance, count }) => ({ label: words.stances[stance], count })));
    case 'fist-to-five':
      return counts(FINGERS.map((fingers) => ({ label: words.fingers[fingers], count: result.counts.find(({ step }) => step === fingers)?.count ?? 0 })));
    case 'gradients':
      return counts(result.counts.map(({ gradient, count }) => ({ label: words.gradients[gradient], count })));
    case 'ranking':
      return {
        titles: [words.borda, words.schulze],
        lines: result.borda.map(({ optionId, points, rank }) => {
          const schulze = result.schulze.find((one) => one.optionId === optionId)?.rank ?? null;
          return {
            id: optionId,
            label: titleOf(optionId),
            cells: [`${String(rank)}. (${words.number(points)})`, `${String(schulze ?? '')}.`],
            measures: [[words.borda, points], [`${words.borda}, #`, rank], [`${words.schulze}, #`, schulze]],
          };
        }),
      };
    case 'estimate':
      return {
        titles: ['x', 'y'],
        lines: result.options.map(({ optionId, x, y }) => ({
          id: optionId,
          label: titleOf(optionId),
          cells: [spread(x, words), spread(y, words)],
          measures: [...measures('x', x), ...measures('y', y)],
        })),
      };
    case 'question':
      return questionLines(result, options, words);
    case 'pulse':
      return {
        titles: [words.mean, words.agree, words.count],
        lines: result.statements.map(({ optionId, scale }) => ({
          id: optionId,
          label: titleOf(optionId),
          cells: scale ? [words.mark(scale.mean ?? 0), words.share(scale.agreeShare ?? 0), String(scale.count)] : ['–', '–', words.tooFew],
          measures: [[words.mean, scale?.mean ?? null], ...(scale?.counts ?? []).map(({ value, count }): [string, number] => [`${words.count} ${String(value)}`, count])],
        })),
      };
  }
}

const spread = (of: Spread | null, words: AnswerWords) => (of ? words.spread(words.number(of.median), words.number(of.lowerQuartile), words.number(of.upperQuartile)) : words.noEstimate);
const measures = (axis: string, of: Spread | null): Line['measures'] => [[`${axis} Q1`, of?.lowerQuartile ?? null], [`${axis} Q2`, of?.median ?? null], [`${axis} Q3`, of?.upperQuartile ?? null]];

function meaning(result: AnswerResult, options: readonly AnswerOption[], words: AnswerWords): string[] {
  if (result.ballotCount === 0) return [words.nobody];
  switch (result.kind) {
    case 'consent':
      return result.outcome === null ? [words.nobody] : result.outcome === 'consent' ? [words.agreed] : [];
    case 'fist-to-five':
      return result.outcome === null || !result.spread ? [words.nobody] : [words.fist[result.outcome], words.median(words.number(result.spread.median))];
    case 'gradients':
      return [words.sum(result.supportCount, result.againstCount, result.ballotCount)];
    case 'ranking': {
      const winner = options.find(({ id }) => id === result.agreedWinner);
      return [winner ? words.bothFirst(winner.title) : words.differ, words.methods];
    }
    case 'estimate':
      return [words.scale(ESTIMATE_MAX)];
    case 'question':
      return questionMeaning(result, words);
    case 'pulse':
      return [words.agreeScale];
  }
}

const reasons = (result: AnswerResult, words: AnswerWords): PlainPart[] =>
  result.kind !== 'consent'
    ? []
    : [
        { title: words.objections, items: result.objections },
        { title: words.concerns, items: result.concerns },
      ].flatMap(({ title, items }): PlainPart[] => (items.length > 0 ? [{ kind: 'paragraph', text: title, look: 'strong' }, { kind: 'list', items }] : []));

/** What came after the end, and whether it was counted. */
export const lateParts = (late: LateTold | undefined, words: AnswerWords): PlainPart[] => (late ? [{ kind: 'paragraph', text: words.late(late), look: 'soft' }] : []);
