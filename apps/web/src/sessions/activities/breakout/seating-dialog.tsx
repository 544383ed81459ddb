import type { TablesView } from '@spolu/contracts/activities/breakout';
import type { StaffState } from '@spolu/contracts/sessions';
import { Dialog } from '@spolu/ui/dialog';
import { PlainButton } from '@spolu/ui/plain';
import { Tag } from '@spolu/ui/tag';
import { useText } from '../../../i18n/use-text.ts';
import { ChoosePlace } from '../choose-place.tsx';
import type { TableCommands } from './use-tables.ts';

interface SeatingDialogProps {
  open: boolean;
  onClose: () => void;
  view: TablesView;
  staff: StaffState;
  commands: TableCommands;
}

/** Who sits where, in the order in which they came, and a seat elsewhere for each: nobody's line moves while she is seated. */
export function SeatingDialog({ open, onClose, view, staff, commands }: SeatingDialogProps) {
  const t = useText('sessions');
  const mayMove = view.may.seat;
  const tableOf = new Map(view.tables.flatMap((table) => table.memberIds.map((id) => [id, table] as const)));
  const tableName = (number: number | undefined) => (number === undefined ? t('breakout.nowhere') : t('breakout.table', { number }));
  return (
    <Dialog open={open} onClose={onClose} title={t('breakout.whoSitsWhere')} size="large">
      {staff.participants.every(({ removed }) => removed) && <p className="soft">{t('run.nobody')}</p>}
      <ul role="list" className="seating">
        {staff.participants.map(({ id, nickname, removed }, i) => {
          if (removed) return null;
          const table = tableOf.get(id);
          const name = nickname ?? t('history.participant', { number: i + 1 });
          const isHost = table?.hostId === id;
          return (
            <li key={id}>
              <span>
                {name} {isHost && <Tag tone="accent">{t('breakout.host')}</Tag>}
              </span>
              {mayMove && table && (
                <PlainButton
                  look="quiet"
                  size="small"
                  pending={commands.pending}
                  aria-label={t(isHost ? 'breakout.unhostOf' : 'breakout.hostOf', { name })}
                  onClick={() => void commands.nameHost({ table: table.number, participantId: isHost ? null : id })}
                >
                  {isHost ? t('breakout.unhost') : t('breakout.makeHost')}
                </PlainButton>
              )}
              {mayMove ? (
                <ChoosePlace
                  label={t('breakout.seatOf', { name })}
                  value={String(table?.number ?? '')}
                  nowhere={tableName(undefined)}
                  places={view.tables.map(({ number }) => ({ id: String(number), title: tableName(number) }))}
                  press={t('breakout.seat')}
                  pressLabel={(title) => t('breakout.seatThere', { name, table: title })}
                  pending={commands.pending}
                  onChoose={(number) => commands.seat({ participantId: id, table: number === '' ? null : Number(number) })}
                />
              ) : (
                <span className="soft">{tableName(table?.number)}</span>
              )}
            </li>
          );
        })}
      </ul>
    </Dialog>
  );
}
