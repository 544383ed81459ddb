import type { Selection } from '../selection.ts';
import {
  centred, fitted, NO_INSETS, panned, revealing, toBoard, toScreen, viewOf, withinReach, zoomed, zoomStep, ZOOM_FAR, ZOOM_READABLE,
  type Camera, type Insets, type Point, type ViewSize,
} from './camera.ts';
import { FarPicture, readColours } from './far-picture.ts';
import { boxAround, overlaps, type Box } from './grid.ts';
import { ItemLayer, type ItemWords } from './item-layer.ts';
import { asItIs, type LookOf } from './note-look.ts';
import { sameItem, type ReadingItem, type Scene, type SceneChange } from './scene.ts';
import { canvasMeasure, TextFitter } from './text-fit.ts';

export interface BoardViewOptions {
  root: HTMLElement;
  scene: Scene;
  selection: Selection;
  words: ItemWords;
  /** Where one looked before; left out: all of the board. */
  camera?: Camera | undefined;
  insets?: Insets;
  /** The address of a picture's bytes. */
  pictureOf: (fileId: string) => string;
}

const FIRST_ZOOM = 1;

/**
 * The drawn board: which part is seen, the elements or the far picture for it, and where the keyboard is. It has no opinion of what may be
 * done; React never takes part in a frame of it.
 */
export class BoardView {
  readonly root: HTMLElement;
  readonly scene: Scene;
  readonly selection: Selection;
  readonly layer: ItemLayer;
  readonly #far: FarPicture;
  readonly #fitter: TextFitter;
  readonly #cameraListeners = new Set<(camera: Camera) => void>();
  readonly #visitListeners = new Set<() => void>();
  readonly #lookListeners = new Set<() => void>();
  readonly #ends: (() => void)[] = [];
  #camera: Camera;
  #size: ViewSize;
  #insets: Insets;
  #placed: boolean;
  #current: ReadingItem | null = null;
  #isVisited = false;
  #beside: ReadingItem[] = [];
  #isFar = false;
  /** How each note is seen here. */
  look: LookOf = asItIs;
  /** Where the first look went; undefined before it, and where one looked here before or is led. */
  firstCamera: Camera | undefined;

  constructor({ root, scene, selection, words, camera, insets = NO_INSETS, pictureOf }: BoardViewOptions) {
    this.root = root;
    this.scene = scene;
    this.selection = selection;
    this.#size = { width: root.clientWidth || window.innerWidth, height: root.clientHeight || window.innerHeight };
    this.#placed = camera !== undefined;
    this.#insets = insets;
    this.#camera = camera ?? { x: 0, y: 0, zoom: FIRST_ZOOM };
    this.#fitter = new TextFitter(canvasMeasure(getComputedStyle(root).fontFamily || 'sans-serif'));
    this.layer = new ItemLayer(scene, words, this.#fitter, selection.read, pictureOf);
    this.#far = new FarPicture(scene, readColours(root), selection.read, (note) => this.look(note), pictureOf);
    root.prepend(this.#far.element, this.layer.element);
    this.layer.onSettled = () => this.#keepTabStop();

    this.#ends.push(
      scene.onChange((change) => this.#follow(change)),
      selection.subscribe(() => {
        this.layer.refill();
        this.#far.follow(true);
      }),
    );
    this.#listen();
    this.#show();
  }

  get camera(): Camera {
    return this.#camera;
  }
  get size(): ViewSize {
    return this.#size;
  }
  /** The part of the board on the screen. */
  get part(): Box {
    return viewOf(this.#camera, this.#size);
  }
  /** True while single notes cannot be read and a picture stands for them. */
  get isFar(): boolean {
    return this.#isFar;
  }
  /** The item the keyboard is at. */
  get current(): ReadingItem | null {
    return this.#current;
  }
  /** The item somebody went to, by keyboard or pointer; null where Tab would only lead to one. */
  get visited(): ReadingItem | null {
    return this.#isVisited ? this.#current : null;
  }
  /** The board's point in the middle of what is seen. */
  get middle(): Point {
    return toBoard(this.#camera, {
      x: (this.#insets.left + this.#size.width - this.#insets.right) / 2,
      y: (this.#insets.top + this.#size.height - this.#insets.bottom) / 2,
    });
  }

  setCamera(camera: Camera): void {
    this.#placed = true;
    this.#camera = withinReach(camera, this.scene.content(), this.#size);
    this.#show();
  }
  pan(dx: number, dy: number): void {
    this.setCamera(panned(this.#camera, dx, dy));
  }
  zoomTo(zoom: number, at: Point = this.toScreen(this.middle)): void {
    this.setCamera(zoomed(this.#camera, zoom, at));
  }
  zoomStep(direction: 1 | -1): void {
    this.zoomTo(zoomStep(this.#camera.zoom, direction));
  }
  /** All of the board; one's place where there is nothing yet. */
  fit(): void {
    const content = this.scene.content();
    if (content) this.setCamera(fitted(content, this.#size, this.#insets));
    else this.setCamera(centred({ x: 0, y: 0 }, FIRST_ZOOM, this.#size, this.#insets));
  }
  /** All that is chosen; all of the board where nothing is. */
  fitSelection(): void {
    const box = boxAround([...this.selection.read()].flatMap((id) => this.scene.placed(id) ?? []));
    if (box) this.setCamera(fitted(box, this.#size, this.#insets));
    else this.fit();
  }
  /** Brings what is chosen into sight, at a scale at which it can be read where all of it fits. */
  revealSelection(): void {
    const box = boxAround([...this.selection.read()].flatMap((id) => this.scene.placed(id) ?? []));
    const view = viewOf(this.#camera, this.#size);
    if (!box || (overlaps(box, view) && box.width < view.width && box.height < view.height)) return;
    this.setCamera(fitted(box, this.#size, this.#insets));
  }
  goToFrame(frameId: string): void {
    this.showFrames([frameId]);
    this.focus({ kind: 'frame', id: frameId });
  }
  /** All of these where they can be read then, else the first of them. The keyboard stays where it is. */
  showFrames(frameIds: readonly string[]): void {
    const boxes = frameIds.flatMap((id) => this.scene.boxOf({ kind: 'frame', id }) ?? []);
    const all = boxAround(boxes);
    if (all) this.#lookAt(all, boxes[0]!);
  }
  reveal(box: Box): void {
    const camera = revealing(this.#camera, box, this.#size, this.#insets);
    if (camera !== this.#camera) this.setCamera(camera);
  }

  lookThrough(look: LookOf): void {
    if (this.look === look) return;
    this.look = look;
    this.layer.lookThrough(look);
    this.#far.follow(true);
    for (const listener of this.#lookListeners) listener();
  }
  onLook(listener: () => void): () => void {
    this.#lookListeners.add(listener);
    return () => this.#lookListeners.delete(listener);
  }

  say(words: ItemWords): void {
    this.layer.say(words);
  }

  toScreen(at: Point): Point {
    return toScreen(this.#camera, at);
  }
  /** A point of the window (an event's) as a point of the board. */
  fromClient({ clientX, clientY }: { clientX: number; clientY: number }): Point {
    const { left, top } = this.root.getBoundingClientRect();
    return toBoard(this.#camera, { x: clientX - left, y: clientY - top });
  }

  onCamera(listener: (camera: Camera) => void): () => void {
    this.#cameraListeners.add(listener);
    return () => this.#cameraListeners.delete(listener);
  }
  onVisited(listener: () => void): () => void {
    this.#visitListeners.add(listener);
    return () => this.#visitListeners.delete(listener);
  }

  /** What lies under a pointer. */
  itemAt(event: { target: EventTarget | null; clientX: number; clientY: number }): ReadingItem | undefined {
    if (!this.#isFar) return this.layer.itemOf(event.target);
    const { x, y } = this.fromClient(event);
    const note = this.scene.noteAt(x, y);
    if (note) return { kind: 'note', id: note.id };
    const drawing = this.scene.drawingAt(x, y, 4 / this.#camera.zoom);
    return drawing && { kind: drawing.kind, id: drawing.id };
  }

  /** What lies at a point of the screen, also while the board holds the pointer. */
  itemUnder(at: Point): ReadingItem | undefined {
    const { left, top } = this.root.getBoundingClientRect();
    const [clientX, clientY] = [left + at.x, top + at.y];
    return this.itemAt({ target: document.elementFromPoint(clientX, clientY), clientX, clientY });
  }

  /** Brings an item into sight and the keyboard to it; where it is gone, nothing. */
  focus(item: ReadingItem): void {
    const box = this.scene.boxOf(item);
    if (!box) return;
    this.reveal(item.kind !== 'frame' && item.kind !== 'cluster' ? box : { ...box, y: item.kind === 'frame' ? box.y - 40 : box.y, height: Math.min(box.height, 240), width: Math.min(box.width, 400) });
    this.#setCurrent(item, true);
    this.layer.elementOf(item)?.focus({ preventScroll: true });
  }

  /** The keyboard goes to the board: where it was, or to the first thing in sight. */
  focusBoard(): void {
    const item = this.#current && this.scene.boxOf(this.#current) ? this.#current : this.#firstInSight();
    if (item && !this.#isFar) this.focus(item);
    else this.root.focus({ preventScroll: true });
  }

  destroy(): void {
    for (const end of this.#ends) end();
    this.layer.destroy();
    this.#far.destroy();
    this.#cameraListeners.clear();
    this.#visitListeners.clear();
    this.#lookListeners.clear();
  }

  #setCurrent(item: ReadingItem | null, isVisited = this.#isVisited && sameItem(item, this.#current)): void {
    const isOther = !sameItem(item, this.#current);
    const isNews = isOther || isVisited !== this.#isVisited;
    if (isOther) {
      this.#current = item;
      this.#beside = item ? this.#around(item) : [];
    }
    this.#isVisited = isVisited;
    if (isNews) for (const listener of this.#visitListeners) listener();
    this.layer.setCurrent(item);
    this.root.tabIndex = item && !this.#isFar ? -1 : 0;
  }

  /** What comes after and before an item, nearest first. */
  #around(item: ReadingItem): ReadingItem[] {
    const order = this.scene.readingOrder();
    const at = order.findIndex((other) => sameItem(other, item));
    return [...order.slice(at + 1, at + 6), ...order.slice(Math.max(0, at - 5), Math.max(0, at)).reverse()];
  }

  #listen(): void {
    const resized = new ResizeObserver(() => {
      const size = { width: this.root.clientWidth, height: this.root.clientHeight };
      if (size.width === 0 || (size.width === this.#size.width && size.height === this.#size.height)) return;
      this.#size = size;
      this.#show();
    });
    resized.observe(this.root);

    const recolour = () => this.#far.recolour(readColours(this.root));
    const scheme = window.matchMedia('(prefers-color-scheme: dark)');
    const contrast = window.matchMedia('(prefers-contrast: more)');
    for (const query of [scheme, contrast]) query.addEventListener('change', recolour);
    const themed = new MutationObserver(recolour);
    themed.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });

    const focused = (event: FocusEvent) => {
      const item = this.layer.itemOf(event.target);
      if (item && !sameItem(item, this.visited)) this.#setCurrent(item, true);
    };
    this.root.addEventListener('focusin', focused);

    let gone = false;
    // Measured before the web font came, texts would be set in its place's widths.
    void document.fonts?.ready.then(() => {
      if (gone) return;
      this.#fitter.forget();
      this.layer.refill();
    });
    this.#ends.push(() => {
      gone = true;
      resized.disconnect();
      themed.disconnect();
      for (const query of [scheme, contrast]) query.removeEventListener('change', recolour);
      this.root.removeEventListener('focusin', focused);
    });
  }

  #show(): void {
    if (!this.#placed && this.scene.content()) {
      this.#firstLook();
      return;
    }
    const far = this.#camera.zoom < ZOOM_FAR;
    if (far !== this.#isFar) {
      this.#isFar = far;
      const held = this.layer.element.contains(document.activeElement);
      if (far && held) {
        this.root.tabIndex = 0;
        this.root.focus({ preventScroll: true });
      }
      this.layer.enable(!far);
      this.#far.enable(far);
      this.root.classList.toggle('is-far', far);
      this.#setCurrent(this.#current);
    }
    if (!far) this.layer.show(this.#camera, this.#size);
    else this.#far.show(this.#camera, this.#size);
    for (const listener of this.#cameraListeners) listener(this.#camera);
  }

  /** All of the board where it can be read then; else its first frame, and the rest a button away. */
  #firstLook(): void {
    const content = this.scene.content();
    if (!content) return;
    this.#lookAt(content, this.scene.frames[0] ?? content);
    this.firstCamera = this.#camera;
  }

  #lookAt(whole: Box, part: Box): void {
    const near = [whole, part].map((box) => fitted(box, this.#size, this.#insets)).find(({ zoom }) => zoom >= ZOOM_FAR);
    // So far away that nothing can be read, its upper corner says more than all of it.
    const zoom = ZOOM_READABLE;
    this.setCamera(near ?? { x: part.x - (this.#insets.left + 24) / zoom, y: part.y - (this.#insets.top + 24) / zoom, zoom });
  }

  #follow(change: SceneChange): void {
    if (!this.#placed) this.#show();
    const isOwnDrag = change.before.size === 0 && change.notes.size + change.drawings.size > 0;
    const lost = this.#current !== null && !this.scene.boxOf(this.#current);
    const hadFocus = lost && this.layer.element.contains(document.activeElement);
    this.layer.follow(change);
    this.#far.follow(isOwnDrag);
    this.selection.keepOnly((id) => this.scene.placed(id) !== undefined);
    if (!lost) return;
    // What the keyboard was at is gone: it goes on beside it, never to nowhere.
    const heir = this.#beside.find((item) => this.scene.boxOf(item)) ?? this.#firstInSight();
    this.#setCurrent(heir);
    if (!hadFocus) return;
    if (heir && !this.#isFar) this.focus(heir);
    else this.root.focus({ preventScroll: true });
  }

  /** Tab always leads somewhere that is seen: where the keyboard was, else the first item in sight, else the board itself. */
  #keepTabStop(): void {
    const view = viewOf(this.#camera, this.#size);
    const box = this.#current && this.scene.boxOf(this.#current);
    if (this.layer.element.contains(document.activeElement)) return;
    if (!box || !overlaps(box, view)) this.#setCurrent(this.#firstInSight());
    else this.#setCurrent(this.#current);
  }

  #firstInSight(): ReadingItem | null {
    if (this.#isFar) return null;
    const view = viewOf(this.#camera, this.#size);
    return this.scene.readingOrder().find((item) => {
      const box = this.scene.boxOf(item);
      return box && overlaps(box, view);
    }) ?? null;
  }
}
