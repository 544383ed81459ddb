import type { IdeaIntakeView } from '@spolu/contracts/idea-intake';
import type { Receipt } from '@spolu/contracts/provenance';
import { Button } from '@spolu/ui/button';
import { LinkButton } from '@spolu/ui/link-button';
import { Notice } from '@spolu/ui/notice';
import { lazy, Suspense, useState } from 'react';
import { api } from '../http/api.ts';
import { useCommand, useRefresh } from '../http/queries.ts';
import { useProblemText } from '../http/use-problem-text.ts';
import { useText } from '../i18n/use-text.ts';
import { Page } from '../shell/page.tsx';
import { DeskForm, type WrittenIdea } from './desk-form.tsx';
import { ForIntakeStaff } from './for-intake-staff.tsx';

const ReceiptPaper = lazy(async () => ({ default: (await import('../sessions/scribe/receipt-paper.tsx')).ReceiptPaper }));

/** Where an official writes down what somebody says to her, or types in a pile of paper forms, one after the other. */
export function DeskPage() {
  const t = useText('ideas');
  return (
    <ForIntakeStaff>
      {(view, processId) => (
        <Page
          title={t('desk.title')}
          kind={view.processTitle}
          breadcrumbs={[{ label: view.processTitle, href: `/processes/${processId}` }]}
          summary={t('desk.summary')}
          actions={<LinkButton look="secondary" href={`/processes/${processId}/paper-form`}>{t('desk.paperForm')}</LinkButton>}
          width="narrow"
        >
          <Desk processId={processId} intake={view} />
        </Page>
      )}
    </ForIntakeStaff>
  );
}

function Desk({ processId, intake }: { processId: string; intake: IdeaIntakeView }) {
  const t = useText('ideas');
  const problemText = useProblemText();
  const refresh = useRefresh();
  const [written, setWritten] = useState<readonly WrittenIdea[]>([]);
  const [undone, setUndone] = useState<string | null>(null);
  const [printed, setPrinted] = useState<{ idea: WrittenIdea; receipt: Receipt } | null>(null);
  const print = useCommand(async (idea: WrittenIdea) => ({ idea, receipt: await api.post<Receipt>(`/ideas/${idea.id}/receipt`) }));
  const undo = useCommand(({ id }: WrittenIdea) => api.put(`/ideas/${id}/hiding`, { hidden: true, reason: t('desk.undoReason') }), ['/ideas', '/processes']);
  const last = written.at(-1);
  const failure = print.error ?? undo.error;

  function handleDone(idea: WrittenIdea) {
    setWritten((before) => [...before, idea]);
    setUndone(null);
    undo.reset();
    print.reset();
    void refresh(`/processes/${processId}`);
    // who stands here takes it along; of a pile nobody waits
    if (!idea.onPaper) print.mutate(idea, { onSuccess: setPrinted });
  }
  function handleUndo(idea: WrittenIdea) {
    undo.mutate(idea, {
      onSuccess: () => {
        setWritten((before) => before.filter(({ id }) => id !== idea.id));
        setUndone(idea.title);
      },
    });
  }

  return (
    <>
      {!intake.open && <Notice tone="warn">{t('desk.closed')}</Notice>}
      <section className="page-section stack" aria-label={t('desk.written')}>
        <p role="status">{undone === null ? t('desk.count', { count: written.length }) : `${t('desk.undone', { title: undone })} ${t('desk.count', { count: written.length })}`}</p>
        {last && (
          <>
            <p>
              {t('desk.last')} <a href={`/ideas/${last.id}`} target="_blank" rel="noreferrer">{last.title}</a>
            </p>
            <div className="row">
              <Button look="secondary" size="small" isPending={print.isPending} onPress={() => print.mutate(last, { onSuccess: setPrinted })}>{t('desk.printReceipt')}</Button>
              <Button look="quiet" size="small" aria-label={`${t('desk.undo')}: ${last.title}`} isPending={undo.isPending} onPress={() => handleUndo(last)}>{t('desk.undo')}</Button>
            </div>
          </>
        )}
        {failure && <Notice tone="bad" role="alert">{problemText(failure)}</Notice>}
      </section>
      <section className="page-section">
        <DeskForm processId={processId} intake={intake} onDone={handleDone} />
      </section>
      <Suspense>
        {printed && (
          <ReceiptPaper title={intake.processTitle} name={[printed.idea.name, printed.idea.title].filter(Boolean).join(': ')} receipt={printed.receipt} onClose={() => setPrinted(null)} />
        )}
      </Suspense>
    </>
  );
}
