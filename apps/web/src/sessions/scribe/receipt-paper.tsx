import type { Receipt } from '@spolu/contracts/provenance';
import { Button } from '@spolu/ui/button';
import { Dialog } from '@spolu/ui/dialog';
import { useText } from '../../i18n/use-text.ts';
import { QrCode } from '../qr-code.tsx';
import './receipt-paper.css';

/** Her receipt as it comes out of the printer: on paper stands this and nothing else of the page. */
export function ReceiptPaper({ title, name, receipt: { url }, onClose }: { title: string; name: string; receipt: Receipt; onClose: () => void }) {
  const t = useText('sessions');
  return (
    <Dialog open onClose={onClose} title={t('scribe.receiptTitle')} actions={<Button onPress={() => window.print()}>{t('scribe.print')}</Button>} keep>
      <p>{t('scribe.receiptOnce')}</p>
      <div className="receipt-paper">
        <h3>{title}</h3>
        <p>{name}</p>
        <QrCode className="receipt-paper-qr" content={url} label={t('scribe.qr')} />
        <p>{t('scribe.receiptMeans')}</p>
        <p className="receipt-paper-url">{url}</p>
      </div>
    </Dialog>
  );
}
