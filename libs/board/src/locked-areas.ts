import type * as Y from 'yjs';
import { boxOf } from './boxes.ts';
import { isHeld, type ConnectorEnd } from './connectors.ts';
import { readItem } from './kinds.ts';
import { isPlacedKind, itemsOf, toFrame, type AuthoredKind, type Frame, type Items, type Place, type Position, type Size } from './shape.ts';

/**
 * The locked frames of a board as it is now. Such a frame is an area that only those who run the session change: nobody else puts something there, takes it
 * away, or changes what lies on it.
 *
 * A thing lies where its middle is, and always on the frame that it names; where it lies on a frame of its own that stands on a locked one, that counts.
 */
export class LockedAreas {
  readonly #doc: Y.Doc;
  readonly #frames: readonly Frame[];
  #clusters: ReadonlySet<unknown> | undefined;

  constructor(doc: Y.Doc) {
    this.#doc = doc;
    const locked: Frame[] = [];
    for (const [id, fields] of itemsOf(doc, 'frame')) {
      if (fields.get('locked') === true && fields.get('removed') !== true) locked.push(toFrame(id, fields));
    }
    this.#frames = locked;
  }

  get none(): boolean {
    return this.#frames.length === 0;
  }

  /** A note or drawing, as it is or as it would be. A line is where either end is. */
  hold<Kind extends AuthoredKind>(kind: Kind, item: Items[Kind]): boolean;
  hold(kind: AuthoredKind, item: Items[AuthoredKind]): boolean {
    if (this.none) return false;
    if ('from' in item) return this.#holdEnd(item.from) || this.#holdEnd(item.to);
    if (!isPlacedKind(kind)) return false;
    const box = boxOf(kind, item);
    return this.holdBox({ ...box, frameId: item.position.frameId }, box);
  }
  holdBox({ x, y, frameId }: Position, { width, height }: Size): boolean {
    return this.#holdPlace({ x: x + width / 2, y: y + height / 2, frameId });
  }

  holdFrame(frameId: string | null): boolean {
    return this.#frames.some(({ id }) => id === frameId);
  }

  /** One that any note of a locked area is in. All notes are looked at once, however many clusters a change touches. */
  holdCluster(clusterId: string | null): boolean {
    if (this.none || clusterId === null) return false;
    this.#clusters ??= this.#heldClusters();
    return this.#clusters.has(clusterId);
  }
  #heldClusters(): Set<unknown> {
    const held = new Set<unknown>();
    for (const [id, fields] of itemsOf(this.#doc, 'note')) {
      const clusterId = fields.get('clusterId');
      if (clusterId && !held.has(clusterId) && !fields.get('removed') && this.hold('note', readItem('note', id, fields))) held.add(clusterId);
    }
    return held;
  }

  #holdEnd(end: ConnectorEnd): boolean {
    if (!isHeld(end)) return this.#holdPlace(end);
    if (end.kind === 'frame') return this.holdFrame(end.id);
    const fields = itemsOf(this.#doc, end.kind).get(end.id);
    return fields !== undefined && isPlacedKind(end.kind) && this.hold(end.kind, readItem(end.kind, end.id, fields));
  }

  #holdPlace({ x, y, frameId }: Position): boolean {
    if (this.holdFrame(frameId)) return true;
    const named = frameId === null ? undefined : itemsOf(this.#doc, 'frame').get(frameId);
    const own = named && toFrame(frameId!, named);
    const at = own ? { x: own.position.x + x, y: own.position.y + y } : { x, y };
    if (own && !own.removed && isOn(own, at)) return false;
    return this.#frames.some((frame) => isOn(frame, at));
  }
}

const isOn = ({ position, size }: Frame, { x, y }: Place): boolean => x >= position.x && x < position.x + size.width && y >= position.y && y < position.y + size.height;
