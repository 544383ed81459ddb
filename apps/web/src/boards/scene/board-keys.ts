import { NOTE_COLOURS } from '@spolu/contracts/plain';
import type { Size } from '@spolu/board/shape';
import type { BoardActions } from '../board-actions.ts';
import type { BoardView } from './board-view.ts';
import type { BoardRequests, Gestures } from './gestures.ts';
import { sameItem, type ReadingItem } from './scene.ts';
import type { Tool } from './tools.ts';

const STEP = 20;
const LEAP = 100;

const DIRECTIONS: Record<string, readonly [number, number]> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

const TOOL_KEYS = { t: 'text', s: 'shape', p: 'pen', c: 'connector' } as const satisfies Record<string, Tool>;

/** Says what a key did, for those who do not see it. */
export interface KeyEcho {
  selected: (count: number) => void;
  moved: (count: number) => void;
  sized: (size: Size) => void;
  coloured: (count: number, colour: (typeof NOTE_COLOURS)[number]) => void;
}

/**
 * The keyboard on the board. One stop of Tab; arrows walk in reading order (up and down to what lies there), space chooses, and while the note
 * is chosen arrows move it. Letters work only here, so they are in nobody's way elsewhere.
 */
export class BoardKeys {
  readonly #view: BoardView;
  readonly #actions: BoardActions;
  readonly #gestures: Gestures;
  readonly #ask: BoardRequests;
  readonly #echo: KeyEcho;
  readonly #end = new AbortController();

  constructor(view: BoardView, actions: BoardActions, gestures: Gestures, ask: BoardRequests, echo: KeyEcho) {
    this.#view = view;
    this.#actions = actions;
    this.#gestures = gestures;
    this.#ask = ask;
    this.#echo = echo;
    const { signal } = this.#end;
    view.root.addEventListener('keydown', (event) => this.#down(event), { signal });
    view.root.addEventListener('keyup', (event) => this.#up(event), { signal });
    view.root.addEventListener('blur', () => (gestures.panKey = false), { signal, capture: true });
  }

  destroy(): void {
    this.#end.abort();
  }

  #down(event: KeyboardEvent): void {
    const item = this.#view.layer.itemOf(event.target) ?? null;
    const handled = event.ctrlKey || event.metaKey ? this.#withControl(event, item) : !event.altKey && (this.#walk(event, item) || this.#press(event, item));
    if (handled) event.preventDefault();
  }

  #up(event: KeyboardEvent): void {
    if (event.key !== ' ') return;
    const item = this.#view.layer.itemOf(event.target);
    const { panned } = this.#gestures;
    this.#gestures.panKey = this.#gestures.panned = false;
    if (panned || !item || item.kind === 'frame' || item.kind === 'cluster') return;
    this.#view.selection.toggle(this.#actions.withGroups([item.id]));
    this.#echo.selected(this.#view.selection.read().size);
  }

  #withControl({ key, shiftKey }: KeyboardEvent, item: ReadingItem | null): boolean {
    const direction = DIRECTIONS[key];
    if (direction) return item !== null && this.#size(item, direction, shiftKey ? LEAP : STEP);
    switch (key.toLowerCase()) {
      case 'd':
        this.#ask.duplicate(this.#chosen(item));
        return true;
      case 'z':
        if (shiftKey) this.#ask.redo();
        else this.#ask.undo();
        return true;
      case 'y':
        this.#ask.redo();
        return true;
      case 'a':
        this.#view.selection.set([...this.#view.scene.notes.keys(), ...this.#view.scene.drawings.all.keys()]);
        this.#echo.selected(this.#view.selection.read().size);
        return true;
      default:
        return false;
    }
  }

  #walk({ key, shiftKey }: KeyboardEvent, item: ReadingItem | null): boolean {
    const direction = DIRECTIONS[key];
    const order = this.#view.scene.readingOrder();
    if (key === 'Home' || key === 'End') return this.#go(order.at(key === 'Home' ? 0 : -1));
    if (!direction) return false;
    if (item && this.#view.selection.has(item.id)) return this.#carry(item, direction, shiftKey ? LEAP : STEP);
    if (item?.kind === 'frame' && shiftKey && this.#actions.frames.mayMove(item.id)) {
      this.#actions.frames.move(item.id, direction[0] * LEAP, direction[1] * LEAP, `frame ${item.id}`);
      return true;
    }
    if (!item) return this.#go(this.#view.current && this.#view.scene.boxOf(this.#view.current) ? this.#view.current : order[0]);
    const at = order.findIndex((other) => sameItem(other, item));
    if (direction[0] !== 0) return this.#go(order[at + direction[0]]);
    return this.#go(this.#above(item, direction[1]) ?? order[at + direction[1]]);
  }

  #carry(item: ReadingItem, [x, y]: readonly [number, number], step: number): boolean {
    const count = this.#actions.nudgeNotes(this.#view.selection.read(), x * step, y * step);
    if (count > 0) this.#echo.moved(count);
    const box = this.#view.scene.boxOf(item);
    if (box) this.#view.reveal(box);
    return true;
  }

  /** Larger to the right and downwards, smaller to the left and upwards. */
  #size(item: ReadingItem, [x, y]: readonly [number, number], step: number): boolean {
    const size = this.#actions.grow(item, { width: x * step, height: y * step });
    if (size) this.#echo.sized(size);
    return size !== null;
  }

  #go(item: ReadingItem | undefined): boolean {
    if (item) this.#view.focus(item);
    return item !== undefined;
  }

  /** The nearest note over or under this item. */
  #above(item: ReadingItem, down: number): ReadingItem | undefined {
    const from = this.#view.scene.boxOf(item);
    if (!from || item.kind === 'frame' || item.kind === 'cluster') return undefined;
    const reach = 2_500;
    let best: ReadingItem | undefined;
    let least = Infinity;
    this.#view.scene.queryAll({ x: from.x - reach, y: from.y - reach, width: 2 * reach, height: 2 * reach }, (placed) => {
      const along = (placed.y - from.y) * down;
      if (placed.id === item.id || along < from.height / 3) return;
      const far = along + 2 * Math.abs(placed.x - from.x);
      if (far < least) [least, best] = [far, { kind: 'note' in placed ? 'note' : placed.kind, id: placed.id }];
    });
    return best;
  }

  /** Beside what the keyboard is at; what is chosen is what it is about. */
  #openMenu(item: ReadingItem | null): boolean {
    const { scene, selection, middle } = this.#view;
    if (item && item.kind !== 'frame' && item.kind !== 'cluster' && !selection.has(item.id)) selection.set(this.#actions.withGroups([item.id]));
    else if (item?.kind === 'cluster') selection.set(scene.notesOfCluster(item.id).map(({ id }) => id));
    else if (item?.kind === 'frame') selection.clear();
    const box = item && scene.boxOf(item);
    this.#ask.menu(box ? { x: box.x + Math.min(40, box.width), y: box.y + Math.min(60, box.height) } : middle);
    return true;
  }

  #press({ key, repeat, shiftKey }: KeyboardEvent, item: ReadingItem | null): boolean {
    const chosen = this.#chosen(item);
    switch (key) {
      case ' ':
        if (!repeat) this.#gestures.panned = false;
        this.#gestures.panKey = true;
        return true;
      case 'Enter':
        if (item?.kind === 'frame') this.#ask.create({ frameId: item.id });
        else if (item) this.#ask.edit(item);
        else this.#ask.create({ near: this.#view.middle });
        return true;
      case 'ContextMenu':
        return this.#openMenu(item);
      case 'F10':
        return shiftKey && this.#openMenu(item);
      case 'F2':
        if (item) this.#ask.edit(item);
        return item !== null;
      case 'Escape':
        if (this.#gestures.cancel()) return true;
        if (this.#view.selection.read().size === 0) return false;
        this.#view.selection.clear();
        this.#echo.selected(0);
        return true;
      case 'PageUp':
      case 'PageDown':
        if (chosen.length > 0) this.#ask.stack(chosen, key === 'PageUp');
        return chosen.length > 0;
      case 'Delete':
      case 'Backspace':
        this.#ask.remove(item);
        return true;
      case '+':
      case '=':
        this.#view.zoomStep(1);
        return true;
      case '-':
        this.#view.zoomStep(-1);
        return true;
      case '0':
        this.#view.zoomTo(1);
        return true;
      case '?':
        this.#ask.help();
        return true;
      default:
        return this.#letter(key.toLowerCase(), item, chosen);
    }
  }

  #letter(key: string, item: ReadingItem | null, chosen: string[]): boolean {
    switch (key) {
      case 'n':
        this.#ask.create(this.#frameOf(item) ?? { near: this.#view.middle });
        return true;
      case 'm':
        if (chosen.length > 0) this.#ask.moveTo(chosen);
        return chosen.length > 0;
      case 'g':
        if (chosen.length > 0) this.#ask.group(chosen);
        return chosen.length > 0;
      case 'k':
        if (item) this.#ask.talk(item.id);
        return item !== null;
      case 't':
      case 'p':
      case 's':
      case 'c':
        return this.#ask.begin(TOOL_KEYS[key]);
      case 'f':
        this.#view.fit();
        return true;
      case 'z':
        this.#view.fitSelection();
        return true;
      case 'j':
        this.#ask.frames();
        return true;
      default: {
        const colour = NOTE_COLOURS[Number(key) - 1];
        if (!colour || chosen.length === 0) return false;
        const count = this.#actions.colourNotes(chosen, colour);
        if (count > 0) this.#echo.coloured(count, colour);
        return true;
      }
    }
  }

  #frameOf(item: ReadingItem | null): { frameId: string } | undefined {
    if (item?.kind === 'frame') return { frameId: item.id };
    const frameId = item?.kind === 'note' ? this.#view.scene.notes.get(item.id)?.note.position.frameId : null;
    return frameId && this.#view.scene.index.frame(frameId) ? { frameId } : undefined;
  }

  /** What a command is about: the chosen notes, else the one the keyboard is at. */
  #chosen(item: ReadingItem | null): string[] {
    const selected = [...this.#view.selection.read()];
    if (selected.length > 0) return selected;
    if (item && item.kind !== 'frame' && item.kind !== 'cluster') return [item.id];
    return item?.kind === 'cluster' ? this.#view.scene.notesOfCluster(item.id).map(({ id }) => id) : [];
  }
}
