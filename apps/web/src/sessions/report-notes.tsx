import type { ReportNote } from '@spolu/contracts/activities/brainstorm';
import { useText } from '../i18n/use-text.ts';

/** People's own words, in columns where there is room. */
export function ReportNotes({ notes }: { notes: readonly ReportNote[] }) {
  const t = useText('sessions');
  if (notes.length === 0) return <p className="soft">{t('report.noNotes')}</p>;
  return (
    <ul className="report-notes">
      {notes.map((note) => (
        <li key={note.contributionId} lang={note.language} className="keep-lines">
          {note.text}
          {note.author !== null && <cite className="report-note-author soft small">{note.author}</cite>}
        </li>
      ))}
    </ul>
  );
}
