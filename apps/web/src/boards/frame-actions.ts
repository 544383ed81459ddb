import type { Change } from '@spolu/board/edits';
import { divisionsOf } from '@spolu/board/frame-cells';
import { addFrame, divideFrame, moveFrame, nameFrame, newFrameId, removeFrame, resizeFrame } from '@spolu/board/frames';
import type { FrameLayout } from '@spolu/board/looks';
import { SIDE_MAX, SIDE_MIN, type Place, type Size } from '@spolu/board/shape';
import { addTemplate, FRAME_GAP } from '@spolu/board/templates';
import type { BoardTemplate } from '@spolu/contracts/methods';
import { FRAMES_PER_BOARD_MAX } from '@spolu/contracts/plain';
import type { BoardPersona } from './board-actions.ts';
import type { BoardPlaces } from './board-places.ts';
import type { ActedCopy, BoardSteps } from './board-steps.ts';
import type { Scene } from './scene/scene.ts';

/** A frame that could hold no note would be in the way. */
const SIDE_LEAST = SIDE_MIN * 10;
const side = (wished: number) => Math.max(SIDE_LEAST, Math.min(SIDE_MAX, wished));
/** The size a frame can have that is nearest to this one. */
export const frameSize = ({ width, height }: Size): Size => ({ width: side(width), height: side(height) });

/** Everything a person does with frames; see {@link BoardActions}, of which it is a part. */
export class FrameActions {
  readonly #copy: ActedCopy;
  readonly #scene: Scene;
  readonly #places: BoardPlaces;
  readonly #persona: () => BoardPersona;
  readonly #steps: BoardSteps;

  constructor(copy: ActedCopy, scene: Scene, places: BoardPlaces, persona: () => BoardPersona, steps: BoardSteps) {
    this.#copy = copy;
    this.#scene = scene;
    this.#places = places;
    this.#persona = persona;
    this.#steps = steps;
  }

  get may(): boolean {
    const { rights } = this.#persona();
    return rights.write && rights.frames;
  }
  add(title: string, around: Place, layout: FrameLayout = 'plain'): string | null {
    if (!this.may) return null;
    const id = newFrameId();
    this.#steps.do(() => addFrame(this.#copy.doc, { id, title, position: this.#places.freeForFrame(around), ...divisionsOf(layout) }));
    return id;
  }
  /** The frames of a method, beside all that is on the board. @returns the first of them; null where they may not or do not all fit */
  addTemplate(template: BoardTemplate): string | null {
    if (!this.may || this.#copy.index.frames.size + template.frames.length > FRAMES_PER_BOARD_MAX) return null;
    const around = this.#scene.content();
    const at = around ? { x: around.x + around.width + FRAME_GAP, y: around.y } : { x: 0, y: 0 };
    let first: string | null = null;
    this.#steps.do(() => {
      const { changes, frameIds } = addTemplate(this.#copy.doc, template, at);
      first = frameIds[0] ?? null;
      return changes;
    });
    return first;
  }
  name(frameId: string, title: string): void {
    if (this.may) this.#steps.do(() => nameFrame(this.#copy.doc, frameId, title));
  }
  /** How it is divided, and what its parts are called. */
  divide(frameId: string, division: { layout: FrameLayout; columns: readonly string[]; rows: readonly string[] }): void {
    if (this.may) this.#steps.do(() => divideFrame(this.#copy.doc, frameId, division));
  }
  /** Who runs the session unlocks it first. */
  mayMove(frameId: string): boolean {
    return this.may && this.#copy.index.frame(frameId)?.locked === false;
  }
  move(frameId: string, dx: number, dy: number, join?: string): void {
    const frame = this.#copy.index.frame(frameId);
    if (frame && this.mayMove(frameId)) this.#steps.do(() => moveFrame(this.#copy.doc, frameId, { x: frame.position.x + dx, y: frame.position.y + dy }), join);
  }
  resize(frameId: string, size: Size, join?: string): void {
    if (this.may) this.#steps.do(() => resizeFrame(this.#copy.doc, frameId, frameSize(size)), join);
  }
  /** Its notes stay on the board. */
  remove(frameId: string): boolean {
    return this.may && this.#steps.do(() => removeFrame(this.#copy.doc, frameId));
  }

  /** A frame that staff fills grows with its notes; others' notes may lie below its edge. */
  grow(frameId: string, height: number): Change[] {
    const frame = this.#copy.index.frame(frameId);
    if (!frame || !this.may) return [];
    return height > frame.size.height ? resizeFrame(this.#copy.doc, frameId, { ...frame.size, height }) : [];
  }
}
