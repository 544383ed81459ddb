import type { Note } from '@spolu/board/shape';
import { useText } from '../i18n/use-text.ts';
import { useNoteWalls } from './use-note-walls.ts';

export interface NoteWall {
  id: string;
  /** Empty: a wall without a heading. */
  title: string;
  /** The oldest first. */
  notes: readonly Note[];
}

/**
 * Walls of notes side by side, as large as all of them have room. Where they have not, the newest are shown, and each wall says how many older ones it leaves out.
 * @param sideBySide so many of them stand in a row
 */
export function NoteWalls({ walls, sideBySide, boxed = false }: { walls: readonly NoteWall[]; sideBySide: number; boxed?: boolean }) {
  const t = useText('sessions');
  const { box, cutCounts } = useNoteWalls<HTMLDivElement>();
  return (
    <div className="hall-walls" data-count={sideBySide} data-boxed={boxed || undefined} ref={box}>
      {walls.map(({ id, title, notes }, i) => {
        const cutCount = Math.min(cutCounts[i] ?? 0, notes.length);
        return (
          <section key={id} className="hall-wall">
            {(title || cutCount > 0) && (
              <div className="hall-wall-head">
                {title && (
                  <h2>
                    {title} <span className="hall-soft">{notes.length}</span>
                  </h2>
                )}
                {cutCount > 0 && <p className="hall-soft">{t(title ? 'projector.notShown' : 'projector.moreNotes', { count: cutCount })}</p>}
              </div>
            )}
            <ul role="list" className="hall-notes">
              {notes.map((note) => (
                <li key={note.id} className="ui-note hall-note" data-color={note.colour}>
                  <span>{note.text}</span>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}
