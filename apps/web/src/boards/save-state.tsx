import { Check, CloudOff, LoaderCircle, Lock, TriangleAlert } from 'lucide-react';
import { useLiveStatus } from '../http/live.ts';
import { useText } from '../i18n/use-text.ts';
import type { BoardSnapshot } from './board-connection.ts';

/** Whether what one did is safe, and whether one may do anything: always in the same place, in words. Said aloud by the announcer, not from here. */
export function SaveStateLine({ snapshot }: { snapshot: BoardSnapshot }) {
  const t = useText('boards');
  const { link } = snapshot;
  const online = useLiveStatus() !== 'offline';
  // The device knows of a lost network before the connection does.
  const save = !online && (snapshot.save === 'saved' || snapshot.save === 'saving') ? 'waiting' : snapshot.save;
  const reads = snapshot.opened && !link.rights.write;
  if (reads && (save === 'saved' || save === 'saving')) {
    const why = link.rule?.open === false ? 'closed' : link.rule?.locked ? 'locked' : 'readOnly';
    return (
      <span className="board-state" data-tone="quiet">
        <Lock aria-hidden size={16} /> {t(`state.${why}`)}
      </span>
    );
  }
  const troubled = save === 'waiting' || save === 'not-storing' || save === 'refused' || save === 'newer-version';
  const Icon = save === 'saved' ? Check : save === 'waiting' ? CloudOff : troubled ? TriangleAlert : LoaderCircle;
  return (
    <span className="board-state" data-tone={troubled ? 'warn' : 'quiet'}>
      <Icon aria-hidden size={16} /> {save === 'waiting' && link.unsaved === 0 ? t('state.waitingClean') : t(`state.${save}`)}
    </span>
  );
}
