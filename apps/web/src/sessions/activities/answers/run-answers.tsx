import type { AnswerKind } from '@spolu/contracts/activities/answers';
import { useText } from '../../../i18n/use-text.ts';
import type { RunActivityProps, RunKind } from '../run-by-kind.tsx';
import { figuresOf, sentencesOf } from './kind-words.ts';

/** How many have answered; the result once the hall sees it. */
function Status({ activity: { state, part } }: RunActivityProps<AnswerKind>) {
  const t = useText('sessions');
  const { result, options } = part;
  return (
    <>
      <p>
        {part.round > 1 && <span className="soft">{t('answers.round', { number: part.round })} </span>}
        <strong>{t('answers.answered', { given: part.answeredCount, eligible: part.eligibleCount })}</strong>{' '}
        {state === 'running' && <span className="soft">{t('answers.notAnswered', { count: Math.max(0, part.eligibleCount - part.answeredCount) })}</span>}{' '}
        <span className="soft">{t(`answers.secrecyIs.${part.settings.secrecy}`)}</span>
      </p>
      {result && (
        <>
          <p>
            <strong>{sentencesOf(result, options, t)[0]}</strong>
          </p>
          <ul className="run-result">
            {figuresOf(result, options, t).map(({ id, label, text }) => (
              <li key={id}>
                {label} <strong>{text}</strong>
              </li>
            ))}
          </ul>
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
