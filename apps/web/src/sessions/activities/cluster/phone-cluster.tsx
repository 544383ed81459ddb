import { InBoth } from '../../in-both.tsx';
import { BoardLink } from '../../phone/board-link.tsx';
import { BoardList } from '../../phone/board-list.tsx';
import { usePhoneText } from '../../phone/phone-text.tsx';
import { ScreenTitle } from '../../phone/screen.tsx';
import type { PhoneActivityProps } from '../phone-by-kind.tsx';

/** Grouping happens on the big screen together; the phone follows along, word by word. */
export function PhoneCluster({ room, activity, me }: PhoneActivityProps<'cluster'>) {
  const { t } = usePhoneText();
  return (
    <div className="phone-screen">
      <ScreenTitle>{activity.title}</ScreenTitle>
      {activity.instruction && <p className="keep-lines phone-instruction"><InBoth of={activity.instruction} /></p>}
      <p className="soft">{activity.state === 'running' ? t('cluster.follow') : t('cluster.over')}</p>
      <BoardLink sessionId={room.sessionId} />
      <BoardList boardId={room.boardId} participantId={me.participantId} version={room.version} level={2} />
    </div>
  );
}
