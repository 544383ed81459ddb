import { useText } from '../../../i18n/use-text.ts';
import { HallText } from '../../hall-text.tsx';
import { useLiveBoard } from '../../live-board.ts';
import { NoteWalls } from '../../note-walls.tsx';
import type { ProjectorActivityProps } from '../projector-by-kind.tsx';

/** Notes as they come; while they are hidden, only how many there are. */
export function ProjectorBrainstorm({ boardId, activity: { part: brainstorm, instruction } }: ProjectorActivityProps<'brainstorm'>) {
  const t = useText('sessions');
  return (
    <>
      {brainstorm.howMightWe && <p className="hall-question">{brainstorm.howMightWe}</p>}
      {instruction && <HallText look="instruction" text={instruction} />}
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
  if (shown.every(({ notes }) => notes.length === 0)) return <p className="hall-middle hall-line">{t('projector.noNotes')}</p>;
  // A single frame is named as the activity is, whose name stands above.
  const walls = shown.length > 1 ? shown : shown.map((wall) => ({ ...wall, title: '' }));
  return <NoteWalls walls={walls} sideBySide={columnsFor(shown.length)} />;
}

/** Two rows are better than columns too narrow to read. */
const columnsFor = (count: number) => (count <= 3 ? count : count === 4 || count > 6 ? 4 : 3);
