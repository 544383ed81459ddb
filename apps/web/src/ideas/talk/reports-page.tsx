import type { ReportList, ReportedWords } from '@spolu/contracts/idea-talk';
import type { ProcessView } from '@spolu/contracts/participation';
import { Button } from '@spolu/ui/button';
import { Card } from '@spolu/ui/card';
import { EmptyState } from '@spolu/ui/empty-state';
import { toast } from '@spolu/ui/toast';
import { lazy, Suspense, useState } from 'react';
import { useParams } from 'react-router';
import { api } from '../../http/api.ts';
import { useCommand, useResource } from '../../http/queries.ts';
import { useList } from '../../http/use-list.ts';
import { useProblemText } from '../../http/use-problem-text.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/use-text.ts';
import { Loaded } from '../../shell/loaded.tsx';
import { MoreOf } from '../../shell/more-of.tsx';
import { Page } from '../../shell/page.tsx';

const ReasonDialog = lazy(async () => ({ default: (await import('./reason-dialog.tsx')).ReasonDialog }));

/** What was reported and waits for the people of the process, the longest first. */
export function ReportsPage() {
  const { processId = '' } = useParams();
  const t = useText('ideas');
  const process = useResource<ProcessView>(`/processes/${processId}`);
  const reports = useList<ReportList>(`/processes/${processId}/reports`);
  return (
    <Loaded query={process} as="page">
      {({ title }) => (
        <Page title={t('reports.title')} breadcrumbs={[{ label: title, href: `/processes/${processId}` }, { label: t('list.title'), href: `/processes/${processId}/ideas` }]}>
          <Loaded query={reports}>
            {({ items }) => (
              <>
                {items.length === 0 && <EmptyState title={t('reports.noneTitle')}>{t('reports.none')}</EmptyState>}
                <ul role="list" className="stack">
                  {items.map((report) => (
                    <Reported key={report.id} report={report} processId={processId} />
                  ))}
                </ul>
              </>
            )}
          </Loaded>
          <MoreOf list={reports} label={t('reports.title')} />
        </Page>
      )}
    </Loaded>
  );
}

function Reported({ report: { id, kind, ideaId, ideaTitle, text, language, reasons, since }, processId }: { report: ReportedWords; processId: string }) {
  const t = useText('ideas');
  const format = useFormat();
  const problemText = useProblemText();
  const [hiding, setHiding] = useState(false);
  const path = `/${kind === 'idea' ? 'ideas' : 'idea-comments'}/${id}/hiding`;
  const keep = useCommand(() => api.put(path, { hidden: false }), ['/processes', '/ideas']);
  return (
    <Card as="li">
      <p className="small soft">{[t(`reports.${kind}`), t('reports.since', { when: format.dateTime(since) })].join(' · ')}</p>
      <h2 className="ideas-card-title">
        <a href={`/ideas/${ideaId}`}>{ideaTitle}</a>
      </h2>
      {text && <blockquote className="keep-lines" lang={language ?? undefined}>{text}</blockquote>}
      <div>
        <p className="strong">{t('reports.reasons', { count: reasons.length })}</p>
        <ul>
          {reasons.map((reason, i) => (
            <li key={i}>{reason}</li>
          ))}
        </ul>
      </div>
      <div className="row">
        <Button look="secondary" onPress={() => setHiding(true)}>{t('talk.hide')}</Button>
        <Button look="secondary" isPending={keep.isPending} onPress={() => keep.mutate(undefined, { onSuccess: () => toast(t('reports.kept')), onError: (error) => toast(problemText(error), 'bad') })}>
          {t('reports.keep')}
        </Button>
      </div>
      <Suspense>{hiding && <ReasonDialog what="hide" path={path} processId={processId} onClose={() => setHiding(false)} />}</Suspense>
    </Card>
  );
}
