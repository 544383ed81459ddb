import type { SeenBoard } from '@spolu/board/drawing/seen';
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
