import { PageHeader } from '@spolu/ui/page-header';
import type { ReactNode } from 'react';
import { WindowTitle } from './window-title.tsx';

/** A page where no router is: what canvas and projector say instead of themselves. */
export function BarePage({ title, summary, children }: { title: string; summary?: ReactNode; children?: ReactNode }) {
  return (
    <div className="wrap narrow page">
      <WindowTitle>{title}</WindowTitle>
      <PageHeader title={title} summary={summary} />
      {children}
    </div>
  );
}
