import type { CommitmentBlock, CommitmentView } from '@spolu/contracts/commitments';
import { Spinner } from '@spolu/ui/progress';
import { Tag } from '@spolu/ui/tag';
import { lazy, Suspense, useState } from 'react';
import { useLanguage } from '../i18n/i18n.ts';
import { useText } from '../i18n/use-text.ts';

const Comments = lazy(async () => ({ default: (await import('../ideas/talk/comments.tsx')).Comments }));

/** What people say about one field: how many, and all of it when it is opened. A field that never said anything can't be talked about. */
export function FieldTalk({ commitment: { id, versionCounts, commentCounts, reportedCounts, may }, block }: { commitment: CommitmentView; block: CommitmentBlock }) {
  const t = useText('commitments');
  const language = useLanguage();
  const [open, setOpen] = useState(false);
  const version = versionCounts[block];
  const count = commentCounts[block] ?? 0;
  const reported = reportedCounts[block] ?? 0;
  if (version === undefined) return null;
  const path = `/commitments/${id}`;
  return (
    <details className="commitments-delays no-print" lang={language} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {t(`field.${block}`)}: {count === 0 ? t('talk.none') : t('talk.count', { count })}
        {reported > 0 && <> <Tag tone="warn">{t('talk.reported', { count: reported })}</Tag></>}
      </summary>
      {open && (
        <div className="stack commitments-talk">
          <Suspense fallback={<Spinner />}>
            <Comments
              about={{
                id: `${id} ${block}`, path, comments: '/commitment-comments', part: { block, version }, processId: null, staff: t('talk.office'),
                may: { speak: may.comment, asGuest: false, moderate: may.edit },
              }}
            />
          </Suspense>
          {!may.comment && (
            <p>
              <a href={`/sign-in?to=${encodeURIComponent(path)}`}>{t('talk.signIn')}</a>
            </p>
          )}
        </div>
      )}
    </details>
  );
}
