import type { Receipt } from '@spolu/contracts/provenance';
import { Button } from '@spolu/ui/button';
import { LinkButton } from '@spolu/ui/link-button';
import { Notice } from '@spolu/ui/notice';
import { Copy } from 'lucide-react';
import { useRef, useState } from 'react';
import { api } from '../http/api.ts';
import { useProblemText } from '../http/use-problem-text.ts';
import { useText } from '../i18n/use-text.ts';
import { QrCode } from '../sessions/qr-code.tsx';
import './ideas.css';

/** A guest's way back to what becomes of her ideas: a link to keep, to print or to take with another camera. One she has already is not shown again; she may ask for a new one. */
export function IdeaReceipt({ participantId, given }: { participantId: string; given: Receipt | null }) {
  const t = useText('ideas');
  const problemText = useProblemText();
  const field = useRef<HTMLInputElement>(null);
  const [receipt, setReceipt] = useState(given);
  const [copied, setCopied] = useState(false);
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);

  async function handleIssue() {
    setPending(true);
    setFailure(null);
    try {
      setReceipt(await api.post<Receipt>('/receipts', { participantId }));
    } catch (error) {
      setFailure(error);
    } finally {
      setPending(false);
    }
  }

  async function handleCopy() {
    field.current?.select();
    // Without https browsers offer no clipboard: the link is selected, ready for Ctrl+C.
    if (!navigator.clipboard || !receipt) return;
    await navigator.clipboard.writeText(receipt.url);
    setCopied(true);
  }

  return (
    <section className="ui-card ideas-receipt" aria-labelledby="idea-receipt">
      <div className="stack">
        <h2 id="idea-receipt">{t('receipt.title')}</h2>
        <p>{t(receipt ? 'receipt.keep' : 'receipt.had')}</p>
        {receipt ? (
          <>
            <label className="ui-field">
              <span className="ui-label">{t('receipt.link')}</span>
              <input className="ui-input" ref={field} readOnly value={receipt.url} onFocus={(event) => event.target.select()} />
            </label>
            <div className="row no-print">
              <LinkButton look="secondary" href={pathOf(receipt.url)}>
                {t('receipt.open')}
              </LinkButton>
              <Button look="secondary" icon={<Copy aria-hidden size={20} />} onPress={() => void handleCopy()}>
                {t('receipt.copy')}
              </Button>
            </div>
            <p role="status" className="soft">
              {copied && t('receipt.copied')}
            </p>
          </>
        ) : (
          <div className="row">
            <LinkButton look="secondary" href="/my">
              {t('done.mine')}
            </LinkButton>
            <Button look="secondary" isPending={pending} onPress={() => void handleIssue()}>
              {t('receipt.issue')}
            </Button>
          </div>
        )}
        {failure !== null && (
          <Notice tone="bad" role="alert">
            {problemText(failure)}
          </Notice>
        )}
      </div>
      {receipt && <QrCode className="ideas-qr" content={receipt.url} label={t('receipt.qr')} />}
    </section>
  );
}

/** The receipt's page on this very host: the town's own address may be another one. */
const pathOf = (url: string) => {
  const { pathname, hash } = new URL(url, location.href);
  return pathname + hash;
};
