import { mayStayOpen } from '@spolu/contracts/activities/open-until';
import { partOf } from '@spolu/contracts/activities/part-of';
import type { RoomActivity, RoomState, StaffState } from '@spolu/contracts/sessions';
import { PlainButton } from '@spolu/ui/plain';
import { Tag } from '@spolu/ui/tag';
import { CalendarClock, Eye, Lock, LockOpen, Pause, Play, Repeat, Square, Undo2 } from 'lucide-react';
import { lazy, Suspense, useState, type Ref } from 'react';
import type { BoardConnection } from '../boards/board-connection.ts';
import { useText } from '../i18n/use-text.ts';
import { runKindOf } from './activities/run-by-kind.tsx';
import { ResumeDialog } from './resume-dialog.tsx';
import { RoomTimer } from './room-timer.tsx';
import type { ServerClock } from './server-clock.ts';
import { EXTEND_MINUTES, type RoomCommands } from './use-room-commands.ts';
import { useStepPause } from './use-step-pause.ts';

const OpenUntilDialog = lazy(() => import('./open-until-dialog.tsx'));

interface RunNowProps {
  ref: Ref<HTMLElement>;
  room: RoomState;
  board: BoardConnection | null;
  activity: RoomActivity;
  staff: StaffState;
  clock: ServerClock;
  commands: RoomCommands;
  mayRun: boolean;
  /** What a bar under the thumb offers is not offered here. */
  hasBar: boolean;
  /** On this screen. */
  justEnded: boolean;
  onEnded: (activityId: string) => void;
}

/** What runs now, or ended last: its time, its state, and all that can be done with it. */
export function RunNow({ ref, room, board, activity, staff, clock, commands, mayRun, hasBar, justEnded, onEnded }: RunNowProps) {
  const t = useText('sessions');
  const { staffNotes } = staff;
  const { Status, isLockable, isRepeatable, isShownAtEnd, endLabel } = runKindOf(activity);
  const running = activity.state === 'running';
  const returnsTo = partOf(activity, 'question')?.returnsTo ?? null;
  const waits = commands.pending !== null;
  const step = room.agenda.find(({ id }) => id === activity.id);
  const resumable = step?.resumable === true;
  const mayLeaveOpen = activity.endsItself || mayStayOpen({ kind: activity.kind, way: partOf(activity, 'brainstorm')?.way ?? null });
  const [dating, setDating] = useState(false);
  const [asking, setAsking] = useState(false);
  const [pausing, pause] = useStepPause();
  async function handleEnd() {
    pause();
    if (await commands.end(activity.id)) onEnded(activity.id);
  }
  const isOver = !running && !resumable;
  const resultWaits = activity.isCounted && !running && !activity.resultShown;
  return (
    <section ref={ref} className="run-section run-now stack stack-s" aria-label={t('run.now')}>
      <div className="row row-apart">
        <Tag tone={running ? 'good' : 'neutral'}>{t(`activityState.${activity.state}`)}</Tag>
        <span className="small soft">{t(`activityKind.${activity.kind}`)}</span>
      </div>
      <h2>{activity.title}</h2>
      {running && <RoomTimer activity={activity} clock={clock} />}
      {running && activity.endsItself && <p className="small soft">{t('run.openUntilMeans')}</p>}
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
          {resultWaits && !hasBar && (
            <PlainButton icon={<Eye aria-hidden size={20} />} pending={waits} onClick={() => void commands.showResult(activity.id)}>
              {t('run.showResult')}
            </PlainButton>
          )}
          {running && isShownAtEnd && (
            <PlainButton icon={<Eye aria-hidden size={20} />} pending={waits} onClick={() => void commands.endAndShow(activity.id)}>
              {t('run.endAndShow')}
            </PlainButton>
          )}
          {returnsTo && !hasBar && (
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
              {!activity.endsItself && !hasBar && <PlainButton look="secondary" pending={waits} onClick={() => void commands.extend(activity.id, EXTEND_MINUTES, activity.endsAt)}>
                {t('run.extend')}
              </PlainButton>}
              {mayLeaveOpen && (
                <PlainButton look="secondary" pending={waits} icon={<CalendarClock aria-hidden size={20} />} onClick={() => setDating(true)}>
                  {activity.endsItself ? t('run.moveEnd') : t('run.leaveOpen')}
                </PlainButton>
              )}
              {!hasBar && !activity.endsItself && (activity.endsAt !== null || activity.pausedAt !== null) && (
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
              {!hasBar && (
                <PlainButton look="secondary" pending={waits} icon={<Square aria-hidden size={20} />} onClick={() => void handleEnd()}>
                  {endLabel ? endLabel(t) : t('run.end')}
                </PlainButton>
              )}
            </>
          )}
          {resumable && justEnded && (
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
      {dating && (
        <Suspense fallback={null}>
          <OpenUntilDialog activity={activity} onClose={() => setDating(false)} />
        </Suspense>
      )}
      <ResumeDialog step={asking && step ? step : null} running={null} onClose={() => setAsking(false)} onResume={commands.resume} />
    </section>
  );
}
