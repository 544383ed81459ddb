import { partOf } from '@spolu/contracts/activities/part-of';
import type { RoomActivity, RoomState, StaffState } from '@spolu/contracts/sessions';
import { ConfirmDialog } from '@spolu/ui/dialog';
import { Notice } from '@spolu/ui/notice';
import { PlainButton } from '@spolu/ui/plain';
import { Tag } from '@spolu/ui/tag';
import { DoorClosed, DoorOpen, Eye, Lock, LockOpen, Pause, Play, Presentation, Repeat, Square, TriangleAlert, Undo2 } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { BoardConnection } from '../boards/board-connection.ts';
import { useInstallation } from '../http/use-me.ts';
import { useText } from '../i18n/use-text.ts';
import { keepFocus } from '../shell/keep-focus.ts';
import { runKindOf } from './activities/run-by-kind.tsx';
import { nextStep } from './agenda.ts';
import { StaffHands } from './hands/staff-hands.tsx';
import { joinAddress, readableCode } from './join-address.ts';
import { StaffPace } from './pace/staff-pace.tsx';
import { keepAsking } from './keep-asking.ts';
import { ResumeDialog } from './resume-dialog.tsx';
import { RoomTimer } from './room-timer.tsx';
import { RunAgenda } from './run-agenda.tsx';
import { Section } from './run-section.tsx';
import { clockText, useSecondsLeft } from './seconds-left.ts';
import { shownEnd } from './shown-end.ts';
import type { ServerClock } from './server-clock.ts';
import { EXTEND_MINUTES, useRoomCommands, type RoomCommands } from './use-room-commands.ts';
import { UnsavedBoard } from './unsaved-board.tsx';
import { useStepPause } from './use-step-pause.ts';

const QuickPoll = lazy(async () => ({ default: (await keepAsking(() => import('./activities/question/quick-poll.tsx'))).QuickPoll }));
const StaffInbox = lazy(async () => ({ default: (await keepAsking(() => import('./activities/brainstorm/staff-inbox.tsx'))).StaffInbox }));
const LateTray = lazy(async () => ({ default: (await keepAsking(() => import('./late-tray.tsx'))).LateTray }));
const MeaningSection = lazy(async () => ({ default: (await keepAsking(() => import('./report/meaning-section.tsx'))).MeaningSection }));
const PictureSection = lazy(async () => ({ default: (await keepAsking(() => import('./report/picture-section.tsx'))).PictureSection }));
const LookSection = lazy(async () => ({ default: (await keepAsking(() => import('./look-section.tsx'))).LookSection }));
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
}

/** The run sheet beside the board: what runs, what comes, who is here. The thing to do next is its one main button. */
export function RunPanel({ room, board, staff, mayRun, clock, reload, onClosed }: RunPanelProps) {
  const t = useText('sessions');
  const commands = useRoomCommands(room.sessionId, reload, board);
  const { activity } = room;
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
      {activity && room.state === 'open' && <Running room={room} board={board} activity={activity} staff={staff} clock={clock} commands={commands} mayRun={mayRun} />}
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
      <RunAgenda room={room} staff={staff} commands={commands} mayRun={mayRun} />
      {(staff.lateCards.length > 0 || staff.lateAnswers.length > 0) && (
        <Suspense fallback={null}>
          <LateTray staff={staff} commands={commands} mayTend={mayRun} />
        </Suspense>
      )}
      <People room={room} staff={staff} commands={commands} mayRun={mayRun} />
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
    </div>
  );
}

function OpenRoom({ commands }: { commands: RoomCommands }) {
  const t = useText('sessions');
  return (
    <div className="run-section stack stack-s">
      <p>{t('next.preparing')}</p>
      <PlainButton onClick={() => void commands.openRoom()} pending={commands.pending !== null} icon={<DoorOpen aria-hidden size={20} />}>
        {t('next.openRoom')}
      </PlainButton>
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

interface RunningProps {
  room: RoomState;
  board: BoardConnection | null;
  activity: RoomActivity;
  staff: StaffState;
  clock: ServerClock;
  commands: RoomCommands;
  mayRun: boolean;
}

function Running({ room, board, activity, staff, clock, commands, mayRun }: RunningProps) {
  const t = useText('sessions');
  const { staffNotes } = staff;
  const { Status, isLockable, isRepeatable, isShownAtEnd, endLabel } = runKindOf(activity);
  const running = activity.state === 'running';
  const returnsTo = partOf(activity, 'question')?.returnsTo ?? null;
  const waits = commands.pending !== null;
  const step = room.agenda.find(({ id }) => id === activity.id);
  const resumable = step?.resumable === true;
  const [asking, setAsking] = useState(false);
  // Whoever has just ended it, perhaps by mistake, has it back with one press.
  const [endedHere, setEndedHere] = useState<string | null>(null);
  const [pausing, pause] = useStepPause();
  const justEnded = resumable && endedHere === activity.id;
  async function handleEnd() {
    pause();
    if (await commands.end(activity.id)) setEndedHere(activity.id);
  }
  const isOver = !running && !resumable;
  const resultWaits = activity.isCounted && !running && !activity.resultShown;
  return (
    <section className="run-section run-now stack stack-s" aria-label={t('run.now')}>
      <div className="row row-apart">
        <Tag tone={running ? 'good' : 'neutral'}>{t(`activityState.${activity.state}`)}</Tag>
        <span className="small soft">{t(`activityKind.${activity.kind}`)}</span>
      </div>
      <h2>{activity.title}</h2>
      {running && <RoomTimer activity={activity} clock={clock} />}
      {running && activity.endsAt === null && <p className="soft">{t('run.noTimeLimit')}</p>}
      {activity.instruction && <p className="small">{activity.instruction}</p>}
      {staffNotes && (
        <details className="run-notes" open>
          <summary>{t('activity.staffNotes')}</summary>
          <p className="keep-lines small">{staffNotes}</p>
        </details>
      )}
      {Status && (
        // Of its own, so that the panel, and the keyboard in it, stays while a kind's part is fetched.
        <Suspense fallback={null}>
          <Status activity={activity} staff={staff} clock={clock} board={board} />
        </Suspense>
      )}
      {mayRun && (
        <div className="run-actions">
          {activity.waitsForReveal && (
            <PlainButton icon={<Eye aria-hidden size={20} />} pending={waits} onClick={() => void commands.reveal(activity.id)}>
              {t('run.reveal')}
            </PlainButton>
          )}
          {resultWaits && (
            <PlainButton icon={<Eye aria-hidden size={20} />} pending={waits} onClick={() => void commands.showResult(activity.id)}>
              {t('run.showResult')}
            </PlainButton>
          )}
          {running && isShownAtEnd && (
            <PlainButton icon={<Eye aria-hidden size={20} />} pending={waits} onClick={() => void commands.endAndShow(activity.id)}>
              {t('run.endAndShow')}
            </PlainButton>
          )}
          {returnsTo && (
            <PlainButton
              look={activity.resultShown ? 'primary' : 'secondary'}
              icon={<Undo2 aria-hidden size={20} />}
              pending={waits || pausing}
              onClick={() => void commands.resume(returnsTo.id, running ? activity.id : null, 'left')}
            >
              {t('run.goBack', { title: returnsTo.title })}
            </PlainButton>
          )}
          {running && (
            <>
              <PlainButton look="secondary" pending={waits} onClick={() => void commands.extend(activity.id, EXTEND_MINUTES, activity.endsAt)}>
                {t('run.extend')}
              </PlainButton>
              {(activity.endsAt !== null || activity.pausedAt !== null) && (
                <PlainButton
                  look="secondary"
                  pending={waits}
                  icon={activity.pausedAt === null ? <Pause aria-hidden size={20} /> : <Play aria-hidden size={20} />}
                  onClick={() => void commands.pause(activity.id, activity.pausedAt === null)}
                >
                  {activity.pausedAt === null ? t('run.pause') : t('run.unpause')}
                </PlainButton>
              )}
              {isLockable && (
                <PlainButton
                  look="secondary"
                  pending={waits}
                  icon={activity.locked ? <LockOpen aria-hidden size={20} /> : <Lock aria-hidden size={20} />}
                  onClick={() => void commands.lock(activity.id, !activity.locked)}
                >
                  {activity.locked ? t('run.unlock') : t('run.lock')}
                </PlainButton>
              )}
              <PlainButton look="secondary" pending={waits} icon={<Square aria-hidden size={20} />} onClick={() => void handleEnd()}>
                {endLabel ? endLabel(t) : t('run.end')}
              </PlainButton>
            </>
          )}
          {justEnded && (
            <PlainButton look="secondary" pending={waits || pausing} icon={<Undo2 aria-hidden size={20} />} onClick={() => void commands.resume(activity.id, null, 'as-before')}>
              {t('run.undoEnd')}
            </PlainButton>
          )}
          {isRepeatable && isOver && (
            <PlainButton look="secondary" pending={waits} icon={<Repeat aria-hidden size={20} />} onClick={() => void commands.again(activity.id, null)}>
              {t('answers.again')}
            </PlainButton>
          )}
          {resumable && (
            <PlainButton look="secondary" pending={waits || pausing} onClick={() => setAsking(true)}>
              {t('run.resumeActivity')}
            </PlainButton>
          )}
        </div>
      )}
      <p role="status" className="small">
        {justEnded && mayRun ? t('run.justEnded') : ''}
      </p>
      {mayRun && isRepeatable && isOver && <p className="small soft">{t('answers.againMeans')}</p>}
      {mayRun && resultWaits && <p className="small soft">{t('run.resultIsFinal')}</p>}
      <ResumeDialog step={asking && step ? step : null} running={null} onClose={() => setAsking(false)} onResume={commands.resume} />
    </section>
  );
}

function People({ room, staff, commands, mayRun }: { room: RoomState; staff: StaffState; commands: RoomCommands; mayRun: boolean }) {
  const t = useText('sessions');
  const [asked, setAsked] = useState<StaffState['participants'][number] | null>(null);
  const here = staff.participants.filter((person) => !person.removed);
  const gone = staff.participants.filter((person) => person.removed);
  const silent = room.agenda.some(({ state }) => state !== 'planned') ? here.filter(({ id }) => staff.silentIds.includes(id)) : [];
  const online = here.filter((person) => person.online).length;
  const nameOf = (person: StaffState['participants'][number]) => person.nickname ?? t('run.anonymous');
  return (
    <Section title={t('run.people')}>
      <details className="run-people">
        <summary>{t('run.peopleCount', { count: room.participantCount, online })}</summary>
        {here.length === 0 && <p className="soft">{t('run.nobody')}</p>}
        <ul role="list">
          {here.map((person) => (
            <li key={person.id}>
              <span className="run-person">
                <span>{nameOf(person)}</span>
                <span className="small soft">
                  {[person.sector && t(`sector.${person.sector}`), person.online ? t('run.online') : t('run.away'), person.cardCount !== null && t('run.cards', { count: person.cardCount })]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </span>
              {mayRun && (
                <PlainButton look="quiet" size="small" aria-label={t('run.removeOf', { name: nameOf(person) })} onClick={() => setAsked(person)}>
                  {t('run.remove')}
                </PlainButton>
              )}
            </li>
          ))}
        </ul>
      </details>
      {silent.length > 0 && (
        <details className="run-people">
          <summary>{t('run.silent', { count: silent.length })}</summary>
          <p className="small soft">{t('run.silentMeans')}</p>
          <ul role="list">
            {silent.map((person) => (
              <li key={person.id}>
                <span>{nameOf(person)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {mayRun && gone.length > 0 && (
        <details className="run-people">
          <summary>{t('run.removed', { number: gone.length })}</summary>
          <ul role="list">
            {gone.map((person) => (
              <li key={person.id}>
                <span>{nameOf(person)}</span>
                <PlainButton look="quiet" size="small" pending={commands.pending !== null} aria-label={t('run.letInOf', { name: nameOf(person) })} onClick={() => void commands.letIn(person.id)}>
                  {t('run.letIn')}
                </PlainButton>
              </li>
            ))}
          </ul>
        </details>
      )}
      <ConfirmDialog
        open={asked !== null}
        onClose={() => setAsked(null)}
        title={t('run.removeTitle', { name: asked ? nameOf(asked) : '' })}
        confirm={t('run.remove')}
        danger
        onConfirm={async () => {
          if (asked) await commands.removeParticipant(asked.id);
        }}
      >
        {t('run.removeMeans')}
      </ConfirmDialog>
    </Section>
  );
}

function Door({ room, commands, mayRun }: { room: RoomState; commands: RoomCommands; mayRun: boolean }) {
  const t = useText('sessions');
  const [asking, setAsking] = useState(false);
  const { data: installation } = useInstallation();
  const address = joinAddress(installation?.publicUrl ?? window.location.origin);
  return (
    <Section title={t('run.door')} aside={<Tag tone={room.doorOpen ? 'good' : 'warn'}>{room.doorOpen ? t('run.doorOpen') : t('run.doorClosed')}</Tag>}>
      {room.code && (
        <p>
          <span className="soft">{address}</span>
          <br />
          <strong className="run-code">{readableCode(room.code)}</strong>
        </p>
      )}
      {mayRun && (
        <div className="run-actions">
          <PlainButton
            look="secondary"
            size="small"
            pending={commands.pending !== null}
            icon={room.doorOpen ? <DoorClosed aria-hidden size={18} /> : <DoorOpen aria-hidden size={18} />}
            onClick={() => void commands.setDoor(!room.doorOpen)}
          >
            {room.doorOpen ? t('run.closeDoor') : t('run.openDoor')}
          </PlainButton>
          <PlainButton look="quiet" size="small" onClick={() => setAsking(true)}>
            {t('run.newCode')}
          </PlainButton>
        </div>
      )}
      <ConfirmDialog open={asking} onClose={() => setAsking(false)} title={t('run.newCodeTitle')} confirm={t('run.newCode')} onConfirm={() => commands.newCode()}>
        {t('run.newCodeMeans')}
      </ConfirmDialog>
    </Section>
  );
}

function CloseRoom({ room, commands, onClosed }: Pick<RunPanelProps, 'room' | 'onClosed'> & { commands: RoomCommands }) {
  const t = useText('sessions');
  const [asking, setAsking] = useState(false);
  const open = room.agenda.filter((step) => step.state !== 'ended').length;
  return (
    <div className="run-section stack stack-s">
      <p>
        <a href={`/sessions/${room.sessionId}/history`}>{t('history.title')}</a>
      </p>
      <PlainButton look="secondary" onClick={() => setAsking(true)}>
        {t('run.close')}
      </PlainButton>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t('run.closeTitle')}
        confirm={t('run.close')}
        danger
        onConfirm={async () => {
          if (await commands.closeRoom()) onClosed();
        }}
      >
        <div className="stack stack-s">
          <p>{t('run.closeMeans')}</p>
          {open > 0 && <p>{t('run.closeLeft', { count: open })}</p>}
        </div>
      </ConfirmDialog>
    </div>
  );
}

/** What the hall sees now, small: always there, also while the run sheet is folded away. */
export function HallNow({ room, clock }: { room: RoomState; clock: ServerClock }) {
  const t = useText('sessions');
  const left = useSecondsLeft(room.activity?.state === 'running' && room.state === 'open' && !room.hall ? shownEnd(room.activity) : null, clock, room.activity?.pausedAt);
  const { headline, detail } = useHallWords(room);
  return (
    <section className="run-hall" aria-label={t('run.hall')}>
      <p className="run-hall-label">
        <Presentation aria-hidden size={14} /> {t('run.hall')}
      </p>
      <p className="run-hall-title">{headline}</p>
      <p className="run-hall-detail">
        <span>{detail}</span>
        {left !== null && <span className="run-hall-time">{room.activity?.pausedAt ? `${t('timer.paused')} ${clockText(left)}` : left <= 0 ? t('projector.timeOver') : clockText(left)}</span>}
      </p>
      <a className="run-hall-link" href={`/sessions/${room.sessionId}/projector`} target="_blank" rel="noreferrer">
        {t('next.projector')}
      </a>
    </section>
  );
}

function useHallWords(room: RoomState): { headline: string; detail: string } {
  const t = useText('sessions');
  const activity = room.hall ?? room.activity;
  if (room.state === 'closed') return { headline: t('projector.closed'), detail: '' };
  if (room.state === 'preparing') return { headline: room.title, detail: t('projector.preparing') };
  const begun = room.agenda.some((step) => step.state !== 'planned');
  if (!activity) {
    const next = nextStep(room.agenda);
    if (!begun) return { headline: t('projector.join'), detail: t('projector.qr') };
    return next ? { headline: next.title, detail: t('projector.next') } : { headline: t('projector.last'), detail: '' };
  }
  const { hallWords } = runKindOf(activity);
  if (hallWords) return hallWords(t, activity);
  return { headline: activity.title, detail: t(`activityKind.${activity.kind}`) };
}
