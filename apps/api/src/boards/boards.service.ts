import { Injectable } from '@nestjs/common';
import { BoardRule, type BoardOutline, type NoteColour } from '@spolu/contracts/boards';
import { Problem } from '@spolu/contracts/problems';
import { addCluster, readClusters, removeCluster, tallyCluster } from '@spolu/board/clusters';
import { readDrawingValues, type DrawingValues } from '@spolu/board/drawing-values';
import { readSeen, type SeenBoard } from '@spolu/board/drawing/seen';
import { addFrame, nameFrame, newFrameId, readFrames, removeFrame, resizeFrame } from '@spolu/board/frames';
import { LockedAreas } from '@spolu/board/locked-areas';
import { addNote, editNote, moveNote, putInCluster, readNote, readNotes, removeNote as removeFrom, restoreNote as restoreOn } from '@spolu/board/notes';
import { groupPlaces } from '@spolu/board/group-places';
import { orderAfter, orderBetween } from '@spolu/board/order-key';
import { freePlaceIn, heightToHold } from '@spolu/board/placement';
import { FRAME_GAP } from '@spolu/board/templates';
import { FRAME_SIZE, itemsOf, newBoard, type Cluster, type Frame, type Note, type RemovedBy, type Size } from '@spolu/board/shape';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import * as Y from 'yjs';
import { DataSource, type EntityManager } from 'typeorm';
import { demand } from '../http/policy.ts';
import type { Viewer } from '../http/viewer.ts';
import { JobsService } from '../jobs/jobs.service.ts';
import { notice, Peers } from '../peers/peers.ts';
import { ProvenanceService } from '../provenance/provenance.service.ts';
import type { NextOrders } from './board-commands.ts';
import type { BoardHub } from './board-hub.ts';
import { BoardHubs } from './board-hubs.ts';
import { boardRightsOf, boardRoleOf, publicRuleOf } from './board-rights.ts';
import { BoardStore } from './board-store.ts';
import { wellFormed } from './board-words.ts';
import { viewBoard, type BoardFacts } from './boards.policy.ts';
import { TalkStore } from './talk/talk-store.ts';
import { TransactionEnds } from './transaction-ends.ts';

const RuleSet = notice('board.rule-set', z.string());

export interface NewBoard {
  title: string;
  /** With ids where several boards begin with the same frames. */
  frames: readonly NewFrame[];
  createdBy: string | null;
}
export interface NewFrame {
  id?: string;
  title: string;
}
/** A note that comes by command. Its contribution was written by whoever gives it; the note takes its id. */
export interface NewNote {
  contributionId: string;
  text: string;
  colour: NoteColour;
  /** Null, or a frame that is gone: on the board itself. */
  frameId: string | null;
  participantId: string | null;
  clusterId?: string | null;
  createdAt?: Date;
}
export interface NewCluster {
  id: string;
  title: string;
  noteIds: readonly string[];
}
/** Votes for a cluster of the board while it had that title. */
export interface ClusterTally {
  clusterId: string;
  title: string;
  votes: number;
}
export interface FrameRef {
  id: string;
  title: string;
}
/** A board as plain data: frames and clusters in their order, notes in reading order. */
export interface BoardContent {
  frames: Frame[];
  clusters: Cluster[];
  notes: Note[];
}

export interface BroughtIn {
  notes: readonly { id: string; text: string }[];
  steps: readonly ((doc: Y.Doc, orders: NextOrders) => void)[];
  grown: readonly { id: string; size: Size }[];
}
export interface ReadSeen {
  title: string;
  rule: BoardRule;
  seen: SeenBoard;
  /** The same without notes that have no words, or somebody else's: each that is left has its contribution. */
  worded: SeenBoard;
  /** Removed ones too: they take up room. */
  noteCount: number;
  /** The drawings as they stand in the document. */
  drawingValues: () => ReadonlyMap<string, DrawingValues>;
}

/** Boards for those who run something on them: all that is not a device's own change goes through here. */
@Injectable()
export class BoardsService {
  constructor(
    private readonly hubs: BoardHubs,
    private readonly store: BoardStore,
    private readonly talk: TalkStore,
    private readonly ends: TransactionEnds,
    private readonly source: DataSource,
    private readonly provenance: ProvenanceService,
    private readonly jobs: JobsService,
    private readonly peers: Peers,
  ) {
    peers.on(RuleSet, (boardId) => void hubs.peek(boardId)?.then((hub) => hub.lookAgain(), () => undefined));
  }

  /** A new board with its frames side by side. Nobody may enter before {@link setRule} says whose it is. */
  async createBoard(em: EntityManager, { title, frames, createdBy }: NewBoard): Promise<string> {
    const boardId = uuid();
    await em.query('insert into board (id, title, created_by_person_id) values ($1, $2, $3)', [boardId, title, createdBy]);
    const doc = new Y.Doc();
    doc.clientID = await this.store.lease(boardId, { participantId: null, personId: null, server: true }, em);
    doc.transact(() => {
      newBoard(doc);
      layFrames(doc, frames);
    });
    await this.store.insert(em, boardId, [{ tick: 1, updates: [{ participantId: null, personId: null, update: Y.encodeStateAsUpdate(doc) }] }]);
    return boardId;
  }

  /** What may happen on the board from the commit on, on open sockets too. */
  async setRule(em: EntityManager, boardId: string, rule: BoardRule): Promise<void> {
    const checked = BoardRule.parse(rule);
    const [before] = await em.query<{ activityId: string | null }[]>(`select rule ->> 'activityId' as "activityId" from board where id = $1`, [boardId]);
    await em.query('update board set rule = $2 where id = $1', [boardId, JSON.stringify(checked)]);
    const ended = before?.activityId;
    if (ended && ended !== checked.activityId) await this.jobs.add(em, 'board.activity-ended', { boardId, activityId: ended });
    this.ends.onEnd(em, (committed) => {
      // A hub that this transaction opened took the rule as it was then.
      const holds = committed ? Promise.resolve(checked) : this.store.ruleOf(boardId);
      Promise.all([this.hubs.peek(boardId), holds]).then(
        ([hub, now]) => void (now && hub?.setRule(now)),
        () => undefined,
      );
      if (committed) this.peers.tell(RuleSet, boardId);
    });
  }

  /** More frames, to the right of what is there. */
  addFrames(em: EntityManager, boardId: string, frames: readonly NewFrame[]): Promise<FrameRef[]> {
    return this.#write(em, boardId, (doc) => layFrames(doc, frames));
  }

  /** Other titles for frames. One that is gone stays so. */
  nameFrames(em: EntityManager, boardId: string, frames: readonly FrameRef[]): Promise<void> {
    return this.#write(em, boardId, (doc) => {
      for (const { id, title } of frames) nameFrame(doc, id, title);
    });
  }

  /** Puts notes into free places of their frames: stored with the caller's transaction, seen once it is committed. A note that is there already stays. */
  async writeNotes(em: EntityManager, boardId: string, notes: readonly NewNote[]): Promise<void> {
    const hub = await this.hubs.open(boardId, em);
    await this.#write(em, boardId, (doc) => {
      const onBoard = readNotes(doc);
      let order = orderAfter(readNotes(doc, { removed: true }));
      const frames = new Map(readFrames(doc).map((frame) => [frame.id, frame]));
      for (const { contributionId, text, colour, frameId, participantId, clusterId = null, createdAt = new Date() } of notes) {
        const frame = frames.get(frameId ?? '') ?? null;
        const position = freePlaceIn(frame, onBoard);
        const added = addNote(doc, { id: contributionId, text: wellFormed(text), colour, participantId, position, clusterId, order, createdAt: createdAt.getTime() });
        if (added.length === 0) continue;
        order = orderBetween(order, null);
        const note = readNote(doc, contributionId);
        if (note) onBoard.push(note);
        if (frame && heightToHold(position) > frame.size.height) {
          frame.size.height = heightToHold(position);
          resizeFrame(doc, frame.id, frame.size);
        }
        hub.keepWords(contributionId, wellFormed(text));
      }
    });
  }

  /** Makes clusters of notes, as a method or the demo brings them, and lays them out frame by frame: each cluster together, what is in none after them. */
  writeClusters(em: EntityManager, boardId: string, clusters: readonly NewCluster[]): Promise<void> {
    return this.#write(em, boardId, (doc) => {
      for (const { id, title, noteIds } of clusters) {
        addCluster(doc, { id, title });
        for (const noteId of noteIds) putInCluster(doc, noteId, id);
      }
      const clustered = new Set(clusters.flatMap(({ noteIds }) => noteIds));
      const notes = readNotes(doc);
      for (const frame of readFrames(doc)) {
        const here = notes.filter(({ position }) => position.frameId === frame.id).map(({ id }) => id);
        if (!here.some((id) => clustered.has(id))) continue;
        const places = groupPlaces(frame, [...clusters.map(({ noteIds }) => noteIds.filter((id) => here.includes(id))), here.filter((id) => !clustered.has(id))]);
        for (const [id, place] of places) moveNote(doc, id, place);
        const height = Math.max(frame.size.height, ...[...places.values()].map((place) => heightToHold(place)));
        resizeFrame(doc, frame.id, { ...frame.size, height });
      }
    });
  }

  /**
   * Brings things from elsewhere onto the board: checked by the gate as a device's change is, stored with the caller's transaction, seen after its commit.
   * @param notes those among them, whose contributions the caller wrote or shares
   * @param steps make a thousand things each, as many as the gate takes, each in an empty document
   * @param grown frames that must be larger to hold them
   * @param personId whom the board's log names for it
   */
  async bringIn(em: EntityManager, boardId: string, { notes, steps, grown }: BroughtIn, personId: string | null): Promise<void> {
    const hub = await this.hubs.open(boardId, em);
    for (const step of steps) await hub.bringIn(em, step, { participantId: null, personId });
    if (grown.length > 0) await hub.write(em, (doc) => grown.forEach(({ id, size }) => resizeFrame(doc, id, size)));
    for (const { id, text } of notes) hub.keepWords(id, wellFormed(text));
  }

  /** Takes back what {@link bringIn} brought, as far as it is there: what others laid on those frames since stays, on the board itself. */
  takeOut(em: EntityManager, boardId: string, { noteIds, frameIds, clusterIds }: { noteIds: readonly string[]; frameIds: readonly string[]; clusterIds: readonly string[] }): Promise<void> {
    return this.#write(em, boardId, (doc) => {
      for (const id of noteIds) removeFrom(doc, id, 'staff');
      for (const id of clusterIds) removeCluster(doc, id);
      for (const id of frameIds) removeFrame(doc, id);
    });
  }

  /** Gives notes words that their contributions have already, as they stand on another board. What is gone stays so. */
  async copyWords(em: EntityManager, boardId: string, notes: readonly { id: string; text: string }[]): Promise<void> {
    if (notes.length === 0) return;
    const hub = await this.hubs.open(boardId, em);
    await hub.write(em, (doc) => notes.forEach(({ id, text }) => editNote(doc, id, text)));
    for (const { id, text } of notes) hub.keepWords(id, text);
  }

  /** How many notes with words lie on each board now. */
  async countNotes(boardIds: readonly string[]): Promise<Map<string, number>> {
    const counts = new Map<string, number>();
    for (const boardId of boardIds) {
      const hub = await this.hubs.open(boardId);
      const lines = hub.outline.frames.flatMap(({ clusters }) => clusters.flatMap(({ notes }) => notes));
      counts.set(boardId, lines.filter(({ text }) => text.trim() !== '').length);
    }
    return counts;
  }

  /** Shows on the board what a vote came to. A cluster that is gone, or is called something else by now, shows nothing. */
  writeTallies(em: EntityManager, boardId: string, tallies: readonly ClusterTally[]): Promise<void> {
    return this.#write(em, boardId, (doc) => {
      for (const { clusterId, title, votes } of tallies) tallyCluster(doc, clusterId, votes, title);
    });
  }

  /**
   * For what a participant writes by command, as the gate is for what she changes on the board.
   * @throws Problem `board/locked` for a locked frame, a locked note, and a note on a locked frame
   */
  async demandUnlocked(em: EntityManager, boardId: string, on: { frameId: string } | { noteId: string }): Promise<void> {
    const hub = await this.hubs.open(boardId, em);
    const locked = hub.read((doc) => {
      const areas = new LockedAreas(doc);
      if ('frameId' in on) return areas.holdFrame(on.frameId);
      const note = readNote(doc, on.noteId);
      return note !== undefined && (note.locked || areas.hold('note', note));
    });
    if (locked) throw new Problem('board/locked', 'frameId' in on ? { kind: 'frame', id: on.frameId } : { kind: 'note', id: on.noteId });
  }

  /** New words in a note that came by command. Nothing happens where the note is gone. */
  async editNoteText(em: EntityManager, boardId: string, noteId: string, text: string): Promise<void> {
    const words = wellFormed(text);
    const hub = await this.hubs.open(boardId, em);
    const note = hub.read((doc) => readNote(doc, noteId));
    if (!note) return;
    await this.provenance.addVersion(em, { contributionId: note.contributionId, text: words, at: new Date() });
    await this.#write(em, boardId, (doc) => editNote(doc, noteId, words));
    hub.keepWords(noteId, words);
  }

  /** Takes a note off the board: what its author took away she may bring back there, what staff took away only staff. */
  async removeNote(em: EntityManager, boardId: string, noteId: string, by: RemovedBy = 'staff'): Promise<void> {
    await this.#write(em, boardId, (doc) => removeFrom(doc, noteId, by));
  }

  /** A note that was taken off comes back as it lay there. Nothing happens where it is gone for good. */
  async restoreNote(em: EntityManager, boardId: string, noteId: string): Promise<void> {
    await this.#write(em, boardId, (doc) => restoreOn(doc, noteId));
  }

  /**
   * The board now, as plain data. What people typed just before is in their contributions when this answers, so each note here has one; notes without a
   * word in them are left out. Reading in a transaction that changed the board just now sees that change.
   */
  async readBoard(boardId: string, em?: EntityManager): Promise<BoardContent> {
    const hub = await this.hubs.open(boardId, em);
    // What is stored counts, also where another server stored it and has not said so yet.
    await hub.catchUp();
    await hub.settleWords();
    return contentOf(hub);
  }

  /**
   * The same for a transaction that many wait for: on its own connection alone. What was typed in this very moment may have no contribution yet, so ask
   * {@link readBoard} before the transaction.
   */
  async readBoardHeld(boardId: string, em: EntityManager): Promise<BoardContent> {
    const hub = await this.hubs.open(boardId, em);
    await hub.catchUp(em);
    return contentOf(hub);
  }

  /** The board as it is seen now, for what goes out of it and comes into it. */
  async readSeen(boardId: string, em?: EntityManager): Promise<ReadSeen> {
    const hub = await this.hubs.open(boardId, em);
    if (!hub.rule) throw new Problem('not-found');
    await hub.settleWords();
    const seen = hub.read(readSeen);
    const worded = { ...seen, notes: seen.notes.filter(({ id, text }) => text.trim() !== '' && !hub.isForeign(id)) };
    return { title: hub.title, rule: hub.rule, seen, worded, noteCount: hub.read((doc) => itemsOf(doc, 'note').size), drawingValues: () => hub.read(readDrawingValues) };
  }

  /** What was said about each thing, oldest first, without who said it. */
  readComments(boardId: string): Promise<Map<string, string[]>> {
    return this.talk.wordsOf(boardId);
  }

  /** @throws Problem `not-found` where the viewer may not enter */
  async outline(viewer: Viewer, boardId: string): Promise<BoardOutline> {
    const [board] = await this.source.manager.query<{ rule: BoardRule | null }[]>('select rule from board where id = $1', [boardId]);
    const role = boardRoleOf(viewer, board?.rule ?? null);
    const facts: BoardFacts = { role };
    demand(viewBoard, viewer, facts);
    const hub = await this.hubs.open(boardId);
    const { rule } = hub;
    if (!rule || !role) throw new Problem('not-found');
    const { groupNotes: _, ...shown } = publicRuleOf(rule);
    const frames = hub.outline.frames.map(({ frame, clusters, drawings }) => ({
      id: frame?.id ?? null,
      title: frame?.title ?? '',
      drawings,
      clusters: clusters.map(({ cluster, notes }) => ({
        id: cluster?.id ?? null,
        title: cluster?.title ?? '',
        notes: notes.map(({ id, contributionId, text, colour, participantId, clusterId, createdAt }) => ({
          id, contributionId, text, colour, participantId, clusterId, createdAt: new Date(createdAt).toISOString(),
        })),
      })),
    }));
    const noteCount = frames.reduce((sum, { clusters }) => sum + clusters.reduce((inFrame, { notes }) => inFrame + notes.length, 0), 0);
    return { boardId, title: hub.title, rule: shown, frames, noteCount, may: boardRightsOf(role, rule) };
  }

  async #write<T>(em: EntityManager, boardId: string, edit: (doc: Y.Doc) => T): Promise<T> {
    const hub: BoardHub = await this.hubs.open(boardId, em);
    return hub.write(em, edit);
  }
}

const contentOf = (hub: BoardHub): BoardContent =>
  hub.read((doc) => ({
    frames: readFrames(doc),
    clusters: readClusters(doc),
    notes: hub.outline.frames
      .flatMap(({ clusters }) => clusters.flatMap(({ notes }) => notes))
      .filter(({ id, text }) => text.trim() !== '' && !hub.isForeign(id)),
  }));

/** Frames in a row, right of what is there. */
function layFrames(doc: Y.Doc, frames: readonly NewFrame[]): FrameRef[] {
  const edge = readFrames(doc).reduce((right, { position, size }) => Math.max(right, position.x + size.width + FRAME_GAP), 0);
  return frames.map(({ id = newFrameId(), title }, i) => {
    addFrame(doc, { id, title, position: { x: edge + i * (FRAME_SIZE.width + FRAME_GAP), y: 0 } });
    return { id, title };
  });
}
