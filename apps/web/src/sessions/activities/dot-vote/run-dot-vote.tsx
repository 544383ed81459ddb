import { useText } from '../../../i18n/use-text.ts';
import type { RunActivityProps, RunKind } from '../run-by-kind.tsx';

/** How many have voted; the result once the hall sees it. */
function Status({ activity: { state, part } }: RunActivityProps<'dot-vote'>) {
  const t = useText('sessions');
  return (
    <>
      <p>
        <strong>{t('run.voted', { voted: part.votedCount, eligible: part.eligibleCount })}</strong>{' '}
        {state === 'running' && <span className="soft">{t('run.notVoted', { count: Math.max(0, part.eligibleCount - part.votedCount) })}</span>}
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
    </>
  );
}

export const RUN_DOT_VOTE: RunKind<'dot-vote'> = {
  Status,
  isLockable: false,
  endLabel: (t) => t('run.endVote'),
  hallWords: (t, { title, part: { result, votedCount, eligibleCount } }) =>
    result
      ? { headline: t('projector.result'), detail: result.options[0]?.title ?? '' }
      : { headline: title, detail: `${t('projector.voted')} ${t('projector.votedOf', { voted: votedCount, eligible: eligibleCount })}` },
};
