import { BarChart } from '@spolu/ui/bar-chart';
import { Progress } from '@spolu/ui/progress';
import { useText } from '../../../i18n/use-text.ts';
import { FittedList } from '../../fitted-list.tsx';
import { HallText } from '../../hall-text.tsx';
import type { ProjectorActivityProps } from '../projector-by-kind.tsx';
import { VoteRounds } from './vote-rounds.tsx';

/** What is voted on and how many have; for whom only when the facilitator shows it. */
export function ProjectorDotVote({ activity }: ProjectorActivityProps<'dot-vote'>) {
  const t = useText('sessions');
  const { part: vote, instruction, state } = activity;
  const { result } = vote;
  if (result) {
    return (
      <>
        <p className="hall-line">{t('projector.turnout', { voted: result.votedCount, eligible: result.eligibleCount })}</p>
        <FittedList of={result} more={(count) => t('projector.moreResults', { count })}>
          <BarChart
            label={t('projector.result')}
            bars={[...result.options]
              .sort((a, b) => a.rank - b.rank)
              .map((option) => ({ id: option.optionId, label: option.title, count: option.dots, text: t('report.dots', { count: option.dots }), marked: option.rank === 1 && option.dots > 0 }))}
          />
        </FittedList>
        <VoteRounds vote={{ ...vote, result }} t={t} dots={(count) => t('report.dots', { count })} />
      </>
    );
  }
  return (
    <>
      {instruction && <HallText look="instruction" text={instruction} />}
      {state === 'running' ? (
        <p className="hall-line">
          {t(`answers.secrecyMeans.${vote.secrecy}`)} {t('projector.dots', { count: vote.dots })} {vote.perOption !== null && t('report.votePerOption', { count: vote.perOption })}
        </p>
      ) : (
        <p className="hall-line">{t('projector.voteOver')}</p>
      )}
      <FittedList of={vote.options.map(({ title }) => title).join('\n')} more={(count) => t('projector.moreOptions', { count })}>
        <ol className="hall-options">
          {vote.options.map((option) => (
            <li key={option.id}>{option.title}</li>
          ))}
        </ol>
      </FittedList>
      <div className="hall-progress">
        <Progress label={t('projector.voted')} value={vote.votedCount} max={vote.eligibleCount} valueText={t('projector.votedOf', { voted: vote.votedCount, eligible: vote.eligibleCount })} />
      </div>
    </>
  );
}
