import type { Recommendation, RecommendationChange } from '@spolu/contracts/outputs';
import { useEffect, useRef, type ReactNode } from 'react';
import { useText } from '../i18n/use-text.ts';
import { EarlierOpinions } from './earlier-opinions.tsx';
import { EarlierQuestions } from './earlier-questions.tsx';
import { IdeaEvidence } from './idea-evidence.tsx';
import './outputs.css';
import { ChangePart, ChangeTag } from './version-changes.tsx';

export interface RecommendationViewProps {
  recommendation: Recommendation;
  /** What changed in it, and since which version. */
  change?: { since: number; what: RecommendationChange };
  /** What somebody may do with it here: a position, an opinion. */
  children?: ReactNode;
}

/** One recommendation of a published version: what is proposed and why, and its evidence one tap away. */
export function RecommendationView({ recommendation: { id, number, title, text, reasons, evidence, opinions, questions }, change, children }: RecommendationViewProps) {
  const t = useText('outputs');
  const notes = new Set(evidence.flatMap(({ clusters }) => clusters.flatMap((cluster) => cluster.notes.map((note) => note.contributionId)))).size;
  const several = [
    { key: 'online.count', count: sum(evidence.map(({ words, hiddenWordCount = 0 }) => words.length + hiddenWordCount)) },
    { key: 'assessments', count: sum(evidence.map(({ assessments }) => assessments.length)) },
    { key: 'votes', count: new Set(evidence.flatMap(({ votes }) => votes.map(({ voteId }) => voteId))).size },
    { key: 'opinions', count: opinions.length },
    { key: 'questions', count: questions.length },
  ] as const;
  const parts = [t('ideas', { count: evidence.length }), t('notes', { count: notes }), ...several.filter(({ count }) => count > 0).map(({ key, count }) => t(key, { count }))];
  return (
    <article className="outputs-recommendation stack" id={`r${number}`} aria-labelledby={`r${number}-title`}>
      <h2 id={`r${number}-title`}>
        <span className="outputs-number">{number}.</span> {title}
      </h2>
      {change && <p><ChangeTag change={change.what} /></p>}
      <p className="keep-lines">{text}</p>
      {reasons && (
        <div>
          <h3 className="outputs-small-heading">{t('reasons')}</h3>
          <p className="keep-lines">{reasons}</p>
        </div>
      )}
      {change && <ChangePart change={change.what} number={number} since={change.since} />}
      <details className="outputs-evidence">
        <summary>{t('evidence', { what: parts.join(', ') })}</summary>
        <div className="stack stack-l">
          {evidence.map((idea) => (
            <IdeaEvidence key={idea.ideaId} idea={idea} />
          ))}
          <EarlierOpinions opinions={opinions} />
          <EarlierQuestions questions={questions} />
          <p className="no-print">
            <a href={`/ways/${id}`}>{t('way')}</a>
          </p>
        </div>
      </details>
      {children}
    </article>
  );
}

const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0);

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
