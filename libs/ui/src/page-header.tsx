import type { ReactNode, Ref } from 'react';
import { useWords } from './words.tsx';

export interface Breadcrumb {
  label: string;
  href: string;
}

export interface PageHeaderProps {
  title: ReactNode;
  /** A line above the title: what kind of thing this is. */
  kind?: ReactNode;
  /** One or two sentences under the title. */
  summary?: ReactNode;
  /** The way from the top to here, without this page itself. */
  breadcrumbs?: readonly Breadcrumb[];
  /** State tags, dates: small things beside the title. */
  meta?: ReactNode;
  actions?: ReactNode;
  headingRef?: Ref<HTMLHeadingElement>;
}

export function PageHeader({ title, kind, summary, breadcrumbs = [], meta, actions, headingRef }: PageHeaderProps) {
  const words = useWords();
  return (
    <header className="ui-page-header">
      {breadcrumbs.length > 0 && (
        <nav aria-label={words.breadcrumbs} className="ui-breadcrumbs no-print">
          <ol role="list">
            {breadcrumbs.map(({ label, href }) => (
              <li key={href}>
                <a href={href}>{label}</a>
              </li>
            ))}
          </ol>
        </nav>
      )}
      <div className="ui-page-title">
        <div className="stack stack-s">
          {kind && <p className="ui-kind">{kind}</p>}
          <h1 tabIndex={-1} ref={headingRef}>
            {title}
          </h1>
          {summary && <p className="ui-summary">{summary}</p>}
          {meta && <div className="row ui-meta">{meta}</div>}
        </div>
        {actions && <div className="row no-print">{actions}</div>}
      </div>
    </header>
  );
}
