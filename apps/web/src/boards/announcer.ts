import type { Note } from '@spolu/board/shape';
import type { SceneChange } from './scene/scene.ts';

/** What others did since the last word about it. */
export interface Doings {
  /** By the frame they came to; null for those on none. */
  added: ReadonlyMap<string | null, number>;
  edited: number;
  moved: number;
  removed: number;
  grouped: number;
  /** Texts, shapes, lines, pictures and what else is no note: new, and gone. */
  drawn: number;
  erased: number;
  /** Things that others said something about. */
  commented: number;
}

const BETWEEN_MS = 5_000;

/**
 * Says aloud what happens on the board, for those who do not see it: one's own doings at once, those of others gathered, at least five
 * seconds apart, so that a busy board stays bearable.
 */
export class Announcer {
  readonly #say: (text: string) => void;
  readonly #sentence: (doings: Doings) => string;
  readonly #later: (run: () => void, ms: number) => () => void;
  readonly #touched = new Map<string, keyof Doings>();
  /** Drawings that the listener may know of. */
  readonly #drawings: Set<string>;
  readonly #commented = new Set<string>();
  #frameOf: (id: string) => string | null = () => null;
  #stop: (() => void) | null = null;

  /** @param drawings ids of those that are there already: what one finds on coming is no news */
  constructor(say: (text: string) => void, sentence: (doings: Doings) => string, later: (run: () => void, ms: number) => () => void, drawings: Iterable<string> = []) {
    this.#drawings = new Set(drawings);
    this.#say = say;
    this.#sentence = sentence;
    this.#later = later;
  }

  now(text: string): void {
    this.#say(text);
  }

  /**
   * @param isOwn whether this person did it herself, and knows
   * @param isDrawn whether a drawing is there now
   */
  follow({ before, drawings }: SceneChange, noteNow: (id: string) => Note | undefined, isOwn: (id: string) => boolean, isDrawn: (id: string) => boolean): void {
    for (const [id, was] of before) {
      if (isOwn(id)) continue;
      const doing = doingOf(was, noteNow(id));
      if (!doing) continue;
      const earlier = this.#touched.get(id);
      // A note that came and went meanwhile was never there for the listener; one that is new stays new however much it is moved.
      if (earlier === 'added' && doing === 'removed') this.#touched.delete(id);
      else if (earlier !== 'added') this.#touched.set(id, doing);
    }
    for (const id of drawings) this.#followDrawing(id, isDrawn(id), isOwn);
    this.#frameOf = (id) => noteNow(id)?.position.frameId ?? null;
    this.#tellSoon();
  }

  /** Where a drawing is moved or drawn on, nothing is said: most are strokes on their way. */
  #followDrawing(id: string, isThere: boolean, isOwn: (id: string) => boolean): void {
    if (this.#drawings.has(id) === isThere) return;
    if (isThere) this.#drawings.add(id);
    else this.#drawings.delete(id);
    if (isOwn(id)) return;
    // What came and went meanwhile was never there for the listener, and what went and came back never left.
    if (this.#touched.get(id) === (isThere ? 'erased' : 'drawn')) this.#touched.delete(id);
    else this.#touched.set(id, isThere ? 'drawn' : 'erased');
  }

  /** Others said something about a thing. */
  commented(objectId: string): void {
    this.#commented.add(objectId);
    this.#tellSoon();
  }

  #tellSoon(): void {
    if (this.#touched.size + this.#commented.size === 0 || this.#stop) return;
    this.#stop = this.#later(() => {
      this.#stop = null;
      if (this.#touched.size + this.#commented.size > 0) this.#say(this.#sentence(this.#doings()));
      this.#clear();
    }, BETWEEN_MS);
  }

  #clear(): void {
    this.#touched.clear();
    this.#commented.clear();
  }

  #doings(): Doings {
    const added = new Map<string | null, number>();
    const doings = { added, edited: 0, moved: 0, removed: 0, grouped: 0, drawn: 0, erased: 0, commented: this.#commented.size };
    for (const [id, doing] of this.#touched) {
      if (doing !== 'added') doings[doing]++;
      else added.set(this.#frameOf(id), (added.get(this.#frameOf(id)) ?? 0) + 1);
    }
    return doings;
  }

  end(): void {
    this.#stop?.();
    this.#stop = null;
    this.#clear();
  }
}

function doingOf(was: Note | undefined, is: Note | undefined): keyof Doings | undefined {
  if (!was) return is && 'added';
  if (!is) return 'removed';
  if (was.text !== is.text) return 'edited';
  if (was.clusterId !== is.clusterId) return 'grouped';
  return was.position !== is.position && (was.position.x !== is.position.x || was.position.y !== is.position.y || was.position.frameId !== is.position.frameId) ? 'moved' : undefined;
}
