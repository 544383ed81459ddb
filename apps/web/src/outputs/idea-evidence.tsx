import type { Evidence as IdeaEvidenceOf, VoteEvidence } from '@spolu/contracts/outputs';
import { BarChart } from '@spolu/ui/bar-chart';
import { useFormat } from '../i18n/format.ts';
import { useText } from '../i18n/use-text.ts';
import { AnswerList } from '../ideas/answer-list.tsx';
import { Evidence } from '../ideas/evidence.tsx';
import { OutcomeTag } from '../provenance/outcome.tsx';

/** One idea as it was frozen: what people wrote in the hall and online, what departments said, how people voted. */
export function IdeaEvidence({ idea: { ideaId, title, summary, hidden, clusters, words, hiddenWordCount = 0, assessments, votes } }: { idea: IdeaEvidenceOf }) {
  const t = useText('outputs');
  const format = useFormat();
  return (
    <div className="stack">
      <div>
        <p className="soft small">{t('idea')}</p>
        <h3>{hidden ? t('hidden.title') : <a href={`/ideas/${ideaId}`}>{title}</a>}</h3>
        {hidden ? <p>{t('hidden.why', { date: format.day(hidden.at), reason: hidden.reason })}</p> : summary && <p className="keep-lines">{summary}</p>}
      </div>
      {!hidden && words.length + hiddenWordCount > 0 && (
        <div className="stack stack-s">
          <h4>{t('online.title')}</h4>
          {words.map(({ contributionId, text, language }) => (
            <blockquote key={contributionId} className="outputs-quote keep-lines" lang={language}>
              {text}
            </blockquote>
          ))}
          {hiddenWordCount > 0 && <p className="soft small">{t('online.hidden', { count: hiddenWordCount })}</p>}
        </div>
      )}
      <Evidence clusters={clusters} level={4} />
      {assessments.length > 0 && (
        <div className="stack stack-s">
          <h4>{t('assessed')}</h4>
          <AnswerList answers={assessments} level={5} />
        </div>
      )}
      {votes.map((vote) => (
        <Vote key={vote.voteId} vote={vote} />
      ))}
    </div>
  );
}

function Vote({ vote: { voteId, title, categoryTitle, voterCount, ballotCount, rank, optionCount, outcome, countedAt } }: { vote: VoteEvidence }) {
  const t = useText('outputs');
  const format = useFormat();
  return (
    <div className="stack stack-s">
      <h4 className="row">
        <a href={`/public-votes/${voteId}`}>{t('vote.title', { title: categoryTitle ? `${title}, ${categoryTitle}` : title })}</a>
        {outcome && <OutcomeTag outcome={outcome} />}
      </h4>
      <BarChart
        label={t('vote.title', { title })}
        max={Math.max(1, ballotCount)}
        bars={[{ id: 'voters', label: t('vote.chosenBy'), count: voterCount, text: t('vote.voters', { count: voterCount, of: ballotCount }), marked: outcome === 'chosen' }]}
      />
      <p className="soft small">{t('vote.place', { rank, of: optionCount, date: format.day(countedAt) })}</p>
    </div>
  );
}
