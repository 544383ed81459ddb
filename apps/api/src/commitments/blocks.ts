import { COMMITMENT_BLOCKS, type CommitmentBlock, type CommitmentTexts } from '@spolu/contracts/commitments';

/** A field as the text that its versions keep: one line an entry of a list; a span of days as `2026-01-01/2026-12-31`, an open end empty; the money of the resources as their first line. */
export function blockText(of: CommitmentTexts, block: CommitmentBlock): string {
  switch (block) {
    case 'schedule':
      return of.fromOn || of.untilOn ? `${of.fromOn ?? ''}/${of.untilOn ?? ''}` : '';
    case 'resources':
      return [moneyText(of), of.resources].filter(Boolean).join('\n');
    case 'leadInternal':
    case 'leadExternal':
    case 'otherActors':
    case 'values':
      return of[block].join('\n');
    default:
      return of[block];
  }
}

/** `40000 EUR approximate partly-secured`, of which each part but the currency may be missing; empty where nothing is said of money. */
function moneyText({ amount, currency, isAmountApproximate, funding }: CommitmentTexts): string {
  const sum = amount === null ? [] : [String(amount), currency, ...(isAmountApproximate ? ['approximate'] : [])];
  return [...sum, ...(funding ? [funding] : [])].join(' ');
}

/** The fields that say something else than before, in the order of the template; of a new commitment those that say anything. */
export function changedBlocks(before: CommitmentTexts | null, after: CommitmentTexts): { block: CommitmentBlock; text: string }[] {
  return COMMITMENT_BLOCKS.flatMap((block) => {
    const text = blockText(after, block);
    return text === (before ? blockText(before, block) : '') ? [] : [{ block, text }];
  });
}
