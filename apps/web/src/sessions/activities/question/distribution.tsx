import type { QuestionFigures } from '@spolu/contracts/activities/question';
import type { CSSProperties } from 'react';
import { InBoth } from '../../in-both.tsx';
import type { AnswerText, Figure } from '../answers/answer-text.ts';
import './question.css';

interface DistributionProps {
  figures: Extract<QuestionFigures, { type: 'scale' }>;
  /** The same steps in words. */
  told: readonly Figure[];
  t: AnswerText;
}

/** How many are where on a scale: a column a step with its count above, and a line where the middle answer lies. A list for ears. */
export function Distribution({ figures: { low, high, counts, spread }, told, t }: DistributionProps) {
  const most = Math.max(1, ...counts.map(({ count }) => count));
  return (
    <div className="question-distribution" style={{ '--steps': counts.length } as CSSProperties}>
      <ol role="list" aria-label={t('answers.result')}>
        {counts.map(({ step, count }, i) => (
          <li key={step} aria-label={`${told[i]?.label ?? ''}: ${told[i]?.text ?? ''}`}>
            <span aria-hidden>{count}</span>
            <span className="question-column" aria-hidden>
              <span style={{ height: `${(count / most) * 100}%` }} />
            </span>
            <span aria-hidden>{step}</span>
          </li>
        ))}
      </ol>
      {spread && <span className="question-median" aria-hidden style={{ insetInlineStart: `${((spread.median - 0.5) / counts.length) * 100}%` }} />}
      {(low || high) && (
        <p className="question-ends" aria-hidden>
          <span><InBoth of={low} /></span>
          <span><InBoth of={high} /></span>
        </p>
      )}
    </div>
  );
}
