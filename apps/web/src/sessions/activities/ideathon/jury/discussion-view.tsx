import { type JuryCriterion, type JuryDiscussion, scaleMaxOf } from '@spolu/contracts/activities/ideathon-jury';
import { BarChart } from '@spolu/ui/bar-chart';
import { type JuryText, rounded, standingBars, teamTitle, teamTitles } from './jury-words.ts';
import './jury.css';

/** How many of the widest spreads are told: more than that nobody talks through. */
const DISAGREEMENTS_SHOWN = 6;

interface DiscussionViewProps {
  t: JuryText;
  criteria: readonly JuryCriterion[];
  discussion: JuryDiscussion;
}

/** What the jury gave, without saying who: the standing, where scores lie apart, and what hangs on one person. */
export function DiscussionView({ t, criteria, discussion }: DiscussionViewProps) {
  const { teams, disagreements, swings, sameJurors, missingCount, revisedCount } = discussion;
  const widest = disagreements.slice(0, DISAGREEMENTS_SHOWN);
  return (
    <div className="stack">
      <p className="small soft">{t('discussion.means')}</p>
      <h3>{t('discussion.order')}</h3>
      <BarChart label={t('discussion.order')} max={100} bars={standingBars(teams, t)} />
      {missingCount > 0 && <p>{t('discussion.missing', { count: missingCount })}</p>}
      {swings.map((ids) => (
        <p key={ids.join()}>{t('discussion.swing', { teams: teamTitles(teams, ids, t) })}</p>
      ))}
      {sameJurors && <p>{t('discussion.same', { count: sameJurors.jurorCount, teams: teamTitles(teams, sameJurors.winnerIds, t) })}</p>}
      {revisedCount > 0 && <p className="small soft">{t('discussion.revised', { count: revisedCount })}</p>}
      <h3>{t('discussion.disagree')}</h3>
      {widest.length === 0 ? (
        <p>{t('discussion.agree')}</p>
      ) : (
        <ol>
          {widest.map(({ teamId, criterion }) => (
            <li key={`${teamId} ${String(criterion)}`}>{spreadWords(discussion, criteria, teamId, criterion, t)}</li>
          ))}
        </ol>
      )}
      <h3>{t('discussion.all')}</h3>
      {teams.map((team) => (
        <details key={team.teamId} className="jury-team">
          <summary>{teamTitle(team, t)}</summary>
          <div className="stack stack-s">
            {team.conflictCount > 0 && <p className="small soft">{t('discussion.conflicts', { count: team.conflictCount })}</p>}
            {team.jurorCount > 0 && team.spreads.length === 0 && <p>{t('discussion.hidden')}</p>}
            <dl className="jury-spreads">
              {team.spreads.map(({ scores, median }, i) => (
                <div key={i}>
                  <dt>{criteria[i]?.title}</dt>
                  <dd>{t('discussion.scores', { scores: scores.join(', '), median: rounded(median) })}</dd>
                </div>
              ))}
            </dl>
            <Words title={t('discussion.notes')} texts={team.notes} />
            <Words title={t('discussion.feedback')} texts={team.feedback} />
          </div>
        </details>
      ))}
    </div>
  );
}

function Words({ title, texts }: { title: string; texts: readonly string[] }) {
  if (texts.length === 0) return null;
  return (
    <>
      <p>
        <strong>{title}</strong>
      </p>
      <ul>
        {texts.map((text, i) => (
          <li key={i} className="keep-lines">{text}</li>
        ))}
      </ul>
    </>
  );
}

function spreadWords({ teams }: JuryDiscussion, criteria: readonly JuryCriterion[], teamId: string, index: number, t: JuryText): string {
  const team = teams.find((one) => one.teamId === teamId);
  const criterion = criteria[index];
  const scores = team?.spreads[index]?.scores ?? [];
  if (!team || !criterion) return '';
  return t('discussion.between', { team: teamTitle(team, t), criterion: criterion.title, min: scores[0] ?? 0, max: scores.at(-1) ?? 0, best: scaleMaxOf(criterion) });
}
