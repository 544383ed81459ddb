import { COMMITMENT_BLOCKS, type CommitmentBlock, type CommitmentTexts } from '@spolu/contracts/commitments';

/** A field as the text that its versions keep: one line an entry of a list; a span of days as `2026-01-01/2026-12-31`, an open end empty. */
export function blockText(of: CommitmentTexts, block: CommitmentBlock): string {
  switch (block) {
    case 'schedule':
      return of.fromOn || of.untilOn ? `${of.fromOn ?? ''}/${of.untilOn ?? ''}` : '';
    case 'leadInternal':
    case 'leadExternal':
    case 'otherActors':
    case 'values':
      return of[block].join('\n');
    default:
      return of[block];
  }
}

/** The fields that say something else than before, in the order of the template; of a new commitment those that say anything. */
export function changedBlocks(before: CommitmentTexts | null, after: CommitmentTexts): { block: CommitmentBlock; text: string }[] {
  return COMMITMENT_BLOCKS.flatMap((block) => {
    const text = blockText(after, block);
    return text === (before ? blockText(before, block) : '') ? [] : [{ block, text }];
  });
}
