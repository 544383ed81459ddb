import type { Size } from '@spolu/board/shape';
import type { TakenPicture } from '@spolu/contracts/boards';
import { PICTURE_TYPES } from '@spolu/contracts/plain';
import { api } from '../http/api.ts';

/** Asks for a file (on a phone the camera is one of the sources), sends it, and says what the board may show. */
export async function sendPicture(boardId: string, onTaken: (picture: { fileId: string; natural: Size }) => void): Promise<void> {
  const file = await pickFile();
  if (!file) return;
  const { fileId, width, height } = await api.post<TakenPicture>(`/boards/${boardId}/pictures`, file);
  onTaken({ fileId, natural: { width, height } });
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
