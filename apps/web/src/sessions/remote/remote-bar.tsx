import { partOf } from '@spolu/contracts/activities/part-of';
import type { RoomState } from '@spolu/contracts/sessions';
import { PlainButton } from '@spolu/ui/plain';
import { Eye, Pause, Play, SkipForward, Square, Undo2 } from 'lucide-react';
import { useText } from '../../i18n/use-text.ts';
import { nextStep } from '../agenda.ts';
import { EXTEND_MINUTES, type RoomCommands } from '../use-room-commands.ts';
import { useStepPause } from '../use-step-pause.ts';
import './remote.css';

/** Always under the thumb: the time, the end or the result, and what comes next. */
export function RemoteBar({ room, commands, onEnded }: { room: RoomState; commands: RoomCommands; onEnded: (activityId: string) => void }) {
  const t = useText('sessions');
  const [pausing, pause] = useStepPause();
  const waits = commands.pending !== null || pausing;
  const next = nextStep(room.agenda);
  const { activity } = room;
  const running = activity?.state === 'running' ? activity : null;
  const returnsTo = partOf(activity, 'question')?.returnsTo ?? null;
  const hasResult = activity !== null && !running && activity.isCounted && !activity.resultShown;
  /** The buttons that come in its place are not meant by a second press. */
  function step(command: () => Promise<boolean>) {
    pause();
    return command();
  }
  async function handleEnd(activityId: string) {
    if (await step(() => commands.end(activityId))) onEnded(activityId);
  }
  if (!running && !hasResult && !next && !returnsTo) return null;
  return (
    <div className="remote-bar" role="group" aria-label={t('remote.title')}>
      {running && !running.endsItself && (running.endsAt !== null || running.pausedAt !== null) && (
        <PlainButton
          look="secondary"
          pending={waits}
          icon={running.pausedAt === null ? <Pause aria-hidden size={22} /> : <Play aria-hidden size={22} />}
          onClick={() => void commands.pause(running.id, running.pausedAt === null)}
        >
          {running.pausedAt === null ? t('remote.pause') : t('remote.goOn')}
        </PlainButton>
      )}
      {running && !running.endsItself && (
        <PlainButton look="secondary" pending={waits} aria-label={t('run.extend')} onClick={() => void commands.extend(running.id, EXTEND_MINUTES, running.endsAt)}>
          +{EXTEND_MINUTES}
        </PlainButton>
      )}
      {running && (
        <PlainButton look="secondary" pending={waits} icon={<Square aria-hidden size={22} />} onClick={() => void handleEnd(running.id)}>
          {t('run.end')}
        </PlainButton>
      )}
      {hasResult && (
        <PlainButton pending={waits} icon={<Eye aria-hidden size={22} />} onClick={() => void step(() => commands.showResult(activity.id))}>
          {t('run.showResult')}
        </PlainButton>
      )}
      {returnsTo && (
        <PlainButton
          className="remote-next"
          look={hasResult ? 'secondary' : 'primary'}
          pending={waits}
          icon={<Undo2 aria-hidden size={22} />}
          onClick={() => void step(() => commands.resume(returnsTo.id, running?.id ?? null, 'left'))}
        >
          {t('run.goBack', { title: returnsTo.title })}
        </PlainButton>
      )}
      {next && !returnsTo && (
        <PlainButton
          key={next.id}
          className="remote-next"
          look={hasResult ? 'secondary' : 'primary'}
          pending={waits}
          icon={<SkipForward aria-hidden size={22} />}
          onClick={() => void step(() => commands.start(next.id, running?.id ?? null))}
        >
          {t('remote.next', { title: next.title })}
        </PlainButton>
      )}
    </div>
  );
}
