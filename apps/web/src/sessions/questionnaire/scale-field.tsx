import { OPT_OUT, textIn, type Scale, type ScaleValue } from '@spolu/contracts/question-texts';
import type { Language } from '@spolu/contracts/common';
import { useId, type ReactNode } from 'react';
import './questionnaire.css';

interface ScaleFieldProps {
  /** What is asked. */
  label: ReactNode;
  /** Its language, where it may be another than the page's. */
  lang?: Language;
  scale: Scale;
  language: Language;
  value: ScaleValue | null;
  onChange: (value: ScaleValue) => void;
  /** She may say that she cannot tell. */
  withOptOut?: boolean;
}

/** One question on a scale: a row of numbers between two ends for the eye, each step by its name for the ear. No step is chosen beforehand. */
export function ScaleField({ label, lang, scale, language, value, onChange, withOptOut = false }: ScaleFieldProps) {
  const name = useId();
  const steps = scale.values.map((step) => ({ ...step, words: Object.keys(step.label).length > 0 ? textIn(step.label, language).text : '' }));
  const isNumbers = steps.every((step) => typeof step.value === 'number');
  const optOut = withOptOut && scale.optOut ? textIn(scale.optOut, language).text : null;
  const choice = (of: ScaleValue, seen: string, said: string) => (
    <label key={of} className="scale-step">
      <input type="radio" name={name} className="scale-input" aria-label={said} checked={value === of} onChange={() => onChange(of)} />
      <span aria-hidden>{seen}</span>
    </label>
  );
  return (
    <fieldset className="scale-field">
      <legend lang={lang}>{label}</legend>
      <div className="scale-steps" data-numbers={isNumbers || undefined}>
        {steps.map((step) => choice(step.value, isNumbers ? String(step.value) : step.words, isNumbers ? [step.value, step.words].filter((part) => part !== '').join(', ') : step.words))}
      </div>
      {isNumbers && (
        <p className="scale-ends" aria-hidden>
          <span>{steps[0]?.words}</span>
          <span>{steps.at(-1)?.words}</span>
        </p>
      )}
      {optOut !== null && <div className="scale-steps">{choice(OPT_OUT, optOut, optOut)}</div>}
    </fieldset>
  );
}
