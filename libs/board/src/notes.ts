import * as Y from 'yjs';
import type { NoteColour } from '@spolu/contracts/boards';
import { addItem, fieldsOf, setField, type Change } from './edits.ts';
import { orderAfter } from './order-key.ts';
import { byOrder, COORDINATE_MAX, itemsOf, NOTE_SIZE, toNote, type Note, type Position, type RemovedBy, type Size } from './shape.ts';

export interface NewNote {
  /** A UUID, made by whoever makes the note. */
  id: string;
  /** Left out: a new contribution with the note's own id. */
  contributionId?: string;
  participantId: string | null;
  text: string;
  colour: NoteColour;
  position: Position;
  size?: Size;
  clusterId?: string | null;
  /** Left out: on top of all notes. */
  order?: string;
  createdAt: number;
}

const whole = (coordinate: number) => Math.max(-COORDINATE_MAX, Math.min(COORDINATE_MAX, Math.round(coordinate)));
/** Whole numbers keep a move under 45 bytes; position and frame are one value so that of two moves one wins whole. */
const positionValue = ({ x, y, frameId }: Position) => [whole(x), whole(y), frameId] as const;
const sizeValue = ({ width, height }: Size) => [Math.round(width), Math.round(height)] as const;

/** Adds a note. Undoing it removes the note as its author's own doing, unless somebody else has written in it since. */
export function addNote(doc: Y.Doc, note: NewNote): Change[] {
  const added = addItem(doc, 'note', note.id, {
    contributionId: note.contributionId ?? note.id,
    ...(note.participantId === null ? {} : { participantId: note.participantId }),
    colour: note.colour,
    p: positionValue(note.position),
    size: sizeValue(note.size ?? NOTE_SIZE),
    clusterId: note.clusterId ?? null,
    order: note.order ?? orderAfter(readNotes(doc, { removed: true })),
    removed: null,
    createdAt: note.createdAt,
  }, note.text);
  return added ? [{ kind: 'note', id: note.id, field: 'removed', before: note.participantId === null ? 'staff' : 'author', after: null, madeWith: note.text }] : [];
}

/** Makes `text` the note's text, changing no more letters than it must. */
export const editNote = (doc: Y.Doc, noteId: string, text: string): Change[] => setField(doc, 'note', noteId, 'text', text);

/** To be called once, at the drop. */
export const moveNote = (doc: Y.Doc, noteId: string, to: Position): Change[] => setField(doc, 'note', noteId, 'p', positionValue(to));

export const colourNote = (doc: Y.Doc, noteId: string, colour: NoteColour): Change[] => setField(doc, 'note', noteId, 'colour', colour);

/** Puts it on top of all others. */
export const raiseNote = (doc: Y.Doc, noteId: string, order = orderAfter(readNotes(doc, { removed: true }))): Change[] =>
  setField(doc, 'note', noteId, 'order', order);

/** Takes a note off the board; it can be brought back with all that others did to it since. */
export const removeNote = (doc: Y.Doc, noteId: string, by: RemovedBy): Change[] => setField(doc, 'note', noteId, 'removed', by);

export const restoreNote = (doc: Y.Doc, noteId: string): Change[] => setField(doc, 'note', noteId, 'removed', null);

/** Null: out of any cluster. */
export const putInCluster = (doc: Y.Doc, noteId: string, clusterId: string | null): Change[] => setField(doc, 'note', noteId, 'clusterId', clusterId);

/** The shared text for an editor bound to it. Inside it, and only there, `Y.UndoManager` is safe. */
export function noteText(doc: Y.Doc, noteId: string): Y.Text | undefined {
  const text = fieldsOf(doc, 'note', noteId)?.get('text');
  return text instanceof Y.Text ? text : undefined;
}

export function readNote(doc: Y.Doc, noteId: string): Note | undefined {
  const fields = fieldsOf(doc, 'note', noteId);
  return fields && toNote(noteId, fields);
}

/** All notes in stacking order, lowest first. */
export function readNotes(doc: Y.Doc, { removed = false } = {}): Note[] {
  const notes: Note[] = [];
  for (const [id, fields] of itemsOf(doc, 'note')) {
    if (!(fields instanceof Y.Map)) continue;
    const note = toNote(id, fields);
    if (removed || !note.removed) notes.push(note);
  }
  return notes.sort(byOrder);
}
