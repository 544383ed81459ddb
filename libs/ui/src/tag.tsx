import type { ReactNode } from 'react';

export type TagTone = 'neutral' | 'accent' | 'good' | 'warn' | 'bad';

/** A state in one or two words. The word carries the meaning, the colour only repeats it. Also used by the phone. */
export function Tag({ tone = 'neutral', icon, children }: { tone?: TagTone; icon?: ReactNode; children: ReactNode }) {
  return (
    <span className="ui-tag" data-tone={tone}>
      {icon}
      {children}
    </span>
  );
}
