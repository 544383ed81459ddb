import type { StaffState } from '@spolu/contracts/sessions';
import { PlainButton } from '@spolu/ui/plain';
import { useState } from 'react';
import { useText } from '../../../i18n/use-text.ts';
import './run-breakout.css';
import { SeatingDialog } from './seating-dialog.tsx';
import { useTableCommands, useTables } from './use-tables.ts';

/** Who will sit where, before the breakout begins; nothing where tables are not planned. */
export function PlannedSeats({ activityId, title, staff }: { activityId: string; title: string; staff: StaffState }) {
  const t = useText('sessions');
  const view = useTables(activityId, staff.version, false);
  const commands = useTableCommands(activityId);
  const [open, setOpen] = useState(false);
  if (!view?.may.seat) return null;
  const seated = view.tables.reduce((sum, { memberIds }) => sum + memberIds.length, 0);
  return (
    <>
      <PlainButton look="quiet" size="small" aria-label={t('breakout.planSeatsOf', { title })} onClick={() => setOpen(true)}>
        {t('breakout.planSeats', { count: seated })}
      </PlainButton>
      <SeatingDialog open={open} onClose={() => setOpen(false)} view={view} staff={staff} commands={commands} />
    </>
  );
}
