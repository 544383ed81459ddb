import { keepAsking } from './keep-asking.ts';

const PATIENCE_MS = 2_000;

let come: () => void = () => undefined;
const here = new Promise<void>((done) => {
  come = done;
});

/** The board is on the screen. */
export const boardIsHere = (): void => come();

/** Fetches what stands beside the board when that is here, or long in coming: a slow line should carry the board first. */
export async function besideBoard<Part>(load: () => Promise<Part>): Promise<Part> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  await Promise.race([here, new Promise((done) => (timer = setTimeout(done, PATIENCE_MS)))]);
  clearTimeout(timer);
  return keepAsking(load);
}
