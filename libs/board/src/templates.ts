import type * as Y from 'yjs';
import type { BoardTemplate } from '@spolu/contracts/methods';
import type { Change } from './edits.ts';
import { addFrame, newFrameId } from './frames.ts';
import { FRAME_SIZE, type Place } from './shape.ts';

export const FRAME_GAP = 80;

/**
 * The frames that a method begins with, side by side from a corner of the board on, in reading order and in one transaction.
 * @returns the ids of the frames, in the template's order
 */
export function addTemplate(doc: Y.Doc, { frames }: Pick<BoardTemplate, 'frames'>, at: Place): { changes: Change[]; frameIds: string[] } {
  const changes: Change[] = [];
  const frameIds: string[] = [];
  const span = (cells: number, side: number) => cells * side + (cells - 1) * FRAME_GAP;
  doc.transact(() => {
    for (const { title, divided, column, row, columnSpan, rowSpan } of frames) {
      const id = newFrameId();
      frameIds.push(id);
      changes.push(...addFrame(doc, {
        id,
        title: title.text,
        position: { x: at.x + column * (FRAME_SIZE.width + FRAME_GAP), y: at.y + row * (FRAME_SIZE.height + FRAME_GAP) },
        size: { width: span(columnSpan, FRAME_SIZE.width), height: span(rowSpan, FRAME_SIZE.height) },
        ...(divided ? { layout: divided.layout, columns: divided.columns, rows: divided.rows, hint: divided.hint } : {}),
      }));
    }
  });
  return { changes, frameIds };
}
