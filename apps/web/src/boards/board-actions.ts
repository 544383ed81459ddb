import { arrange, laidBoxes } from '@spolu/board/arrange';
import { boxOf } from '@spolu/board/boxes';
import { copyItems, paste, type Clip } from '@spolu/board/clipboard';
import { addCluster, nameCluster, removeCluster } from '@spolu/board/clusters';
import type { Change } from '@spolu/board/edits';
import { bringToFront, groupItems, lockItem, moveItem, removeItem, sendToBack } from '@spolu/board/items';
import { addNote, colourNote, editNote, moveNote, putInCluster, raiseNote } from '@spolu/board/notes';
import { orderBetween } from '@spolu/board/order-key';
import { readItem } from '@spolu/board/kinds';
import type { LockedAreas } from '@spolu/board/locked-areas';
import { boxAround, type Layout } from '@spolu/board/layout';
import { freePlaceIn, heightToHold } from '@spolu/board/placement';
import { AUTHORED_KINDS, isPlacedKind, itemsOf, NOTE_SIZE, type Authored, type AuthoredKind, type ItemKind, type Items, type Note, type Place, type PlacedItem, type Position, type Size } from '@spolu/board/shape';
import type { BoardRights, NoteColour } from '@spolu/contracts/boards';
import { v4 as uuid } from 'uuid';
import { BoardSteps, type ActedCopy } from './board-steps.ts';
import { BoardPlaces } from './board-places.ts';
import { DrawingActions, type Sizing } from './drawing-actions.ts';
import { FrameActions, frameSize } from './frame-actions.ts';
import { overlaps, type Box } from './scene/grid.ts';
import { blockOf, placeBeside } from './scene/islands.ts';
import type { PlacedNote, ReadingItem, Scene } from './scene/scene.ts';

/** What one person may do to one note or drawing; drawings are never put into clusters. */
export interface NoteRights {
  edit: boolean;
  move: boolean;
  remove: boolean;
  group: boolean;
}
export interface BoardPersona {
  participantId: string | null;
  rights: BoardRights;
}

/** As the server's gate decides, but for one thing: staff too unlock before they change what is locked. */
function mayItem({ participantId, rights }: BoardPersona, kind: AuthoredKind, item: Authored, areas: LockedAreas | null): NoteRights {
  const own = participantId !== null && item.participantId === participantId;
  const free = rights.write && !item.locked && !areas?.hold(kind, item as Items[AuthoredKind]);
  const mine = free && (own || rights.editAll);
  const everybodys = free && kind === 'note' && rights.group;
  return { edit: mine, move: mine || everybodys, remove: mine, group: everybodys };
}

/**
 * Everything a person does to a board, from canvas and list alike: each is one step of her undo, and touches only what she may change.
 * What the gate of the server would refuse is not attempted.
 */
export class BoardActions {
  readonly scene: Scene;
  readonly #copy: ActedCopy;
  readonly drawings: DrawingActions;
  readonly frames: FrameActions;
  readonly places: BoardPlaces;
  readonly #persona: () => BoardPersona;
  readonly #steps: BoardSteps;

  constructor(copy: ActedCopy, scene: Scene, persona: () => BoardPersona) {
    this.#copy = copy;
    this.scene = scene;
    this.#persona = persona;
    this.#steps = new BoardSteps(copy);
    this.places = new BoardPlaces(copy, scene);
    this.frames = new FrameActions(copy, scene, this.places, persona, this.#steps);
    this.drawings = new DrawingActions(copy, scene, persona, this.#steps);
  }

  /** Notes and drawings that this person changed since it was last emptied: only others' doings are announced to her. */
  get own(): Set<string> {
    return this.#steps.own;
  }

  get persona(): BoardPersona {
    return this.#persona();
  }
  may(id: string): NoteRights | undefined {
    const kind = this.#kindOf(id);
    const item = this.#item(id);
    return kind && item && mayItem(this.#persona(), kind, item, this.#areas);
  }
  get #areas(): LockedAreas | null {
    return this.#steps.areasClosedTo(this.#persona().rights);
  }
  tellClosed(told: () => void): void {
    this.#steps.onClosed = told;
  }
  /** Whether something of hers may come to lie here; she is told where that is a locked frame. */
  mayLie(position: Position, size: Size = NOTE_SIZE): boolean {
    const isClosed = this.#areas?.holdBox(position, size) === true;
    if (isClosed) this.#steps.onClosed();
    return !isClosed;
  }
  /** Locked by itself, or with the frame on which it lies: why she may not change what else she might. */
  isHeld(id: string): boolean {
    const kind = this.#kindOf(id);
    const item = this.#item(id);
    return kind !== undefined && item !== undefined && (item.locked || this.#areas?.hold(kind, item as Items[AuthoredKind]) === true);
  }
  mayAll(noteIds: Iterable<string>, what: keyof NoteRights): boolean {
    const ids = [...noteIds];
    return ids.length > 0 && ids.every((id) => this.may(id)?.[what]);
  }

  /** Into a frame or cluster by name; lines follow what they hold and go nowhere by themselves. */
  mayMoveTo(ids: Iterable<string>): boolean {
    const all = [...ids];
    return this.mayAll(all, 'move') && all.every((id) => this.#kindOf(id) !== 'connector');
  }

  get mayCreate(): boolean {
    const { rights } = this.#persona();
    return rights.write && rights.createNotes;
  }
  /** @returns the new note's id, null where none may be made */
  addNote(text: string, colour: NoteColour, position: Position, clusterId: string | null = null): string | null {
    if (!this.mayCreate || !this.mayLie(position)) return null;
    const { participantId, rights } = this.#persona();
    const id = uuid();
    const inCluster = clusterId !== null && rights.group ? clusterId : null;
    this.#do(() => addNote(this.#copy.doc, { id, participantId, text, colour, position, clusterId: inCluster, order: orderBetween(this.#copy.index.top, null), createdAt: Date.now() }), `text ${id}`);
    return id;
  }

  /** Whether there is anything that this person may put onto the board. */
  get mayPaste(): boolean {
    const { rights } = this.#persona();
    return rights.write && (rights.createNotes || rights.draw.length > 0);
  }
  copy(ids: Iterable<string>): Clip {
    return copyItems(this.#copy.index, this.#known(ids));
  }
  /** The same things once more, that far away, above all others. @returns their ids */
  duplicate(ids: Iterable<string>, dx: number, dy: number): string[] {
    const refs = this.#known(ids);
    const { x, y } = boxAround(laidBoxes(this.#copy.index, refs));
    return this.paste(copyItems(this.#copy.index, refs), { x: x + dx, y: y + dy });
  }
  /** As her own things, with their common corner here; what she may not make is left out. @returns their ids */
  paste(clip: Clip, at: Place): string[] {
    const { participantId, rights } = this.#persona();
    if (!rights.write) return [];
    const { doc } = this.#copy;
    const may = (kind: AuthoredKind | 'frame') => (kind === 'note' ? rights.createNotes : kind === 'frame' ? rights.frames : rights.draw.includes(kind));
    const made: string[] = [];
    this.#do(() => {
      const { changes, refs } = paste(doc, clip, { at, participantId, may, newId: uuid, now: Date.now() });
      for (const { kind, id } of refs) {
        made.push(id);
        // Where it lies belongs to making it: undone with it, and no step of its own.
        this.#ontoFrame(kind, id);
      }
      return changes;
    });
    return made;
  }
  /** One note for each of these words, in the same order, beginning here. @returns their ids */
  addNotes(notes: readonly { text: string; place: Place; size: Size }[], colour: NoteColour): string[] {
    if (!this.mayCreate) return [];
    const { participantId } = this.#persona();
    const areas = this.#areas;
    const made: string[] = [];
    this.#do(() => {
      let order = orderBetween(this.#copy.index.top, null);
      return notes.flatMap(({ text, place, size }) => {
        const position = this.places.positionAt(place, { x: place.x + size.width / 2, y: place.y + size.height / 2 });
        if (areas?.holdBox(position, size)) return [];
        const id = uuid();
        made.push(id);
        const changes = addNote(this.#copy.doc, { id, participantId, text, colour, position, size, order, createdAt: Date.now() });
        order = orderBetween(order, null);
        return changes;
      });
    });
    if (made.length < notes.length) this.#steps.onClosed();
    return made;
  }
  /** Lays out those of them that this person may move. @returns how many went elsewhere */
  arrange(ids: Iterable<string>, layout: Layout): number {
    const refs = this.#refs(ids, 'move');
    let count = 0;
    this.#do(() => {
      const changes = arrange(this.#copy.index, refs, layout);
      count = changes.length;
      return changes;
    });
    return count;
  }

  /** Typing: steps in a row become one undo. */
  editNote(noteId: string, text: string): void {
    if (this.may(noteId)?.edit) this.#do(() => editNote(this.#copy.doc, noteId, text), `text ${noteId}`);
  }

  colourNotes(noteIds: Iterable<string>, colour: NoteColour): number {
    return this.#each(noteIds, 'edit', (id) => colourNote(this.#copy.doc, id, colour));
  }

  /** Notes and drawings. */
  removeNotes(ids: Iterable<string>): number {
    const { participantId } = this.#persona();
    return this.#each(ids, 'remove', (id) => {
      const own = participantId !== null && this.#item(id)?.participantId === participantId;
      return this.#refs([id], 'remove').flatMap((ref) => removeItem(this.#copy.doc, ref.kind, id, own ? 'author' : 'staff'));
    });
  }

  /** With all that each is bound to. */
  withGroups(ids: Iterable<string>): string[] {
    const all = new Set<string>();
    for (const id of ids) {
      all.add(id);
      const groupId = this.#item(id)?.groupId;
      for (const member of groupId ? this.#copy.index.groupMembers(groupId) : []) all.add(member.id);
    }
    return [...all];
  }
  /** Chosen and moved together from now on. */
  bind(ids: Iterable<string>): boolean {
    const refs = this.#refs(ids, 'move');
    return refs.length > 1 && this.#do(() => groupItems(this.#copy.doc, refs, uuid()));
  }
  unbind(ids: Iterable<string>): boolean {
    return this.#do(() => groupItems(this.#copy.doc, this.#refs(ids, 'move').filter(({ id }) => this.#item(id)?.groupId), null));
  }
  isBound(ids: Iterable<string>): boolean {
    return [...ids].some((id) => this.#item(id)?.groupId);
  }
  toFront(ids: Iterable<string>): boolean {
    return this.#do(() => bringToFront(this.#copy.doc, this.#refs(ids, 'move')));
  }
  toBack(ids: Iterable<string>): boolean {
    return this.#do(() => sendToBack(this.#copy.doc, this.#refs(ids, 'move')));
  }

  get mayLock(): boolean {
    const { rights } = this.#persona();
    return rights.write && rights.editAll;
  }
  isLocked(id: string): boolean {
    return (this.#item(id) ?? this.#copy.index.frame(id))?.locked === true;
  }
  /** For staff: what is locked nobody else changes; a frame with all that lies on it. */
  lock(ids: Iterable<string>, locked: boolean): boolean {
    if (!this.mayLock) return false;
    return this.#do(() =>
      [...ids].flatMap((id) => {
        const kind = this.#kindOf(id) ?? (this.#copy.index.frame(id) ? 'frame' : undefined);
        return kind ? lockItem(this.#copy.doc, kind, id, locked) : [];
      }),
    );
  }

  /**
   * Puts notes where they were dropped: onto the frame under their middle, and into or out of the cluster they lie in now. One write a note, unless
   * something would lie over them there: then they come to the top. None is moved where one would come onto a locked frame.
   * @returns how many were moved
   */
  dropNotes(noteIds: Iterable<string>, dx: number, dy: number): number {
    if (!this.#mayCarry(noteIds, dx, dy)) return 0;
    // Those below stay below those above when all come to the top.
    const dropped = new Set([...noteIds].sort((a, b) => (this.#placed(a)?.rank ?? 0) - (this.#placed(b)?.rank ?? 0)));
    let order = this.#wouldBeCovered(dropped, dx, dy) ? orderBetween(this.#copy.index.top, null) : null;
    return this.#each(dropped, 'move', (id) => {
      const note = this.#copy.index.note(id);
      if (!note) return this.#moveDrawing(id, dx, dy);
      const from = this.#copy.index.absolute(note);
      const to = { x: from.x + dx, y: from.y + dy };
      const middle = { x: to.x + note.size.width / 2, y: to.y + note.size.height / 2 };
      const changes = moveNote(this.#copy.doc, id, this.places.positionAt(to, middle));
      if (order !== null) {
        changes.push(...raiseNote(this.#copy.doc, id, order));
        order = orderBetween(order, null);
      }
      if (this.may(id)?.group) changes.push(...this.#regroup(note, middle, dropped));
      return changes;
    });
  }

  /** Not where one of them would come onto a locked frame; she is told. */
  #mayCarry(ids: Iterable<string>, dx: number, dy: number): boolean {
    const areas = this.#areas;
    if (!areas) return true;
    const isOpen = [...ids].every((id) => {
      const kind = this.#kindOf(id);
      const item = kind && isPlacedKind(kind) ? this.#copy.index.item(kind, id) : undefined;
      if (!item || !kind || !isPlacedKind(kind) || !this.may(id)?.move) return true;
      const from = this.#copy.index.absolute(item);
      const box = boxOf(kind, item);
      const to = { x: from.x + dx, y: from.y + dy };
      return !areas.holdBox(this.places.positionAt(to, { x: to.x + box.width / 2, y: to.y + box.height / 2 }), box);
    });
    if (!isOpen) this.#steps.onClosed();
    return isOpen;
  }

  /** By arrow keys: nothing but the place changes. */
  nudgeNotes(noteIds: Iterable<string>, dx: number, dy: number): number {
    if (!this.#mayCarry(noteIds, dx, dy)) return 0;
    return this.#each(
      noteIds,
      'move',
      (id) => {
        const note = this.#copy.index.note(id);
        if (!note) return this.#moveDrawing(id, dx, dy);
        const from = this.#copy.index.absolute(note);
        const to = { x: from.x + dx, y: from.y + dy };
        return moveNote(this.#copy.doc, id, this.places.positionAt(to, { x: to.x + note.size.width / 2, y: to.y + note.size.height / 2 }));
      },
      `nudge ${[...noteIds].join(' ')}`,
    );
  }

  /** Onto a frame (null: the board itself), into its first free slots; notes leave clusters that lie elsewhere. Drawings too, but lines, which follow what they hold. */
  moveNotesToFrame(ids: Iterable<string>, frameId: string | null): number {
    const frame = this.#copy.index.frame(frameId) ?? null;
    if (frameId !== null && (!frame || !this.mayLie({ x: 0, y: 0, frameId }))) return 0;
    const moving = new Set(ids);
    const there: { position: Position; size: Size }[] = [...this.#copy.index.notes.values()].filter(({ id }) => !moving.has(id));
    return this.#each(moving, 'move', (id) => {
      const kind = this.#kindOf(id);
      const item = this.#item(id);
      if (!kind || kind === 'connector' || !item) return [];
      const { x, y, width, height } = boxOf(kind, item as PlacedItem);
      const size = { width, height };
      const corner = freePlaceIn(frame, there, size);
      there.push({ position: corner, size });
      // A pin is where its tip is.
      const from = (item as PlacedItem).position;
      const position = { ...corner, x: corner.x + from.x - x, y: corner.y + from.y - y };
      const changes = moveItem(this.#copy.doc, kind, id, position);
      const note = this.#copy.index.note(id);
      if (note && note.clusterId !== null && this.may(id)?.group && note.position.frameId !== frameId) changes.push(...putInCluster(this.#copy.doc, id, null));
      if (frame) changes.push(...this.frames.grow(frame.id, heightToHold(corner, size)));
      return changes;
    });
  }

  /** Into a cluster, to a free place beside its notes; null: out of any, the note stays where it is. */
  moveNotesToCluster(noteIds: Iterable<string>, clusterId: string | null): number {
    if (clusterId !== null && !this.#copy.index.cluster(clusterId)) return 0;
    const ids = new Set(noteIds);
    const island = clusterId === null ? undefined : this.scene.islandsOfCluster(clusterId)[0];
    const members: Box[] = (island?.noteIds ?? []).flatMap((id) => (ids.has(id) ? [] : (this.#placed(id) ?? [])));
    return this.#each(ids, 'group', (id) => {
      const note = this.#copy.index.note(id);
      if (!note || note.clusterId === clusterId) return [];
      const changes = putInCluster(this.#copy.doc, id, clusterId);
      if (clusterId === null) return changes;
      const place = placeBeside(members, note.size, (box) => this.places.isFree(box, ids) && !members.some((member) => overlaps(member, box)));
      if (place) {
        members.push({ ...place, ...note.size });
        changes.push(...moveNote(this.#copy.doc, id, this.places.positionAt(place, { x: place.x + note.size.width / 2, y: place.y + note.size.height / 2 })));
      }
      return changes;
    });
  }

  /** Gathers notes around the first of them into a new cluster. @returns its id, null where clusters may not be made */
  makeCluster(noteIds: Iterable<string>, title: string): string | null {
    const ids = [...noteIds].filter((id) => this.may(id)?.group);
    const placed = ids.flatMap((id) => this.#placed(id) ?? []);
    const first = placed.reduce<PlacedNote | undefined>((best, note) => (!best || note.y < best.y || (note.y === best.y && note.x < best.x) ? note : best), undefined);
    if (!first) return null;
    const clusterId = uuid();
    const corner = this.places.roomFor(first, placed);
    const places = blockOf(corner, placed);
    const frameId = first.note.position.frameId;
    this.#do(() => {
      const changes = addCluster(this.#copy.doc, { id: clusterId, title });
      placed.forEach((note, i) => {
        const to = places[i] ?? note;
        changes.push(...putInCluster(this.#copy.doc, note.id, clusterId), ...moveNote(this.#copy.doc, note.id, this.places.inFrame(to, frameId)));
      });
      const lowest = Math.max(...placed.map((note, i) => heightToHold(this.places.inFrame(places[i] ?? note, frameId), note)));
      if (frameId !== null) changes.push(...this.frames.grow(frameId, lowest));
      return changes;
    });
    return clusterId;
  }

  nameCluster(clusterId: string, title: string): void {
    const { rights } = this.#persona();
    if (rights.write && rights.group) this.#do(() => nameCluster(this.#copy.doc, clusterId, title));
  }

  /** The notes stay where they are. */
  removeCluster(clusterId: string): boolean {
    const { rights } = this.#persona();
    return rights.write && rights.group && this.#do(() => removeCluster(this.#copy.doc, clusterId));
  }

  /** In what a hand may change the size of this: `scaled` keeps proportions. Null for what keeps its size, and where she may not. */
  sizing({ kind, id }: Pick<ReadingItem, 'kind' | 'id'>): Sizing | null {
    if (kind === 'frame') return this.frames.mayMove(id) ? 'both' : null;
    return this.drawings.sizing(id);
  }
  /** The size it can have that is nearest to this one. */
  sizeOf({ kind, id }: Pick<ReadingItem, 'kind' | 'id'>, wished: Size): Size | null {
    return kind === 'frame' ? frameSize(wished) : this.drawings.sizeOf(id, wished);
  }
  /** By so much in each; what keeps its proportions grows with either. @returns its size then */
  grow({ kind, id }: Pick<ReadingItem, 'kind' | 'id'>, by: Size): Size | null {
    const sizing = this.sizing({ kind, id });
    const now = kind === 'frame' ? this.#copy.index.frame(id)?.size : this.drawings.sizeNow(id);
    if (!sizing || !now) return null;
    const wished = { width: now.width + (sizing === 'scaled' ? by.width || by.height : by.width), height: now.height + by.height };
    this.resize({ kind, id }, wished, `size ${id}`);
    return this.sizeOf({ kind, id }, wished);
  }
  resize({ kind, id }: Pick<ReadingItem, 'kind' | 'id'>, size: Size, join?: string): void {
    if (!this.sizing({ kind, id })) return;
    if (kind === 'frame') this.frames.resize(id, size, join);
    else this.drawings.resize(id, size, join);
  }
  undo(): { done: number; kept: number } {
    return this.#steps.asOwn(() => this.#copy.history.undo());
  }
  redo(): { done: number; kept: number } {
    return this.#steps.asOwn(() => this.#copy.history.redo());
  }

  #kindOf(id: string): AuthoredKind | undefined {
    return AUTHORED_KINDS.find((kind) => this.#copy.index.item(kind, id));
  }
  #item(id: string): Authored | undefined {
    const kind = this.#kindOf(id);
    return kind && this.#copy.index.item(kind, id);
  }
  #known(ids: Iterable<string>): { kind: AuthoredKind; id: string }[] {
    return [...ids].flatMap((id) => {
      const kind = this.#kindOf(id);
      return kind ? [{ kind, id }] : [];
    });
  }
  /** What was put onto the board itself belongs to the frame that lies there. */
  #ontoFrame(kind: ItemKind, id: string): void {
    const fields = isPlacedKind(kind) ? itemsOf(this.#copy.doc, kind).get(id) : undefined;
    if (!fields || !isPlacedKind(kind)) return;
    const item = readItem(kind, id, fields);
    if (item.position.frameId !== null) return;
    const { x, y, width, height } = boxOf(kind, item);
    moveItem(this.#copy.doc, kind, id, this.places.positionAt(item.position, { x: x + width / 2, y: y + height / 2 }));
  }
  /** Those of them with which this may be done. */
  #refs(ids: Iterable<string>, what: keyof NoteRights): { kind: AuthoredKind; id: string }[] {
    return [...ids].flatMap((id) => {
      const kind = this.#kindOf(id);
      return kind && this.may(id)?.[what] ? [{ kind, id }] : [];
    });
  }

  /** Drawings keep their stacking: a form that others' notes lie on stays below them. */
  #moveDrawing(id: string, dx: number, dy: number): Change[] {
    const kind = this.#kindOf(id);
    if (!kind || kind === 'note') return [];
    if (kind === 'connector') {
      const connector = this.#copy.index.item(kind, id);
      return connector ? this.drawings.moveEnds(connector, { x: dx, y: dy }) : [];
    }
    const item = this.#copy.index.item(kind, id);
    if (!item) return [];
    const from = this.#copy.index.absolute(item);
    const { width, height } = boxOf(kind, item);
    const to = { x: from.x + dx, y: from.y + dy };
    return moveItem(this.#copy.doc, kind, id, this.places.positionAt(to, { x: to.x + width / 2, y: to.y + height / 2 }));
  }

  #wouldBeCovered(noteIds: ReadonlySet<string>, dx: number, dy: number): boolean {
    let covered = false;
    for (const id of noteIds) {
      const note = this.#placed(id);
      if (!note) continue;
      this.scene.query({ ...note, x: note.x + dx, y: note.y + dy }, (other) => {
        if (other.rank > note.rank && !noteIds.has(other.id)) covered = true;
      });
    }
    return covered;
  }
  #placed(noteId: string): PlacedNote | undefined {
    return this.scene.notes.get(noteId);
  }
  #regroup(note: Note, middle: Place, dropped: ReadonlySet<string>): Change[] {
    const current = note.clusterId !== null && this.#copy.index.cluster(note.clusterId) ? note.clusterId : null;
    const target = this.scene.clusterAt(middle.x, middle.y, dropped);
    if (target === current) return [];
    if (target !== undefined) return putInCluster(this.#copy.doc, note.id, target);
    // A whole cluster carried elsewhere stays one; a note taken out from among others leaves it.
    const leavesOthers = current !== null && this.scene.notesOfCluster(current).some(({ id }) => !dropped.has(id));
    return leavesOthers ? putInCluster(this.#copy.doc, note.id, null) : [];
  }

  #each(noteIds: Iterable<string>, what: keyof NoteRights, change: (id: string) => Change[], join?: string): number {
    let count = 0;
    this.#do(() => {
      const changes: Change[] = [];
      for (const id of noteIds) {
        if (!this.may(id)?.[what]) continue;
        const made = change(id);
        if (made.length > 0) count++;
        changes.push(...made);
      }
      return changes;
    }, join);
    return count;
  }

  #do(edit: () => Change[], join?: string): boolean {
    return this.#steps.do(edit, join);
  }
}
