import type { ProcessState } from '@spolu/contracts/participation';
import { Tag, type TagTone } from '@spolu/ui/tag';
import { useText } from '../i18n/use-text.ts';

const TONES: Record<ProcessState, TagTone> = { draft: 'neutral', running: 'good', finished: 'accent' };

export function ProcessStateTag({ state }: { state: ProcessState }) {
  const t = useText('participation');
  return <Tag tone={TONES[state]}>{t(`state.${state}`)}</Tag>;
}
