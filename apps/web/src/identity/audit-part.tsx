import type { Page as PageOf } from '@spolu/contracts/common';
import type { AuditEntryView } from '@spolu/contracts/identity';
import { Button } from '@spolu/ui/button';
import { Spinner } from '@spolu/ui/progress';
import { Notice } from '@spolu/ui/notice';
import { Table } from '@spolu/ui/table';
import { Tag } from '@spolu/ui/tag';
import { useInfiniteQuery } from '@tanstack/react-query';
import { api } from '../http/api.ts';
import { useProblemText } from '../http/use-problem-text.ts';
import { useFormat } from '../i18n/format.ts';
import { useText } from '../i18n/use-text.ts';

/** Who did what, and what was refused: newest first. Entries are never changed or removed. */
export function AuditPart() {
  const t = useText('identity');
  const format = useFormat();
  const problemText = useProblemText();
  const audit = useInfiniteQuery({
    queryKey: ['api', '/audit-entries'],
    queryFn: ({ pageParam, signal }) => api.get<PageOf<AuditEntryView>>('/audit-entries', { query: { limit: 50, after: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  });
  const rows = audit.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section className="page-section">
      <h2>{t('admin.audit')}</h2>
      <p className="soft">{t('audit.text')}</p>
      {audit.isPending && <Spinner />}
      {audit.error && (
        <Notice tone="bad" role="alert">
          {problemText(audit.error)}
        </Notice>
      )}
      {rows.length > 0 && (
        <Table
          caption={t('admin.audit')}
          captionHidden
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            { id: 'at', title: t('audit.at'), heading: true, cell: (row) => format.dateTime(row.at) },
            { id: 'who', title: t('audit.who'), cell: (row) => row.personName ?? t('audit.nobody') },
            // Actions and subjects are codes of the program, the same in every language, so that an entry can be found by them.
            { id: 'what', title: t('audit.what'), cell: (row) => <code>{row.action}</code> },
            { id: 'subject', title: t('audit.subject'), cell: (row) => <code>{row.subjectKind}</code> },
            { id: 'facts', title: t('audit.facts'), cell: (row) => Object.entries(row.facts ?? {}).map(([name, fact]) => `${name}: ${String(fact)}`).join(', ') },
            { id: 'outcome', title: t('audit.outcome'), cell: (row) => <Tag tone={row.outcome === 'done' ? 'good' : 'warn'}>{t(`audit.${row.outcome}`)}</Tag> },
          ]}
        />
      )}
      {audit.hasNextPage && (
        <div>
          <Button look="secondary" onPress={() => void audit.fetchNextPage()} isPending={audit.isFetchingNextPage}>
            {t('audit.more')}
          </Button>
        </div>
      )}
    </section>
  );
}
