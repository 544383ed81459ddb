import { readClip, writeClip, type Clip } from '@spolu/board/clipboard';
import { noteText } from '@spolu/board/notes';
import { PICTURE_TYPES } from '@spolu/contracts/plain';
import type { BoardActions } from './board-actions.ts';
import type { BoardView } from './scene/board-view.ts';
import { viewOf, type Point } from './scene/camera.ts';
import type { Box } from './scene/grid.ts';
import { wordsOf as wordsOfDrawing } from './scene/drawing-layer.ts';

/** Our own things in a clipboard; other programs take the words beside it. */
const CLIP_TYPE = 'application/x-spolupracovna-board';
/** What was copied last in this tab: a menu may not read the clipboard. */
let lastClip: Clip | null = null;

export interface ClipboardRequests {
  pasted: (ids: string[]) => void;
  removed: (ids: string[]) => void;
  copied: (count: number) => void;
  /** Lines or cells that become notes. */
  words: (text: string, at: Point) => void;
  picture: (file: File, at: Point) => void;
}

/**
 * Copying and pasting by the events of the keys themselves, which need no permission and no secure connection. In a field of text they are the
 * field's own.
 */
export class BoardClipboard {
  readonly #view: BoardView;
  readonly #actions: BoardActions;
  readonly #ask: ClipboardRequests;
  readonly #end = new AbortController();
  #pointer: Point | null = null;
  /** Whose corner the last paste came to, so that the next does not hide it. */
  #lastPaste: { clip: Clip; times: number } | null = null;

  constructor(view: BoardView, actions: BoardActions, ask: ClipboardRequests) {
    this.#view = view;
    this.#actions = actions;
    this.#ask = ask;
    const { signal } = this.#end;
    document.addEventListener('copy', (event) => this.#copy(event, false), { signal });
    document.addEventListener('cut', (event) => this.#copy(event, true), { signal });
    // Some browsers raise the events for a command only where this one is taken, too.
    for (const before of ['beforecopy', 'beforecut']) document.addEventListener(before, (event) => view.selection.read().size > 0 && this.#isOurs(event) && event.preventDefault(), { signal });
    document.addEventListener('paste', (event) => this.#paste(event), { signal });
    view.root.addEventListener('pointermove', (event) => (this.#pointer = view.fromClient(event)), { signal });
    view.root.addEventListener('pointerleave', () => (this.#pointer = null), { signal });
  }

  destroy(): void {
    this.#end.abort();
  }

  get hasClip(): boolean {
    return lastClip !== null;
  }
  /** What was copied last, here. */
  pasteLast(at: Point): void {
    if (lastClip) this.#put(lastClip, at);
  }
  /** For a list: the browser raises the event of the key. Where it does not, this tab remembers what was chosen all the same. */
  copyChosen(cut: boolean): void {
    const ids = [...this.#view.selection.read()];
    if (document.execCommand(cut ? 'cut' : 'copy')) return;
    this.#take(ids, cut);
  }

  /** On the board or its tools; a field of text or a dialog keeps its own copying. */
  #isOurs({ target }: Event): boolean {
    if (target === document.body) return true;
    if (!(target instanceof Element) || !this.#view.root.parentElement?.contains(target)) return false;
    return !target.closest('textarea, select, [role="dialog"], input:not([type="radio"], [type="checkbox"])');
  }

  #copy(event: ClipboardEvent, cut: boolean): void {
    const ids = [...this.#view.selection.read()];
    if (ids.length === 0 || !this.#isOurs(event) || !event.clipboardData) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', this.#words(new Set(ids)));
    event.clipboardData.setData(CLIP_TYPE, writeClip(this.#take(ids, cut)));
  }
  #take(ids: string[], cut: boolean): Clip {
    const clip = this.#actions.copy(ids);
    lastClip = clip;
    this.#lastPaste = null;
    if (cut) this.#ask.removed(ids);
    else this.#ask.copied(ids.length);
    return clip;
  }

  /** What other programs get: the words, in reading order. */
  #words(ids: ReadonlySet<string>): string {
    const { scene } = this.#view;
    return scene
      .readingOrder()
      .flatMap(({ id }) => {
        if (!ids.has(id)) return [];
        const drawing = scene.drawings.all.get(id);
        return (drawing ? wordsOfDrawing(drawing) : noteText(scene.index.doc, id)?.toString()) || [];
      })
      .join('\n');
  }

  #paste(event: ClipboardEvent): void {
    const data = event.clipboardData;
    if (!data || !this.#isOurs(event)) return;
    event.preventDefault();
    const at = this.#pointer ?? this.#view.middle;
    const clip = readClip(data.getData(CLIP_TYPE));
    const picture = [...data.files].find(({ type }) => PICTURE_TYPES.some((known) => known === type));
    if (clip) this.#put(clip, at);
    else if (picture) this.#ask.picture(picture, at);
    else if (data.getData('text/plain').trim() !== '') this.#ask.words(data.getData('text/plain'), at);
  }

  #put(clip: Clip, at: Point): void {
    const known = this.#lastPaste;
    const times = known && writeClip(known.clip) === writeClip(clip) && !this.#pointer ? known.times + 1 : 0;
    this.#lastPaste = { clip, times };
    const shift = times * 24;
    this.#ask.pasted(this.#actions.paste(clip, { x: Math.round(at.x + shift), y: Math.round(at.y + shift) }));
  }
}

/** What lies in and around the view, for new things not to cover it. */
export function boxesAround({ scene, camera, size }: BoardView): Box[] {
  const { x, y, width, height } = viewOf(camera, size);
  const boxes: Box[] = [];
  scene.queryAll({ x: x - width, y: y - height, width: 3 * width, height: 3 * height }, (placed) => boxes.push(placed));
  return boxes;
}
