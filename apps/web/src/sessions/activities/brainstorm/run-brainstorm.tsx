import type { RoomBrainstorm } from '@spolu/contracts/activities/brainstorm';
import type { Text } from '../../../i18n/texts.ts';
import { useText } from '../../../i18n/use-text.ts';
import { lazyView } from '../lazy-view.ts';
import type { RunActivityProps, RunKind } from '../run-by-kind.tsx';
import type { RunSheets } from './run-sheets.tsx';
import type { RunWord } from './run-word.tsx';
import { speakerName } from './speaker-name.ts';

const sheets = lazyView<Parameters<typeof RunSheets>[0]>(async () => (await import('./run-sheets.tsx')).RunSheets);
const word = lazyView<Parameters<typeof RunWord>[0]>(async () => (await import('./run-word.tsx')).RunWord);

/** How many cards there are, and how many of those who are here have written none. */
function Status({ activity: { id, state, part }, staff: { participants, inboxes, missedWordIds } }: RunActivityProps<'brainstorm'>) {
  const t = useText('sessions');
  // Where notes are made on the board too, nobody's cards tell whether she wrote.
  const writing = state === 'running' && part.mode === 'hidden' && !part.revealed ? participants.filter(({ online, removed }) => online && !removed) : [];
  const waitingCount = inboxes.find(({ activityId }) => activityId === id)?.waitingCount ?? 0;
  const notWritten = writing.filter(({ cardCount }) => cardCount === 0).length;
  const missed = participants.flatMap(({ id: participantId, nickname: name }, i) => (missedWordIds.includes(participantId) ? [{ participantId, name, number: i + 1 }] : []));
  return (
    <>
      {part.howMightWe && <p><strong>{part.howMightWe}</strong></p>}
      {part.way?.kind === 'brainwriting' && <sheets.View activityId={id} running={state === 'running'} way={part.way} sheetCount={part.frames.length} />}
      {part.way?.kind === 'round-robin' && <word.View activityId={id} running={state === 'running'} way={part.way} missed={missed} />}
      <p>
        <strong>{t('run.cards', { count: part.cardCount })}</strong> <span className="soft">{part.mode === 'hidden' && part.revealed ? t('run.revealed') : t(`mode.${part.mode}`)}</span>
        {part.moderated && (
          <>
            <br />
            <strong>{t('inbox.inInbox', { count: waitingCount })}</strong>
          </>
        )}
        {writing.length > 0 && (
          <>
            <br />
            <span className="soft">{notWritten === 0 ? t('run.allWrote') : t('run.notWritten', { count: notWritten })}</span>
          </>
        )}
      </p>
    </>
  );
}

function hallWay(t: Text<'sessions'>, way: RoomBrainstorm['way']): string | null {
  if (way?.kind === 'brainwriting') {
    return [t('way.round', { round: way.round, rounds: way.rounds }), way.circles.length > 1 && t('way.circleCount', { count: way.circles.length })].filter(Boolean).join(' · ');
  }
  return way?.speaker ? `${t('way.word')} ${speakerName(way.speaker, (number) => t('way.guest', { number }))}` : null;
}

export const RUN_BRAINSTORM: RunKind<'brainstorm'> = {
  Status,
  isLockable: true,
  hallWords: (t, { title, part }) => ({ headline: part.howMightWe ?? title, detail: [hallWay(t, part.way), t('run.cards', { count: part.cardCount })].filter(Boolean).join(' · ') }),
};
