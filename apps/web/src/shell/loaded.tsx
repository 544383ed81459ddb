import { Problem } from '@spolu/contracts/problems';
import { Button } from '@spolu/ui/button';
import { Notice } from '@spolu/ui/notice';
import { Spinner } from '@spolu/ui/progress';
import type { ReactNode } from 'react';
import { namesNothing } from '../http/names-nothing.ts';
import { useMe } from '../http/use-me.ts';
import { useProblemText } from '../http/use-problem-text.ts';
import { useText } from '../i18n/use-text.ts';
import { NotFoundPage } from './not-found-page.tsx';
import { SignInNeededPage } from './sign-in-needed-page.tsx';

export interface LoadedProps<Answer> {
  /** A query, of one thing or of a list. */
  query: { data: Answer | undefined; isPending: boolean; isFetching: boolean; error: Error | null; refetch: () => Promise<unknown> };
  children: (answer: Answer) => ReactNode;
  /** `page`: a missing thing shows the not-found page; `part`: only a notice, the rest of the page stays. */
  as?: 'page' | 'part';
}

/** Shows what a query brought, or that it is coming, or why it did not come and how to try again. */
export function Loaded<Answer>({ query, children, as = 'part' }: LoadedProps<Answer>) {
  const t = useText('shell');
  const problemText = useProblemText();
  const me = useMe();
  // A failed refresh keeps what was read before: old words are better than none.
  if (query.data !== undefined) return children(query.data);
  if (query.isPending) return <div className={as === 'page' ? 'wrap page' : undefined}><Spinner /></div>;
  const { error } = query;
  if (as === 'page' && error instanceof Problem && me.known) {
    const visitor = me.person === null;
    // A visitor may not see it, or it is not there: signing in is what she can try.
    if (visitor && (error.code === 'signed-out' || error.code === 'forbidden')) return <SignInNeededPage />;
    if (namesNothing(error)) return <NotFoundPage />;
  }
  const notice = (
    <Notice tone="bad" title={t('load.failed')} role="alert">
      <div className="stack stack-s">
        <p>{problemText(error)}</p>
        <div>
          <Button look="secondary" onPress={() => void query.refetch()} isPending={query.isFetching}>
            {t('load.again')}
          </Button>
        </div>
      </div>
    </Notice>
  );
  return as === 'page' ? <div className="wrap page">{notice}</div> : notice;
}
