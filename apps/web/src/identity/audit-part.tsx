import type { Page as PageOf } from '@spolu/contracts/common';
import type { AuditEntryView } from '@spolu/contracts/identity';
import { Table } from '@spolu/ui/table';
import { Tag } from '@spolu/ui/tag';
import { useList } from '../http/use-list.ts';
import { useFormat } from '../i18n/format.ts';
import { useText } from '../i18n/use-text.ts';
import { Loaded } from '../shell/loaded.tsx';
import { MoreOf } from '../shell/more-of.tsx';

/** Who did what, and what was refused: newest first. Entries are never changed or removed. */
export function AuditPart() {
  const t = useText('identity');
  const format = useFormat();
  const audit = useList<PageOf<AuditEntryView>>('/audit-entries');
  return (
    <section className="page-section">
      <h2>{t('admin.audit')}</h2>
      <p className="soft">{t('audit.text')}</p>
      <Loaded query={audit}>
        {({ items }) => (
          <Table
            caption={t('admin.audit')}
            captionHidden
            rows={items}
            rowKey={(row) => row.id}
            columns={[
              { id: 'at', title: t('audit.at'), heading: true, cell: (row) => format.dateTime(row.at) },
              { id: 'who', title: t('audit.who'), cell: (row) => row.personName === '' ? t('audit.forgotten') : (row.personName ?? t('audit.nobody')) },
              // Actions and subjects are codes of the program, the same in every language, so that an entry can be found by them.
              { id: 'what', title: t('audit.what'), cell: (row) => <code>{row.action}</code> },
              { id: 'subject', title: t('audit.subject'), cell: (row) => <code>{row.subjectKind}</code> },
              { id: 'facts', title: t('audit.facts'), cell: (row) => Object.entries(row.facts ?? {}).map(([name, fact]) => `${name}: ${String(fact)}`).join(', ') },
              { id: 'outcome', title: t('audit.outcome'), cell: (row) => <Tag tone={row.outcome === 'done' ? 'good' : 'warn'}>{t(`audit.${row.outcome}`)}</Tag> },
            ]}
          />
        )}
      </Loaded>
      <MoreOf list={audit} label={t('admin.audit')} />
    </section>
  );
}
