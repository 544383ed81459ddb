import type { SeenBoard } from '@spolu/board/drawing/seen';
import { validate as isUuid } from 'uuid';
import type { FilesService } from '../../files/files.service.ts';

/** The pictures on a board by file id, as JPEG. Those of this session: a board that names another's file shows none of it. */
export async function picturesOn(board: Pick<SeenBoard, 'drawings'>, sessionId: string, files: Pick<FilesService, 'find' | 'readJpeg'>): Promise<Map<string, Buffer>> {
  const pictures = new Map<string, Buffer>();
  for (const drawing of board.drawings) {
    if (drawing.kind !== 'picture' || pictures.has(drawing.item.fileId)) continue;
    const file = isUuid(drawing.item.fileId) ? await files.find(drawing.item.fileId) : null;
    if (file?.sessionId === sessionId) pictures.set(file.id, await files.readJpeg(file.id));
  }
  return pictures;
}
