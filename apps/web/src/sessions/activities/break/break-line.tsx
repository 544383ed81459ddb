import type { RoomActivity, RoomState } from '@spolu/contracts/sessions';
import { useFormat } from '../../../i18n/format.ts';
import { useText } from '../../../i18n/use-text.ts';
import { nextStep } from '../../agenda.ts';

/** Beside the board: when we go on, and with what. */
export function BreakLine({ room, activity: { state, endsAt, pausedAt } }: { room: RoomState; activity: RoomActivity }) {
  const t = useText('sessions');
  const format = useFormat();
  const next = nextStep(room.agenda);
  const back = endsAt !== null && pausedAt === null ? `${t('clock.backAt')} ${format.time(endsAt)}` : t('clock.backSoon');
  return (
    <>
      <p className="strong">{state === 'running' ? back : t('clock.breakOver')}</p>
      {next && <p>{t('clock.then', { title: next.title })}</p>}
    </>
  );
}
