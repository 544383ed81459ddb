import type { RoomBrainstorm, RoomSpeaker, SheetCircle } from '@spolu/contracts/activities/brainstorm';
import { useText } from '../../../i18n/use-text.ts';
import { HallText } from '../../hall-text.tsx';
import { InBoth } from '../../in-both.tsx';
import { useLiveBoard } from '../../live-board.ts';
import { NoteWalls } from '../../note-walls.tsx';
import type { ProjectorActivityProps } from '../projector-by-kind.tsx';
import { speakerName } from './speaker-name.ts';

/** Notes as they come; while they are hidden, only how many there are. */
export function ProjectorBrainstorm({ boardId, activity: { part: brainstorm, instruction, state } }: ProjectorActivityProps<'brainstorm'>) {
  const t = useText('sessions');
  return (
    <>
      {brainstorm.howMightWe && <p className="hall-question"><InBoth of={brainstorm.howMightWe} /></p>}
      {instruction && <HallText look="instruction" text={instruction} />}
      {brainstorm.way && state === 'running' && <Turn way={brainstorm.way} />}
      {brainstorm.revealed ? (
        <Notes boardId={boardId} isOver={state === 'ended'} frames={brainstorm.frames} {...sheetsOf(brainstorm.way)} />
      ) : (
        <div className="hall-middle">
          <p className="hall-count">{brainstorm.cardCount}</p>
          <p className="hall-line">{t('projector.hiddenCards', { count: brainstorm.cardCount })}</p>
        </div>
      )}
    </>
  );
}

/** Which round it is, or who has the word. */
function Turn({ way }: { way: NonNullable<RoomBrainstorm['way']> }) {
  const t = useText('sessions');
  if (way.kind === 'brainwriting') {
    return (
      <>
        <p className="hall-line">
          {t('way.round', { round: way.round, rounds: way.rounds })} · {t(way.round === 1 ? 'way.hallFirst' : 'way.hallNext')}
        </p>
        {way.circles.length > 1 && (
          <p className="hall-line hall-soft">
            {t('way.circleCount', { count: way.circles.length })} · {t('way.hallCircles')}
          </p>
        )}
      </>
    );
  }
  const nameOf = (speaker: RoomSpeaker) => speakerName(speaker, (number) => t('way.guest', { number }));
  return (
    <>
      <p className="hall-question">
        <span className="hall-soft">{t('way.word')}</span> {way.speaker ? nameOf(way.speaker) : t('way.nobody')}
      </p>
      {way.next.length > 0 && <p className="hall-line hall-soft">{t('way.then', { names: way.next.map(nameOf).join(', ') })}</p>}
    </>
  );
}

const sheetsOf = (way: RoomBrainstorm['way']) => (way?.kind === 'brainwriting' ? { isSheets: true, circles: way.circles } : { isSheets: false, circles: [] });

interface NotesProps {
  boardId: string;
  isOver: boolean;
  frames: readonly { id: string; title: string }[];
  isSheets: boolean;
  circles: readonly SheetCircle[];
}

function Notes({ boardId, isOver, frames, isSheets, circles }: NotesProps) {
  const t = useText('sessions');
  const board = useLiveBoard(boardId);
  const walls = frames.map((frame) => ({ ...frame, notes: board.notes.filter((note) => note.position.frameId === frame.id) }));
  // Sheets of several circles are read circle by circle; more walls than can be read side by side are one.
  const inCircles = circles.map(({ number, frameIds }) => ({
    id: String(number), title: t('way.wall', { number }), notes: walls.filter(({ id }) => frameIds.includes(id)).flatMap(({ notes }) => notes),
  }));
  const columns = circles.length > 1 ? inCircles : isSheets && walls.length > WALLS_MAX ? [{ id: 'all', title: '', notes: walls.flatMap(({ notes }) => notes) }] : walls;
  // On a board without frames of its own everything that lies there was written now.
  const shown = columns.length > 0 ? columns : [{ id: 'all', title: '', notes: board.notes }];
  if (shown.every(({ notes }) => notes.length === 0)) return <p className="hall-middle hall-line">{t(isOver ? 'report.noNotes' : 'projector.noNotes')}</p>;
  // A single frame is named as the activity is, whose name stands above.
  const named = shown.length > 1 ? shown : shown.map((wall) => ({ ...wall, title: '' }));
  return <NoteWalls walls={named} sideBySide={columnsFor(shown.length)} />;
}

const WALLS_MAX = 12;

/** Two rows are better than columns too narrow to read. */
const columnsFor = (count: number) => (count <= 3 ? count : count === 4 || count > 6 ? 4 : 3);
