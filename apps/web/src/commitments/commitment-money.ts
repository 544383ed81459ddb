import { FundingState, type CommitmentView } from '@spolu/contracts/commitments';
import { useFormat } from '../i18n/format.ts';
import { useText } from '../i18n/use-text.ts';

type Money = Pick<CommitmentView, 'amount' | 'currency' | 'isAmountApproximate' | 'funding'>;

/** The sum that a commitment takes, for people; null where none is named. */
export function useSumWords(): (money: Money) => string | null {
  const t = useText('commitments');
  const format = useFormat();
  return ({ amount, currency, isAmountApproximate }) => {
    if (amount === null) return null;
    const sum = format.money(amount, currency);
    return isAmountApproximate ? t('money.about', { sum }) : sum;
  };
}

const FIRST_LINE = new RegExp(`^(?:(\\d+) (EUR|CZK)( approximate)?)?(?:^| |$)(${FundingState.options.join('|')})?$`);

/** What a version of the resources says of money, and the words below it. A version without money begins with its words. */
export function moneyOfVersion(text: string): { money: Money | null; words: string } {
  const [first = '', ...rest] = text.split('\n');
  const [, amount, currency, approximate, funding] = (first && FIRST_LINE.exec(first)) || [];
  if (!amount && !funding) return { money: null, words: text };
  return {
    money: { amount: amount ? Number(amount) : null, currency: (currency ?? 'EUR') as Money['currency'], isAmountApproximate: Boolean(approximate), funding: (funding ?? null) as FundingState | null },
    words: rest.join('\n'),
  };
}
