import { REASON_MAX_LENGTH } from '@spolu/contracts/plain';
import { Button } from '@spolu/ui/button';
import { Dialog } from '@spolu/ui/dialog';
import { TextArea } from '@spolu/ui/text-area';
import { useState } from 'react';
import { useText } from '../../../../i18n/use-text.ts';

/** A result that was fixed is set aside only for a reason. */
export function ReopenDialog({ onReopen, onClose }: { onReopen: (reason: string) => Promise<unknown>; onClose: () => void }) {
  const t = useText('sessions/activities/ideathon/jury');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [pending, setPending] = useState(false);
  async function handleReopen() {
    setTried(true);
    if (!reason.trim()) return;
    setPending(true);
    await onReopen(reason.trim());
    onClose();
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('run.reopen')}
      keep
      actions={<Button look="danger" isPending={pending} onPress={() => void handleReopen()}>{t('run.reopen')}</Button>}
    >
      <p>{t('run.reopenMeans')}</p>
      <TextArea label={t('run.reason')} rows={3} maxLength={REASON_MAX_LENGTH} value={reason} onChange={setReason} error={tried && !reason.trim() ? t('conflicts.reasonMissing') : null} />
    </Dialog>
  );
}
