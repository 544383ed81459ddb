import { useWords } from './words.tsx';

/** Waiting without a known end. */
export function Spinner({ label }: { label?: string }) {
  const words = useWords();
  return (
    <p className="ui-spinner" role="status">
      {label ?? words.loading}
    </p>
  );
}

/** How far something is: drawn and said as "3 / 12" or in `valueText`'s words. */
export function Progress({ label, value, max, valueText }: { label: string; value: number; max: number; valueText?: string }) {
  const text = valueText ?? `${value} / ${max}`;
  return (
    <div className="ui-progress">
      <span aria-hidden>{label}</span>
      <span className="ui-progress-value" aria-hidden>
        {text}
      </span>
      <div
        className="ui-progress-track"
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={max}
        aria-valuenow={value}
        aria-valuetext={text}
      >
        <div className="ui-progress-fill" style={{ width: `${max > 0 ? Math.min(100, (value / max) * 100) : 0}%` }} />
      </div>
    </div>
  );
}
