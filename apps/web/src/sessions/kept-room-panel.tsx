import { CloudOff } from 'lucide-react';
import { useFormat } from '../i18n/format.ts';
import { useText } from '../i18n/use-text.ts';
import { BarePage } from '../shell/bare-page.tsx';
import type { KeptRoom } from './kept-room.ts';

/** Beside a board that was opened without a network: what this device knows of the room and since when, and what has to wait. */
export function KeptRoomPanel({ kept: { view, isStaff, at } }: { kept: KeptRoom }) {
  const t = useText('sessions');
  const format = useFormat();
  const { activity } = view.room;
  return (
    <>
      <div className="run-section stack stack-s">
        <h2 className="canvas-kept">
          <CloudOff aria-hidden size={20} /> {t('canvas.kept')}
        </h2>
        <p>{t('canvas.keptMeans')}</p>
        <p className="soft">{t(isStaff ? 'canvas.keptStaff' : 'canvas.keptParticipant')}</p>
      </div>
      {activity && (
        <div className="run-section stack stack-s">
          <h2>{activity.title}</h2>
          {activity.instruction && <p>{activity.instruction}</p>}
          <p className="small soft">{t('canvas.keptAt', { time: format.dateTime(at) })}</p>
        </div>
      )}
    </>
  );
}

/** Nobody answers, and there is nothing of this room on the device. */
export function NotKept() {
  const t = useText('sessions');
  return <BarePage title={t('canvas.kept')} summary={t('canvas.notKept')} />;
}
