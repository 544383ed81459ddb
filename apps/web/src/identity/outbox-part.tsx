import type { Outbox } from '@spolu/contracts/mail';
import { EmptyState } from '@spolu/ui/empty-state';
import { Notice } from '@spolu/ui/notice';
import { Table } from '@spolu/ui/table';
import { Tag } from '@spolu/ui/tag';
import { useList } from '../http/use-list.ts';
import { useFormat } from '../i18n/format.ts';
import { useText } from '../i18n/use-text.ts';
import { Loaded } from '../shell/loaded.tsx';
import { MoreOf } from '../shell/more-of.tsx';

/** The letters of the application as they are or would be sent. */
export function OutboxPart() {
  const t = useText('identity');
  const format = useFormat();
  const outbox = useList<Outbox>('/mails');
  return (
    <section className="page-section stack">
      <h2>{t('admin.outbox')}</h2>
      <p className="soft">{t('outbox.text')}</p>
      <Loaded query={outbox}>
        {({ items, first }) => (
          <>
            {!first.sends && <Notice tone="warn" title={t('outbox.notSent')} />}
            {items.length === 0 ? (
              <EmptyState title={t('outbox.empty')} />
            ) : (
              <Table
                caption={t('admin.outbox')}
                captionHidden
                rows={items}
                rowKey={(row) => row.id}
                columns={[
                  {
                    id: 'subject',
                    title: t('outbox.subject'),
                    heading: true,
                    cell: ({ subject, language, body }) => (
                      <div lang={language}>
                        {body === null ? subject : (
                          <details>
                            <summary>{subject}</summary>
                            <pre className="outbox-body" tabIndex={0} aria-label={`${subject}: ${t('outbox.body')}`}>{body}</pre>
                          </details>
                        )}
                      </div>
                    ),
                  },
                  { id: 'to', title: t('outbox.to'), cell: (row) => row.to },
                  { id: 'written', title: t('outbox.written'), cell: (row) => format.dateTime(row.writtenAt) },
                  { id: 'sent', title: t('outbox.sent'), cell: (row) => (row.sentAt === null ? <Tag tone="warn">{t('outbox.waiting')}</Tag> : format.dateTime(row.sentAt)) },
                ]}
              />
            )}
          </>
        )}
      </Loaded>
      <MoreOf list={outbox} label={t('admin.outbox')} />
    </section>
  );
}
