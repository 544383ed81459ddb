import type { ReactNode } from 'react';

/** A part of the run panel with its heading. */
export function Section({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  return (
    <section className="run-section stack stack-s" aria-label={title}>
      <div className="row row-apart">
        <h2>{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
