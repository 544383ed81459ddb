import { CONNECTABLE_KINDS, isHeld, type Connector, type ConnectorEnd } from '@spolu/board/connectors';
import {
  addConnector, addLink, addPicture, addPin, addShape, addStroke, addText, bendConnector, colourConnector, colourPin, colourShape, colourStroke,
  colourText, connect, describePicture, fillShape, labelConnector, labelPin, nameLink, penStroke, pointConnector, reshape, sizeText, widenText,
} from '@spolu/board/drawing-edits';
import type { Change } from '@spolu/board/edits';
import { resizeItem, writeText } from '@spolu/board/items';
import { readItem } from '@spolu/board/kinds';
import type { LockedAreas } from '@spolu/board/locked-areas';
import type { ConnectorHeads, ConnectorLine, Fill, LineColour, Pen, ShapeForm, TextSize } from '@spolu/board/looks';
import { orderBetween } from '@spolu/board/order-key';
import { itemsOf, SIDE_MAX, SIDE_MIN, type ItemRef, type Place, type Position, type Size } from '@spolu/board/shape';
import { SHAPE_SIZE } from '@spolu/board/shapes';
import { TEXT_WIDTH } from '@spolu/board/texts';
import type { DrawingKind, NoteColour } from '@spolu/contracts/boards';
import { DRAWING_KINDS } from '@spolu/contracts/plain';
import { v4 as uuid } from 'uuid';
import * as Y from 'yjs';
import type { BoardPersona } from './board-actions.ts';
import type { ActedCopy, BoardSteps } from './board-steps.ts';
import type { Box } from './scene/grid.ts';
import type { Scene } from './scene/scene.ts';

/** How drawings look; what does not fit a kind leaves it as it is. */
export interface DrawingLook {
  colour: LineColour;
  pinColour: NoteColour;
  fill: Fill;
  form: ShapeForm;
  textSize: TextSize;
  line: ConnectorLine;
  heads: ConnectorHeads;
  pen: Pen;
}

/** In what the size of something may be changed; `scaled` keeps its proportions. */
export type Sizing = 'both' | 'width' | 'scaled';
const within = (side: number) => Math.max(SIDE_MIN, Math.min(SIDE_MAX, side));

/** Everything a person does with drawings; see {@link BoardActions}, of which it is a part. */
export class DrawingActions {
  readonly #copy: ActedCopy;
  readonly #scene: Scene;
  readonly #persona: () => BoardPersona;
  readonly #steps: BoardSteps;

  constructor(copy: ActedCopy, scene: Scene, persona: () => BoardPersona, steps: BoardSteps) {
    this.#copy = copy;
    this.#scene = scene;
    this.#persona = persona;
    this.#steps = steps;
  }

  mayMake(kind: DrawingKind): boolean {
    const { rights } = this.#persona();
    return rights.write && rights.draw.includes(kind);
  }

  addText(at: Place, text: string, textSize: TextSize): string | null {
    return this.#make('text', (doc, made) => addText(doc, { ...made, text, textSize, position: this.#positionOf(at, at), width: TEXT_WIDTH }));
  }
  /** In this box; of the usual size around its place where it is only a point. */
  addShape(form: ShapeForm, { x, y, width, height }: Box, look: Pick<DrawingLook, 'fill' | 'colour'>): string | null {
    const isPoint = width < SIDE_MIN || height < SIDE_MIN;
    const box = isPoint ? { x: x - SHAPE_SIZE.width / 2, y: y - SHAPE_SIZE.height / 2, ...SHAPE_SIZE } : { x, y, width, height };
    const position = this.#positionOf(box, { x: box.x + box.width / 2, y: box.y + box.height / 2 });
    return this.#make('shape', (doc, made) => addShape(doc, { ...made, form, position, size: box, ...look }));
  }
  /** A line from one thing or place to another; none from a thing to itself. */
  connect(from: ItemRef | Place, to: ItemRef | Place, look: Pick<DrawingLook, 'line' | 'heads' | 'colour'>): string | null {
    const [start, end] = [this.#endOf(from), this.#endOf(to)];
    if (isHeld(start) && isHeld(end) && start.id === end.id) return null;
    return this.#make('connector', (doc, made) => addConnector(doc, { ...made, from: start, to: end, ...look }));
  }
  /** Where a pen went, on the board: x, y, x, y, … */
  draw(points: readonly number[], look: Pick<DrawingLook, 'pen' | 'colour'>): string | null {
    const [x = 0, y = 0] = points;
    const frame = this.#scene.frameAt(x, y);
    const relative = frame ? points.map((value, i) => value - (i % 2 === 0 ? frame.x : frame.y)) : points;
    return this.#make('stroke', (doc, made) => addStroke(doc, { ...made, points: relative, frameId: frame?.id ?? null, ...look }));
  }
  addPin(at: Place, label: string): string | null {
    return this.#make('pin', (doc, made) => addPin(doc, { ...made, label, position: this.#positionOf(at, at) }));
  }
  /** @param url as `linkAddress` gives it */
  addLink(at: Place, url: string, title: string): string | null {
    return this.#make('link', (doc, made) => addLink(doc, { ...made, url, title, position: this.#positionOf(at, at) }));
  }
  addPicture(at: Place, picture: { fileId: string; natural: Size }, alt: string): string | null {
    return this.#make('picture', (doc, made) => addPicture(doc, { ...made, ...picture, alt, position: this.#positionOf(at, at) }));
  }

  /** The words in or at a drawing. */
  write(id: string, words: string): void {
    const kind = this.#mine(id);
    if (!kind) return;
    const { doc } = this.#copy;
    const written: Partial<Record<DrawingKind, () => Change[]>> = {
      text: () => writeText(doc, 'text', id, words),
      shape: () => writeText(doc, 'shape', id, words),
      connector: () => labelConnector(doc, id, words),
      pin: () => labelPin(doc, id, words),
      picture: () => describePicture(doc, id, words),
      link: () => nameLink(doc, id, words),
    };
    const write = written[kind];
    if (write) this.#steps.do(write, `text ${id}`);
  }

  /** Gives drawings another look. @returns how many took it */
  restyle(ids: Iterable<string>, look: Partial<DrawingLook>): number {
    let count = 0;
    this.#steps.do(() =>
      [...ids].flatMap((id) => {
        const kind = this.#mine(id);
        const changes = kind ? this.#restyled(kind, id, look) : [];
        if (changes.length > 0) count++;
        return changes;
      }),
    );
    return count;
  }

  /** In what its size may be changed by her. */
  sizing(id: string): Sizing | null {
    const kind = this.#mine(id);
    return kind === 'shape' ? 'both' : kind === 'text' ? 'width' : kind === 'picture' ? 'scaled' : null;
  }
  sizeNow(id: string): Size | undefined {
    const { index } = this.#copy;
    const text = index.item('text', id);
    if (text) return { width: text.width, height: this.#scene.placed(id)?.height ?? 0 };
    return (index.item('shape', id) ?? index.item('picture', id))?.size;
  }
  /** The size it can have that is nearest to this one: a text's height follows from its words, a picture keeps its proportions. */
  sizeOf(id: string, wished: Size): Size | null {
    const { index } = this.#copy;
    const bounded = { width: within(wished.width), height: within(wished.height) };
    const text = index.item('text', id);
    if (text) return { width: bounded.width, height: this.#scene.placed(id)?.height ?? bounded.height };
    const natural = index.item('picture', id)?.natural;
    if (!natural) return bounded;
    const scale = Math.min(Math.max(bounded.width / natural.width, SIDE_MIN / Math.min(natural.width, natural.height)), SIDE_MAX / Math.max(natural.width, natural.height));
    return { width: natural.width * scale, height: natural.height * scale };
  }
  resize(id: string, wished: Size, join?: string): void {
    const kind = this.#mine(id);
    const size = this.sizeOf(id, wished);
    const { doc } = this.#copy;
    if (!size) return;
    if (kind === 'text') this.#steps.do(() => widenText(doc, id, size.width), join);
    else if (kind === 'shape' || kind === 'picture') this.#steps.do(() => resizeItem(doc, kind, id, size), join);
  }

  /** The ends of a line that hold on to nothing, so far away; part of a larger step. */
  moveEnds({ id, from, to }: Connector, by: Place): Change[] {
    return (['from', 'to'] as const).flatMap((name) => {
      const end = name === 'from' ? from : to;
      if (isHeld(end)) return [];
      const place = this.#copy.index.absolutePlace(end);
      const there = { x: place.x + by.x, y: place.y + by.y };
      return connect(this.#copy.doc, id, name, this.#positionOf(there, there));
    });
  }

  /** The kind of a drawing that this person may change; what was made a moment ago is not drawn yet. */
  #mine(id: string): DrawingKind | undefined {
    const kind = DRAWING_KINDS.find((one) => this.#copy.index.item(one, id));
    const item = kind && this.#copy.index.item(kind, id);
    const { participantId, rights } = this.#persona();
    if (!item || !rights.write) return undefined;
    const own = participantId !== null && item.participantId === participantId;
    return (rights.editAll || (own && !this.#areas?.hold(kind, item))) && !item.locked ? kind : undefined;
  }

  get #areas(): LockedAreas | null {
    return this.#steps.areasClosedTo(this.#persona().rights);
  }

  /** @param add is tried in a document of its own where frames are locked: where the thing would lie is known then */
  #make(kind: DrawingKind, add: (doc: Y.Doc, made: { id: string; participantId: string | null; order: string }) => Change[]): string | null {
    if (!this.mayMake(kind)) return null;
    const made = { id: uuid(), participantId: this.#persona().participantId, order: orderBetween(this.#copy.index.top, null) };
    const areas = this.#areas;
    if (areas) {
      const trial = new Y.Doc();
      add(trial, made);
      const fields = itemsOf(trial, kind).get(made.id);
      if (fields && areas.hold(kind, readItem(kind, made.id, fields))) {
        this.#steps.onClosed();
        return null;
      }
    }
    return this.#steps.do(() => add(this.#copy.doc, made), `text ${made.id}`) ? made.id : null;
  }

  #restyled(kind: DrawingKind, id: string, { colour, pinColour, fill, form, textSize, line, heads, pen }: Partial<DrawingLook>): Change[] {
    const { doc } = this.#copy;
    const set = <Value>(value: Value | undefined, edit: (value: Value) => Change[]) => (value === undefined ? [] : edit(value));
    switch (kind) {
      case 'text': return [...set(colour, (to) => colourText(doc, id, to)), ...set(textSize, (to) => sizeText(doc, id, to))];
      case 'shape': return [...set(colour, (to) => colourShape(doc, id, to)), ...set(fill, (to) => fillShape(doc, id, to)), ...set(form, (to) => reshape(doc, id, to))];
      case 'connector': return [...set(colour, (to) => colourConnector(doc, id, to)), ...set(line, (to) => bendConnector(doc, id, to)), ...set(heads, (to) => pointConnector(doc, id, to))];
      case 'stroke': return [...set(colour, (to) => colourStroke(doc, id, to)), ...set(pen, (to) => penStroke(doc, id, to))];
      case 'pin': return set(pinColour, (to) => colourPin(doc, id, to));
      case 'picture':
      case 'link': return [];
    }
  }

  #endOf(end: ItemRef | Place): ConnectorEnd {
    if (!('kind' in end)) return this.#positionOf(end, end);
    const kind = CONNECTABLE_KINDS.find((one) => one === end.kind);
    if (kind) return { kind, id: end.id };
    const box = this.#scene.boxOf(end);
    const middle = box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : { x: 0, y: 0 };
    return this.#positionOf(middle, middle);
  }

  /** What begins at `corner` belongs to the frame under `at`. */
  #positionOf(corner: Place, at: Place): Position {
    const frame = this.#scene.frameAt(at.x, at.y);
    return frame ? { x: corner.x - frame.x, y: corner.y - frame.y, frameId: frame.id } : { x: corner.x, y: corner.y, frameId: null };
  }
}
