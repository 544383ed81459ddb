import type { Page as PageOf } from '@spolu/contracts/common';
import type { DutyNotice, NewsNotice, NoticeView } from '@spolu/contracts/notices';
import { Button } from '@spolu/ui/button';
import { Card } from '@spolu/ui/card';
import { EmptyState } from '@spolu/ui/empty-state';
import { Tag } from '@spolu/ui/tag';
import { toast } from '@spolu/ui/toast';
import { api } from '../../http/api.ts';
import { useCommand } from '../../http/queries.ts';
import { useList } from '../../http/use-list.ts';
import { useMe } from '../../http/use-me.ts';
import { useProblemText } from '../../http/use-problem-text.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/use-text.ts';
import { DueDay } from '../../shell/due-day.tsx';
import { Loaded } from '../../shell/loaded.tsx';
import { MoreOf } from '../../shell/more-of.tsx';
import { Page } from '../../shell/page.tsx';
import { SignInNeededPage } from '../../shell/sign-in-needed-page.tsx';
import { OutcomeTag } from '../outcome.tsx';
import { FrequencyPart } from './frequency-part.tsx';
import '../provenance.css';

const REFRESHED = ['/notices', '/notice-count'];

/** What came of what she wrote or follows, and what she is reminded of, the newest first: her own words, then what happened, and the way there. */
export function NoticesPage() {
  const { person, known } = useMe();
  if (!person) return known ? <SignInNeededPage /> : null;
  return <Notices />;
}

function Notices() {
  const t = useText('provenance/notices');
  const problemText = useProblemText();
  const notices = useList<PageOf<NoticeView | DutyNotice | NewsNotice>>('/notices');
  const readAll = useCommand((upTo: string) => api.post('/notice-readings', { upTo }), REFRESHED);
  return (
    <Loaded query={notices} as="page">
      {({ items }) => (
        <Page
          title={t('title')}
          summary={t('summary')}
          width="narrow"
          actions={
            items.some(({ read }) => !read) && (
              <Button
                look="secondary"
                isPending={readAll.isPending}
                onPress={() => readAll.mutate(items[0]!.id, { onSuccess: () => toast(t('allRead')), onError: (error) => toast(problemText(error), 'bad') })}
              >
                {t('readAll')}
              </Button>
            )
          }
        >
          <section className="page-section stack">
            {items.length === 0 ? (
              <EmptyState title={t('emptyTitle')}>{t('emptyText')}</EmptyState>
            ) : (
              <ul role="list" className="stack" aria-label={t('title')}>
                {items.map((notice) => (
                  <Card as="li" key={notice.id}>
                    {'duty' in notice ? <Reminder notice={notice} /> : 'news' in notice ? <News notice={notice} /> : <Notice notice={notice} />}
                  </Card>
                ))}
              </ul>
            )}
            <MoreOf list={notices} label={t('title')} />
          </section>
          <FrequencyPart />
        </Page>
      )}
    </Loaded>
  );
}

function Notice({ notice: { id, at, read, about, moreCount, moved, goesOn } }: { notice: NoticeView }) {
  const t = useText('provenance/notices');
  const { mark, handleOpened } = useMark(id, read);
  const wayUrl = `/ways/${about.recordId}`;
  // Nothing followed from her words: something was done with them, as where they were hidden.
  const isItself = moved.kind === 'contribution' && moved.recordId === about.recordId;
  return (
    <article className="provenance-said" data-unread={!read || undefined}>
      <When at={at} read={read} />
      <div className="stack stack-s">
        <p className="small soft">
          {t(about.followed ? 'followed' : 'yours')} {about.followed && <span lang={about.language ?? undefined}>{about.text}</span>}
        </p>
        {!about.followed && <p className="ui-note" lang={about.language ?? undefined}>{about.text}</p>}
        {moreCount > 0 && <p className="small soft">{t('more', { count: moreCount })}</p>}
      </div>
      <p className="provenance-now">
        <span className="strong">{t(isItself ? 'changed' : goesOn ? 'goesOn' : `came.${moved.kind}`)}:</span>
        <a href={moved.url ?? `/ways/${moved.recordId}`} lang={moved.language ?? undefined} onClick={handleOpened}>{moved.title}</a>
        {moved.outcome && <OutcomeTag outcome={moved.outcome} />}
      </p>
      {moved.reason && <p lang={moved.language ?? undefined}>{moved.reason}</p>}
      <p className="row">
        {about.recordId !== moved.recordId && <a href={wayUrl} onClick={handleOpened}>{t('whole')}</a>}
        <MarkButton read={read} what={moved.title} mark={mark} />
      </p>
    </article>
  );
}

/** What waits for her or in what she answers for: it leads to where it is done. */
function Reminder({ notice: { id, at, read, duty } }: { notice: DutyNotice }) {
  const t = useText('provenance/notices');
  const { mark, handleOpened } = useMark(id, read);
  return (
    <article className="provenance-said" data-unread={!read || undefined}>
      <When at={at} read={read} />
      <p className="row small soft">
        <span>{t('reminder')}</span>
        <DueDay dueOn={duty.dueOn} />
      </p>
      <p className="provenance-now">
        <span className="strong">{t(`duty.${duty.kind}`)}:</span>
        <a href={duty.url} lang={duty.language ?? undefined} onClick={handleOpened}>{duty.title}</a>
      </p>
      <p className="small soft">{duty.kind === 'position' ? duty.holderName : t('waitsFor', { holder: duty.holderName })}</p>
      <p className="row">
        <MarkButton read={read} what={duty.title} mark={mark} />
      </p>
    </article>
  );
}

/** What else concerns her. */
function News({ notice: { id, at, read, news } }: { notice: NewsNotice }) {
  const t = useText('provenance/notices');
  const { mark, handleOpened } = useMark(id, read);
  return (
    <article className="provenance-said" data-unread={!read || undefined}>
      <When at={at} read={read} />
      <p className="provenance-now">
        <span className="strong">{t(`news.${news.kind}`, { count: news.count })}:</span>
        <a href={news.url} lang={news.language ?? undefined} onClick={handleOpened}>{news.title}</a>
      </p>
      <p className="row">
        <MarkButton read={read} what={news.title} mark={mark} />
      </p>
    </article>
  );
}

function useMark(id: string, read: boolean) {
  const mark = useCommand((next: boolean) => api.put(`/notices/${id}/read`, { read: next }), REFRESHED);
  // Who opens it has read it; going there does not wait for that.
  const handleOpened = () => {
    if (!read) mark.mutate(true);
  };
  return { mark, handleOpened };
}

function When({ at, read }: Pick<NoticeView, 'at' | 'read'>) {
  const t = useText('provenance/notices');
  const format = useFormat();
  return (
    <p className="row small soft">
      <span>{format.dateTime(at)}</span>
      {!read && <Tag tone="accent">{t('new')}</Tag>}
    </p>
  );
}

function MarkButton({ read, what, mark }: { read: boolean; what: string; mark: ReturnType<typeof useMark>['mark'] }) {
  const t = useText('provenance/notices');
  const problemText = useProblemText();
  return (
    <Button
      look="quiet"
      size="small"
      isPending={mark.isPending}
      aria-label={t(read ? 'markUnreadOf' : 'markReadOf', { what })}
      onPress={() => mark.mutate(!read, { onError: (error) => toast(problemText(error), 'bad') })}
    >
      {t(read ? 'markUnread' : 'markRead')}
    </Button>
  );
}
