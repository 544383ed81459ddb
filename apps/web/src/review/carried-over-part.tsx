import type { DecisionView } from '@spolu/contracts/review';
import { Button } from '@spolu/ui/button';
import { ConfirmDialog } from '@spolu/ui/dialog';
import { toast } from '@spolu/ui/toast';
import { lazy, Suspense, useState } from 'react';
import { api } from '../http/api.ts';
import { useRefresh } from '../http/queries.ts';
import { useProblemText } from '../http/use-problem-text.ts';
import { useFormat } from '../i18n/format.ts';
import { useText } from '../i18n/use-text.ts';

const CarryOverDialog = lazy(async () => ({ default: (await import('../ideas/carry-over-dialog.tsx')).CarryOverDialog }));
const REFRESHED = ['/decisions', '/records', '/ideas', '/processes'] as const;

/** What was not accepted may go on elsewhere: where, and why, for everybody; the people of the process send it there. */
export function CarriedOverPart({ item, processId }: { item: DecisionView['items'][number]; processId: string }) {
  const t = useText('review');
  const format = useFormat();
  const problemText = useProblemText();
  const refresh = useRefresh();
  const [asking, setAsking] = useState<'over' | 'back' | null>(null);
  const { carriedOver, may, number } = item;
  const close = () => setAsking(null);
  async function handleTakeBack() {
    try {
      await api.delete(`/decision-items/${item.id}/carry-over`);
      toast(t('carriedOver.takenBack'));
    } catch (error) {
      toast(problemText(error), 'bad');
    }
    await refresh(...REFRESHED);
  }
  return (
    <>
      {carriedOver && (
        <div className="stack stack-s">
          <h4>{t('carriedOver.title')}</h4>
          <p>
            {carriedOver.url ? <a href={carriedOver.url}>{carriedOver.title}</a> : <span className="strong">{carriedOver.title}</span>}{' '}
            <span className="soft small">{t('carriedOver.on', { date: format.day(carriedOver.at) })}</span>
          </p>
          <p className="keep-lines">{carriedOver.reason}</p>
        </div>
      )}
      {(may.carryOver || may.takeBack) && (
        <div className="no-print">
          {may.carryOver && <Button look="secondary" size="small" aria-label={t('carriedOver.openNamed', { number })} onPress={() => setAsking('over')}>{t('carriedOver.open')}</Button>}
          {may.takeBack && <Button look="quiet" size="small" aria-label={t('carriedOver.takeBackNamed', { number })} onPress={() => setAsking('back')}>{t('carriedOver.takeBack')}</Button>}
        </div>
      )}
      <Suspense>
        {asking === 'over' && (
          <CarryOverDialog
            processId={processId} to={`/decision-items/${item.id}/carry-over`} refreshes={REFRESHED}
            title={t('carriedOver.heading')} text={t('carriedOver.text', { number, title: item.title })} done={t('carriedOver.done')} onClose={close}
          />
        )}
      </Suspense>
      {asking === 'back' && (
        <ConfirmDialog open onClose={close} title={t('carriedOver.takeBackTitle')} confirm={t('carriedOver.takeBack')} onConfirm={handleTakeBack}>
          {t('carriedOver.takeBackText')}
        </ConfirmDialog>
      )}
    </>
  );
}
