import type { NoteHistory } from '@spolu/contracts/boards';
import { Dialog } from '@spolu/ui/dialog';
import { useResource } from '../http/queries.ts';
import { useFormat } from '../i18n/format.ts';
import { useText } from '../i18n/use-text.ts';
import { Loaded } from '../shell/loaded.tsx';
import type { HistoryViewProps } from './history-view.tsx';
import './history.css';

/** Who wrote one note and moved it, when. */
export function HistoryNote({ boardId, noteId, nameOf, onClose }: { boardId: string; noteId: string; nameOf: HistoryViewProps['nameOf']; onClose: () => void }) {
  const t = useText('boards');
  const note = useResource<NoteHistory>(`/boards/${boardId}/history/note?noteId=${noteId}`);
  return (
    <Dialog open onClose={onClose} title={t('history.note')}>
      <Loaded query={note}>{(history) => <Steps history={history} nameOf={nameOf} />}</Loaded>
    </Dialog>
  );
}

function Steps({ history, nameOf }: { history: NoteHistory; nameOf: HistoryViewProps['nameOf'] }) {
  const t = useText('boards');
  const format = useFormat();
  return (
    <>
      {history.text.trim() !== '' && <p className="ui-note">{history.text}</p>}
      <ol role="list" className="history-steps">
        {history.steps.map(({ tick, at, by, act, text }) => (
          <li key={`${tick} ${act}`}>
            <time dateTime={at}>{format.dateTime(at)}</time>
            <span>
              <span className="history-who">{nameOf(by)}</span> {t(`history.act.${act}`)}
              {text !== null && text.trim() !== '' && `: „${text}“`}
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}
