import type { RoomIdeathon } from '@spolu/contracts/activities/ideathon';
import { BarChart } from '@spolu/ui/bar-chart';
import { Progress } from '@spolu/ui/progress';
import { useText } from '../../../../i18n/use-text.ts';
import { FittedList } from '../../../fitted-list.tsx';
import { standingBars } from './jury-words.ts';

/** How far the jury is, without a word of what it gives; then what it came to. */
export function HallJury({ part: { jury, stage } }: { part: RoomIdeathon }) {
  const t = useText('sessions/activities/ideathon/jury');
  if (!jury) return null;
  if (jury.result) {
    return (
      <>
        <p className="hall-line">{t('result')}</p>
        <FittedList of={jury.result} more={(count) => t('more', { count })}>
          <BarChart label={t('result')} max={100} bars={standingBars(jury.result.teams, t)} />
        </FittedList>
      </>
    );
  }
  if (stage !== 'jury') return null;
  return (
    <>
      <p className="hall-line">{t(`state.${jury.state}`)}</p>
      {jury.state === 'scoring' && (
        <div className="hall-progress">
          <Progress label={t('title')} value={jury.doneCount} max={jury.askedCount} valueText={t('progress', { done: jury.doneCount, asked: jury.askedCount })} />
        </div>
      )}
    </>
  );
}
