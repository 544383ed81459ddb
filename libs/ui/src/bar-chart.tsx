import type { ReactNode } from 'react';

export interface Bar {
  id: string;
  label: ReactNode;
  count: number;
  /** What is read and shown at the bar's end instead of the bare count. */
  text?: string;
  /** Marks the bar that matters (the winner, one's own). */
  marked?: boolean;
}

/** Counts as bars with their figures, drawn in HTML: a list for ears, prints as it looks, needs no hover. */
export function BarChart({ label, bars, max }: { label: string; bars: readonly Bar[]; max?: number }) {
  const most = max ?? Math.max(1, ...bars.map((bar) => bar.count));
  return (
    <ul className="ui-bars" role="list" aria-label={label}>
      {bars.map((bar) => (
        <li key={bar.id} className="ui-bar" data-marked={bar.marked || undefined}>
          <span className="ui-bar-label">{bar.label}</span>
          <span className="ui-bar-count">{bar.text ?? bar.count}</span>
          <span className="ui-bar-track" aria-hidden>
            <span className="ui-bar-fill" style={{ width: `${(bar.count / most) * 100}%` }} />
          </span>
        </li>
      ))}
    </ul>
  );
}
