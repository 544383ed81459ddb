import { PICTURE_SIDE_MAX } from '@spolu/contracts/boards';

/** Smaller ones are sent as they are. */
const SENT_AS_IT_IS_BYTES = 3 * 1024 * 1024;
const QUALITY = 0.88;

/** What a camera takes is more than a hall's network carries and the server keeps: drawn no larger than it is kept. A picture this browser can't draw goes as it is. */
export async function smallerPicture(file: File): Promise<Blob> {
  if (file.size <= SENT_AS_IT_IS_BYTES || !('createImageBitmap' in window)) return file;
  try {
    const drawn = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const scale = Math.min(1, PICTURE_SIDE_MAX / Math.max(drawn.width, drawn.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(drawn.width * scale);
    canvas.height = Math.round(drawn.height * scale);
    canvas.getContext('2d')?.drawImage(drawn, 0, 0, canvas.width, canvas.height);
    drawn.close();
    const smaller = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', QUALITY));
    return smaller && smaller.size < file.size ? smaller : file;
  } catch {
    return file;
  }
}
