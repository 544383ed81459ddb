import type { TablesView } from '@spolu/contracts/activities/breakout';
import type { StaffState } from '@spolu/contracts/sessions';
import { Dialog } from '@spolu/ui/dialog';
import { PlainButton } from '@spolu/ui/plain';
import { Tag } from '@spolu/ui/tag';
import { useState } from 'react';
import { useText } from '../../../i18n/use-text.ts';
import type { TableCommands } from './use-tables.ts';

interface SeatingDialogProps {
  open: boolean;
  onClose: () => void;
  view: TablesView;
  staff: StaffState;
  commands: TableCommands;
  /** Seats change only while it runs. */
  running: boolean;
}

/** Who sits where, in the order in which they came, and a seat elsewhere for each: nobody's line moves while she is seated. */
export function SeatingDialog({ open, onClose, view, staff, commands, running }: SeatingDialogProps) {
  const t = useText('sessions');
  const mayMove = view.may.run && running;
  const tableOf = new Map(view.tables.flatMap((table) => table.memberIds.map((id) => [id, table] as const)));
  const tableName = (number: number | undefined) => (number === undefined ? t('breakout.nowhere') : t('breakout.table', { number }));
  return (
    <Dialog open={open} onClose={onClose} title={t('breakout.whoSitsWhere')} size="large">
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
                <Seat
                  name={name}
                  table={table?.number ?? null}
                  tables={view.tables.map(({ number }) => number)}
                  tableName={tableName}
                  pending={commands.pending}
                  onSeat={(number) => commands.seat({ participantId: id, table: number })}
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

interface SeatProps {
  name: string;
  table: number | null;
  tables: readonly number[];
  tableName: (number: number | undefined) => string;
  pending: boolean;
  onSeat: (table: number | null) => Promise<unknown>;
}

/** A table is chosen first and taken by a press: a list that is walked through with the arrow keys would send her from board to board. */
function Seat({ name, table, tables, tableName, pending, onSeat }: SeatProps) {
  const t = useText('sessions');
  const [chosen, setChosen] = useState<number | null | undefined>();
  const shown = chosen === undefined ? table : chosen;
  return (
    <>
      <select
        className="ui-input"
        aria-label={t('breakout.seatOf', { name })}
        value={shown ?? ''}
        onChange={({ target: { value } }) => setChosen(value === '' ? null : Number(value))}
      >
        <option value="">{tableName(undefined)}</option>
        {tables.map((number) => (
          <option key={number} value={number}>
            {tableName(number)}
          </option>
        ))}
      </select>
      {shown !== table && (
        <PlainButton size="small" pending={pending} aria-label={t('breakout.seatThere', { name, table: tableName(shown ?? undefined) })} onClick={() => void onSeat(shown).then(() => setChosen(undefined))}>
          {t('breakout.seat')}
        </PlainButton>
      )}
    </>
  );
}
