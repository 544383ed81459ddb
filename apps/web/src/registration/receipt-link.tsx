import { Button } from '@spolu/ui/button';
import { LinkButton } from '@spolu/ui/link-button';
import { Copy, Mail } from 'lucide-react';
import { useRef, useState } from 'react';
import { useText } from '../i18n/use-text.ts';
import { QrCode } from '../sessions/qr-code.tsx';

/** The one thing to keep: the link that opens her sign-up again. It is shown, copied, sent to herself, or taken by another camera. */
export function ReceiptLink({ url, title }: { url: string; title: string }) {
  const t = useText('registration');
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState(false);
  const mail = `mailto:?subject=${encodeURIComponent(t('done.mailSubject', { title }))}&body=${encodeURIComponent(url)}`;
  async function handleCopy() {
    field.current?.select();
    // Without https browsers offer no clipboard: the link is selected, ready for Ctrl+C.
    if (!navigator.clipboard) return;
    await navigator.clipboard.writeText(url);
    setCopied(true);
  }
  return (
    <section className="ui-card registration-link" aria-labelledby="receipt-link">
      <div className="stack">
        <h2 id="receipt-link">{t('done.linkTitle')}</h2>
        <p>{t('done.linkText')}</p>
        <label className="ui-field">
          <span className="ui-label">{t('done.link')}</span>
          <input className="ui-input" ref={field} readOnly value={url} onFocus={(event) => event.target.select()} />
        </label>
        <div className="row no-print">
          <Button look="secondary" icon={<Copy aria-hidden size={20} />} onPress={() => void handleCopy()}>
            {t('done.copy')}
          </Button>
          <LinkButton look="secondary" href={mail} icon={<Mail aria-hidden size={20} />}>
            {t('done.mail')}
          </LinkButton>
        </div>
        <p role="status" className="soft">
          {copied && t('done.copied')}
        </p>
      </div>
      <QrCode className="registration-qr" content={url} label={t('done.qr')} />
    </section>
  );
}
