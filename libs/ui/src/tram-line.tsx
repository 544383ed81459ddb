import type { ReactNode } from 'react';
import { useWords } from './words.tsx';

export interface Station {
  id: string;
  /** What kind of stop this is, in one word ("Zhluk"). */
  kind?: ReactNode;
  title: ReactNode;
  /** A date as people read it. */
  date?: ReactNode;
  children?: ReactNode;
  /** `stopped`: the line ends here although more was hoped for (not taken, and why). */
  state: 'done' | 'current' | 'ahead' | 'stopped';
}

/** A way drawn as the stations of a tram line: an ordered list, its states said in words too. */
export function TramLine({ label, stations }: { label: string; stations: readonly Station[] }) {
  const words = useWords();
  return (
    <ol className="ui-line" role="list" aria-label={label}>
      {stations.map((station) => (
        <li key={station.id} className="ui-station" data-state={station.state} aria-current={station.state === 'current' ? 'step' : undefined}>
          <div className="ui-station-head">
            {station.kind && <span className="ui-station-kind">{station.kind}</span>}
            {station.date && <span className="ui-station-date">{station.date}</span>}
            {station.state === 'current' && <span className="ui-tag" data-tone="accent">{words.current}</span>}
            {station.state !== 'current' && <span className="visually-hidden">({words[station.state]})</span>}
          </div>
          <div className="ui-station-title">{station.title}</div>
          {station.children && <div className="ui-station-body">{station.children}</div>}
        </li>
      ))}
    </ol>
  );
}
