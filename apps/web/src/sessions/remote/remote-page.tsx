import { Problem } from '@spolu/contracts/problems';
import { Spinner } from '@spolu/ui/progress';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useText } from '../../i18n/use-text.ts';
import { Page } from '../../shell/page.tsx';
import '../canvas.css';
import { NoRoom } from '../no-room.tsx';
import { HallNow } from '../hall-now.tsx';
import { RunPanel } from '../run-panel.tsx';
import { ServerClock } from '../server-clock.ts';
import { useRoom } from '../use-room.ts';
import { RemoteBar } from './remote-bar.tsx';

/** The session in the facilitator's hand: what the hall sees, what comes, and the four buttons she needs while she walks about. Without the board. */
export function RemotePage() {
  const { id = '' } = useParams();
  return <Remote key={id} sessionId={id} />;
}

function Remote({ sessionId }: { sessionId: string }) {
  const t = useText('sessions');
  const navigate = useNavigate();
  const [clock] = useState(() => new ServerClock());
  const { view, ended, reload } = useRoom(sessionId, clock);
  if (ended && (ended.code === 'signed-out' || !view)) return <NoRoom ended={ended} />;
  if (!view) return <div className="wrap page"><Spinner /></div>;
  const { room, staff, may } = view;
  if (!staff) return <NoRoom ended={new Problem('forbidden')} />;
  return (
    <Page title={room.title} windowTitle={t('remote.window', { title: room.title })} width="narrow" breadcrumbs={[{ label: t('remote.preparation'), href: `/sessions/${sessionId}` }]}>
      <HallNow room={room} clock={clock} />
      <RunPanel
        room={room} board={null} staff={staff} mayRun={may.run} clock={clock} reload={reload} onClosed={() => void navigate(`/sessions/${sessionId}/report`)}
        bar={(commands, onEnded) => <RemoteBar room={room} commands={commands} onEnded={onEnded} />}
      />
    </Page>
  );
}
