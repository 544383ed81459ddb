import type { ReportBlock } from '@spolu/contracts/report-blocks';

/** Chapters of activities are numbered as they stand; hidden ones have none. */
export function chapterNumbers(blocks: readonly ReportBlock[]): Map<string, number> {
  const chapters = blocks.filter(({ content, hidden }) => content.kind === 'activity' && !hidden);
  return new Map(chapters.map(({ key }, i) => [key, i + 1]));
}
