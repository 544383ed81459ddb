import type * as Y from 'yjs';
import type { NoteColour } from '@spolu/contracts/boards';
import { setField, type Change } from './edits.ts';
import { addAuthored, moveItem, removeItem, restoreItem, sharedText, topOrderIn, writeText, type NewAuthored } from './items.ts';
import { readAll, readOne } from './read-all.ts';
import { NOTE_SIZE, toNote, type Note, type Position, type RemovedBy, type Size } from './shape.ts';
import { positionValue, sizeValue } from './values.ts';

export interface NewNote extends NewAuthored {
  /** Left out: a new contribution with the note's own id. */
  contributionId?: string;
  text: string;
  colour: NoteColour;
  position: Position;
  size?: Size;
  clusterId?: string | null;
  category?: string | null;
  createdAt: number;
}

/** Adds a note. Undoing it removes the note as its author's own doing, unless somebody else has written in it since. */
export const addNote = (doc: Y.Doc, { contributionId, text, colour, position, size = NOTE_SIZE, clusterId = null, category, createdAt, ...authored }: NewNote): Change[] =>
  addAuthored(doc, 'note', authored, {
    contributionId: contributionId ?? authored.id, colour, p: positionValue(position), size: sizeValue(size), clusterId, ...(category ? { category } : {}), createdAt,
  }, text);

/** Makes `text` the note's text, changing no more letters than it must. */
export const editNote = (doc: Y.Doc, noteId: string, text: string): Change[] => writeText(doc, 'note', noteId, text);

/** To be called once, at the drop. */
export const moveNote = (doc: Y.Doc, noteId: string, to: Position): Change[] => moveItem(doc, 'note', noteId, to);

export const colourNote = (doc: Y.Doc, noteId: string, colour: NoteColour): Change[] => setField(doc, 'note', noteId, 'colour', colour);

/** Puts it on top of all others. */
export const raiseNote = (doc: Y.Doc, noteId: string, order = topOrderIn(doc)): Change[] =>
  setField(doc, 'note', noteId, 'order', order);

/** Takes a note off the board; it can be brought back with all that others did to it since. */
export const removeNote = (doc: Y.Doc, noteId: string, by: RemovedBy): Change[] => removeItem(doc, 'note', noteId, by);

export const restoreNote = (doc: Y.Doc, noteId: string): Change[] => restoreItem(doc, 'note', noteId);

/** Null: out of any cluster. */
export const putInCluster = (doc: Y.Doc, noteId: string, clusterId: string | null): Change[] => setField(doc, 'note', noteId, 'clusterId', clusterId);

/** By which people filter and colour; null: none. */
export const categoriseNote = (doc: Y.Doc, noteId: string, category: string | null): Change[] => setField(doc, 'note', noteId, 'category', category);

/** The shared text for an editor bound to it. Inside it, and only there, `Y.UndoManager` is safe. */
export const noteText = (doc: Y.Doc, noteId: string): Y.Text | undefined => sharedText(doc, 'note', noteId);

export const readNote = (doc: Y.Doc, noteId: string): Note | undefined => readOne(doc, 'note', noteId, toNote);

/** All notes in stacking order, lowest first. */
export const readNotes = (doc: Y.Doc, options?: { removed?: boolean }): Note[] => readAll(doc, 'note', toNote, options);
