import type { Island } from '@spolu/board/drawing/islands';
import { cellsOf, COLUMN_HEAD, ROW_HEAD } from '@spolu/board/frame-cells';
import type { Cluster, Frame, Note } from '@spolu/board/shape';
import { viewOf, type Camera, type ViewSize } from './camera.ts';
import { DrawingLayer, type DrawingWords } from './drawing-layer.ts';
import { overlaps, type Box } from './grid.ts';
import { asItIs, type LookOf } from './note-look.ts';
import type { PlacedFrame, PlacedNote, ReadingItem, Scene, SceneChange } from './scene.ts';
import type { TextFitter } from './text-fit.ts';

/** What the drawn items say, in the viewer's language. */
export interface ItemWords extends DrawingWords {
  note: (note: Note, cluster: Cluster | undefined, selected: boolean) => string;
  frame: (frame: Frame, noteCount: number) => string;
  cluster: (cluster: Cluster, noteCount: number) => string;
  /** What stands on it: its name, and what it came to where it was voted on. */
  clusterTitle: (cluster: Cluster) => string;
}

/** Share of the view that is drawn beyond each of its edges, so that panning seldom has to look for notes. */
const OVERSCAN = 0.35;
const POOL_MAX = 200;
const SETTLE_MS = 180;

interface Drawn {
  element: HTMLElement;
  text: Text;
  /** What the element shows now; only what differs is written. */
  x: number;
  y: number;
  width: number;
  height: number;
  rank: number;
  shown: string;
  fontSize: number;
  label: string;
  colour: string;
  sign: string;
  dimmed: boolean;
  selected: boolean;
  lifted: boolean;
  fresh: boolean;
}

/**
 * Frames, clusters and notes as elements under one transformed layer; only those near the view exist. The layer must stay one paint
 * state: no element of it clips, contains or transforms, or each frame of a pan costs forty times as much.
 */
export class ItemLayer {
  readonly element: HTMLElement;
  readonly #scene: Scene;
  readonly #fitter: TextFitter;
  readonly #notes = new Map<string, Drawn>();
  readonly #pool: Drawn[] = [];
  readonly #frames = new Map<string, { element: HTMLElement; title: HTMLElement }>();
  readonly #islands = new Map<string, { element: HTMLElement; title: HTMLElement }>();
  readonly #drawings: DrawingLayer;
  readonly #selected: () => ReadonlySet<string>;
  #words: ItemWords;
  #look: LookOf = asItIs;
  #region: Box | null = null;
  #camera: Camera = { x: 0, y: 0, zoom: 1 };
  #size: ViewSize = { width: 0, height: 0 };
  #enabled = true;
  #crispZoom = 0;
  #zoomedAt = 0;
  #sharpening = false;
  #settling: ReturnType<typeof setTimeout> | undefined;
  #gone = false;
  /** The item that Tab leads to. */
  #current: ReadingItem | null = null;
  /** Called when drawing has come to rest. */
  onSettled: () => void = () => undefined;

  constructor(scene: Scene, words: ItemWords, fitter: TextFitter, selected: () => ReadonlySet<string>, pictureOf: (fileId: string) => string) {
    this.#scene = scene;
    this.#words = words;
    this.#fitter = fitter;
    this.#selected = selected;
    this.element = document.createElement('div');
    this.element.className = 'board-layer';
    this.#drawings = new DrawingLayer(this.element, scene, words, selected, pictureOf);
  }

  /** How many elements stand for notes now. */
  get noteCount(): number {
    return this.#notes.size;
  }

  say(words: ItemWords): void {
    this.#words = words;
    this.#drawings.say(words);
    this.refill();
  }

  lookThrough(look: LookOf): void {
    this.#look = look;
    this.refill();
  }

  show(camera: Camera, size: ViewSize): void {
    this.#camera = camera;
    this.#size = size;
    this.element.style.transform = `scale(${camera.zoom}) translate(${-camera.x}px, ${-camera.y}px)`;
    this.#sharpen();
    const view = viewOf(camera, size);
    const region = this.#region;
    const leaves = !region || view.x < region.x || view.y < region.y || view.x + view.width > region.x + region.width || view.y + view.height > region.y + region.height;
    if (leaves || region.width > 3.5 * view.width) this.#cull();
  }

  /** Off while the picture of the far board takes its place. */
  enable(enabled: boolean): void {
    if (this.#enabled === enabled) return;
    this.#enabled = enabled;
    this.element.hidden = !enabled;
    this.#region = null;
    if (enabled) this.show(this.#camera, this.#size);
  }

  follow(change: SceneChange): void {
    if (!this.#enabled || !this.#region) return;
    for (const id of change.notes) {
      const placed = this.#scene.notes.get(id);
      const drawn = this.#notes.get(id);
      if (!placed) {
        if (drawn) this.#release(id, drawn);
      } else if (drawn) {
        if (overlaps(placed, this.#region) || this.#isHeld(drawn.element)) this.#fill(drawn, placed);
        else this.#release(id, drawn);
      } else if (overlaps(placed, this.#region)) this.#mount(placed, change.before.has(id) && change.before.get(id) === undefined);
    }
    if (change.ranksChanged || change.islandsChanged) this.refill();
    else if (change.drawings.size > 0 || this.#scene.drawings.all.size > 0) this.#drawings.show(this.#region);
    if (change.framesChanged || change.notes.size > 0) this.#drawFrames();
    if (change.islandsChanged) this.#drawIslands();
    this.#settleSoon();
  }

  /** Writes again what all drawn notes show: after a selection, a change of language or of type. */
  refill(): void {
    for (const [id, drawn] of this.#notes) {
      const placed = this.#scene.notes.get(id);
      if (placed) this.#fill(drawn, placed);
    }
    this.#drawFrames();
    this.#drawIslands();
    if (this.#region) this.#drawings.show(this.#region);
  }

  /** The element of an item, drawn now even where it lies outside the view; undefined once the item is gone. */
  elementOf(item: ReadingItem): HTMLElement | undefined {
    if (item.kind === 'note') {
      const drawn = this.#notes.get(item.id);
      if (drawn) return drawn.element;
      const placed = this.#scene.notes.get(item.id);
      return placed && this.#enabled ? this.#mount(placed, false).element : undefined;
    }
    if (item.kind === 'frame') return this.#frames.get(item.id)?.title;
    if (item.kind === 'cluster') return this.#islands.get(item.id)?.title;
    return this.#drawings.elementOf(item.id) ?? (this.#enabled ? this.#drawings.mount(item.id) : undefined);
  }

  /** The item an element of this layer stands for. */
  itemOf(target: EventTarget | null): ReadingItem | undefined {
    const element = target instanceof Element ? target.closest<HTMLElement | SVGElement>('[data-note-id], [data-frame-id], [data-cluster-id], [data-item-id]') : null;
    if (!element || !this.element.contains(element)) return undefined;
    const { noteId, frameId, clusterId, itemId } = element.dataset;
    const drawing = itemId === undefined ? undefined : this.#scene.drawings.all.get(itemId);
    if (drawing) return { kind: drawing.kind, id: drawing.id };
    if (noteId !== undefined) return { kind: 'note', id: noteId };
    if (frameId !== undefined) return { kind: 'frame', id: frameId };
    return clusterId === undefined ? undefined : { kind: 'cluster', id: clusterId };
  }

  /** Makes this the item that Tab leads to. */
  setCurrent(item: ReadingItem | null): void {
    if (this.#current) this.#existing(this.#current)?.setAttribute('tabindex', '-1');
    this.#current = item;
    if (item) this.#existing(item)?.setAttribute('tabindex', '0');
  }

  destroy(): void {
    this.#gone = true;
    clearTimeout(this.#settling);
    this.element.remove();
  }

  #existing(item: ReadingItem): HTMLElement | undefined {
    if (item.kind === 'note') return this.#notes.get(item.id)?.element;
    if (item.kind === 'frame') return this.#frames.get(item.id)?.title;
    if (item.kind === 'cluster') return this.#islands.get(item.id)?.title;
    return this.#drawings.elementOf(item.id);
  }

  #isHeld(element: Element): boolean {
    return element === document.activeElement;
  }

  #cull(): void {
    const view = viewOf(this.#camera, this.#size);
    const region = { x: view.x - view.width * OVERSCAN, y: view.y - view.height * OVERSCAN, width: view.width * (1 + 2 * OVERSCAN), height: view.height * (1 + 2 * OVERSCAN) };
    // What is drawn follows every change, but while the far picture stands for it.
    const isStale = this.#region === null;
    this.#region = region;
    if (!this.#enabled) return;
    const wanted = new Map<string, PlacedNote>();
    this.#scene.query(region, (placed) => wanted.set(placed.id, placed));
    for (const [id, drawn] of this.#notes) if (!wanted.has(id) && !this.#isHeld(drawn.element)) this.#release(id, drawn);
    for (const [id, placed] of wanted) {
      const drawn = this.#notes.get(id);
      if (!drawn) this.#mount(placed, false);
      else if (isStale) this.#fill(drawn, placed);
    }
    this.#drawings.show(region);
    this.#drawFrames();
    this.#drawIslands();
    this.#settleSoon();
  }

  #mount(placed: PlacedNote, fresh: boolean): Drawn {
    const pooled = this.#pool.pop();
    const drawn = pooled ?? makeNote();
    drawn.element.dataset['noteId'] = placed.id;
    drawn.element.tabIndex = this.#current?.kind === 'note' && this.#current.id === placed.id ? 0 : -1;
    this.#notes.set(placed.id, drawn);
    this.#fill(drawn, placed);
    if (drawn.fresh !== fresh) {
      drawn.fresh = fresh;
      drawn.element.classList.toggle('is-fresh', fresh);
    }
    if (pooled) drawn.element.hidden = false;
    else this.element.append(drawn.element);
    return drawn;
  }

  #release(id: string, drawn: Drawn): void {
    this.#notes.delete(id);
    if (this.#isHeld(drawn.element) || this.#pool.length >= POOL_MAX) drawn.element.remove();
    else {
      drawn.element.hidden = true;
      this.#pool.push(drawn);
    }
  }

  #fill(drawn: Drawn, { id, note, x, y, width, height, rank }: PlacedNote): void {
    const { element } = drawn;
    const { style } = element;
    if (drawn.x !== x) style.left = `${(drawn.x = x)}px`;
    if (drawn.y !== y) style.top = `${(drawn.y = y)}px`;
    if (drawn.width !== width) style.width = `${(drawn.width = width)}px`;
    if (drawn.height !== height) style.height = `${(drawn.height = height)}px`;
    const lifted = this.#scene.isLifted(id);
    const shownRank = lifted ? rank + 1_000_000 : rank;
    if (drawn.rank !== shownRank) style.zIndex = `${(drawn.rank = shownRank)}`;
    const { colour, sign, dimmed, said } = this.#look(note);
    if (drawn.colour !== colour) element.dataset['colour'] = drawn.colour = colour;
    if (drawn.sign !== sign) element.dataset['sign'] = drawn.sign = sign;
    if (drawn.dimmed !== dimmed) element.classList.toggle('is-dimmed', (drawn.dimmed = dimmed));
    const { text, fontSize } = this.#fitter.fit(note.text, width, height);
    if (drawn.shown !== text) drawn.text.nodeValue = drawn.shown = text;
    if (drawn.fontSize !== fontSize) style.fontSize = `${(drawn.fontSize = fontSize)}px`;
    const selected = this.#selected().has(id);
    if (drawn.selected !== selected) element.classList.toggle('is-selected', (drawn.selected = selected));
    if (drawn.lifted !== lifted) element.classList.toggle('is-lifted', (drawn.lifted = lifted));
    const words = this.#words.note(note, this.#scene.index.cluster(note.clusterId), selected);
    const label = said ? `${words}, ${said}` : words;
    if (drawn.label !== label) element.setAttribute('aria-label', (drawn.label = label));
  }

  #drawFrames(): void {
    const seen = new Set<string>();
    for (const placed of this.#scene.frames) {
      if (!this.#shows(placed)) continue;
      seen.add(placed.id);
      this.#drawFrame(placed);
    }
    this.#drop(this.#frames, seen);
  }

  #drawFrame(placed: PlacedFrame): void {
    let drawn = this.#frames.get(placed.id);
    if (!drawn) {
      drawn = makeArea('board-frame', 2);
      drawn.title.dataset['frameId'] = placed.id;
      if (this.#current?.kind === 'frame' && this.#current.id === placed.id) drawn.title.tabIndex = 0;
      this.#frames.set(placed.id, drawn);
      this.element.append(drawn.element);
    }
    place(drawn.element, placed);
    drawCells(drawn.element, placed.frame);
    drawn.element.classList.toggle('is-locked', placed.frame.locked);
    setText(drawn.title, placed.frame.title);
    setLabel(drawn.title, this.#words.frame(placed.frame, this.#scene.notesOfFrame(placed.id).length));
  }

  #drawIslands(): void {
    const seen = new Set<string>();
    for (const island of this.#scene.islands()) {
      const key = island.main ? island.clusterId : `${island.clusterId} ${island.noteIds[0] ?? ''}`;
      if (!this.#shows(island)) continue;
      seen.add(key);
      this.#drawIsland(key, island);
    }
    this.#drop(this.#islands, seen);
  }

  #drawIsland(key: string, island: Island): void {
    const cluster = this.#scene.index.cluster(island.clusterId);
    if (!cluster) return;
    let drawn = this.#islands.get(key);
    if (!drawn) {
      drawn = makeArea('board-island', 3);
      drawn.title.dataset['clusterId'] = island.clusterId;
      // The other islands of a scattered cluster repeat its name for the eye only.
      if (!island.main) drawn.title.setAttribute('aria-hidden', 'true');
      else if (this.#current?.kind === 'cluster' && this.#current.id === island.clusterId) drawn.title.tabIndex = 0;
      this.#islands.set(key, drawn);
      this.element.append(drawn.element);
    }
    place(drawn.element, island);
    setText(drawn.title, this.#words.clusterTitle(cluster));
    drawn.element.classList.toggle('is-unnamed', !cluster.title);
    if (island.main) setLabel(drawn.title, this.#words.cluster(cluster, this.#scene.notesOfCluster(island.clusterId).length));
  }

  #shows(box: Box): boolean {
    return this.#region !== null && overlaps(box, this.#region);
  }

  #drop(drawn: Map<string, { element: HTMLElement; title: HTMLElement }>, keep: ReadonlySet<string>): void {
    for (const [id, { element, title }] of drawn) {
      if (keep.has(id) || (this.#isHeld(title) && this.#exists(title))) continue;
      drawn.delete(id);
      element.remove();
    }
  }
  #exists({ dataset: { frameId, clusterId } }: HTMLElement): boolean {
    if (frameId !== undefined) return this.#scene.index.frame(frameId) !== undefined;
    return clusterId !== undefined && this.#scene.islandsOfCluster(clusterId).length > 0;
  }

  /**
   * The layer stays promoted, so a pan only moves it; after a zoom it has to be drawn anew once: unpromote, and promote again two frames
   * later. Never on a bare timer: where frames take longer than the timer, each would lay the whole board out.
   */
  #sharpen(): void {
    const { zoom } = this.#camera;
    this.element.classList.add('is-moving');
    if (zoom === this.#crispZoom) return;
    this.#zoomedAt = performance.now();
    if (this.#sharpening) return;
    this.#sharpening = true;
    const twoFrames = (then: () => void) => requestAnimationFrame(() => requestAnimationFrame(() => (this.#gone ? undefined : then())));
    const wait = () =>
      twoFrames(() => {
        if (performance.now() - this.#zoomedAt < 150) {
          setTimeout(wait, 60);
          return;
        }
        this.#sharpening = false;
        this.#crispZoom = this.#camera.zoom;
        this.element.classList.remove('is-moving');
        this.element.style.setProperty('--board-pixel', `${1 / this.#camera.zoom}px`);
        twoFrames(() => this.element.classList.add('is-moving'));
      });
    setTimeout(wait, 150);
  }

  #settleSoon(): void {
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => {
      this.#orderElements();
      this.onSettled();
    }, SETTLE_MS);
  }

  /** Brings the elements into reading order, for a screen reader's own cursor. The one that has the focus stays where it is: moving it would take the focus away. */
  #orderElements(): void {
    const wanted: Element[] = [];
    for (const item of this.#scene.readingOrder()) {
      const element = this.#existing(item);
      if (element) wanted.push(item.kind === 'frame' || item.kind === 'cluster' ? (element.parentElement ?? element) : element);
    }
    const focused = wanted.findIndex((element) => element.contains(document.activeElement));
    let next: Element | null = this.element.firstElementChild;
    for (const [i, element] of wanted.entries()) {
      if (i === focused) next = element.nextElementSibling;
      else if (element === next) next = element.nextElementSibling;
      else this.element.insertBefore(element, next);
    }
  }
}

function makeNote(): Drawn {
  const element = document.createElement('div');
  element.className = 'board-note';
  element.setAttribute('role', 'article');
  const text = document.createTextNode('');
  element.append(text);
  return {
    element, text, x: NaN, y: NaN, width: NaN, height: NaN, rank: NaN, shown: '', fontSize: NaN, label: '', colour: '', sign: '', dimmed: false, selected: false, lifted: false, fresh: false,
  };
}

function makeArea(className: string, level: number): { element: HTMLElement; title: HTMLElement } {
  const element = document.createElement('div');
  element.className = className;
  const title = document.createElement('div');
  title.className = `${className}-title`;
  title.setAttribute('role', 'heading');
  title.setAttribute('aria-level', `${level}`);
  title.tabIndex = -1;
  element.append(title);
  return { element, title };
}

const shownCells = new WeakMap<HTMLElement, Frame>();

/** The parts of a divided frame, with the titles of its columns above the first row and of its rows before the first column. */
function drawCells(element: HTMLElement, frame: Frame): void {
  const shown = shownCells.get(element);
  if (shown === frame || (frame.layout === 'plain' && !shown)) return;
  shownCells.set(element, frame);
  for (const old of element.querySelectorAll('.board-cell, .board-cell-title')) old.remove();
  const cells = cellsOf(frame);
  const [first] = cells;
  for (const cell of cells) {
    const part = document.createElement('div');
    part.className = 'board-cell';
    place(part, cell);
    element.append(part);
    if (cell.column && cell.y === first?.y) element.append(cellTitle(cell.column, { ...cell, y: cell.y - COLUMN_HEAD, height: COLUMN_HEAD }));
    if (cell.row && cell.x === first?.x) element.append(cellTitle(cell.row, { ...cell, x: 0, width: ROW_HEAD }));
  }
}
function cellTitle(text: string, box: Box): HTMLElement {
  const title = document.createElement('div');
  title.className = 'board-cell-title';
  title.textContent = text;
  place(title, box);
  return title;
}

function place({ style }: HTMLElement, { x, y, width, height }: Box): void {
  const css = { left: `${x}px`, top: `${y}px`, width: `${width}px`, height: `${height}px` };
  for (const name of ['left', 'top', 'width', 'height'] as const) if (style[name] !== css[name]) style[name] = css[name];
}
function setText(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}
function setLabel(element: HTMLElement, label: string): void {
  if (element.getAttribute('aria-label') !== label) element.setAttribute('aria-label', label);
}
