import { type ComputedContent, isOwn, keyOfBlock, type OwnContent, type ReportBlock } from '@spolu/contracts/report-blocks';
import { mergeOrder } from './block-order.ts';

export interface StoredBlock {
  key: string;
  content: OwnContent | null;
  note: string;
  hidden: boolean;
  revision: number;
}
/** What is kept of a report: her order and what she changed. Nothing that can be reckoned. */
export interface StoredDraft {
  order: string[];
  blocks: StoredBlock[];
}
export const UNTOUCHED: StoredDraft = { order: [], blocks: [] };

/** Keys of all blocks there are: generated ones in their natural order, then her own. */
export const existingKeys = (computed: readonly ComputedContent[], stored: StoredDraft): string[] => [
  ...computed.map(keyOfBlock), ...stored.blocks.map(({ key }) => key).filter(isOwn),
];

/** The report's blocks: what the session gives today, and what she made of it. */
export function assemble(computed: readonly ComputedContent[], stored: StoredDraft): ReportBlock[] {
  const changes = new Map(stored.blocks.map((block) => [block.key, block]));
  const contents = new Map(computed.map((content) => [keyOfBlock(content), content]));
  return mergeOrder(stored.order, existingKeys(computed, stored)).flatMap((key): ReportBlock[] => {
    const change = changes.get(key);
    const content = contents.get(key) ?? change?.content;
    return content ? [{ key, content, hidden: change?.hidden ?? false, note: change?.note ?? '', revision: change?.revision ?? 0 }] : [];
  });
}
