import type { AnswerKind } from '@spolu/contracts/activities/answers';
import { Suspense } from 'react';
import { useText } from '../../../i18n/use-text.ts';
import { lazyView } from '../lazy-view.ts';
import type { RunActivityProps, RunKind } from '../run-by-kind.tsx';
import { figuresOf, sentencesOf } from './kind-words.ts';

const StaffSaidList = lazyView(async () => (await import('../question/staff-said.tsx')).StaffSaidList).View;

/** How many have answered; the result once the hall sees it. */
function Status({ activity: { id: activityId, state, part } }: RunActivityProps<AnswerKind>) {
  const t = useText('sessions');
  const { result, options, settings } = part;
  const isSaid = settings.kind === 'question' && (settings.form.type === 'text' || settings.form.type === 'words');
  return (
    <>
      <p>
        {part.round > 1 && <span className="soft">{t('answers.round', { number: part.round })} </span>}
        <strong>{t('answers.answered', { given: part.answeredCount, eligible: part.eligibleCount })}</strong>{' '}
        {state === 'running' && <span className="soft">{t('answers.notAnswered', { count: Math.max(0, part.eligibleCount - part.answeredCount) })}</span>}{' '}
        <span className="soft">{t(`answers.secrecyIs.${part.settings.secrecy}`)}</span>
      </p>
      {isSaid && state === 'ended' && (
        <Suspense fallback={null}>
          <StaffSaidList key={activityId} activityId={activityId} part={part} />
        </Suspense>
      )}
      {result && (
        <>
          <p>
            <strong>{sentencesOf(result, options, t)[0]}</strong>
          </p>
          {!isSaid && (
            <ul className="run-result">
              {figuresOf(result, options, t).map(({ id, label, text }) => (
                <li key={id}>
                  {label} <strong>{text}</strong>
                </li>
              ))}
            </ul>
          )}
          {part.earlier.map((round) => (
            <details key={round.activityId}>
              <summary>{t('answers.round', { number: round.number })}</summary>
              <ul className="run-result">
                {figuresOf(round.result, round.options, t).map(({ id, label, text }) => (
                  <li key={id}>
                    {label} <strong>{text}</strong>
                  </li>
                ))}
              </ul>
            </details>
          ))}
        </>
      )}
    </>
  );
}

export const RUN_ANSWERS = {
  Status,
  isLockable: true,
  isRepeatable: true,
  endLabel: (t) => t('run.endVote'),
  hallWords: (t, { title, part: { result, options, answeredCount, eligibleCount } }) =>
    result
      ? { headline: t('projector.result'), detail: sentencesOf(result, options, t)[0] ?? '' }
      : { headline: title, detail: t('answers.answered', { given: answeredCount, eligible: eligibleCount }) },
} satisfies RunKind<AnswerKind>;
