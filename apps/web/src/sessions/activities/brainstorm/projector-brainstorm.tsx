import type { Note } from '@spolu/board/shape';
import type { RoomActivity } from '@spolu/contracts/sessions';
import { useText } from '../../../i18n/use-text.ts';
import { useLiveBoard } from '../../live-board.ts';
import { useWholeItems } from '../../use-whole-items.ts';

interface ProjectorBrainstormProps {
  boardId: string;
  activity: RoomActivity & { brainstorm: NonNullable<RoomActivity['brainstorm']> };
}

/** Notes as they come; while they are hidden, only how many there are. */
export function ProjectorBrainstorm({ boardId, activity: { brainstorm, instruction } }: ProjectorBrainstormProps) {
  const t = useText('sessions');
  return (
    <>
      {instruction && <p className="hall-instruction keep-lines">{instruction}</p>}
      {brainstorm.revealed ? (
        <Notes boardId={boardId} frames={brainstorm.frames} />
      ) : (
        <div className="hall-middle">
          <p className="hall-count">{brainstorm.cardCount}</p>
          <p className="hall-line">{t('projector.hiddenCards', { count: brainstorm.cardCount })}</p>
        </div>
      )}
    </>
  );
}

function Notes({ boardId, frames }: { boardId: string; frames: readonly { id: string; title: string }[] }) {
  const t = useText('sessions');
  const board = useLiveBoard(boardId);
  const columns = frames.map((frame) => ({ ...frame, notes: board.notes.filter((note) => note.position.frameId === frame.id) }));
  // On a board without frames of its own everything that lies there was written now.
  const shown = columns.length > 0 ? columns : [{ id: 'all', title: '', notes: board.notes }];
  const total = shown.reduce((sum, { notes }) => sum + notes.length, 0);
  if (total === 0) return <p className="hall-middle hall-line">{t('projector.noNotes')}</p>;
  return (
    <div className="hall-columns" data-count={columnsFor(shown.length)}>
      {shown.map((column) => (
        <section key={column.id} className="hall-column">
          {shown.length > 1 && (
            <h2 className="hall-column-title">
              {column.title} <span className="hall-soft">{column.notes.length}</span>
            </h2>
          )}
          <NoteWall notes={column.notes} />
        </section>
      ))}
    </div>
  );
}

/** Two rows are better than columns too narrow to read. */
const columnsFor = (count: number) => (count <= 3 ? count : count === 4 || count > 6 ? 4 : 3);

/** So many notes have room to be larger. */
const FEW = 9;

/** The newest stand last; when the wall is full the oldest row goes out at the top, a row at a time. */
export function NoteWall({ notes }: { notes: readonly Note[] }) {
  const wall = useWholeItems<HTMLDivElement>(notes);
  return (
    <div className="hall-wall" ref={wall} data-few={notes.length <= FEW || undefined}>
      <ul role="list" className="hall-notes">
        {notes.map((note) => (
          <li key={note.id} className="ui-note hall-note" data-color={note.colour}>
            <span>{note.text}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
