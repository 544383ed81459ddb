import type { ReportActivityOf } from '@spolu/contracts/sessions';
import { useText } from '../../../i18n/use-text.ts';
import { ReportJury } from './jury/report-jury.tsx';

/** The challenge, and each team with what became of its idea. */
export function ReportIdeathon({ activity: { part } }: { activity: ReportActivityOf<'ideathon'> }) {
  const t = useText('sessions/activities/ideathon');
  if (!part) return null;
  const { challenge, brief, goodProposal, teams, jury } = part;
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
      {teams.map(({ id, number, name, idea, memberCount }) => (
        <section key={id} className="stack stack-s">
          <h3>{t('teamTitle', { number, name })}</h3>
          {idea && <p>{idea}</p>}
          <p className="soft small">{t('people', { count: memberCount })}</p>
        </section>
      ))}
      <ReportJury jury={jury} />
    </>
  );
}
