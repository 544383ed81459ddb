import type { NamedBallot } from '@spolu/contracts/activities/dot-vote';
import { useEffect, useState } from 'react';
import { api } from '../../../http/api.ts';

interface NamedBallotsProps {
  activityId: string;
  options: readonly { optionId: string; title: string }[];
  texts: { names: string; nameless: string; dots: (count: number) => string };
}

/** Who gave what in an open vote, folded under its result; only those who were in the room get the names. */
export function NamedBallots({ activityId, options, texts }: NamedBallotsProps) {
  const [named, setNamed] = useState<readonly NamedBallot[]>([]);
  useEffect(() => {
    const leave = new AbortController();
    // Without a network the result stands without the names.
    api.get<NamedBallot[]>(`/activities/${activityId}/named-ballots`, { signal: leave.signal }).then(setNamed, () => undefined);
    return () => leave.abort();
  }, [activityId]);
  if (named.length === 0) return null;
  return (
    <details className="no-print">
      <summary>{texts.names}</summary>
      <ul>
        {named.map(({ nickname, dots }, i) => (
          <li key={i}>
            <strong>{nickname ?? texts.nameless}</strong>:{' '}
            {dots.map(({ optionId, count }) => `${options.find((option) => option.optionId === optionId)?.title ?? ''} (${texts.dots(count)})`).join(', ')}
          </li>
        ))}
      </ul>
    </details>
  );
}
