import { useText } from '../../../i18n/use-text.ts';
import type { RunActivityProps, RunKind } from '../run-by-kind.tsx';
import { VoteRounds } from './vote-rounds.tsx';

/** How many have voted; the result once the hall sees it. */
function Status({ activity: { state, part } }: RunActivityProps<'dot-vote'>) {
  const t = useText('sessions');
  return (
    <>
      <p>
        {part.round > 1 && <span className="soft">{t('answers.round', { number: part.round })} </span>}
        <strong>{t('run.voted', { voted: part.votedCount, eligible: part.eligibleCount })}</strong>{' '}
        {state === 'running' && <span className="soft">{t('run.notVoted', { count: Math.max(0, part.eligibleCount - part.votedCount) })}</span>}{' '}
        <span className="soft">{t(`answers.secrecyIs.${part.secrecy}`)}</span>
      </p>
      {part.result && (
        <ol className="run-result">
          {part.result.options.map((option) => (
            <li key={option.optionId} value={option.rank}>
              {option.title} <strong>{t('report.dots', { count: option.dots })}</strong>
            </li>
          ))}
        </ol>
      )}
      {part.result && <VoteRounds vote={{ ...part, result: part.result }} t={t} dots={(count) => t('report.dots', { count })} />}
    </>
  );
}

export const RUN_DOT_VOTE: RunKind<'dot-vote'> = {
  Status,
  isLockable: false,
  isRepeatable: true,
  endLabel: (t) => t('run.endVote'),
  hallWords: (t, { title, part: { result, votedCount, eligibleCount } }) =>
    result
      ? { headline: t('projector.result'), detail: result.options[0]?.title ?? '' }
      : { headline: title, detail: `${t('projector.voted')} ${t('projector.votedOf', { voted: votedCount, eligible: eligibleCount })}` },
};
