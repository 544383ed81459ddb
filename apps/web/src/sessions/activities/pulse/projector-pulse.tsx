import { Progress } from '@spolu/ui/progress';
import { useText } from '../../../i18n/use-text.ts';
import { InBoth } from '../../in-both.tsx';
import { AnswerResultView } from '../answers/answer-result.tsx';
import type { ProjectorActivityProps } from '../projector-by-kind.tsx';

/** Thanks, and how many have answered; what they answered once it is shown. */
export function ProjectorPulse({ activity: { part, instruction } }: ProjectorActivityProps<'pulse'>) {
  const t = useText('sessions');
  if (part.result) {
    return (
      <div className="hall-answers">
        <AnswerResultView counted={{ ...part, result: part.result }} t={t} level={2} />
      </div>
    );
  }
  return (
    <>
      <div className="hall-middle">
        <p className="hall-title">{t('pulse.thanks')}</p>
        <p className="hall-line">{instruction ? <InBoth of={instruction} /> : t('pulse.ask')}</p>
        <p className="hall-line hall-soft">{t('answers.secrecyMeans.secret')}</p>
      </div>
      <div className="hall-progress">
        <Progress label={t('answers.progress')} value={part.answeredCount} max={part.eligibleCount} valueText={t('projector.votedOf', { voted: part.answeredCount, eligible: part.eligibleCount })} />
      </div>
    </>
  );
}
