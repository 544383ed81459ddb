import type { AssessmentState } from '@spolu/contracts/assessment';
import { Tag, type TagTone } from '@spolu/ui/tag';
import { useText } from '../i18n/use-text.ts';

const STATE_TONES: Record<AssessmentState, TagTone> = { asked: 'warn', begun: 'warn', given: 'accent', published: 'good' };

export function StateTag({ state }: { state: AssessmentState }) {
  const t = useText('assessment');
  return <Tag tone={STATE_TONES[state]}>{t(`state.${state}`)}</Tag>;
}
