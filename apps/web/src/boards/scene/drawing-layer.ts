import { formPath, headPath, middleOfRoute, pinPath, routePath, strokePath } from '@spolu/board/drawing-paths';
import { hostOf } from '@spolu/board/links';
import { FONT_SIZE, PEN_WIDTH } from '@spolu/board/looks';
import { liesOverNotes, type PlacedDrawing } from './drawings.ts';
import type { Box } from './grid.ts';
import type { Scene } from './scene.ts';

const SVG = 'http://www.w3.org/2000/svg';
/** Above every note and whatever is being dragged. */
const OVER_ALL = 2_000_000;
/** Above frames and clusters, below the lowest note. */
const UNDER_NOTES = 4;

export interface DrawingWords {
  drawing: (drawing: PlacedDrawing, selected: boolean) => string;
}

/** One drawing on the screen: what is heard, chosen and focused, and beside it its lines, if it has any. */
interface Drawn {
  kind: PlacedDrawing['kind'];
  holder: HTMLElement;
  words: HTMLElement;
  /** Seen by the pointer, wider than the line itself. */
  lines: SVGGElement | null;
  paths: SVGPathElement[];
  picture: HTMLImageElement | null;
  /** What it shows; a drawing is drawn anew only when it is another object. */
  shown: PlacedDrawing | null;
  over: boolean;
  depth: number;
}

/**
 * Shapes, lines, strokes, texts, pictures, pins and link cards within the layer of notes. All lines stand in two SVGs, one below the notes and one above:
 * an SVG between notes would cost every frame of a pan (see `ItemLayer`).
 */
export class DrawingLayer {
  readonly #layer: HTMLElement;
  readonly #scene: Scene;
  readonly #selected: () => ReadonlySet<string>;
  readonly #under = makeSvg('board-lines');
  readonly #over = makeSvg('board-lines is-over');
  readonly #drawn = new Map<string, Drawn>();
  readonly #pictureOf: (fileId: string) => string;
  #words: DrawingWords;

  constructor(layer: HTMLElement, scene: Scene, words: DrawingWords, selected: () => ReadonlySet<string>, pictureOf: (fileId: string) => string) {
    this.#layer = layer;
    this.#scene = scene;
    this.#words = words;
    this.#selected = selected;
    this.#pictureOf = pictureOf;
    layer.append(this.#under, this.#over);
  }

  say(words: DrawingWords): void {
    this.#words = words;
    for (const drawn of this.#drawn.values()) drawn.shown = null;
  }

  elementOf(id: string): HTMLElement | undefined {
    return this.#drawn.get(id)?.holder;
  }
  /** Draws one that lies outside of what is drawn, for the keyboard to go there. */
  mount(id: string): HTMLElement | undefined {
    const placed = this.#scene.drawings.all.get(id);
    return placed && this.#draw(placed).holder;
  }

  /** Draws all that lies in this part of the board, and nothing else but what has the focus. */
  show(region: Box): void {
    const wanted = new Map<string, PlacedDrawing>();
    this.#scene.drawings.query(region, (drawing) => wanted.set(drawing.id, drawing));
    for (const [id, drawn] of this.#drawn) {
      if (!wanted.has(id) && (drawn.holder !== document.activeElement || !this.#scene.drawings.all.has(id))) this.#release(id, drawn);
    }
    for (const drawing of wanted.values()) this.#draw(drawing);
    this.#stack();
  }

  clear(): void {
    for (const [id, drawn] of this.#drawn) this.#release(id, drawn);
  }

  #draw(placed: PlacedDrawing): Drawn {
    let drawn = this.#drawn.get(placed.id);
    if (!drawn) {
      drawn = this.#make(placed);
      this.#drawn.set(placed.id, drawn);
    }
    const selected = this.#selected().has(placed.id);
    drawn.holder.classList.toggle('is-selected', selected);
    drawn.holder.classList.toggle('is-lifted', this.#scene.isLifted(placed.id));
    const label = this.#words.drawing(placed, selected);
    if (drawn.holder.getAttribute('aria-label') !== label) drawn.holder.setAttribute('aria-label', label);
    const over = this.#isOver(placed);
    if (drawn.lines && (drawn.over !== over || !drawn.lines.parentNode)) (over ? this.#over : this.#under).append(drawn.lines);
    drawn.over = over;
    const depth = !drawn.lines ? placed.rank : over ? OVER_ALL + 1 : UNDER_NOTES;
    if (drawn.depth !== depth) drawn.holder.style.zIndex = `${(drawn.depth = depth)}`;
    if (drawn.shown === placed) return drawn;
    drawn.shown = placed;
    this.#fill(drawn, placed);
    return drawn;
  }

  #isOver(placed: PlacedDrawing): boolean {
    if (placed.kind !== 'shape') return true;
    const touching: { rank: number }[] = [];
    this.#scene.query(placed, (note) => touching.push(note));
    return liesOverNotes(placed, touching);
  }

  #make({ kind, id }: PlacedDrawing): Drawn {
    const holder = document.createElement('div');
    holder.className = `board-drawing is-${kind}`;
    holder.setAttribute('role', kind === 'text' || kind === 'shape' ? 'article' : 'img');
    holder.tabIndex = -1;
    holder.dataset['itemKind'] = kind;
    holder.dataset['itemId'] = id;
    const words = document.createElement('span');
    words.className = 'board-drawing-words';
    holder.append(words);
    const hasLines = kind === 'shape' || kind === 'stroke' || kind === 'connector' || kind === 'pin';
    const lines = hasLines ? document.createElementNS(SVG, 'g') : null;
    if (lines) {
      lines.dataset['itemKind'] = kind;
      lines.dataset['itemId'] = id;
    }
    const picture = kind === 'picture' ? document.createElement('img') : null;
    if (picture) {
      picture.alt = '';
      picture.draggable = false;
      picture.decoding = 'async';
      holder.append(picture);
    }
    this.#layer.append(holder);
    return { kind, holder, words, lines, paths: [], picture, shown: null, over: true, depth: NaN };
  }

  #fill(drawn: Drawn, placed: PlacedDrawing): void {
    const { holder, words } = drawn;
    Object.assign(holder.style, { left: `${placed.x}px`, top: `${placed.y}px`, width: `${placed.width}px`, height: `${placed.height}px` });
    const text = wordsOf(placed);
    if (words.textContent !== text) words.textContent = text;
    const colour = 'colour' in placed.item ? placed.item.colour : 'ink';
    if (placed.kind !== 'pin') holder.dataset['line'] = colour;
    if (drawn.lines) drawn.lines.dataset[placed.kind === 'pin' ? 'colour' : 'line'] = colour;
    switch (placed.kind) {
      case 'text':
        holder.style.fontSize = `${FONT_SIZE[placed.item.textSize]}px`;
        break;
      case 'shape':
        holder.dataset['form'] = placed.item.form;
        if (drawn.lines) drawn.lines.dataset['fill'] = placed.item.fill;
        this.#setPaths(drawn, [['board-hit', formPath(placed.item.form, placed)], ['board-shape', formPath(placed.item.form, placed)]]);
        break;
      case 'stroke': {
        const path = strokePath(placed.item.points, placed);
        this.#setPaths(drawn, [['board-hit', path], ['board-stroke', path]]);
        drawn.paths[1]?.setAttribute('stroke-width', `${PEN_WIDTH[placed.item.pen]}`);
        if (drawn.lines) drawn.lines.dataset['pen'] = placed.item.pen;
        break;
      }
      case 'connector':
        this.#fillConnector(drawn, placed);
        break;
      case 'pin':
        this.#setPaths(drawn, [['board-pin', pinPath(placed)]]);
        break;
      case 'picture':
        if (drawn.picture && drawn.picture.dataset['file'] !== placed.item.fileId) {
          drawn.picture.dataset['file'] = placed.item.fileId;
          drawn.picture.src = this.#pictureOf(placed.item.fileId);
        }
        break;
      case 'link':
        break;
    }
  }

  #fillConnector(drawn: Drawn, placed: Extract<PlacedDrawing, { kind: 'connector' }>): void {
    const path = routePath(placed.route);
    const { heads } = placed.item;
    this.#setPaths(drawn, [
      ['board-hit', path],
      ['board-line', path],
      ['board-head', heads === 'none' ? '' : headPath(placed.route)],
      ['board-head', heads === 'both' ? headPath([...placed.route].reverse()) : ''],
    ]);
    const middle = middleOfRoute(placed.route);
    Object.assign(drawn.words.style, { left: `${middle.x - placed.x}px`, top: `${middle.y - placed.y}px` });
  }

  #setPaths({ lines, paths }: Drawn, wanted: readonly [className: string, path: string][]): void {
    for (const [i, [className, path]] of wanted.entries()) {
      let element = paths[i];
      if (!element) {
        element = document.createElementNS(SVG, 'path');
        element.setAttribute('class', className);
        paths.push(element);
        lines?.append(element);
      }
      if (element.getAttribute('d') !== path) element.setAttribute('d', path);
    }
  }

  #release(id: string, { holder, lines }: Drawn): void {
    this.#drawn.delete(id);
    holder.remove();
    lines?.remove();
  }

  /** Lines stand in their SVG from the lowest to the topmost. */
  #stack(): void {
    for (const svg of [this.#under, this.#over]) {
      const sorted = [...svg.children].sort((a, b) => this.#rankOf(a) - this.#rankOf(b));
      sorted.forEach((child, i) => svg.children[i] !== child && svg.insertBefore(child, svg.children[i] ?? null));
    }
  }
  #rankOf(lines: Element): number {
    return this.#scene.drawings.all.get((lines as SVGElement).dataset['itemId'] ?? '')?.rank ?? 0;
  }
}

function makeSvg(className: string): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('class', className);
  svg.setAttribute('aria-hidden', 'true');
  return svg;
}

export function wordsOf(placed: PlacedDrawing): string {
  switch (placed.kind) {
    case 'text':
    case 'shape': return placed.item.text;
    case 'connector':
    case 'pin': return placed.item.label;
    case 'link': return [placed.item.title, hostOf(placed.item.url)].filter(Boolean).join('\n');
    case 'picture':
    case 'stroke': return '';
  }
}
