import { ISLAND_HEAD, ISLAND_PADDING } from '@spolu/board/drawing/islands';
import { FRAME_HEAD, freePlaceIn } from '@spolu/board/placement';
import { FRAME_SIZE, NOTE_SIZE, type Note, type Place, type Position } from '@spolu/board/shape';
import type { ActedCopy } from './board-steps.ts';
import { overlaps, type Box } from './scene/grid.ts';
import { blockOf } from './scene/islands.ts';
import type { PlacedNote, Scene } from './scene/scene.ts';

const NONE: ReadonlySet<string> = new Set();
const CLUSTER_GAP = 96;

/** Where on the board there is room, and on which frame a place is. Changes nothing. */
export class BoardPlaces {
  readonly #copy: ActedCopy;
  readonly #scene: Scene;

  constructor(copy: ActedCopy, scene: Scene) {
    this.#copy = copy;
    this.#scene = scene;
  }

  /** Where a note whose top left corner comes to `to` belongs: on the frame under `at`. */
  positionAt(to: Place, at: Place): Position {
    const frame = this.#scene.frameAt(at.x, at.y);
    return frame ? { x: to.x - frame.x, y: to.y - frame.y, frameId: frame.id } : { x: to.x, y: to.y, frameId: null };
  }

  /** The first free slot of a frame, or of the board itself. Inside a cluster nothing counts as free: a note there would look as if it belonged to it. */
  freePlaceOn(frameId: string | null): Position {
    const frame = this.#copy.index.frame(frameId) ?? null;
    return freePlaceIn(frame, [...this.#copy.index.notes.values(), ...this.#clusterGround(frameId)]);
  }

  /** A free place near a point of the board: in the frame that lies there, else in the nearest gap around it. */
  freePlaceNear(near: Place): Position {
    const frame = this.#scene.frameAt(near.x, near.y);
    if (frame) return this.freePlaceOn(frame.id);
    const step = { x: NOTE_SIZE.width + 16, y: NOTE_SIZE.height + 16 };
    // Ring by ring around the point.
    for (let ring = 0; ring < 12; ring++) {
      for (let row = -ring; row <= ring; row++) {
        for (let column = -ring; column <= ring; column++) {
          if (Math.max(Math.abs(row), Math.abs(column)) !== ring) continue;
          const place = { x: near.x - NOTE_SIZE.width / 2 + column * step.x, y: near.y - NOTE_SIZE.height / 2 + row * step.y };
          const box = { ...place, ...NOTE_SIZE };
          const clear = !this.#scene.islands().some((island) => overlaps(island, box)) && !this.#scene.frames.some((other) => overlaps(other, box));
          if (clear && this.isFree(box)) return { ...place, frameId: null };
        }
      }
    }
    return this.positionAt(near, near);
  }

  /** The ground of the clusters on a frame, as notes would take it. */
  #clusterGround(frameId: string | null): Note[] {
    return this.#scene.islands().flatMap(({ noteIds, x, y, width, height }) => {
      const member = this.#copy.index.note(noteIds[0] ?? '');
      if (!member || member.position.frameId !== frameId) return [];
      const frame = this.#scene.frames.find(({ id }) => id === frameId);
      return [{ ...member, position: { x: x - (frame?.x ?? 0), y: y - (frame?.y ?? 0), frameId }, size: { width, height } }];
    });
  }

  isFree(box: Box, except: ReadonlySet<string> = NONE): boolean {
    let free = true;
    this.#scene.query(box, ({ id }) => {
      if (!except.has(id)) free = false;
    });
    return free;
  }
  /** A place of the board as one on this frame. */
  inFrame(to: Place, frameId: string | null): Position {
    const frame = this.#scene.frames.find(({ id }) => id === frameId);
    return frame ? { x: to.x - frame.x, y: to.y - frame.y, frameId } : { ...to, frameId: null };
  }

  /** Where a block of these notes fits with its cluster's name, covering neither others nor the frame's title: where the first lies, else near it. */
  roomFor(first: PlacedNote, notes: readonly PlacedNote[]): Place {
    const ids = new Set(notes.map(({ id }) => id));
    const cells = blockOf({ x: 0, y: 0 }, notes);
    const last = cells.reduce((most, cell) => ({ x: Math.max(most.x, cell.x), y: Math.max(most.y, cell.y) }), { x: 0, y: 0 });
    const block = { width: last.x + first.width, height: last.y + first.height };
    const frame = this.#scene.frames.find(({ id }) => id === first.note.position.frameId);
    const top = frame ? Math.max(first.y, frame.y + FRAME_HEAD + ISLAND_HEAD) : first.y;
    for (let row = 0; row < 20; row++) {
      for (let column = 0; column < 4; column++) {
        const corner = { x: first.x + column * (first.width + CLUSTER_GAP), y: top + row * (first.height + CLUSTER_GAP) };
        const island = { x: corner.x - ISLAND_PADDING, y: corner.y - ISLAND_HEAD, width: block.width + 2 * ISLAND_PADDING, height: block.height + ISLAND_HEAD + ISLAND_PADDING };
        const inside = !frame || (island.x + island.width <= frame.x + frame.width && overlaps(island, frame));
        if (inside && this.isFree(island, ids)) return corner;
      }
    }
    return { x: first.x, y: top };
  }

  /** Beside the frames that lie there. */
  freeForFrame(around: Place): Place {
    const place = { x: around.x - FRAME_SIZE.width / 2, y: around.y - FRAME_SIZE.height / 2 };
    const taken = () => this.#scene.frames.find((frame) => overlaps({ ...place, ...FRAME_SIZE }, frame));
    for (let other = taken(), tries = 0; other && tries < 50; other = taken(), tries++) place.x = other.x + other.width + 80;
    return place;
  }
}
