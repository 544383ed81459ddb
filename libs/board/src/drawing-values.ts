import * as Y from 'yjs';
import type { DrawingKind } from '@spolu/contracts/boards';
import { DRAWING_KINDS } from '@spolu/contracts/plain';
import { faultOfItem } from './fields.ts';
import { isTextKind, itemsOf, type Value } from './shape.ts';

/** A drawing as it stands in the document: for a file that is read in again. */
export interface DrawingValues {
  fields: Record<string, Value>;
  text?: string;
}

/** What a file does not hold: nothing about people, and where it lies in the stack is said otherwise. */
const LEFT_OUT = new Set(['participantId', 'order', 'removed']);

/** Of all drawings that are there, by id. */
export function readDrawingValues(doc: Y.Doc): Map<string, DrawingValues> {
  const drawings = new Map<string, DrawingValues>();
  for (const kind of DRAWING_KINDS) {
    for (const [id, item] of itemsOf(doc, kind)) {
      const values: DrawingValues = { fields: {} };
      for (const [name, value] of item) {
        if (value instanceof Y.Text) values.text = value.toString();
        // Null says the same as nothing.
        else if (!LEFT_OUT.has(name) && value !== null) values.fields[name] = value;
      }
      drawings.set(id, values);
    }
  }
  return drawings;
}

/** What is wrong with a drawing of a file; undefined if nothing. */
export function faultOfDrawing(kind: DrawingKind, id: string, { fields, text }: DrawingValues): string | undefined {
  const given = Object.entries(fields).filter(([name]) => !LEFT_OUT.has(name));
  if (given.length < Object.keys(fields).length) return `${kind} has no such field`;
  return faultOfItem(kind, id, new Map<string, unknown>([...given, ['order', 'a0'], ['removed', null]]), isTextKind(kind) ? (text ?? '') : text);
}
