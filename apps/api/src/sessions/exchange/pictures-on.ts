import type { SeenBoard } from '@spolu/board/drawing/seen';
import { BOARD_FILE_MAX_BYTES, IMPORT_MAX_BYTES } from '@spolu/contracts/plain';
import { validate as isUuid } from 'uuid';
import type { FilesService } from '../../files/files.service.ts';

/** Files that a board shows; of which session they are is another question. */
export const fileIdsOn = ({ drawings }: Pick<SeenBoard, 'drawings'>): string[] =>
  [...new Set(drawings.flatMap(({ kind, item }) => (kind === 'picture' && isUuid(item.fileId) ? [item.fileId] : [])))];

/** The pictures on a board by file id, as JPEG. Those of this session: a board that names another's file shows none of it. */
export async function picturesOn(board: Pick<SeenBoard, 'drawings'>, sessionId: string, files: Pick<FilesService, 'find' | 'readJpeg'>): Promise<Map<string, Buffer>> {
  const pictures = new Map<string, Buffer>();
  for (const fileId of fileIdsOn(board)) {
    const file = await files.find(fileId);
    if (file?.sessionId === sessionId) pictures.set(file.id, await files.readJpeg(file.id));
  }
  return pictures;
}

/** In a board file: base64 makes four of three. */
export const PICTURES_IN_FILE_MAX_BYTES = Math.floor((BOARD_FILE_MAX_BYTES - IMPORT_MAX_BYTES) / 4) * 3;

/** The pictures on a board as they are kept, by file id, as many as `maxBytes` hold, and how many did not fit. Those of this session alone. */
export async function picturesForFile(
  board: Pick<SeenBoard, 'drawings'>, sessionId: string, files: Pick<FilesService, 'find' | 'read'>, maxBytes = PICTURES_IN_FILE_MAX_BYTES,
): Promise<{ pictures: Map<string, Buffer>; leftOut: number }> {
  const pictures = new Map<string, Buffer>();
  let room = maxBytes;
  let leftOut = 0;
  for (const fileId of fileIdsOn(board)) {
    const file = await files.find(fileId);
    if (file?.sessionId !== sessionId || file.place !== 'board') continue;
    const bytes = await files.read(file.id, 'full');
    // the name of each and what stands around it
    const takes = bytes.length + 100;
    if (takes > room) {
      leftOut++;
      continue;
    }
    room -= takes;
    pictures.set(file.id, bytes);
  }
  return { pictures, leftOut };
}
