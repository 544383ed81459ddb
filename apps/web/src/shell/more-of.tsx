import { Button } from '@spolu/ui/button';
import { useEffect, useRef, useState } from 'react';
import { useProblemText } from '../http/use-problem-text.ts';
import { useFormat } from '../i18n/format.ts';
import { useText } from '../i18n/use-text.ts';

interface MoreOfProps {
  /** What `useList` gave. */
  list: {
    data: { items: readonly unknown[] } | undefined;
    hasNextPage: boolean;
    isFetchingNextPage: boolean;
    fetchNextPage: () => Promise<{ error: Error | null }>;
  };
  /** Of what there is more, for who hears the button without seeing the list. */
  label: string;
}

/**
 * Below a list that has more pages: brings the next. The focus stays on the button and how many are shown by now is said aloud; once all are, that
 * sentence has the focus, where the button was.
 */
export function MoreOf({ list, label }: MoreOfProps) {
  const t = useText('shell');
  const format = useFormat();
  const problemText = useProblemText();
  const said = useRef<HTMLParagraphElement>(null);
  const [asked, setAsked] = useState(false);
  const [failed, setFailed] = useState<Error | null>(null);
  const { hasNextPage } = list;
  useEffect(() => {
    if (asked && !hasNextPage) said.current?.focus();
  }, [asked, hasNextPage]);
  if (!list.data || (!hasNextPage && !asked)) return null;
  async function handleMore() {
    setFailed(null);
    const { error } = await list.fetchNextPage();
    setFailed(error);
    setAsked(error === null);
  }
  const number = format.number(list.data.items.length);
  return (
    <div className="row more-of">
      {hasNextPage && (
        <Button look="secondary" aria-label={t('more.showOf', { list: label })} onPress={() => void handleMore()} isPending={list.isFetchingNextPage}>
          {t('more.show')}
        </Button>
      )}
      <p role="status" className="soft small" tabIndex={-1} ref={said}>
        {asked && !list.isFetchingNextPage ? t(hasNextPage ? 'more.shown' : 'more.shownAll', { number }) : ''}
      </p>
      {failed && <p role="alert">{problemText(failed)}</p>}
    </div>
  );
}
