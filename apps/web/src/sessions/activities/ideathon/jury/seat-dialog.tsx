import type { MoveSeat } from '@spolu/contracts/activities/ideathon-jury';
import { ConfirmDialog, Dialog } from '@spolu/ui/dialog';
import { PlainButton, PlainSelect } from '@spolu/ui/plain';
import { toast } from '@spolu/ui/toast';
import { useState } from 'react';
import { useText } from '../../../../i18n/use-text.ts';

interface SeatDialogProps {
  from: { id: string; name: string };
  /** Who may have the seat, the newest first. */
  people: readonly { id: string; name: string }[];
  /** Answers whether it was carried out. */
  onMove: (input: MoveSeat) => Promise<boolean>;
  onClose: () => void;
}

/** A juror goes on from another phone: who she is now is chosen, and asked for once more. */
export function SeatDialog({ from, people, onMove, onClose }: SeatDialogProps) {
  const t = useText('sessions/activities/ideathon/jury');
  const [toId, setToId] = useState('');
  const [asking, setAsking] = useState(false);
  const to = people.find(({ id }) => id === toId);
  async function handleConfirm() {
    if (!to || !(await onMove({ from: from.id, to: to.id }))) return;
    toast(t('run.seatMoved', { to: to.name }), 'good');
    onClose();
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('run.moveSeatOf', { name: from.name })}
      actions={to && <PlainButton onClick={() => setAsking(true)}>{t('run.moveSeatNow')}</PlainButton>}
    >
      <p>{t('run.moveSeatMeans')}</p>
      {people.length === 0 ? (
        <p className="soft">{t('run.moveSeatNobody')}</p>
      ) : (
        <PlainSelect label={t('run.moveSeatTo')} value={to?.id ?? ''} onChange={setToId} options={[{ id: '', label: '–' }, ...people.map(({ id, name }) => ({ id, label: name }))]} />
      )}
      <ConfirmDialog open={asking && to !== undefined} onClose={() => setAsking(false)} title={t('run.moveSeatAsk')} confirm={t('run.moveSeatNow')} onConfirm={handleConfirm}>
        {t('run.moveSeatSure', { from: from.name, to: to?.name ?? '' })}
      </ConfirmDialog>
    </Dialog>
  );
}
