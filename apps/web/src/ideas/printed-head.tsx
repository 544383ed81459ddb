import { useFormat } from '../i18n/format.ts';
import { useText } from '../i18n/use-text.ts';

/** Stands on paper alone, above what a page shows: of which process it is, and of which day. */
export function PrintedHead({ process, facts = [] }: { process: string; facts?: readonly string[] }) {
  const t = useText('ideas');
  const format = useFormat();
  return (
    <p className="ideas-printed" aria-hidden>
      <strong>{process}</strong>
      {[t('printed', { date: format.day(new Date().toISOString()) }), ...facts].map((fact) => (
        <span key={fact}>{fact}</span>
      ))}
    </p>
  );
}
