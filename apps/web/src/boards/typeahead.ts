import { folded } from './folded.ts';

const PAUSE_MS = 800;

/** Typing the beginning of a line goes there, as in any list; the same letter again goes to the next line that begins with it. */
export class Typeahead {
  #typed = '';
  #at = -Infinity;

  /** Another key was pressed: what is typed next begins anew. */
  forget(): void {
    this.#at = -Infinity;
  }

  /** A space is a letter only within words: alone it chooses. */
  takes(key: string, now: number): boolean {
    return key.length === 1 && (key !== ' ' || (this.#typed !== '' && now - this.#at < PAUSE_MS));
  }

  /** @returns the index of the line to go to, undefined where none begins like that */
  type(key: string, now: number, lines: readonly string[], from: number): number | undefined {
    const typed = now - this.#at < PAUSE_MS ? this.#typed + key : key;
    this.#at = now;
    this.#typed = typed;
    const again = [...typed].every((letter) => letter === typed[0]);
    const wanted = folded(again ? key : typed);
    if (wanted === '') return undefined;
    // While the words grow the line where one is may still be the one that is meant.
    const first = again ? from + 1 : from;
    for (let step = 0; step < lines.length; step++) {
      const at = (first + step + lines.length) % lines.length;
      if (folded(lines[at] ?? '').startsWith(wanted)) return at;
    }
    return undefined;
  }
}
