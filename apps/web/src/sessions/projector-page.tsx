import type { RoomActivity, RoomLook, RoomState } from '@spolu/contracts/sessions';
import { Spinner } from '@spolu/ui/progress';
import { Maximize, Minimize } from 'lucide-react';
import { Suspense, useEffect, useState } from 'react';
import { TranslatedNotes } from '../boards/note-translations.tsx';
import { useLiveStatus } from '../http/live.ts';
import { useInstallation } from '../http/use-me.ts';
import { useFormat } from '../i18n/format.ts';
import { useText } from '../i18n/use-text.ts';
import { WindowTitle } from '../shell/window-title.tsx';
import { isClock, projectorActivityOf } from './activities/projector-by-kind.tsx';
import { nextStep } from './agenda.ts';
import { HallLook } from './hall-look.tsx';
import { InBoth, InTwoLanguages, SessionTitle } from './in-both.tsx';
import { joinAddress, joinUrl, readableCode } from './join-address.ts';
import { NoRoom } from './no-room.tsx';
import { QrCode } from './qr-code.tsx';
import { clockText, useSecondsLeft } from './seconds-left.ts';
import { showsDay, shownEnd } from './shown-end.ts';
import { ServerClock } from './server-clock.ts';
import { useTranslations } from './translations/use-translations.ts';
import { useRoom } from './use-room.ts';
import './projector.css';

/** What the hall sees: one thing at a time, large, with no controls but the full screen. */
export function ProjectorPage({ sessionId }: { sessionId: string }) {
  const [clock] = useState(() => new ServerClock());
  const { view, ended } = useRoom(sessionId, clock);
  if (ended && (ended.code === 'signed-out' || !view)) return <NoRoom ended={ended} />;
  if (!view) return <div className="hall hall-middle"><Spinner /></div>;
  return <Stage room={view.room} clock={clock} />;
}

/** Without controls and without a server of its own: also what the canvas shows small. */
export function Stage({ room, clock }: { room: RoomState; clock: ServerClock }) {
  const t = useText('sessions');
  const { data: installation } = useInstallation();
  const publicUrl = installation?.publicUrl ?? window.location.origin;
  const activity = room.hall ?? room.activity;
  const begun = room.agenda.some((step) => step.state !== 'planned');
  const joining = room.state === 'open' && !activity && !begun;
  return (
    <div className="hall">
      <WindowTitle>{t('projector.window', { title: room.title })}</WindowTitle>
      <header className="hall-top">
        <p className="hall-session"><SessionTitle room={room} /></p>
        {room.code && !joining && (
          <p className="hall-door">
            {joinAddress(publicUrl)} <strong className="hall-code">{readableCode(room.code)}</strong>
          </p>
        )}
        <p className="hall-people">{t('projector.people', { count: room.participantCount })}</p>
        <FullScreenButton />
      </header>
      <div className="hall-stage">
        {joining && room.code ? (
          <JoinStage room={room} code={room.code} publicUrl={publicUrl} />
        ) : room.look && room.state === 'open' ? (
          <LookStage room={room} look={room.look} clock={clock} />
        ) : activity && room.state === 'open' ? (
          <ActivityStage room={room} activity={activity} clock={clock} />
        ) : (
          <BetweenStage room={room} publicUrl={publicUrl} />
        )}
      </div>
      <Signal />
    </div>
  );
}

function JoinStage({ room, code, publicUrl }: { room: RoomState; code: string; publicUrl: string }) {
  const t = useText('sessions');
  return (
    <div className="hall-join">
      <div className="hall-join-words">
        <h1 className="hall-title">{t('projector.join')}</h1>
        <p className="hall-line">{t('projector.scan')}</p>
        <p className="hall-address">{joinAddress(publicUrl)}</p>
        <p className="hall-join-code">{readableCode(code)}</p>
        {!room.doorOpen && <p className="hall-line">{t('projector.doorClosed')}</p>}
      </div>
      <QrCode className="hall-qr" content={joinUrl(publicUrl, code)} label={t('projector.qr')} />
    </div>
  );
}

function BetweenStage({ room, publicUrl }: { room: RoomState; publicUrl: string }) {
  const t = useText('sessions');
  if (room.state === 'closed') {
    return (
      <div className="hall-middle">
        <h1 className="hall-title">{t('projector.closed')}</h1>
        <p className="hall-line">{t('projector.closedMeans')}</p>
      </div>
    );
  }
  if (room.state === 'preparing') {
    return (
      <div className="hall-middle">
        <h1 className="hall-title"><InTwoLanguages room={room} activity={room}><InBoth of={room.title} /></InTwoLanguages></h1>
        <p className="hall-line">{t('projector.preparing')}</p>
      </div>
    );
  }
  const next = nextStep(room.agenda);
  return (
    <div className="hall-join">
      <div className="hall-join-words">
        <p className="hall-line">{next ? t('projector.next') : t('projector.last')}</p>
        {next && <h1 className="hall-title">{next.title}</h1>}
        {next?.secondTitle && <p className="hall-line" lang={room.secondLanguage ?? undefined}>{next.secondTitle}</p>}
      </div>
      {room.code && <QrCode className="hall-qr" content={joinUrl(publicUrl, room.code)} label={t('projector.qr')} />}
    </div>
  );
}

function ActivityStage({ room, activity, clock }: { room: RoomState; activity: RoomActivity; clock: ServerClock }) {
  const t = useText('sessions');
  const OfKind = projectorActivityOf(activity);
  const translations = useTranslations(room.boardId, room.version, room.secondLanguage !== null);
  return (
    <InTwoLanguages room={room} activity={activity}>
      <div className="hall-head">
        <h1 className="hall-title"><InBoth of={activity.title} /></h1>
        {!isClock(activity) && <HallTimer activity={activity} clock={clock} />}
      </div>
      <TranslatedNotes of={translations} sign={t('translated')}>
        <Suspense fallback={null}>
          <OfKind boardId={room.boardId} agenda={room.agenda} activity={activity} clock={clock} />
        </Suspense>
      </TranslatedNotes>
    </InTwoLanguages>
  );
}

/** "Everybody look here": the same part of the board that phones turn to. The time of what runs goes on. */
function LookStage({ room, look, clock }: { room: RoomState; look: RoomLook; clock: ServerClock }) {
  const t = useText('sessions');
  const translations = useTranslations(room.boardId, room.version, room.secondLanguage !== null);
  const { activity } = room;
  return (
    <InTwoLanguages room={room} activity={activity}>
      <div className="hall-head">
        <h1 className="hall-title">{look.title ? <InBoth of={look.title} /> : t('projector.wholeBoard')}</h1>
        {activity && <HallTimer activity={activity} clock={clock} />}
      </div>
      <TranslatedNotes of={translations} sign={t('translated')}>
        <HallLook look={look} boardId={room.boardId} />
      </TranslatedNotes>
    </InTwoLanguages>
  );
}

function HallTimer({ activity, clock }: { activity: RoomActivity; clock: ServerClock }) {
  const t = useText('sessions');
  const format = useFormat();
  const { pausedAt } = activity;
  const left = useSecondsLeft(activity.state === 'running' ? shownEnd(activity) : null, clock, pausedAt);
  if (left === null) return pausedAt === null ? null : <p className="hall-timer">{t('timer.paused')}</p>;
  if (activity.endsAt && showsDay(activity, left)) return <p className="hall-timer hall-timer-day">{t('run.openUntil', { when: format.weekdayTime(activity.endsAt) })}</p>;
  return (
    <p className="hall-timer" role="timer" data-tone={pausedAt !== null ? 'paused' : left <= 0 ? 'over' : left <= 60 ? 'soon' : undefined}>
      {pausedAt !== null && <span className="hall-paused">{t('timer.paused')}</span>}
      {left <= 0 && pausedAt === null ? t('projector.timeOver') : clockText(left)}
    </p>
  );
}

/** The word when the line is gone: the hall must not trust a wall that stands still. */
function Signal() {
  const t = useText('sessions');
  const status = useLiveStatus();
  return (
    <p className="hall-signal" role="status">
      {status === 'online' ? '' : t('projector.offline')}
    </p>
  );
}

function FullScreenButton() {
  const t = useText('sessions');
  const [full, setFull] = useState(() => document.fullscreenElement !== null);
  useEffect(() => {
    const follow = () => setFull(document.fullscreenElement !== null);
    document.addEventListener('fullscreenchange', follow);
    return () => document.removeEventListener('fullscreenchange', follow);
  }, []);
  if (!document.fullscreenEnabled) return null;
  const label = full ? t('projector.leaveFull') : t('projector.full');
  return (
    <button
      type="button"
      className="ui-button hall-full"
      data-look="secondary"
      data-icon-only
      aria-label={label}
      title={label}
      onClick={() => void (full ? document.exitFullscreen() : document.documentElement.requestFullscreen())}
    >
      {full ? <Minimize aria-hidden size={24} /> : <Maximize aria-hidden size={24} />}
    </button>
  );
}
