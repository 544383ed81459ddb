import { formPath, pinPath, routePath, strokePath } from '@spolu/board/drawing-paths';
import { cellsOf } from '@spolu/board/frame-cells';
import { FONT_SIZE, PEN_WIDTH, type LineColour } from '@spolu/board/looks';
import type { NoteColour } from '@spolu/contracts/boards';
import { NOTE_COLOURS } from '@spolu/contracts/plain';
import { toScreen, type Camera, type ViewSize } from './camera.ts';
import { FarImages } from './far-images.ts';
import { overlaps } from './grid.ts';
import type { PlacedDrawing } from './drawings.ts';
import type { LookOf } from './note-look.ts';
import type { PlacedNote, Scene } from './scene.ts';

/** Share of the view that the picture reaches beyond each edge: together twice the view. */
const BEYOND = 0.5;
const SHARPNESS_MAX = 1.5;
/** At most ten pictures a second for what others do. */
const CHANGE_MS = 100;
const REST_MS = 150;

export interface FarColours {
  notes: Record<NoteColour | 'none', string>;
  dimmed: string;
  dimmedLine: string;
  sign: string;
  noteText: string;
  frame: string;
  frameLine: string;
  frameText: string;
  island: string;
  accent: string;
  lines: Record<LineColour, string>;
  fontFamily: string;
}

/** The colours of the theme that holds now. */
export function readColours(element: Element): FarColours {
  const style = getComputedStyle(element);
  const probe = document.createElement('span');
  probe.hidden = true;
  // A picture is not forced into the system's colours; where everything else is, every token would come out as the colour of text.
  probe.style.setProperty('forced-color-adjust', 'none');
  element.append(probe);
  // A custom property's value is its text, light-dark() unresolved; as the colour of an element it is resolved.
  const colour = (token: string) => {
    probe.style.color = `var(${token})`;
    return getComputedStyle(probe).color || '#888';
  };
  const colours: FarColours = {
    notes: Object.fromEntries([...NOTE_COLOURS, 'none'].map((name) => [name, colour(`--note-${name}`)])) as FarColours['notes'],
    dimmed: colour('--surface-sunken'),
    dimmedLine: colour('--line'),
    sign: colour('--note-ink'),
    noteText: 'rgb(31 36 41 / 0.4)',
    frame: colour('--surface'),
    frameLine: colour('--line-strong'),
    frameText: colour('--ink'),
    island: colour('--ink-soft'),
    accent: colour('--focus'),
    lines: {
      ink: colour('--ink'), grey: colour('--ink-soft'), red: colour('--bad'), orange: colour('--warn'), green: colour('--good'), blue: colour('--pen-blue'), violet: colour('--pen-violet'),
    },
    fontFamily: style.fontFamily || 'sans-serif',
  };
  probe.remove();
  return colours;
}

/**
 * The board from far away, where no word can be read: one picture of coloured cards, larger than the view, that panning and zooming only
 * move. It is painted again when it runs out or its scale is too far off.
 */
export class FarPicture {
  readonly element: HTMLCanvasElement;
  readonly #scene: Scene;
  readonly #selected: () => ReadonlySet<string>;
  readonly #look: LookOf;
  readonly #images: FarImages;
  readonly #context: CanvasRenderingContext2D | null;
  #colours: FarColours;
  #camera: Camera = { x: 0, y: 0, zoom: 1 };
  #size: ViewSize = { width: 1, height: 1 };
  /** The camera of the picture's own top left corner. */
  #shot: Camera | null = null;
  #enabled = false;
  #frame = 0;
  #paintedAt = 0;
  #waiting: ReturnType<typeof setTimeout> | undefined;
  #resting: ReturnType<typeof setTimeout> | undefined;

  constructor(scene: Scene, colours: FarColours, selected: () => ReadonlySet<string>, look: LookOf, pictureOf: (fileId: string) => string) {
    this.#scene = scene;
    this.#colours = colours;
    this.#selected = selected;
    this.#look = look;
    this.#images = new FarImages(pictureOf, () => this.follow());
    this.element = document.createElement('canvas');
    this.element.className = 'board-far';
    this.element.setAttribute('aria-hidden', 'true');
    this.element.hidden = true;
    this.#context = this.element.getContext('2d');
  }

  recolour(colours: FarColours): void {
    this.#colours = colours;
    if (this.#enabled) this.#paintSoon();
  }

  enable(enabled: boolean): void {
    if (this.#enabled === enabled) return;
    this.#enabled = enabled;
    this.element.hidden = !enabled;
    this.#shot = null;
  }

  show(camera: Camera, size: ViewSize): void {
    const resized = size.width !== this.#size.width || size.height !== this.#size.height;
    this.#camera = camera;
    this.#size = size;
    if (!this.#enabled) return;
    if (!this.#shot || resized) this.#paint();
    else {
      this.#place();
      const scale = camera.zoom / this.#shot.zoom;
      if (this.#runsOut(this.#shot) || scale > 1.6 || scale < 0.62) this.#paintSoon();
    }
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => {
      if (this.#enabled && this.#shot?.zoom !== this.#camera.zoom) this.#paintSoon();
    }, REST_MS);
  }

  /** Something on the board changed; `now` for what this person drags herself. */
  follow(now = false): void {
    if (!this.#enabled) return;
    if (now) {
      this.#paintSoon();
      return;
    }
    if (this.#waiting !== undefined) return;
    const since = performance.now() - this.#paintedAt;
    if (since > CHANGE_MS) this.#paintSoon();
    else {
      this.#waiting = setTimeout(() => {
        this.#waiting = undefined;
        this.#paintSoon();
      }, CHANGE_MS - since);
    }
  }

  destroy(): void {
    clearTimeout(this.#waiting);
    clearTimeout(this.#resting);
    cancelAnimationFrame(this.#frame);
    this.#images.destroy();
    this.element.remove();
  }

  #runsOut(shot: Camera): boolean {
    const { x, y, zoom } = this.#camera;
    const reachX = (this.#size.width * (1 + 2 * BEYOND)) / shot.zoom;
    const reachY = (this.#size.height * (1 + 2 * BEYOND)) / shot.zoom;
    return x < shot.x || y < shot.y || x + this.#size.width / zoom > shot.x + reachX || y + this.#size.height / zoom > shot.y + reachY;
  }

  #paintSoon(): void {
    if (this.#frame) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      if (this.#enabled) this.#paint();
    });
  }

  #place(): void {
    if (!this.#shot) return;
    const { x, y } = toScreen(this.#camera, this.#shot);
    this.element.style.transform = `translate(${x}px, ${y}px) scale(${this.#camera.zoom / this.#shot.zoom})`;
  }

  #paint(): void {
    const { width, height } = this.#size;
    const { zoom } = this.#camera;
    const sharpness = Math.min(window.devicePixelRatio || 1, SHARPNESS_MAX);
    const drawnWidth = width * (1 + 2 * BEYOND);
    const drawnHeight = height * (1 + 2 * BEYOND);
    this.#shot = { x: this.#camera.x - (width * BEYOND) / zoom, y: this.#camera.y - (height * BEYOND) / zoom, zoom };
    const canvas = this.element;
    const pixels = { width: Math.round(drawnWidth * sharpness), height: Math.round(drawnHeight * sharpness) };
    if (canvas.width !== pixels.width) canvas.width = pixels.width;
    if (canvas.height !== pixels.height) canvas.height = pixels.height;
    canvas.style.width = `${drawnWidth}px`;
    canvas.style.height = `${drawnHeight}px`;
    if (this.#context) paintBoard(this.#context, this.#scene, this.#shot, { width: drawnWidth, height: drawnHeight }, sharpness, this.#colours, this.#selected(), this.#look, this.#images);
    this.#paintedAt = performance.now();
    this.#place();
  }
}

function paintBoard(context: CanvasRenderingContext2D, scene: Scene, camera: Camera, size: ViewSize, sharpness: number, colours: FarColours, selected: ReadonlySet<string>, look: LookOf, images: FarImages): void {
  const { zoom } = camera;
  const scale = zoom * sharpness;
  const view = { x: camera.x, y: camera.y, width: size.width / zoom, height: size.height / zoom };
  const pixel = 1 / zoom;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, context.canvas.width, context.canvas.height);
  context.setTransform(scale, 0, 0, scale, -camera.x * scale, -camera.y * scale);

  const frames = scene.frames.filter((frame) => overlaps(frame, view));
  context.fillStyle = colours.frame;
  context.strokeStyle = colours.frameLine;
  context.lineWidth = pixel;
  for (const { x, y, width, height } of frames) {
    context.fillRect(x, y, width, height);
    context.strokeRect(x, y, width, height);
  }
  for (const frame of frames) {
    for (const cell of cellsOf(frame.frame)) context.strokeRect(frame.x + cell.x, frame.y + cell.y, cell.width, cell.height);
  }

  context.strokeStyle = colours.island;
  context.lineWidth = 2 * pixel;
  for (const island of scene.islands()) if (overlaps(island, view)) context.strokeRect(island.x, island.y, island.width, island.height);

  const drawings: PlacedDrawing[] = [];
  scene.drawings.query(view, (drawing) => drawings.push(drawing));
  drawings.sort((a, b) => a.rank - b.rank);
  for (const drawing of drawings) if (drawing.kind === 'shape' || drawing.kind === 'picture') paintDrawing(context, drawing, colours, zoom, images);

  const byColour = new Map<NoteColour | 'none', PlacedNote[]>();
  const dimmed: PlacedNote[] = [];
  const signed = new Map<PlacedNote, string>();
  scene.query(view, (placed) => {
    const { colour, sign, dimmed: isDimmed } = look(placed.note);
    if (isDimmed) {
      dimmed.push(placed);
      return;
    }
    if (sign) signed.set(placed, sign);
    const same = byColour.get(colour);
    if (same) same.push(placed);
    else byColour.set(colour, [placed]);
  });
  context.fillStyle = colours.dimmed;
  context.strokeStyle = colours.dimmedLine;
  context.lineWidth = pixel;
  for (const { x, y, width, height } of dimmed) {
    context.fillRect(x, y, width, height);
    context.strokeRect(x, y, width, height);
  }
  for (const [colour, notes] of byColour) {
    context.fillStyle = colours.notes[colour];
    for (const { x, y, width, height } of notes) context.fillRect(x, y, width, height);
  }
  if (zoom > 0.07) {
    context.fillStyle = colours.noteText;
    for (const notes of byColour.values()) for (const note of notes) if (!signed.has(note)) paintLines(context, note);
  }
  if (zoom > 0.1) paintSigns(context, signed, colours, 12 * pixel);
  for (const drawing of drawings) if (drawing.kind !== 'shape' && drawing.kind !== 'picture') paintDrawing(context, drawing, colours, zoom, images);
  context.strokeStyle = colours.accent;
  context.lineWidth = 3 * pixel;
  for (const id of selected) {
    const placed = scene.placed(id);
    if (placed) context.strokeRect(placed.x, placed.y, placed.width, placed.height);
  }

  // Names stay readable however far away: they are what one steers by.
  context.textBaseline = 'top';
  const name = (text: string, x: number, y: number, room: number, fontSize: number, weight: number) => {
    context.font = `${weight} ${fontSize * pixel}px ${colours.fontFamily}`;
    const shown = shortened(context, text, room);
    if (shown) context.fillText(shown, x, y);
  };
  context.fillStyle = colours.frameText;
  for (const { frame, x, y, width } of frames) name(frame.title, x + 6 * pixel, y - 20 * pixel, width - 12 * pixel, 15, 640);
  if (zoom > 0.12) {
    for (const { clusterId, x, y, width } of scene.islands()) name(scene.index.cluster(clusterId)?.title ?? '', x + 4 * pixel, y + 2 * pixel, width - 8 * pixel, 12, 640);
  }
}

/** Lines no thinner than can be seen, words only where they can be read. */
function paintDrawing(context: CanvasRenderingContext2D, drawing: PlacedDrawing, colours: FarColours, zoom: number, images: FarImages): void {
  const least = 1.2 / zoom;
  context.strokeStyle = context.fillStyle = 'colour' in drawing.item && drawing.kind !== 'pin' ? colours.lines[drawing.item.colour] : colours.frameLine;
  context.lineWidth = Math.max(3, least);
  context.lineCap = context.lineJoin = 'round';
  switch (drawing.kind) {
    case 'shape': {
      const path = new Path2D(formPath(drawing.item.form, drawing));
      if (drawing.item.fill !== 'none') {
        context.fillStyle = drawing.item.fill === 'white' ? colours.frame : colours.notes[drawing.item.fill];
        context.fill(path);
      }
      context.stroke(path);
      return;
    }
    case 'connector':
      context.stroke(new Path2D(routePath(drawing.route)));
      return;
    case 'stroke':
      context.lineWidth = Math.max(PEN_WIDTH[drawing.item.pen], least);
      context.globalAlpha = drawing.item.pen === 'marker' ? 0.45 : 1;
      context.stroke(new Path2D(strokePath(drawing.item.points, drawing)));
      context.globalAlpha = 1;
      return;
    case 'text': {
      const size = FONT_SIZE[drawing.item.textSize];
      if (size * zoom < 5) return;
      context.font = `640 ${size}px ${colours.fontFamily}`;
      context.textBaseline = 'top';
      for (const [i, line] of wrapped(context, drawing.item.text, drawing.width).entries()) context.fillText(line, drawing.x, drawing.y + i * size * 1.3);
      return;
    }
    case 'pin':
      context.fillStyle = colours.notes[drawing.item.colour];
      context.fill(new Path2D(pinPath(drawing)));
      return;
    case 'picture':
    case 'link': {
      const image = drawing.kind === 'picture' ? images.of(drawing.item.fileId) : null;
      if (image) context.drawImage(image, drawing.x, drawing.y, drawing.width, drawing.height);
      else {
        context.fillStyle = colours.frame;
        context.fillRect(drawing.x, drawing.y, drawing.width, drawing.height);
        context.strokeRect(drawing.x, drawing.y, drawing.width, drawing.height);
      }
    }
  }
}

function wrapped(context: CanvasRenderingContext2D, text: string, width: number): string[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines = [''];
    for (const word of paragraph.split(/\s+/)) {
      const last = lines.at(-1) ?? '';
      const longer = last === '' ? word : `${last} ${word}`;
      if (last !== '' && context.measureText(longer).width > width) lines.push(word);
      else lines[lines.length - 1] = longer;
    }
    return lines;
  });
}

function paintLines(context: CanvasRenderingContext2D, { note, x, y, width, height }: PlacedNote): void {
  const lines = Math.min(Math.floor((height - 32) / 20), Math.ceil(note.text.length / 20));
  for (let i = 0; i < lines; i++) context.fillRect(x + 14, y + 18 + i * 20, (i === lines - 1 ? 0.5 : 1) * (width - 28), 8);
}

/** The number of its group in the middle of each note, as large as it can be read. */
function paintSigns(context: CanvasRenderingContext2D, signed: ReadonlyMap<PlacedNote, string>, { sign: ink, fontFamily }: FarColours, least: number): void {
  context.fillStyle = ink;
  context.font = `640 ${Math.max(64, least)}px ${fontFamily}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  for (const [{ x, y, width, height }, sign] of signed) context.fillText(sign, x + width / 2, y + height / 2);
  context.textAlign = 'start';
}

function shortened(context: CanvasRenderingContext2D, text: string, room: number): string {
  if (context.measureText(text).width <= room) return text;
  let most = text.length - 1;
  while (most > 2 && context.measureText(`${text.slice(0, most)}…`).width > room) most = Math.floor(most * 0.85);
  return most > 2 ? `${text.slice(0, most)}…` : '';
}
