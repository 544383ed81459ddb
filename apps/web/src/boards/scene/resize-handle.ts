import type { Size } from '@spolu/board/shape';
import type { BoardActions } from '../board-actions.ts';
import type { BoardView } from './board-view.ts';
import { toScreen, type Point } from './camera.ts';
import type { Box } from './grid.ts';
import { Guides } from './guides.ts';
import type { ReadingItem } from './scene.ts';
import { snap } from './snap.ts';

/** From how near, in pixels of the screen, a line attracts the corner. */
const SNAP_PX = 6;

interface Pull {
  item: ReadingItem;
  box: Box;
  /** Where on the board the corner was taken. */
  grip: Point;
  pointerId: number;
  lines: Box[];
  size: Size;
}

/**
 * The corner by which the one thing that is chosen, or the frame to which one went, becomes larger and smaller. What comes of it is seen as an outline
 * until the drop, which writes it once. By keyboard: Ctrl and arrows (`board-keys.ts`), so this is hidden from the accessibility tree.
 */
export class ResizeHandle {
  private readonly view: BoardView;
  private readonly actions: BoardActions;
  private readonly handle = document.createElement('div');
  private readonly outline = document.createElement('div');
  private readonly guides: Guides;
  private readonly ends: (() => void)[];
  private item: ReadingItem | null = null;
  private pull: Pull | null = null;

  constructor(view: BoardView, actions: BoardActions) {
    this.view = view;
    this.actions = actions;
    this.handle.className = 'board-handle';
    this.outline.className = 'board-resized';
    this.guides = new Guides(view.root);
    for (const element of [this.outline, this.handle]) {
      element.hidden = true;
      element.setAttribute('aria-hidden', 'true');
      view.root.append(element);
    }
    const { handle } = this;
    handle.addEventListener('pointerdown', (event) => this.take(event));
    handle.addEventListener('pointermove', (event) => this.follow(event));
    handle.addEventListener('pointerup', (event) => this.drop(event));
    handle.addEventListener('pointercancel', () => this.letGo());
    // Two quick presses open nothing, and the other button has nothing to offer here.
    for (const name of ['dblclick', 'contextmenu'] as const) handle.addEventListener(name, (event) => event.preventDefault());
    const escape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !this.pull) return;
      event.stopPropagation();
      this.letGo();
    };
    document.addEventListener('keydown', escape, { capture: true });
    const place = () => this.place();
    this.ends = [
      view.onCamera(place), view.onVisited(place), view.selection.subscribe(place), view.scene.onChange(place),
      () => document.removeEventListener('keydown', escape, { capture: true }),
    ];
    this.place();
  }

  destroy(): void {
    for (const end of this.ends) end();
    this.guides.destroy();
    this.handle.remove();
    this.outline.remove();
  }

  /** The one thing it is about. */
  private subject(): ReadingItem | null {
    const { selection, visited, scene, isFar } = this.view;
    const [id, another] = selection.read();
    if (isFar || another !== undefined) return null;
    const kind = id !== undefined && scene.kindOf(id);
    const item = kind ? { kind, id: id } : id === undefined && visited?.kind === 'frame' ? visited : null;
    return item && this.actions.sizing(item) ? item : null;
  }

  private place(): void {
    const item = this.subject();
    const box = item && this.view.scene.boxOf(item);
    if (this.pull && (!box || this.pull.item.id !== item.id)) this.letGo();
    this.item = box ? item : null;
    show(this.handle, Boolean(box));
    if (!box || !item) return;
    const size = this.pull?.size ?? box;
    const isText = this.actions.sizing(item) === 'width';
    const at = toScreen(this.view.camera, { x: box.x + size.width, y: box.y + (isText ? box.height / 2 : size.height) });
    this.handle.style.transform = `translate(${at.x}px, ${at.y}px)`;
    this.handle.dataset['axis'] = isText ? 'width' : 'both';
    this.draw();
  }

  private draw(): void {
    show(this.outline, this.pull !== null);
    if (!this.pull) return;
    const { box, size } = this.pull;
    const { camera } = this.view;
    const at = toScreen(camera, box);
    Object.assign(this.outline.style, { transform: `translate(${at.x}px, ${at.y}px)`, width: `${size.width * camera.zoom}px`, height: `${size.height * camera.zoom}px` });
  }

  private take(event: PointerEvent): void {
    if (event.button !== 0 || !this.item) return;
    // The board's own hand does not hear of it; the keyboard stays where it is.
    event.stopPropagation();
    event.preventDefault();
    const box = this.view.scene.boxOf(this.item);
    if (!box) return;
    this.handle.setPointerCapture?.(event.pointerId);
    const { x, y, width, height } = box;
    this.pull = { item: this.item, box: { x, y, width, height }, grip: this.view.fromClient(event), pointerId: event.pointerId, lines: this.attracting(this.item), size: { width, height } };
    this.draw();
  }

  private follow(event: PointerEvent): void {
    if (this.pull?.pointerId !== event.pointerId) return;
    event.stopPropagation();
    this.pull.size = this.pulled(this.pull, event);
    this.place();
  }

  private drop(event: PointerEvent): void {
    if (this.pull?.pointerId !== event.pointerId) return;
    event.stopPropagation();
    const { item, box, size } = this.pull;
    this.letGo();
    if (size.width !== box.width || size.height !== box.height) this.actions.resize(item, size);
  }

  private letGo(): void {
    this.pull = null;
    this.guides.clear();
    this.place();
  }

  /** How large it would be here: in line with what is near, unless Alt is down. */
  private pulled({ item, box, grip, lines }: Pull, event: PointerEvent): Size {
    const now = this.view.fromClient(event);
    const corner = { x: box.x + box.width + now.x - grip.x, y: box.y + box.height + now.y - grip.y, width: 0, height: 0 };
    const sizing = this.actions.sizing(item) ?? 'both';
    const near = event.altKey ? { dx: 0, dy: 0, guides: [] } : snap(corner, lines, SNAP_PX / this.view.camera.zoom);
    this.guides.show(near.guides.filter(({ axis }) => axis === 'x' || sizing === 'both'), this.view.camera);
    const wished = { width: Math.round(corner.x + near.dx - box.x), height: Math.round(corner.y + (sizing === 'both' ? near.dy : 0) - box.y) };
    return this.actions.sizeOf(item, wished) ?? box;
  }

  /** The edges of what is in view, but for its own and those of what lies on it. */
  private attracting({ kind, id }: ReadingItem): Box[] {
    const { scene, part } = this.view;
    const boxes: Box[] = scene.frames.filter((frame) => frame.id !== id).map(({ x, y, width, height }) => ({ x, y, width, height }));
    scene.queryAll(part, (placed) => {
      const item = 'note' in placed ? placed.note : placed.item;
      if (placed.id === id || !('position' in item) || (kind === 'frame' && item.position.frameId === id)) return;
      boxes.push({ x: placed.x, y: placed.y, width: placed.width, height: placed.height });
    });
    return boxes;
  }
}

/** Writes it only where it is different: this is asked at every frame of a pan. */
function show(element: HTMLElement, shown: boolean): void {
  if (element.hidden === shown) element.hidden = !shown;
}
