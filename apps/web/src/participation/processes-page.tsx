import type { ProcessList, ProcessRow, ProcessState } from '@spolu/contracts/participation';
import { Card } from '@spolu/ui/card';
import { EmptyState } from '@spolu/ui/empty-state';
import { LinkButton } from '@spolu/ui/link-button';
import { Tag } from '@spolu/ui/tag';
import { useList } from '../http/use-list.ts';
import { useFormat } from '../i18n/format.ts';
import { useText } from '../i18n/use-text.ts';
import { Loaded } from '../shell/loaded.tsx';
import { MoreOf } from '../shell/more-of.tsx';
import { Page } from '../shell/page.tsx';
import { ProcessStateTag } from './process-state-tag.tsx';

/** What runs first, then what is prepared, then what is over. */
const ORDER = ['running', 'draft', 'finished'] as const satisfies ProcessState[];

export function ProcessesPage() {
  const t = useText('participation');
  const processes = useList<ProcessList>('/processes');
  return (
    <Page
      title={t('list.title')}
      summary={t('list.summary')}
      actions={processes.data?.first.may.add && processes.data.items.length > 0 && <LinkButton href="/processes/new">{t('list.add')}</LinkButton>}
    >
      <Loaded query={processes} as="page">
        {({ items, first: { may } }) =>
          items.length === 0 ? (
            <EmptyState title={t('list.none')} action={may.add && <LinkButton href="/processes/new">{t('list.add')}</LinkButton>}>
              {may.add ? t('list.noneTextStaff') : t('list.noneText')}
            </EmptyState>
          ) : (
            <>
              {ORDER.map((state) => (
                <Group key={state} state={state} rows={items.filter((row) => row.state === state)} />
              ))}
            </>
          )
        }
      </Loaded>
      <MoreOf list={processes} label={t('list.title')} />
    </Page>
  );
}

function Group({ state, rows }: { state: ProcessState; rows: ProcessRow[] }) {
  const t = useText('participation');
  const format = useFormat();
  if (rows.length === 0) return null;
  return (
    <section className="page-section" aria-labelledby={`processes-${state}`}>
      <h2 id={`processes-${state}`}>{t(`group.${state}`)}</h2>
      <ul role="list" className="grid">
        {rows.map((row) => (
          <Card as="li" look="link" key={row.id}>
            <h3>
              <a href={`/processes/${row.id}`}>{row.title}</a>
            </h3>
            {row.currentPhase && <p>{t('list.phase', { phase: row.currentPhase })}</p>}
            <div className="row">
              <ProcessStateTag state={row.state} />
              {row.visibility !== 'public' && <Tag>{t(`visibility.${row.visibility}`)}</Tag>}
            </div>
            <p className="small soft">{t('list.updated', { date: format.day(row.updatedAt) })}</p>
          </Card>
        ))}
      </ul>
    </section>
  );
}
