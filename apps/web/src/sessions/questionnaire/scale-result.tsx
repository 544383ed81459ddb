import type { Language } from '@spolu/contracts/common';
import type { ScaleResult } from '@spolu/contracts/question-texts';
import './questionnaire.css';

interface ScaleResultViewProps {
  label: string;
  /** Its language, where it may be another than the page's. */
  lang?: Language;
  /** What it comes to, in words and figures. */
  summary: string;
  /** What a step is called, and how many chose it. */
  stepText: (value: string | number, count: number) => string;
  /** Null: too few answered. */
  result: ScaleResult | null;
}

/** What the answers to one question come to: one strip parted as people answered, each part with its figure; a list for the ear. */
export function ScaleResultView({ label, lang, summary, stepText, result }: ScaleResultViewProps) {
  return (
    <figure className="scale-result">
      <figcaption>
        <strong lang={lang}>{label}</strong> <span className="scale-summary">{summary}</span>
      </figcaption>
      {result && (
        <ul role="list" className="scale-strip" aria-label={label}>
          {result.counts.map(({ value, count }, step) => (
            <li key={value} style={{ flexGrow: count }} data-high={step >= result.counts.length - 2 || undefined} data-none={count === 0 || undefined}>
              <span aria-hidden>{count > 0 && count}</span>
              <span className="visually-hidden">{stepText(value, count)}</span>
            </li>
          ))}
        </ul>
      )}
    </figure>
  );
}

/** Of several people, with one decimal, as the page's language writes it. */
export const markText = (value: number) => new Intl.NumberFormat(document.documentElement.lang || 'sk', { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(value);
export const shareText = (value: number) => new Intl.NumberFormat(document.documentElement.lang || 'sk', { style: 'percent', maximumFractionDigits: 0 }).format(value);
