import type { BoardActions } from '../board-actions.ts';
import type { BoardView } from './board-view.ts';
import { fitted, type Camera, type Point, viewOf } from './camera.ts';
import { isChosenBy } from './box-choice.ts';
import { Ghosts } from './ghosts.ts';
import { boxAround, type Box } from './grid.ts';
import { Guides } from './guides.ts';
import { OWN_HAND, sameItem, type ReadingItem } from './scene.ts';
import { Sketch } from './sketch.ts';
import { snap } from './snap.ts';
import { FIRST_LOOK, type Look, type Tool } from './tools.ts';

/** What gestures and keys ask of the screen around the board. */
export interface BoardRequests {
  edit: (item: ReadingItem) => void;
  /** A new note: with its middle exactly here, at a free place near here, or in a frame's first free slot. */
  create: (where: { at: Point } | { near: Point } | { frameId: string }) => void;
  moveTo: (noteIds: string[]) => void;
  group: (noteIds: string[]) => void;
  remove: (item: ReadingItem | null) => void;
  /** What is said about it. */
  talk: (id: string) => void;
  /** What can be done here, as a list beside this point of the board. */
  menu: (at: Point) => void;
  /** The list of frames to go to. */
  frames: () => void;
  duplicate: (noteIds: string[]) => void;
  useTool: (tool: Tool) => void;
  /** By keyboard: makes the thing in the middle of what is seen, or takes up the tool where it needs a hand. @returns whether she may */
  begin: (tool: Tool) => boolean;
  stack: (ids: string[], toFront: boolean) => void;
  /** Something was made with a tool: it is chosen, and its words can be written. */
  made: (item: ReadingItem, tool: Tool) => void;
  undo: () => void;
  redo: () => void;
  help: () => void;
}
/** What others see of the hand. */
export interface HandSignals {
  moveCursor: (x: number, y: number) => void;
  leavePointer: () => void;
  drag: (noteIds: string[], dx: number, dy: number) => void;
  drop: () => void;
}

const MOVED_PX = 4;
const DOUBLE_MS = 400;
const HOLD_MS = 380;
/** A finger resting on empty ground asks for the menu; a little later than on a note, where it picks up. */
const HOLD_GROUND_MS = 550;
/** From how near, in pixels of the screen, a line attracts what is carried. */
const SNAP_PX = 6;
const EDGE_PX = 36;
const EDGE_SPEED = 14;

type Doing =
  | { kind: 'press'; item: ReadingItem | undefined; touch: boolean; shift: boolean; alt: boolean }
  | { kind: 'pan' }
  /** `held`: a finger rests on what it picked up and has not moved it yet. */
  | { kind: 'drag'; noteIds: string[]; boxes: Box[]; copy: boolean; held: boolean }
  | { kind: 'frame'; frameId: string; boxes: Box[] }
  | { kind: 'box'; base: ReadonlySet<string> }
  /** Something new: a pen's way in board pixels, or what a line begins at. */
  | { kind: 'make'; tool: Tool; points: number[]; from: ReadingItem | undefined }
  | { kind: 'pinch' };

/** Mouse, pen, fingers and wheel on the board. Everything of a drag bypasses React and is written to the document once, at the drop. */
export class Gestures {
  readonly #view: BoardView;
  readonly #actions: BoardActions;
  readonly #ask: BoardRequests;
  readonly #hand: HandSignals;
  readonly #box: HTMLElement;
  readonly #guides: Guides;
  readonly #ghosts: Ghosts;
  readonly #pointers = new Map<number, Point>();
  readonly #end = new AbortController();
  #doing: Doing | null = null;
  #from: Point = { x: 0, y: 0 };
  #last: Point = { x: 0, y: 0 };
  /** The board's point where the drag began. */
  #grip: Point = { x: 0, y: 0 };
  #frame = 0;
  #hold: ReturnType<typeof setTimeout> | undefined;
  #pinch = { distance: 0, zoom: 1 };
  /** Alt is down: what is carried lies where the hand is, whatever is near. */
  #alt = false;
  /** What may attract, found once for a camera. */
  #neighbours: { camera: Camera; boxes: Box[] } | null = null;
  /** On a tablet with a pen the fingers only move the view, and the hand that rests on the glass does nothing. */
  #hasPen = false;
  #tapped: { item: ReadingItem | undefined; at: Point; time: number } | null = null;
  readonly #sketch: Sketch;
  /** What a line was begun at by a press without a drag: the next press ends it. */
  #lineFrom: { item: ReadingItem | undefined; at: Point } | null = null;
  #tool: Tool = 'select';
  /** How what is made next will look. */
  look: Look = FIRST_LOOK;
  /** The space bar is down: dragging moves the view whatever lies under the pointer. */
  panKey = false;
  /** The space bar was used for panning, not for choosing. */
  panned = false;

  constructor(view: BoardView, actions: BoardActions, ask: BoardRequests, hand: HandSignals) {
    this.#view = view;
    this.#actions = actions;
    this.#ask = ask;
    this.#hand = hand;
    this.#box = document.createElement('div');
    this.#box.className = 'board-marquee';
    this.#box.hidden = true;
    view.root.append(this.#box);
    this.#guides = new Guides(view.root);
    this.#ghosts = new Ghosts(view.root);
    this.#sketch = new Sketch(view.root);
    const { signal } = this.#end;
    const { root } = view;
    root.addEventListener('pointerdown', (event) => this.#down(event), { signal });
    root.addEventListener('pointermove', (event) => this.#move(event), { signal });
    root.addEventListener('pointerup', (event) => this.#up(event), { signal });
    root.addEventListener('pointercancel', (event) => this.#lose(event), { signal });
    root.addEventListener('pointerleave', () => this.#hand.leavePointer(), { signal });
    root.addEventListener('wheel', (event) => this.#wheel(event), { signal, passive: false });
    // Middle click would paste or scroll, a long press would open a menu over the note.
    root.addEventListener('auxclick', (event) => event.preventDefault(), { signal });
    root.addEventListener('contextmenu', (event) => this.#openMenu(event), { signal });
  }

  get tool(): Tool {
    return this.#tool;
  }
  set tool(tool: Tool) {
    if (tool === this.#tool) return;
    this.#tool = tool;
    this.#lineFrom = null;
    this.#sketch.clear();
  }

  /** Gives up what is in the hand; nothing is written. @returns whether there was something */
  cancel(): boolean {
    const doing = this.#doing;
    if (!doing || doing.kind === 'press' || doing.kind === 'pan' || doing.kind === 'pinch') {
      if (this.#tool === 'select') return false;
      this.#ask.useTool('select');
      return true;
    }
    this.#stop();
    return true;
  }

  destroy(): void {
    this.#stop();
    this.#end.abort();
    this.#box.remove();
    this.#guides.destroy();
    this.#ghosts.destroy();
    this.#sketch.destroy();
  }

  #at({ clientX, clientY }: MouseEvent): Point {
    const { left, top } = this.#view.root.getBoundingClientRect();
    return { x: clientX - left, y: clientY - top };
  }
  #toBoard({ x, y }: Point): Point {
    const { camera } = this.#view;
    return { x: camera.x + x / camera.zoom, y: camera.y + y / camera.zoom };
  }

  #down(event: PointerEvent): void {
    if (event.pointerType === 'pen') this.#hasPen = true;
    const restingHand = event.pointerType === 'touch' && this.#hasPen && this.#doing !== null && this.#doing.kind !== 'pan';
    if (event.button > 1 || this.#pointers.size >= 2 || restingHand) return;
    const at = this.#at(event);
    this.#pointers.set(event.pointerId, at);
    capture(this.#view.root, event.pointerId);
    if (this.#pointers.size === 2) {
      this.#startPinch();
      return;
    }
    this.#from = this.#last = at;
    this.#neighbours = null;
    this.#grip = this.#toBoard(at);
    const touch = event.pointerType === 'touch';
    if (event.button === 1 || this.panKey) {
      event.preventDefault();
      this.panned = true;
      this.#doing = { kind: 'pan' };
      return;
    }
    const item = this.#view.itemAt(event);
    const makes = this.#tool !== 'select' && this.#tool !== 'box' && !(touch && this.#hasPen);
    if (makes) {
      this.#doing = { kind: 'make', tool: this.#tool, points: [this.#grip.x, this.#grip.y], from: item };
      return;
    }
    this.#alt = false;
    this.#doing = { kind: 'press', item, touch, shift: event.shiftKey, alt: event.altKey };
    if (isPiece(item) && !touch && !event.shiftKey && !this.#view.selection.has(item.id)) this.#view.selection.set(this.#actions.withGroups([item.id]));
    if (!touch) return;
    this.#hold = isPiece(item) && !this.#hasPen ? setTimeout(() => this.#pickUp(item), HOLD_MS) : setTimeout(() => this.#holdGround(item), HOLD_GROUND_MS);
  }

  #move(event: PointerEvent): void {
    const at = this.#at(event);
    if (event.pointerType !== 'touch') {
      const { x, y } = this.#toBoard(at);
      this.#hand.moveCursor(x, y);
    }
    if (!this.#pointers.has(event.pointerId)) return;
    this.#pointers.set(event.pointerId, at);
    if (this.#doing?.kind === 'make' && this.#doing.tool === 'pen') this.#follow(event, this.#doing.points);
    // Alt that was down from the beginning makes a copy; pressed later, it lets go of the lines.
    this.#alt = event.altKey && !(this.#doing?.kind === 'drag' && this.#doing.copy);
    const moved = Math.hypot(at.x - this.#from.x, at.y - this.#from.y) > MOVED_PX;
    if (moved && this.#doing?.kind === 'press') this.#begin(this.#doing);
    else if (moved && this.#doing?.kind === 'drag') this.#doing.held = false;
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.#step();
    });
  }

  /** The pointer has moved far enough to mean it. */
  #begin({ item, touch, shift, alt }: Extract<Doing, { kind: 'press' }>): void {
    clearTimeout(this.#hold);
    const { selection } = this.#view;
    const fingerOnly = touch && this.#hasPen;
    if (isPiece(item) && !fingerOnly && !this.#actions.isLocked(item.id) && (!touch || selection.has(item.id))) {
      if (shift && !selection.has(item.id)) selection.toggle(this.#actions.withGroups([item.id]));
      this.#lift([...selection.read()], { copy: alt && this.#actions.mayPaste });
    } else if (item?.kind === 'cluster' && !touch) {
      const members = this.#view.scene.notesOfCluster(item.id).map(({ id }) => id);
      selection.set(members);
      this.#lift(members, { copy: alt && this.#actions.mayPaste });
    } else if (item?.kind === 'frame' && !touch && this.#actions.frames.mayMove(item.id)) {
      this.#doing = { kind: 'frame', frameId: item.id, boxes: this.#view.scene.frames.filter(({ id }) => id === item.id).map((frame) => ({ ...frame })) };
    } else if ((!item || isPiece(item)) && (shift || this.#tool === 'box')) {
      this.#doing = { kind: 'box', base: shift ? selection.read() : new Set() };
    } else this.#doing = { kind: 'pan' };
    this.#view.root.classList.toggle('is-panning', this.#doing?.kind === 'pan');
  }

  #lift(noteIds: string[], { copy = false, held = false } = {}): void {
    const carried = copy ? noteIds : noteIds.filter((id) => this.#actions.may(id)?.move);
    const boxes = carried.flatMap((id) => this.#view.scene.placed(id) ?? []).map(({ x, y, width, height }) => ({ x, y, width, height }));
    this.#neighbours = null;
    this.#doing = carried.length > 0 ? { kind: 'drag', noteIds: carried, boxes, copy, held } : { kind: 'pan' };
    this.#view.root.classList.toggle('is-dragging', carried.length > 0);
  }

  /** A finger rests on a note: it is chosen and in the hand. */
  #pickUp(item: ReadingItem): void {
    if (this.#doing?.kind !== 'press') return;
    if (!this.#view.selection.has(item.id)) this.#view.selection.set(this.#actions.withGroups([item.id]));
    this.#tapped = null;
    this.#lift([...this.#view.selection.read()], { held: true });
  }

  /** A finger rests on the ground, on a frame or, where a pen is at work, on a note: what can be done here? */
  #holdGround(item: ReadingItem | undefined): void {
    if (this.#doing?.kind !== 'press') return;
    this.#tapped = null;
    const at = this.#from;
    this.#stop();
    this.#offer(item, at);
  }

  /** The other mouse button, the pen's, or the menu key. */
  #openMenu(event: MouseEvent): void {
    event.preventDefault();
    // A finger's long press is answered by what it picked up.
    if (this.#pointers.size > 0) return;
    this.#offer(this.#view.itemAt(event), this.#at(event));
  }

  #offer(item: ReadingItem | undefined, at: Point): void {
    const { selection, scene } = this.#view;
    if (isPiece(item) && !selection.has(item.id)) selection.set(this.#actions.withGroups([item.id]));
    else if (item?.kind === 'cluster') selection.set(scene.notesOfCluster(item.id).map(({ id }) => id));
    else if (item?.kind === 'frame') this.#view.focus(item);
    else if (!item) selection.clear();
    this.#ask.menu(this.#toBoard(at));
  }

  #step(): void {
    const doing = this.#doing;
    const at = [...this.#pointers.values()][0];
    if (!doing || !at) return;
    if (doing.kind === 'pinch') this.#stepPinch();
    else if (doing.kind === 'pan') this.#view.pan(this.#last.x - at.x, this.#last.y - at.y);
    else if (doing.kind === 'drag' || doing.kind === 'frame') this.#stepDrag(doing, at);
    else if (doing.kind === 'box') this.#stepBox(doing.base, at);
    else if (doing.kind === 'make') this.#stepMake(doing, at);
    this.#last = at;
  }

  #stepDrag(doing: Extract<Doing, { kind: 'drag' | 'frame' }>, at: Point): void {
    const { x: dx, y: dy } = this.#carried(doing, at, true);
    if (doing.kind === 'drag' && doing.copy) this.#ghosts.show(doing.boxes, dx, dy, this.#view.camera);
    else if (doing.kind === 'drag') {
      this.#view.scene.lift(OWN_HAND, doing.noteIds, dx, dy);
      this.#hand.drag(doing.noteIds, dx, dy);
    } else this.#view.scene.liftFrame(doing.frameId, { x: dx, y: dy });
    this.#panAtEdge(at);
  }

  /** Carried to the edge of the screen, the board comes along. */
  #panAtEdge({ x, y }: Point): void {
    const { width, height } = this.#view.size;
    const push = (value: number, most: number) => (value < EDGE_PX ? value - EDGE_PX : value > most - EDGE_PX ? value - (most - EDGE_PX) : 0);
    const [dx, dy] = [push(x, width), push(y, height)];
    if (dx === 0 && dy === 0) return;
    const speed = (value: number) => (Math.max(-EDGE_PX, Math.min(EDGE_PX, value)) / EDGE_PX) * EDGE_SPEED;
    this.#view.pan(speed(dx), speed(dy));
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.#step();
    });
  }

  /** How far what is in the hand has come: in line with what is near, unless Alt is down. */
  #carried({ boxes, ...doing }: Extract<Doing, { kind: 'drag' | 'frame' }>, at: Point, draw: boolean): Point {
    const now = this.#toBoard(at);
    const by = { x: Math.round(now.x - this.#grip.x), y: Math.round(now.y - this.#grip.y) };
    const around = boxAround(boxes);
    if (this.#alt || this.#view.isFar || !around) {
      this.#guides.clear();
      return by;
    }
    const moving = { ...around, x: around.x + by.x, y: around.y + by.y };
    const { dx, dy, guides } = snap(moving, this.#attracting(doing.kind === 'frame' ? doing.frameId : null), SNAP_PX / this.#view.camera.zoom);
    if (draw) this.#guides.show(guides, this.#view.camera);
    return { x: Math.round(by.x + dx), y: Math.round(by.y + dy) };
  }

  /** What is in view and not in the hand. */
  #attracting(frameId: string | null): Box[] {
    const { camera, size, scene } = this.#view;
    if (this.#neighbours?.camera === camera) return this.#neighbours.boxes;
    const carried = this.#doing?.kind === 'drag' && !this.#doing.copy ? new Set(this.#doing.noteIds) : new Set<string>();
    const boxes: Box[] = scene.frames.filter(({ id }) => id !== frameId).map(({ x, y, width, height }) => ({ x, y, width, height }));
    scene.queryAll(viewOf(camera, size), (placed) => {
      const item = 'note' in placed ? placed.note : placed.item;
      if (carried.has(placed.id) || !('position' in item) || (frameId !== null && item.position.frameId === frameId)) return;
      boxes.push({ x: placed.x, y: placed.y, width: placed.width, height: placed.height });
    });
    this.#neighbours = { camera, boxes };
    return boxes;
  }

  #stepBox(base: ReadonlySet<string>, at: Point): void {
    const box = between(this.#from, at);
    Object.assign(this.#box.style, { left: `${box.x}px`, top: `${box.y}px`, width: `${box.width}px`, height: `${box.height}px` });
    this.#box.hidden = false;
    const { zoom } = this.#view.camera;
    const corner = this.#toBoard(box);
    const chosen = new Set(base);
    const drawn = { ...corner, width: box.width / zoom, height: box.height / zoom };
    this.#view.scene.queryAll(drawn, (placed) => isChosenBy(drawn, placed, 'note' in placed) && chosen.add(placed.id));
    this.#view.selection.set(this.#actions.withGroups(chosen));
  }

  /** The way of a pen, with the places between two frames that a fast hand leaves behind. */
  #follow(event: PointerEvent, points: number[]): void {
    const passed = event.getCoalescedEvents?.() ?? [];
    for (const one of passed.length > 0 ? passed : [event]) {
      const { x, y } = this.#toBoard(this.#at(one));
      points.push(x, y);
    }
  }

  #stepMake({ tool, points, from }: Extract<Doing, { kind: 'make' }>, at: Point): void {
    const { camera, scene } = this.#view;
    const here = this.#toBoard(at);
    if (tool === 'pen') this.#sketch.stroke(points, this.look, camera);
    else if (tool === 'shape') this.#sketch.shape(between(this.#grip, here), this.look, camera);
    else if (tool === 'connector') this.#sketch.connector((from && scene.boxOf(from)) ?? pointBox(this.#grip), pointBox(here), this.look, camera);
  }

  #make({ tool, points, from }: Extract<Doing, { kind: 'make' }>, at: Point): void {
    const { drawings } = this.#actions;
    const here = this.#toBoard(at);
    const moved = Math.hypot(at.x - this.#from.x, at.y - this.#from.y) > MOVED_PX;
    this.#sketch.clear();
    if (tool === 'pen') {
      drawings.draw(points, this.look);
      return;
    }
    if (tool === 'connector') {
      this.#endLine(from, at, moved);
      return;
    }
    const kind = tool === 'shape' || tool === 'text' || tool === 'pin' ? tool : null;
    const id =
      kind === 'shape'
        ? drawings.addShape(this.look.form, moved ? between(this.#grip, here) : { ...here, width: 0, height: 0 }, this.look)
        : kind === 'text'
          ? drawings.addText(here, '', this.look.textSize)
          : drawings.addPin(here, '');
    if (id && kind) this.#ask.made({ kind, id }, tool);
  }

  /** A line is dragged from one thing to another, or made by pressing first the one, then the other. */
  #endLine(item: ReadingItem | undefined, at: Point, moved: boolean): void {
    const before = this.#lineFrom;
    if (!moved && !before) {
      this.#lineFrom = { item, at: this.#grip };
      return;
    }
    const from = moved ? { item, at: this.#grip } : before;
    const to = moved ? this.#view.itemUnder(at) : item;
    this.#lineFrom = null;
    if (!from) return;
    const id = this.#actions.drawings.connect(from.item ?? from.at, to ?? this.#toBoard(at), this.look);
    if (id) this.#ask.made({ kind: 'connector', id }, 'connector');
  }

  #startPinch(): void {
    clearTimeout(this.#hold);
    this.#settleLifted();
    const [a, b] = [...this.#pointers.values()];
    if (!a || !b) return;
    this.#doing = { kind: 'pinch' };
    this.#tapped = null;
    this.#pinch = { distance: Math.max(1, Math.hypot(a.x - b.x, a.y - b.y)), zoom: this.#view.camera.zoom };
    this.#grip = this.#toBoard({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
  }
  #stepPinch(): void {
    const [a, b] = [...this.#pointers.values()];
    if (!a || !b) return;
    const middle = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
    this.#view.zoomTo((this.#pinch.zoom * Math.hypot(a.x - b.x, a.y - b.y)) / this.#pinch.distance, middle);
    const now = this.#toBoard(middle);
    const { zoom } = this.#view.camera;
    this.#view.pan((this.#grip.x - now.x) * zoom, (this.#grip.y - now.y) * zoom);
  }

  #up(event: PointerEvent): void {
    const at = this.#at(event);
    const known = this.#pointers.has(event.pointerId);
    if (known) this.#pointers.set(event.pointerId, at);
    const doing = this.#doing;
    if (!known || !doing) {
      this.#pointers.delete(event.pointerId);
      return;
    }
    if (doing.kind === 'press') this.#tap(doing, at);
    else if (doing.kind === 'make') this.#make(doing, at);
    else if (doing.kind === 'drag' && doing.held) {
      this.#settleLifted();
      this.#ask.menu(this.#toBoard(at));
    } else if (doing.kind === 'drag') {
      const { x, y } = this.#carried(doing, at, false);
      this.#settleLifted();
      if (x === 0 && y === 0) this.#ghosts.clear();
      else if (doing.copy) this.#view.selection.set(this.#actions.duplicate(doing.noteIds, x, y));
      else this.#actions.dropNotes(doing.noteIds, x, y);
    } else if (doing.kind === 'frame') {
      const { x, y } = this.#carried(doing, at, false);
      this.#settleLifted();
      this.#actions.frames.move(doing.frameId, x, y);
    }
    this.#lose(event);
  }

  #tap({ item, touch, shift }: Extract<Doing, { kind: 'press' }>, at: Point): void {
    const { selection } = this.#view;
    const now = performance.now();
    const before = this.#tapped;
    const twice = before && now - before.time < DOUBLE_MS && sameItem(before.item ?? null, item ?? null) && Math.hypot(at.x - before.at.x, at.y - before.at.y) < 16;
    this.#tapped = twice ? null : { item, at, time: now };
    if (twice) {
      this.#tapTwice(item, at);
      return;
    }
    if (!item) {
      if (!shift) selection.clear();
      return;
    }
    if (item.kind === 'cluster') selection.set(this.#view.scene.notesOfCluster(item.id).map(({ id }) => id));
    else if (isPiece(item) && shift) selection.toggle(this.#actions.withGroups([item.id]));
    else if (isPiece(item)) selection.set(this.#actions.withGroups([item.id]));
    if (touch && isPiece(item)) this.#view.layer.elementOf(item)?.focus({ preventScroll: true });
  }

  #tapTwice(item: ReadingItem | undefined, at: Point): void {
    if (this.#view.isFar) {
      const point = this.#toBoard(at);
      const box = item && this.#view.scene.boxOf(item);
      this.#view.setCamera(fitted(box ?? { x: point.x - 500, y: point.y - 350, width: 1_000, height: 700 }, this.#view.size));
    } else if (item) this.#ask.edit(item);
    else this.#ask.create({ at: this.#toBoard(at) });
  }

  #lose(event: PointerEvent): void {
    this.#pointers.delete(event.pointerId);
    if (this.#pointers.size > 0 && this.#doing?.kind === 'pinch') {
      // One finger is left: it goes on moving the view.
      this.#doing = { kind: 'pan' };
      this.#last = [...this.#pointers.values()][0] ?? this.#last;
      return;
    }
    this.#stop();
  }

  #stop(): void {
    clearTimeout(this.#hold);
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#settleLifted();
    this.#pointers.clear();
    this.#doing = null;
    this.#box.hidden = true;
    this.#guides.clear();
    this.#ghosts.clear();
    if (!this.#lineFrom) this.#sketch.clear();
    this.#view.root.classList.remove('is-panning', 'is-dragging');
  }

  #settleLifted(): void {
    if (this.#doing?.kind === 'drag') {
      this.#view.scene.settle(OWN_HAND);
      this.#hand.drop();
    }
    if (this.#doing?.kind === 'frame') this.#view.scene.liftFrame(this.#doing.frameId, null);
  }

  #wheel(event: WheelEvent): void {
    event.preventDefault();
    const unit = event.deltaMode === 1 ? 16 : event.deltaMode === 2 ? this.#view.size.height : 1;
    const [dx, dy] = event.shiftKey && event.deltaX === 0 ? [event.deltaY * unit, 0] : [event.deltaX * unit, event.deltaY * unit];
    if (event.ctrlKey || event.metaKey) this.#view.zoomTo(this.#view.camera.zoom * Math.exp(-Math.max(-60, Math.min(60, dy)) / 200), this.#at(event));
    else this.#view.pan(dx, dy);
  }
}

/** A note or a drawing: what can be chosen and carried. */
const isPiece = (item: ReadingItem | undefined): item is ReadingItem => item !== undefined && item.kind !== 'frame' && item.kind !== 'cluster';
const pointBox = ({ x, y }: Point): Box => ({ x, y, width: 0, height: 0 });
const between = (a: Point, b: Point): Box => ({ x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), width: Math.abs(a.x - b.x), height: Math.abs(a.y - b.y) });

/** Keeps the pointer's events coming when it leaves the board; a pointer that is gone by now cannot be held. */
function capture(root: HTMLElement, pointerId: number): void {
  try {
    root.setPointerCapture(pointerId);
  } catch {
    root.classList.remove('is-panning');
  }
}
