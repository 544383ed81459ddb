import type { RoomState } from '@spolu/contracts/sessions';
import { Presentation } from 'lucide-react';
import { useFormat } from '../i18n/format.ts';
import { useText } from '../i18n/use-text.ts';
import { runKindOf } from './activities/run-by-kind.tsx';
import { nextStep } from './agenda.ts';
import { clockText, useSecondsLeft } from './seconds-left.ts';
import { showsDay, shownEnd } from './shown-end.ts';
import type { ServerClock } from './server-clock.ts';

/** What the hall sees now, small: always there, also while the run sheet is folded away. */
export function HallNow({ room, clock }: { room: RoomState; clock: ServerClock }) {
  const t = useText('sessions');
  const left = useSecondsLeft(room.activity?.state === 'running' && room.state === 'open' && !room.hall ? shownEnd(room.activity) : null, clock, room.activity?.pausedAt);
  const format = useFormat();
  const { headline, detail } = useHallWords(room);
  return (
    <section className="run-hall" aria-label={t('run.hall')}>
      <p className="run-hall-label">
        <Presentation aria-hidden size={14} /> {t('run.hall')}
      </p>
      <p className="run-hall-title">{headline}</p>
      <p className="run-hall-detail">
        <span>{detail}</span>
        {left !== null && <span className="run-hall-time">{room.activity?.endsAt && showsDay(room.activity, left) ? t('run.openUntil', { when: format.weekdayTime(room.activity.endsAt) }) : room.activity?.pausedAt ? `${t('timer.paused')} ${clockText(left)}` : left <= 0 ? t('projector.timeOver') : clockText(left)}</span>}
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
