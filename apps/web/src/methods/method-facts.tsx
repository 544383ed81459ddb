import type { MethodSummary } from '@spolu/contracts/methods';
import { Tag } from '@spolu/ui/tag';
import { Clock, UsersRound } from 'lucide-react';
import { useText } from '../i18n/use-text.ts';
import { useDuration } from './use-duration.ts';

/** Phase, time and group size: what decides whether to read on. */
export function MethodFacts({ of: { phase, minutes, groupSize } }: { of: Pick<MethodSummary, 'phase' | 'minutes' | 'groupSize'> }) {
  const t = useText('methods');
  const duration = useDuration();
  return (
    <div className="row">
      <Tag tone="accent">{t(`phase.${phase}`)}</Tag>
      <Tag icon={<Clock aria-hidden size={16} />}>{duration(minutes)}</Tag>
      <Tag icon={<UsersRound aria-hidden size={16} />}>{t('people', { min: groupSize.min, max: groupSize.max })}</Tag>
    </div>
  );
}
