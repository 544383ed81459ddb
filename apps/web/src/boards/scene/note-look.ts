import type { Note } from '@spolu/board/shape';
import type { NoteColour } from '@spolu/contracts/boards';

/** How one viewer sees a note: nothing of it stands on the board. */
export interface NoteLook {
  /** `none`: belongs to no group that has a colour. */
  colour: NoteColour | 'none';
  /** The number of its group, so that no colour says anything alone; empty without groups. */
  sign: string;
  /** Not what she looks for. */
  dimmed: boolean;
  /** The same in words. */
  said: string;
}
export type LookOf = (note: Note) => NoteLook;

export const asItIs: LookOf = ({ colour }) => ({ colour, sign: '', dimmed: false, said: '' });
