import type { Note } from '@spolu/board/shape';
import { useNoteTranslations } from '../boards/note-translations.tsx';
import { useText } from '../i18n/use-text.ts';
import { InBoth } from './in-both.tsx';
import { useNoteWalls } from './use-note-walls.ts';

export interface NoteWall {
  id: string;
  /** Empty: a wall without a heading. */
  title: string;
  /** The oldest first. */
  notes: readonly Note[];
}

/** More of them no wall has room for. Older ones go fifty at a time, so that those that stay keep their places. */
const NEWEST = 100;
const AT_A_TIME = 50;
const tooOld = (count: number) => Math.max(0, Math.floor((count - NEWEST) / AT_A_TIME) * AT_A_TIME);

/**
 * Walls of notes side by side, as large as all of them have room. Where they have not, the newest are shown, and each wall says how many older ones it leaves out.
 * @param sideBySide so many of them stand in a row
 */
export function NoteWalls({ walls, sideBySide, boxed = false }: { walls: readonly NoteWall[]; sideBySide: number; boxed?: boolean }) {
  const t = useText('sessions');
  const translationOf = useNoteTranslations();
  const { box, cutCounts } = useNoteWalls<HTMLDivElement>();
  return (
    <div className="hall-walls" data-count={sideBySide} data-boxed={boxed || undefined} ref={box}>
      {walls.map(({ id, title, notes }, i) => {
        const old = tooOld(notes.length);
        const cutCount = Math.min(old + (cutCounts[i] ?? 0), notes.length);
        return (
          <section key={id} className="hall-wall">
            {(title || cutCount > 0) && (
              <div className="hall-wall-head">
                {title && (
                  <h2>
                    <InBoth of={title} /> <span className="hall-soft">{notes.length}</span>
                  </h2>
                )}
                {cutCount > 0 && <p className="hall-soft">{t(title ? 'projector.notShown' : 'projector.moreNotes', { count: cutCount })}</p>}
              </div>
            )}
            <ul role="list" className="hall-notes">
              {notes.slice(old).map((note) => (
                <li key={note.id} className="ui-note hall-note" data-color={note.colour}>
                  <span>
                    {note.text}
                    {translationOf(note.contributionId)}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}
