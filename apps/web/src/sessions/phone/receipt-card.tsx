import type { Receipt } from '@spolu/contracts/provenance';
import { Notice } from '@spolu/ui/notice';
import { PlainButton } from '@spolu/ui/plain';
import { useState } from 'react';
import { api } from '../../http/api.ts';
import { QrCode } from '../qr-code.tsx';
import { sessionKey, useDevice, useRemembered, type KeptSession } from './device.tsx';
import { usePhoneText } from './phone-text.tsx';
import { useFailureText } from './use-failure-text.ts';

/** The key to "what became of my notes": kept on this phone, and to be kept elsewhere too. */
export function ReceiptCard({ sessionId, title, participantId }: { sessionId: string; title: string; participantId: string }) {
  const { t } = usePhoneText();
  const { memory } = useDevice();
  const failureText = useFailureText();
  const kept = useRemembered<KeptSession>(sessionKey(sessionId));
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const receipt = kept?.receipt ?? null;

  async function handleIssue() {
    setPending(true);
    setFailure(null);
    try {
      const made = await api.post<Receipt>('/receipts', { participantId });
      await memory.change<KeptSession>(sessionKey(sessionId), (before) => ({ sessionId, title, participantId, ...before, receipt: made }));
    } catch (error) {
      setFailure(error);
    } finally {
      setPending(false);
    }
  }

  return (
    <section className="ui-card" aria-labelledby="receipt">
      <h2 id="receipt">{t('receipt.title')}</h2>
      <p>{t('receipt.means')}</p>
      {receipt ? (
        <>
          <a className="ui-button" data-look="secondary" href={pathOf(receipt.url)}>
            {t('receipt.open')}
          </a>
          <details className="phone-more">
            <summary>{t('receipt.show')}</summary>
            <div className="stack stack-s">
              <p>{t('receipt.keep')}</p>
              <QrCode className="phone-qr" content={receipt.url} label={t('receipt.qr')} />
              <p className="small phone-address">{receipt.url}</p>
              {typeof navigator.share === 'function' && (
                <PlainButton look="secondary" onClick={() => void navigator.share({ title: t('receipt.title'), url: receipt.url }).catch(() => undefined)}>
                  {t('receipt.share')}
                </PlainButton>
              )}
            </div>
          </details>
        </>
      ) : (
        <>
          <p className="soft">{t('receipt.missing')}</p>
          <PlainButton look="secondary" pending={pending} onClick={() => void handleIssue()}>
            {t('receipt.issue')}
          </PlainButton>
        </>
      )}
      {failure !== null && (
        <Notice tone="bad" role="alert">
          {failureText(failure)}
        </Notice>
      )}
    </section>
  );
}

/** The receipt's own page on this very host: the address in it may be the one of the hall's network. */
const pathOf = (url: string) => {
  const { pathname, hash } = new URL(url, location.href);
  return pathname + hash;
};
