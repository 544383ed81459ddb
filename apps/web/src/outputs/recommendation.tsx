import type { Recommendation } from '@spolu/contracts/outputs';
import { useEffect, useRef, type ReactNode } from 'react';
import { useText } from '../i18n/use-text.ts';
import { Evidence } from '../ideas/evidence.tsx';
import './outputs.css';

export interface RecommendationViewProps {
  recommendation: Recommendation;
  /** What somebody may do with it here: a position, an opinion. */
  children?: ReactNode;
}

/** One recommendation of a published version: what is proposed and why, and its evidence one tap away. */
export function RecommendationView({ recommendation: { id, number, title, text, reasons, evidence }, children }: RecommendationViewProps) {
  const t = useText('outputs');
  const notes = new Set(evidence.flatMap(({ clusters }) => clusters.flatMap((cluster) => cluster.notes.map((note) => note.contributionId)))).size;
  return (
    <article className="outputs-recommendation stack" id={`r${number}`} aria-labelledby={`r${number}-title`}>
      <h2 id={`r${number}-title`}>
        <span className="outputs-number">{number}.</span> {title}
      </h2>
      <p className="keep-lines">{text}</p>
      {reasons && (
        <div>
          <h3 className="outputs-small-heading">{t('reasons')}</h3>
          <p className="keep-lines">{reasons}</p>
        </div>
      )}
      <details className="outputs-evidence">
        <summary>{t('evidence', { ideas: t('ideas', { count: evidence.length }), notes: t('notes', { count: notes }) })}</summary>
        <div className="stack stack-l">
          {evidence.map((idea) => (
            <div key={idea.ideaId} className="stack">
              <div>
                <p className="soft small">{t('idea')}</p>
                <h3>
                  <a href={`/ideas/${idea.ideaId}`}>{idea.title}</a>
                </h3>
                {idea.summary && <p className="keep-lines">{idea.summary}</p>}
              </div>
              <Evidence clusters={idea.clusters} level={4} />
            </div>
          ))}
          <p className="no-print">
            <a href={`/ways/${id}`}>{t('way')}</a>
          </p>
        </div>
      </details>
      {children}
    </article>
  );
}

/** On paper nothing can be opened: everything folded inside is printed open, and folded again afterwards. */
export function useUnfoldedForPrint() {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let opened: HTMLDetailsElement[] = [];
    const open = () => {
      opened = [...(box.current?.querySelectorAll<HTMLDetailsElement>('details:not([open])') ?? [])];
      for (const details of opened) details.open = true;
    };
    const fold = () => {
      for (const details of opened) details.open = false;
    };
    window.addEventListener('beforeprint', open);
    window.addEventListener('afterprint', fold);
    return () => {
      window.removeEventListener('beforeprint', open);
      window.removeEventListener('afterprint', fold);
    };
  }, []);
  return box;
}
