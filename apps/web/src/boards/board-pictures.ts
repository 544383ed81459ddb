import type { Size } from '@spolu/board/shape';
import type { TakenPicture } from '@spolu/contracts/boards';
import { PICTURE_TYPES } from '@spolu/contracts/plain';
import { api } from '../http/api.ts';

/** Sends a picture; asks for one where none is given (on a phone the camera is one of the sources). @returns what the board may show, null where none was picked */
export async function sendPicture(boardId: string, given?: File): Promise<{ fileId: string; natural: Size } | null> {
  const file = given ?? (await pickFile());
  if (!file) return null;
  const { fileId, width, height } = await api.post<TakenPicture>(`/boards/${boardId}/pictures`, file);
  return { fileId, natural: { width, height } };
}

function pickFile(): Promise<File | null> {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = PICTURE_TYPES.join(',');
  return new Promise((done) => {
    input.addEventListener('change', () => done(input.files?.[0] ?? null));
    input.addEventListener('cancel', () => done(null));
    input.click();
  });
}
