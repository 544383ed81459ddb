import type { ReactNode } from 'react';

/** Says what will be here, and offers the first step. Also used by the phone. */
export function EmptyState({ title, children, action, level = 2 }: { title: string; children?: ReactNode; action?: ReactNode; level?: 2 | 3 }) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <div className="ui-empty">
      <Heading>{title}</Heading>
      {children && <div className="soft">{typeof children === 'string' ? <p>{children}</p> : children}</div>}
      {action}
    </div>
  );
}
