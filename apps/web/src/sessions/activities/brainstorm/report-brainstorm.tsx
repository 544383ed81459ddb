import type { ReportActivityOf } from '@spolu/contracts/sessions';
import { useText } from '../../../i18n/use-text.ts';
import { ReportNotes } from '../../report-notes.tsx';

export function ReportBrainstorm({ activity: { part: brainstorm } }: { activity: ReportActivityOf<'brainstorm'> }) {
  const t = useText('sessions');
  return (
    <>
      {brainstorm.howMightWe && <p><strong>{brainstorm.howMightWe}</strong></p>}
      <p>
        {t('report.notes', { count: brainstorm.noteCount })} · {t(`mode.${brainstorm.mode}`)}
        {brainstorm.way && ` · ${t(`way.${brainstorm.way}`)}`}
        {brainstorm.mode === 'anonymous' && ` (${t('report.anonymous')})`}
      </p>
      {brainstorm.frames.map((frame, i) => (
        <section key={i} className="stack stack-s">
          {(brainstorm.frames.length > 1 || frame.title) && (
            <h3>
              {frame.title || t('report.noFrame')} <span className="soft small">{t('report.notes', { count: frame.notes.length })}</span>
            </h3>
          )}
          <ReportNotes notes={frame.notes} />
        </section>
      ))}
    </>
  );
}
