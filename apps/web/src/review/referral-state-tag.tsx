import type { ReferralState } from '@spolu/contracts/review';
import { Tag, type TagTone } from '@spolu/ui/tag';
import { useText } from '../i18n/use-text.ts';

const TONES: Record<ReferralState, TagTone> = { open: 'accent', 'opinion-adopted': 'accent', decided: 'good', withdrawn: 'neutral' };

export function ReferralStateTag({ state }: { state: ReferralState }) {
  const t = useText('review');
  return <Tag tone={TONES[state]}>{t(`state.${state}`)}</Tag>;
}
