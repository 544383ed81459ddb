import type { ReportBlock, ReportContent } from '@spolu/contracts/report-blocks';

export const fileIdsIn = (blocks: readonly Pick<ReportBlock, 'content'>[]): string[] => blocks.flatMap(({ content }) => (content.kind === 'picture' ? [content.fileId] : []));

/** What readers get of its pictures: none that has to be looked at again, because somebody took her consent back. */
export function withoutHeld<Whole extends Pick<ReportContent, 'blocks' | 'pictures'>>(whole: Whole): Whole {
  const pictures = whole.pictures.filter(({ held }) => !held);
  const shown = new Set(pictures.map(({ fileId }) => fileId));
  return { ...whole, pictures, blocks: whole.blocks.filter(({ content }) => content.kind !== 'picture' || shown.has(content.fileId)) };
}
