import { Button } from '@spolu/ui/button';
import { ConfirmDialog } from '@spolu/ui/dialog';
import { Notice } from '@spolu/ui/notice';
import { useState } from 'react';
import { api } from '../http/api.ts';
import { useProblemText } from '../http/use-problem-text.ts';
import { useText } from '../i18n/use-text.ts';
import { ErasureWords } from '../identity/erasure-words.tsx';

/** A guest asks with her receipt to be forgotten. */
export function EraseGuestPart({ secret }: { secret: string }) {
  const t = useText('identity');
  const problemText = useProblemText();
  const [asked, setAsked] = useState(false);
  const [done, setDone] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const handleErase = () =>
    api.post('/receipt-erasures', { secret }).then(
      () => setDone(true),
      (error: unknown) => setFailure(error),
    );
  return (
    <section className="page-section stack no-print" aria-labelledby="erasure">
      <h2 id="erasure">{t('erasure.title')}</h2>
      <p className="soft">{t('erasure.guest')}</p>
      {!done && (
        <div>
          <Button look="secondary" onPress={() => setAsked(true)}>{t('erasure.open')}</Button>
        </div>
      )}
      <div role="status">{done && <Notice tone="good">{t('erasure.doneGuest')}</Notice>}</div>
      {failure !== null && <Notice tone="bad" role="alert">{problemText(failure)}</Notice>}
      <ConfirmDialog open={asked} onClose={() => setAsked(false)} title={t('erasure.title')} confirm={t('erasure.confirm')} danger onConfirm={handleErase}>
        <ErasureWords />
        <p className="strong">{t('erasure.forGood')}</p>
      </ConfirmDialog>
    </section>
  );
}
