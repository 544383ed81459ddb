import type { RoomActivity, RoomState, StaffState } from '@spolu/contracts/sessions';
import { Notice } from '@spolu/ui/notice';
import { PlainButton } from '@spolu/ui/plain';
import { Presentation, TriangleAlert } from 'lucide-react';
import { lazy, Suspense, useEffect, useRef, useState, type ReactNode } from 'react';
import type { BoardConnection } from '../boards/board-connection.ts';
import { useText } from '../i18n/use-text.ts';
import { keepFocus } from '../shell/keep-focus.ts';
import { StaffHands } from './hands/staff-hands.tsx';
import { keepAsking } from './keep-asking.ts';
import { StaffPace } from './pace/staff-pace.tsx';
import { RunAgenda } from './run-agenda.tsx';
import { CloseRoom, Door, OpenRoom } from './run-door.tsx';
import { RunNow } from './run-now.tsx';
import { RunPeople } from './run-people.tsx';
import type { ServerClock } from './server-clock.ts';
import { UnsavedBoard } from './unsaved-board.tsx';
import { useRoomCommands, type RoomCommands } from './use-room-commands.ts';

const QuickPoll = lazy(async () => ({ default: (await keepAsking(() => import('./activities/question/quick-poll.tsx'))).QuickPoll }));
const StaffInbox = lazy(async () => ({ default: (await keepAsking(() => import('./activities/brainstorm/staff-inbox.tsx'))).StaffInbox }));
const LateTray = lazy(async () => ({ default: (await keepAsking(() => import('./late-tray.tsx'))).LateTray }));
const MeaningSection = lazy(async () => ({ default: (await keepAsking(() => import('./report/meaning-section.tsx'))).MeaningSection }));
const PictureSection = lazy(async () => ({ default: (await keepAsking(() => import('./report/picture-section.tsx'))).PictureSection }));
const LookSection = lazy(async () => ({ default: (await keepAsking(() => import('./look-section.tsx'))).LookSection }));
const TranslateSection = lazy(async () => ({ default: (await keepAsking(() => import('./translations/translate-section.tsx'))).TranslateSection }));
const ScribeSection = lazy(async () => ({ default: (await keepAsking(() => import('./scribe/scribe-section.tsx'))).ScribeSection }));

export interface RunPanelProps {
  room: RoomState;
  /** The board beside it; null while it is not here. */
  board: BoardConnection | null;
  staff: StaffState;
  /** False for staff who look on only. */
  mayRun: boolean;
  clock: ServerClock;
  /** Asks for the room anew, after a change of hers. */
  reload: () => void;
  /** She closed the session. */
  onClosed: () => void;
  /** What stands under the thumb all the time, and so is offered nowhere else: pause, time, end or result, and what comes next. */
  bar?: (commands: RoomCommands, onEnded: (activityId: string) => void) => ReactNode;
}

/** The run sheet beside the board: what runs, what comes, who is here. The thing to do next is its one main button. */
export function RunPanel({ room, board, staff, mayRun, clock, reload, onClosed, bar }: RunPanelProps) {
  const t = useText('sessions');
  const commands = useRoomCommands(room.sessionId, reload, board);
  const { activity } = room;
  const now = useRef<HTMLElement>(null);
  // Whoever has just ended one, perhaps by mistake, has it back with one press.
  const [endedHere, setEndedHere] = useState<string | null>(null);
  const startedHere = useRef<string | null>(null);
  // Far down in the agenda she would not see what she has just begun, nor what she can do with it.
  useEffect(() => {
    if (!activity || startedHere.current !== activity.id) return;
    startedHere.current = null;
    now.current?.scrollIntoView?.({ block: 'start' });
  }, [activity]);
  return (
    <div className="run-panel stack" ref={keepFocus}>
      {staff.codeAlarm && (
        <Notice tone="warn" role="alert" icon={<TriangleAlert aria-hidden size={20} />} title={t('run.alarm')}>
          <p>{t('run.alarmMeans')}</p>
        </Notice>
      )}
      <UnsavedBoard commands={commands} />
      {room.state === 'preparing' && mayRun && <OpenRoom commands={commands} />}
      {room.state === 'closed' && (
        <Notice title={t('run.closed')}>
          <p>
            <a href={`/sessions/${room.sessionId}/report`}>{t('run.toReport')}</a>
          </p>
        </Notice>
      )}
      {room.hall && room.state === 'open' && <HallResult room={room} hall={room.hall} commands={commands} mayRun={mayRun} />}
      {activity && room.state === 'open' && <RunNow ref={now} room={room} board={board} activity={activity} staff={staff} clock={clock} commands={commands} mayRun={mayRun} hasBar={bar !== undefined} justEnded={endedHere === activity.id} onEnded={setEndedHere} />}
      {room.state === 'open' && mayRun && (
        <Suspense fallback={null}>
          <QuickPoll room={room} commands={commands} />
        </Suspense>
      )}
      {staff.inboxes.length > 0 && mayRun && (
        <Suspense fallback={null}>
          <StaffInbox sessionId={room.sessionId} inboxes={staff.inboxes} />
        </Suspense>
      )}
      {room.state === 'open' && <StaffHands hands={staff.hands} commands={commands} />}
      {room.state === 'open' && staff.pace && <StaffPace counts={staff.pace} />}
      {room.secondLanguage !== null && (
        <Suspense fallback={null}>
          <TranslateSection room={room} />
        </Suspense>
      )}
      <RunAgenda room={room} staff={staff} commands={commands} mayRun={mayRun} hasBar={bar !== undefined} onStart={(id) => (startedHere.current = id)} />
      {(staff.lateCards.length > 0 || staff.lateAnswers.length > 0) && (
        <Suspense fallback={null}>
          <LateTray staff={staff} commands={commands} mayTend={mayRun} />
        </Suspense>
      )}
      <RunPeople room={room} staff={staff} commands={commands} mayRun={mayRun} />
      {room.state === 'open' && (
        <Suspense fallback={null}>
          {mayRun && <LookSection room={room} commands={commands} />}
          <ScribeSection room={room} />
          {mayRun && <PictureSection room={room} />}
          {mayRun && <MeaningSection room={room} />}
        </Suspense>
      )}
      {room.state === 'open' && <Door room={room} commands={commands} mayRun={mayRun} />}
      {room.state === 'open' && mayRun && <CloseRoom room={room} commands={commands} onClosed={onClosed} />}
      {room.state === 'open' && mayRun && bar?.(commands, setEndedHere)}
    </div>
  );
}

/** The hall looks at an earlier vote's result while something else is on the phones. */
function HallResult({ room, hall, commands, mayRun }: { room: RoomState; hall: RoomActivity; commands: RoomCommands; mayRun: boolean }) {
  const t = useText('sessions');
  return (
    <Notice role="status" icon={<Presentation aria-hidden size={20} />} title={t('run.hallResult', { title: hall.title })}>
      <p>{t('run.hallResultMeans', { title: room.activity?.title ?? '' })}</p>
      {mayRun && (
        <PlainButton look="secondary" size="small" pending={commands.pending !== null} onClick={() => void commands.leaveResult()}>
          {t('run.leaveResult')}
        </PlainButton>
      )}
    </Notice>
  );
}
