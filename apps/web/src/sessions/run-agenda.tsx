import { partOf } from '@spolu/contracts/activities/part-of';
import type { RoomState, RoomStep, StaffState } from '@spolu/contracts/sessions';
import { PlainButton } from '@spolu/ui/plain';
import { Play, SkipForward, Undo2 } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useFormat } from '../i18n/format.ts';
import { useText } from '../i18n/use-text.ts';
import { nextStep, stepBefore } from './agenda.ts';
import { keepAsking } from './keep-asking.ts';
import { ResumeDialog } from './resume-dialog.tsx';
import { Section } from './run-section.tsx';
import type { RoomCommands } from './use-room-commands.ts';
import { useStepPause } from './use-step-pause.ts';

const PlannedSeats = lazy(async () => ({ default: (await keepAsking(() => import('./activities/breakout/planned-seats.tsx'))).PlannedSeats }));

interface RunAgendaProps {
  room: RoomState;
  staff: StaffState;
  commands: RoomCommands;
  mayRun: boolean;
  /** A bar under the thumb starts what comes next. */
  hasBar: boolean;
  /** One is about to begin, or to go on. */
  onStart: (activityId: string) => void;
}

/** The steps of the session: what was, what runs, what comes; each with what may be done with it now. */
export function RunAgenda({ room, staff, commands, mayRun, hasBar, onStart }: RunAgendaProps) {
  const t = useText('sessions');
  const format = useFormat();
  const next = nextStep(room.agenda);
  const before = stepBefore(room.agenda, room.activity?.id ?? null);
  const running = room.agenda.find((step) => step.state === 'running') ?? null;
  // From a quick question the bar leads back, not on.
  const nextInBar = hasBar && !partOf(room.activity, 'question')?.returnsTo;
  const [resuming, setResuming] = useState<RoomStep | null>(null);
  const mayStart = mayRun && room.state === 'open';
  const [pausing, pause] = useStepPause();
  const waits = commands.pending !== null || pausing;
  function handleStart(activityId: string) {
    if (waits) return;
    pause();
    onStart(activityId);
    void commands.start(activityId, running?.id ?? null);
  }
  const handleResume: RoomCommands['resume'] = (id, ...rest) => {
    onStart(id);
    return commands.resume(id, ...rest);
  };
  return (
    <Section title={t('agenda.title')}>
      {room.agenda.length === 0 && (
        <p className="soft">
          {t('run.noAgenda')} <a href={`/sessions/${room.sessionId}`}>{t('run.toPreparation')}</a>
        </p>
      )}
      <ol className="run-agenda" role="list">
        {room.agenda.map((step) => (
          <li key={step.id} data-state={step.state} aria-current={step.state === 'running' ? 'step' : undefined}>
            <span className="run-step">
              <span className="strong">{step.title}</span>
              <span className="small soft">
                {step.openUntil ? t('agenda.openUntil', { when: format.weekdayTime(step.openUntil) }) : t('agenda.minutesShort', { minutes: format.number(step.minutes) })} · {step.skipped ? t('run.skipped') : t(`activityState.${step.state}`)}
              </span>
              {step.waitsForReveal && <span className="small">{t('run.stillHidden')}</span>}
            </span>
            {mayStart && step.waitsForReveal && step.id !== room.activity?.id && (
              <PlainButton look="secondary" size="small" pending={commands.pending !== null} aria-label={t('run.revealOf', { title: step.title })} onClick={() => void commands.reveal(step.id)}>
                {t('run.reveal')}
              </PlainButton>
            )}
            {/* What was on the screens last has its buttons above, with all that is said of it. */}
            {mayStart && step.state === 'ended' && step.id !== room.activity?.id && (
              <span className="run-step-actions">
                {step.hasResult && step.id !== room.hall?.id && (
                  <PlainButton look="quiet" size="small" pending={waits} aria-label={t('run.showResultOf', { title: step.title })} onClick={() => void commands.showResult(step.id)}>
                    {t('run.showResult')}
                  </PlainButton>
                )}
                {step.resumable && (
                  <PlainButton look="quiet" size="small" pending={waits} aria-label={t('run.resumeOf', { title: step.title })} onClick={() => setResuming(step)}>
                    {t('run.resume')}
                  </PlainButton>
                )}
              </span>
            )}
            {mayStart && step.kind === 'breakout' && step.state === 'planned' && (
              <Suspense fallback={null}>
                <PlannedSeats activityId={step.id} title={step.title} staff={staff} />
              </Suspense>
            )}
            {mayStart && step.state === 'planned' && step.id !== next?.id && (
              <span className="run-step-actions">
                <PlainButton look="quiet" size="small" pending={waits} aria-label={t('run.startOf', { title: step.title })} onClick={() => handleStart(step.id)}>
                  {t('run.start')}
                </PlainButton>
                {step.skipped && (
                  <PlainButton look="quiet" size="small" pending={waits} aria-label={t('run.unskipOf', { title: step.title })} onClick={() => void commands.skip(step.id, false)}>
                    {t('run.unskip')}
                  </PlainButton>
                )}
              </span>
            )}
          </li>
        ))}
      </ol>
      {mayRun && room.state === 'open' && room.agenda.length > 0 && (
        <p className="small">
          {/* In a tab of its own: the board stays as it is. */}
          <a href={`/sessions/${room.sessionId}#agenda`} target="_blank" rel="noreferrer">
            {t('run.onTime')}
          </a>
        </p>
      )}
      {mayStart && next && (
        <>
          {!nextInBar && (
            <>
              {/* Another button for each step: a second press must not start the one after it. */}
              <PlainButton
                key={next.id}
                look={running ? 'secondary' : 'primary'}
                icon={<Play aria-hidden size={20} />}
                pending={waits}
                onClick={() => handleStart(next.id)}
              >
                {t('run.startOf', { title: next.title })}
              </PlainButton>
              {running && <p className="small soft">{t('run.startEnds')}</p>}
            </>
          )}
          <PlainButton look="quiet" size="small" icon={<SkipForward aria-hidden size={18} />} pending={waits} onClick={() => void commands.skip(next.id, true)}>
            {t('run.skipOf', { title: next.title })}
          </PlainButton>
        </>
      )}
      {mayStart && before && (
        <PlainButton look="quiet" size="small" icon={<Undo2 aria-hidden size={18} />} pending={waits} onClick={() => setResuming(before)}>
          {t('run.backTo', { title: before.title })}
        </PlainButton>
      )}
      <ResumeDialog step={resuming} running={running} onClose={() => setResuming(null)} onResume={handleResume} />
    </Section>
  );
}
