import { partOf } from '@spolu/contracts/activities/part-of';
import { isWritten, type ComputedContent, type ReportBlock, type ReportContent, type ReportFacts } from '@spolu/contracts/report-blocks';
import type { Report } from '@spolu/contracts/sessions';
import { fileIdsIn } from './pictures/held-pictures.ts';

/** Every block the system can make for a session, in the order a report has by itself. Which of them say something is told by {@link saysSomething}. */
export const computedBlocks = (activityIds: readonly string[], boardIds: readonly string[]): ComputedContent[] => [
  { kind: 'figures' },
  { kind: 'participation' },
  { kind: 'balance' },
  ...activityIds.map((activityId) => ({ kind: 'activity' as const, activityId })),
  { kind: 'meaning' },
  { kind: 'survey' },
  ...boardIds.map((boardId) => ({ kind: 'board' as const, boardId })),
  { kind: 'skipped' },
];

/** An activity that was not held has no chapter, an empty board no picture. */
export function saysSomething(content: ComputedContent, { activities, balance, meanings, survey, boards }: Report & Omit<ReportFacts, 'pictures'>): boolean {
  switch (content.kind) {
    case 'figures':
    case 'participation': return true;
    case 'balance': return balance !== null;
    case 'activity': return activities.some(({ id, startedAt }) => id === content.activityId && startedAt !== null);
    case 'meaning': return meanings.length > 0;
    case 'survey': return survey !== null;
    case 'board': return boards.some(({ boardId }) => boardId === content.boardId);
    case 'skipped': return activities.some(({ startedAt }) => startedAt === null);
  }
}

export function figuresOf({ participation, activities }: Report): NonNullable<ReportFacts['figures']> {
  return {
    people: participation.total,
    notes: activities.reduce((sum, activity) => sum + (partOf(activity, 'brainstorm')?.noteCount ?? 0) + (partOf(activity, 'breakout')?.noteCount ?? 0), 0),
    clusters: activities.reduce((sum, { clusters: closed }) => sum + (closed?.clusters.length ?? 0), 0),
    votes: activities.filter(({ isCounted, part }) => isCounted && part !== null).length,
  };
}

const withoutBlankItems = (block: ReportBlock): ReportBlock =>
  block.content.kind === 'actions' ? { ...block, content: { ...block.content, items: block.content.items.filter(({ text }) => text !== '') } } : block;

/** Without hidden blocks and those without a word in them yet, and without what only they show: what is hidden is not sent. */
export function withoutHidden<Whole extends ReportContent>(whole: Whole): Whole {
  const blocks = whole.blocks.filter(({ hidden, content }) => !hidden && isWritten(content)).map(withoutBlankItems);
  const shows = (kind: ReportBlock['content']['kind']) => blocks.some(({ content }) => content.kind === kind);
  const shown = new Set(blocks.flatMap(({ content }) => (content.kind === 'activity' ? [content.activityId] : content.kind === 'board' ? [content.boardId] : content.kind === 'quote' ? [content.contributionId] : [])));
  const pictured = new Set(fileIdsIn(blocks));
  return {
    ...whole,
    blocks,
    figures: shows('figures') ? whole.figures : null,
    participation: shows('participation') ? whole.participation : { total: 0, wroteCount: 0, sectors: [] },
    balance: shows('balance') ? whole.balance : null,
    activities: whole.activities.filter(({ id, startedAt }) => (startedAt === null ? shows('skipped') : shown.has(id))),
    meanings: shows('meaning') ? whole.meanings : [],
    survey: shows('survey') ? whole.survey : null,
    boards: whole.boards.filter(({ boardId }) => shown.has(boardId)),
    quoted: whole.quoted.filter(({ contributionId }) => shown.has(contributionId)),
    pictures: whole.pictures.filter(({ fileId }) => pictured.has(fileId)),
  };
}
