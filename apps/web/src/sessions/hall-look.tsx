import type { Note } from '@spolu/board/shape';
import type { RoomLook } from '@spolu/contracts/sessions';
import { useText } from '../i18n/use-text.ts';
import { useLiveBoard } from './live-board.ts';
import { NoteWalls, type NoteWall } from './note-walls.tsx';

/** What everybody is asked to look at: a frame cluster by cluster, or the whole board frame by frame. */
export function HallLook({ look: { frameId }, boardId }: { look: RoomLook; boardId: string }) {
  const t = useText('sessions');
  const { frames, clusters, notes } = useLiveBoard(boardId);
  const named = clusters.map(({ id, title }) => ({ id, title: title || t('report.unnamed') }));
  const walls = frameId === null
    ? wallsOf(frames, notes, ({ position }) => position.frameId, t('report.noFrame'))
    : wallsOf(named, notes.filter(({ position }) => position.frameId === frameId), ({ clusterId }) => clusterId, t('report.noFrame'));
  if (walls.length === 0) return <p className="hall-middle hall-line">{t('report.noNotes')}</p>;
  return <NoteWalls walls={walls} sideBySide={sideBySide(walls.length)} boxed={frameId !== null && walls.length > 1} />;
}

const sideBySide = (count: number) => (count <= 3 ? count : count === 4 || count > 6 ? 4 : 3);

/** A wall for each place that holds notes, and a last one for those that lie in none; that one needs no name where it is alone. */
function wallsOf(places: readonly { id: string; title: string }[], notes: readonly Note[], placeOf: (note: Note) => string | null, rest: string): NoteWall[] {
  const known = new Set<string | null>(places.map(({ id }) => id));
  const filled = places.map(({ id, title }) => ({ id, title, notes: notes.filter((note) => placeOf(note) === id) })).filter((wall) => wall.notes.length > 0);
  const loose = notes.filter((note) => !known.has(placeOf(note)));
  return loose.length === 0 ? filled : [...filled, { id: 'rest', title: filled.length > 0 ? rest : '', notes: loose }];
}
