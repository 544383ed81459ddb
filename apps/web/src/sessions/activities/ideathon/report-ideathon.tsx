import type { ReportActivityOf } from '@spolu/contracts/sessions';
import { useText } from '../../../i18n/use-text.ts';
import { ReportDotVote } from '../dot-vote/report-dot-vote.tsx';
import { asReportVote } from './as-vote.ts';
import { ReportJury } from './jury/report-jury.tsx';
import { teamTitle } from './team-title.ts';

/** The challenge, and each team with what became of its idea. */
export function ReportIdeathon({ activity }: { activity: ReportActivityOf<'ideathon'> }) {
  const t = useText('sessions/activities/ideathon');
  const { part } = activity;
  if (!part) return null;
  const { challenge, brief, goodProposal, teams, jury, audience } = part;
  return (
    <>
      <h3>{challenge}</h3>
      {brief && <p className="keep-lines">{brief}</p>}
      {goodProposal.length > 0 && (
        <>
          <p>{t('goodProposal')}</p>
          <ul>
            {goodProposal.map((has) => (
              <li key={has}>{has}</li>
            ))}
          </ul>
        </>
      )}
      {teams.map((team) => (
        <section key={team.id} className="stack stack-s">
          <h3>{teamTitle(t, team)}</h3>
          {team.idea && <p>{team.idea}</p>}
          {team.canvas.some(({ words }) => words !== null) && (
            <dl className="stack stack-s">
              {team.canvas.map(({ title, required, words }) => (
                <div key={title}>
                  <dt>
                    <strong>{title}</strong>
                  </dt>
                  <dd className="keep-lines" lang={words?.language}>
                    {words ? words.text : <span className="soft">{t(required ? 'missingRequired' : 'missingOptional')}</span>}
                    {words && words.authors.length > 0 && <span className="soft small"> {words.authors.join(', ')}</span>}
                  </dd>
                </div>
              ))}
            </dl>
          )}
          <p className="soft small">{t('people', { count: team.memberCount })}</p>
          {team.merged.map((other) => (
            <p key={other.number} className="soft small">
              {t('mergedWith', { team: teamTitle(t, other) })} {other.idea}
            </p>
          ))}
        </section>
      ))}
      <ReportJury jury={jury} />
      {audience && (
        <>
          <h3>{t('stage.audience-vote')}</h3>
          <ReportDotVote activity={asReportVote(activity, audience)} />
        </>
      )}
    </>
  );
}
