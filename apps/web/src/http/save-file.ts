import type { ReceivedFile } from './api.ts';

/** Hands a file to the browser, which puts it where downloads go. */
export function saveFile({ blob, name }: ReceivedFile): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The browser has taken hold of it by the next turn, some only a moment later.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
