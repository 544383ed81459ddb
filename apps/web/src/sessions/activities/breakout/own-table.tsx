import type { RoomActivityOf } from '@spolu/contracts/sessions';
import { LinkButton } from '@spolu/ui/link-button';
import { useText } from '../../../i18n/use-text.ts';
import { boardAddress, chosenBoard } from '../../chosen-board.ts';
import { useOwnTable } from './use-own-table.ts';

/** Beside the board: which table is hers, what it is asked, and the way to its board. */
export function OwnTable({ activity: { id, part } }: { activity: RoomActivityOf<'breakout'> }) {
  const t = useText('sessions');
  const { table } = useOwnTable(id, part);
  const here = chosenBoard();
  return (
    <section className="run-section stack stack-s" aria-label={t('breakout.yourTable')}>
      {part.message && <p className="keep-lines">{part.message.text}</p>}
      {table === null && <p>{t('breakout.noTable')}</p>}
      {table && (
        <>
          <h2>{t('breakout.table', { number: table.number })}</h2>
          {[table.place, table.question].filter(Boolean).map((line) => (
            <p key={line}>{line}</p>
          ))}
          {here !== table.boardId && <LinkButton href={boardAddress(table.boardId)}>{t('breakout.openTable')}</LinkButton>}
        </>
      )}
      {here !== null && <a href={boardAddress(null)}>{t('breakout.firstBoard')}</a>}
    </section>
  );
}
