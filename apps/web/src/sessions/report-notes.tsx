import type { ReportNote } from '@spolu/contracts/activities/brainstorm';
import { TranslationLines } from '../boards/note-translations.tsx';
import { useLanguage } from '../i18n/i18n.ts';
import { useText } from '../i18n/use-text.ts';

/** People's own words, in columns where there is room. */
export function ReportNotes({ notes }: { notes: readonly ReportNote[] }) {
  const t = useText('sessions');
  const language = useLanguage();
  if (notes.length === 0) return <p className="soft">{t('report.noNotes')}</p>;
  return (
    <ul className="report-notes">
      {notes.map((note) => (
        <li key={note.contributionId} lang={note.language} className="keep-lines">
          {note.text}
          {note.translations && <TranslationLines translations={note.translations} sign={t('translated')} signLanguage={language} />}
          {note.onPaper && <span className="report-note-author soft small" lang={language}>{t('report.onPaper')}</span>}
          {note.author !== null && <cite className="report-note-author soft small">{note.author}</cite>}
        </li>
      ))}
    </ul>
  );
}
