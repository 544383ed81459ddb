import type { PastBoard, PastBox, PastNote, Restored } from '@spolu/contracts/boards';
import { Button } from '@spolu/ui/button';
import { ConfirmDialog } from '@spolu/ui/dialog';
import { toast } from '@spolu/ui/toast';
import { RotateCcw } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { api } from '../http/api.ts';
import { useCommand, useResource } from '../http/queries.ts';
import { useProblemText } from '../http/use-problem-text.ts';
import { useFormat } from '../i18n/format.ts';
import { useText } from '../i18n/use-text.ts';
import { Loaded } from '../shell/loaded.tsx';
import { HistoryNote } from './history-note.tsx';
import type { Done, HistoryViewProps } from './history-view.tsx';

interface PreviewProps extends Pick<HistoryViewProps, 'nameOf'> {
  boardId: string;
  tick: number;
  mayRestore: boolean;
  onDone: (done: Done) => void;
  /** Back to the time that was chosen. */
  onBack: () => void;
}

/** The board as it was: as a picture and as a list, to be read only; and the way back to it. */
export function HistoryPreview({ boardId, tick, ...props }: PreviewProps) {
  const past = useResource<PastBoard>(`/boards/${boardId}/history/past?tick=${tick}`);
  return <Loaded query={past}>{(board) => <Preview board={board} {...props} />}</Loaded>;
}

function Preview({ board, nameOf, mayRestore, onDone, onBack }: Omit<PreviewProps, 'boardId' | 'tick'> & { board: PastBoard }) {
  const t = useText('boards');
  const format = useFormat();
  const problemText = useProblemText();
  const heading = useRef<HTMLHeadingElement>(null);
  const [asking, setAsking] = useState(false);
  const [noteId, setNoteId] = useState<string | null>(null);
  const restore = useCommand(() => api.post<Restored>(`/boards/${board.boardId}/restorations`, { tick: board.tick }), [`/boards/${board.boardId}`]);
  const title = t('history.boardAt', { at: format.dateTime(board.at) });

  // On a narrow screen it lies below the list: whoever chose a time is brought to it.
  useEffect(() => heading.current?.focus(), []);

  async function handleRestore() {
    try {
      const { restoredCount, withdrawnCount, undoTick } = await restore.mutateAsync();
      const withdrawn = withdrawnCount > 0 ? ` ${t('history.withdrawn', { count: withdrawnCount })}` : '';
      onDone({ text: `${t('history.restored', { count: restoredCount })}${withdrawn}`, undoTick });
    } catch (error) {
      toast(problemText(error), 'bad');
    }
  }

  return (
    <div className="stack">
      <h2 ref={heading} tabIndex={-1}>
        {title}
      </h2>
      <Picture board={board} label={`${title}: ${t('notes', { count: board.noteCount })}`} />
      <div className="row">
        {mayRestore && (
          <Button icon={<RotateCcw aria-hidden size={20} />} onPress={() => setAsking(true)}>
            {t('history.restore')}
          </Button>
        )}
        <Button look="secondary" className="history-back" onPress={onBack}>
          {t('history.back')}
        </Button>
      </div>
      {board.frames.map(({ id, title: frame, clusters }) => (
        <section key={id ?? ''} className="stack stack-s">
          <h3>{id === null ? t('frame.none') : frame || t('frame.untitled')}</h3>
          {clusters.length === 0 && <p className="soft small">{t('history.empty')}</p>}
          {clusters.map((cluster) => (
            <div key={cluster.id ?? ''} className="stack stack-s">
              {cluster.id !== null && <h4>{cluster.title || t('cluster.unnamed')}</h4>}
              <ul role="list" className="history-notes">
                {cluster.notes.map((note) => (
                  <li key={note.id}>
                    <button type="button" className="ui-note" data-color={note.colour} aria-haspopup="dialog" onClick={() => setNoteId(note.id)}>
                      {note.text.trim() || t('note.empty')}
                    </button>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </section>
      ))}
      {noteId !== null && <HistoryNote boardId={board.boardId} noteId={noteId} nameOf={nameOf} onClose={() => setNoteId(null)} />}
      <ConfirmDialog open={asking} onClose={() => setAsking(false)} title={t('history.restoreTitle')} confirm={t('history.restore')} onConfirm={handleRestore}>
        <ul>
          <li>{t('history.restoreMeans', { at: format.dateTime(board.at) })}</li>
          <li>{t('history.restoreLater')}</li>
          <li>{t('history.restoreUndo')}</li>
        </ul>
      </ConfirmDialog>
    </div>
  );
}

const MARGIN = 60;

/** Frames and coloured cards from far away; the words stand in the list below it. */
function Picture({ board, label }: { board: PastBoard; label: string }) {
  const frames = board.frames.flatMap(({ id, box }) => (box ? [{ id, box }] : []));
  const notes = board.frames.flatMap(({ clusters }) => clusters.flatMap((cluster) => cluster.notes));
  const { x, y, width, height } = around([...frames.map(({ box }) => box), ...notes.map(({ box }) => box)]);
  return (
    <svg className="history-picture" role="img" aria-label={label} viewBox={`${x - MARGIN} ${y - MARGIN} ${width + 2 * MARGIN} ${height + 2 * MARGIN}`}>
      {frames.map(({ id, box }) => (
        <rect key={id} className="history-picture-frame" {...box} rx={8} />
      ))}
      {notes.map(({ id, colour, box }: PastNote) => (
        <rect key={id} className="history-picture-note" data-color={colour} {...box} rx={6} />
      ))}
    </svg>
  );
}

function around(boxes: readonly PastBox[]): PastBox {
  if (boxes.length === 0) return { x: 0, y: 0, width: 1240, height: 880 };
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  return { x, y, width: Math.max(...boxes.map((box) => box.x + box.width)) - x, height: Math.max(...boxes.map((box) => box.y + box.height)) - y };
}
