import type { ClusterEvidence } from '@spolu/contracts/ideas';
import { BarChart } from '@spolu/ui/bar-chart';
import { useText } from '../i18n/use-text.ts';
import './ideas.css';

const NOTES_SHOWN = 6;

/** Clusters as evidence: what people wrote, in their own words, and how they voted on it. `level`: of the clusters' headings. */
export function Evidence({ clusters, level = 3 }: { clusters: readonly ClusterEvidence[]; level?: 2 | 3 | 4 | 5 }) {
  return (
    <div className="stack">
      {clusters.map((cluster) => (
        <Cluster key={cluster.id} cluster={cluster} level={level} />
      ))}
    </div>
  );
}

function Cluster({ cluster: { title, sessionId, sessionTitle, notes, hiddenNoteCount = 0, ofNoteCount, vote }, level }: { cluster: ClusterEvidence; level: 2 | 3 | 4 | 5 }) {
  const t = useText('ideas');
  const Heading = `h${level}` as const;
  const [first, rest] = [notes.slice(0, NOTES_SHOWN), notes.slice(NOTES_SHOWN)];
  return (
    <div className="ideas-cluster stack">
      <div>
        <Heading>{title}</Heading>
        <p className="soft small">
          {t('fromSession')} <a href={`/sessions/${sessionId}/report`}>{sessionTitle}</a>
        </p>
      </div>
      {vote && (
        <div className="ideas-vote">
          <BarChart
            label={t('vote.title')}
            max={Math.max(1, vote.ofDots)}
            bars={[{ id: 'dots', label: t('vote.title'), count: vote.dots, text: t('vote.dots', { count: vote.dots, of: vote.ofDots }) }]}
          />
          <p className="soft small">{t('vote.voters', { count: vote.voters, of: vote.ofVoters })}</p>
          {ofNoteCount !== undefined && <p className="soft small">{t('vote.whole')}</p>}
        </div>
      )}
      {ofNoteCount !== undefined && <p className="soft small">{t('partOfCluster', { count: notes.length + hiddenNoteCount, of: ofNoteCount })}</p>}
      <NoteList notes={first} />
      {rest.length > 0 && (
        <details className="ideas-rest">
          <summary>{t('restOfNotes', { count: rest.length })}</summary>
          <NoteList notes={rest} />
        </details>
      )}
      {hiddenNoteCount > 0 && <p className="soft small">{t('hiddenNotes', { count: hiddenNoteCount })}</p>}
    </div>
  );
}

function NoteList({ notes }: { notes: ClusterEvidence['notes'] }) {
  const t = useText('ideas');
  if (notes.length === 0) return null;
  return (
    <ul role="list" className="ideas-notes" aria-label={t('notesLabel')}>
      {notes.map((note) => (
        <li key={note.contributionId} className="ui-note" lang={note.language}>
          {note.text}
        </li>
      ))}
    </ul>
  );
}
