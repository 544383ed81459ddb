import type { ReferralRow } from '@spolu/contracts/review';
import { Tag, type TagTone } from '@spolu/ui/tag';
import { useText } from '../i18n/use-text.ts';

const TONES: Record<ReferralRow['state'] | 'returned', TagTone> = { open: 'accent', 'opinion-adopted': 'accent', returned: 'warn', decided: 'good', withdrawn: 'neutral' };

/** How far a referral is. An opinion that asks for a new version is none that was adopted on it. */
export function ReferralStateTag({ of: { state, returned } }: { of: Pick<ReferralRow, 'state' | 'returned'> }) {
  const t = useText('review');
  const told = returned ? 'returned' : state;
  return <Tag tone={TONES[told]}>{t(`state.${told}`)}</Tag>;
}
