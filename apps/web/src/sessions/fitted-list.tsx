import type { ReactNode } from 'react';
import { useFitted } from './use-fitted.ts';

interface FittedListProps {
  /** What the list is made of: when it changes, its place is measured anew. */
  of: unknown;
  /** Said below when some have no room. */
  more: (count: number) => string;
  children: ReactNode;
}

/** A list on the wall that shows as much as can be read from the last row, and says how much more there is. */
export function FittedList({ of, more, children }: FittedListProps) {
  const { box, cutCount } = useFitted<HTMLDivElement>(of);
  return (
    <>
      <div className="hall-fitted" ref={box}>
        {children}
      </div>
      {cutCount > 0 && <p className="hall-more">{more(cutCount)}</p>}
    </>
  );
}
