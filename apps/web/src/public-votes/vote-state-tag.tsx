import type { VoteState } from '@spolu/contracts/public-votes';
import { Tag, type TagTone } from '@spolu/ui/tag';
import { useText } from '../i18n/use-text.ts';

const TONES: Record<VoteState, TagTone> = { draft: 'neutral', published: 'accent', open: 'good', closed: 'warn', counted: 'accent' };

export function VoteStateTag({ state }: { state: VoteState }) {
  const t = useText('public-votes');
  return <Tag tone={TONES[state]}>{t(`state.${state}`)}</Tag>;
}
