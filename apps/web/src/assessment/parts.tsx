import type { AssessmentState } from '@spolu/contracts/assessment';
import { Tag, type TagTone } from '@spolu/ui/tag';
import { dayInTown, useFormat } from '../i18n/format.ts';
import { useText } from '../i18n/use-text.ts';

const STATE_TONES: Record<AssessmentState, TagTone> = { asked: 'warn', begun: 'warn', given: 'accent', published: 'good' };

export function StateTag({ state }: { state: AssessmentState }) {
  const t = useText('assessment');
  return <Tag tone={STATE_TONES[state]}>{t(`state.${state}`)}</Tag>;
}

/** Until when; said in words once it has passed. */
export function DueDay({ dueOn }: { dueOn: string | null }) {
  const t = useText('assessment');
  const format = useFormat();
  if (dueOn === null) return <span className="small soft">{t('noDue')}</span>;
  if (dueOn < dayInTown(new Date())) return <Tag tone="bad">{t('overdue', { date: format.dayShort(dueOn) })}</Tag>;
  return <span className="small">{t('due', { date: format.day(dueOn) })}</span>;
}
