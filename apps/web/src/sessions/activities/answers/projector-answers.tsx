import type { AnswerKind } from '@spolu/contracts/activities/answers';
import { Progress } from '@spolu/ui/progress';
import { useText } from '../../../i18n/use-text.ts';
import { FittedList } from '../../fitted-list.tsx';
import { HallText } from '../../hall-text.tsx';
import { InBoth } from '../../in-both.tsx';
import type { ProjectorActivityProps } from '../projector-by-kind.tsx';
import { AnswerResultView } from './answer-result.tsx';
import { HallLongResult, isLong } from './hall-long-result.tsx';

/** Reasons that can be read from the last row; the report has them all. */
const REASONS_ON_WALL = 4;

/** What is asked and how many have answered; what they answered only when the facilitator shows it. */
export function ProjectorAnswers({ activity }: ProjectorActivityProps<AnswerKind>) {
  const t = useText('sessions');
  const { part: answers, instruction, state } = activity;
  if (answers.result) {
    const counted = { ...answers, result: answers.result };
    return <div className="hall-answers">{isLong(counted) ? <HallLongResult counted={counted} /> : <AnswerResultView counted={counted} t={t} reasonsMax={REASONS_ON_WALL} level={2} />}</div>;
  }
  return (
    <>
      {instruction && <HallText look="instruction" text={instruction} />}
      <p className="hall-line">{state === 'running' ? t(`answers.secrecyMeans.${answers.settings.secrecy}`) : t('answers.over')}</p>
      {answers.options.length > 0 && (
        <FittedList of={answers.options.map(({ title }) => title).join('\n')} more={(count) => t('projector.moreOptions', { count })}>
          <ol className="hall-options">
            {answers.options.map((option) => (
              <li key={option.id}><InBoth of={option.title} /></li>
            ))}
          </ol>
        </FittedList>
      )}
      <div className="hall-progress">
        <Progress
          label={t('answers.progress')}
          value={answers.answeredCount}
          max={answers.eligibleCount}
          valueText={t('projector.votedOf', { voted: answers.answeredCount, eligible: answers.eligibleCount })}
        />
      </div>
    </>
  );
}
