import type * as Y from 'yjs';
import type { BoardRights } from '@spolu/contracts/boards';
import { NOTES_PER_PARTICIPANT_MAX } from '@spolu/contracts/sessions';
import { readNote } from '@spolu/board/notes';
import { readOperations, type Operation } from '@spolu/board/operations';
import { itemsOf, type Note } from '@spolu/board/shape';
import { mostOf } from '@spolu/board/validation';
import { Problem } from '@spolu/contracts/problems';

/** Who asks for a change: what matters of a seat. */
export interface Author {
  staff: boolean;
  participantId: string | null;
  rights: BoardRights;
  /** Whether a client id is leased to her, now or ever. */
  owns(clientId: number): boolean;
}

export interface Accepted {
  /** Notes that the change makes, without their text: that is in the document once it is applied. */
  added: Omit<Note, 'text'>[];
  /** Notes whose text it makes or changes. */
  written: string[];
  /** Nothing new in it: sent twice. */
  known: boolean;
}

/**
 * Says whether this person may make exactly this change now. Nothing is applied: who calls this applies what it lets through, in the same turn, so that
 * the next change is held against the document as it then is.
 */
export class BoardGate {
  readonly #doc: Y.Doc;
  /** Notes by author, removed ones too. */
  readonly #noteCounts = new Map<string, number>();

  constructor(doc: Y.Doc) {
    this.#doc = doc;
    for (const fields of itemsOf(doc, 'note').values()) this.#count(fields.get('participantId'));
  }

  /**
   * @throws Problem `board/read-only`, `board/not-yours`, `board/invalid-change`, `board/resync`, `board/too-large` or `board/full`
   */
  check(author: Author, update: Uint8Array): Accepted {
    const reading = readOperations(this.#doc, update, (clientId) => author.owns(clientId));
    if (!reading.ok) throw new Problem(reading.code, { reason: reading.reason });
    if (reading.known) return { added: [], written: [], known: true };
    if (!author.rights.write) throw new Problem('board/read-only');
    for (const operation of reading.operations) this.#demand(author, operation);
    const added = reading.operations.flatMap((operation) => (operation.do === 'add' && operation.kind === 'note' ? [operation.item] : []));
    this.#demandRoom(author, reading.operations, added.length);
    for (const note of added) this.#count(note.participantId);
    const written = reading.operations.flatMap((operation) => (operation.do === 'write' ? [operation.id] : []));
    return { added, written: [...added.map(({ id }) => id), ...written], known: false };
  }

  /** Notes that came by command count too. */
  countServerNote(participantId: string | null): void {
    this.#count(participantId);
  }

  #count(participantId: unknown): void {
    if (typeof participantId === 'string') this.#noteCounts.set(participantId, (this.#noteCounts.get(participantId) ?? 0) + 1);
  }

  #demand(author: Author, operation: Operation): void {
    const { rights } = author;
    if (operation.do === 'add') {
      if (operation.kind === 'note') this.#demandNewNote(author, operation.item);
      else if (operation.kind === 'frame' ? !rights.frames : !rights.group) throw new Problem('board/read-only');
      return;
    }
    if (operation.kind === 'note') this.#demandNote(author, operation);
    else if (operation.kind === 'frame' ? !rights.frames : !rights.group) throw new Problem('board/read-only');
  }

  #demandNewNote({ rights, participantId }: Author, note: Omit<Note, 'text'>): void {
    if (!rights.createNotes) throw new Problem('board/read-only');
    // Her own name and no other; a contribution of its own; not in a cluster by the back door.
    if (note.participantId !== participantId) throw new Problem('board/not-yours');
    if (note.contributionId !== note.id || note.removed !== null) throw new Problem('board/invalid-change', { reason: 'new note' });
    if (note.clusterId !== null && !rights.group) throw new Problem('board/read-only');
  }

  #demandNote({ rights, participantId }: Author, operation: Extract<Operation, { do: 'set' | 'write' }>): void {
    if (rights.editAll) return;
    const note = readNote(this.#doc, operation.id);
    const own = note !== undefined && participantId !== null && note.participantId === participantId;
    if (operation.do === 'write') {
      if (!own) throw new Problem('board/not-yours');
      return;
    }
    switch (operation.field) {
      case 'p':
      case 'order':
        if (!own && !rights.group) throw new Problem('board/not-yours');
        return;
      case 'clusterId':
        if (!rights.group) throw new Problem('board/read-only');
        return;
      case 'removed':
        // What staff took away, its author does not bring back.
        if (!own || operation.value === 'staff' || note.removed === 'staff') throw new Problem('board/not-yours');
        return;
      default:
        if (!own) throw new Problem('board/not-yours');
    }
  }

  #demandRoom({ staff, participantId }: Author, operations: Operation[], noteCount: number): void {
    for (const kind of ['note', 'frame', 'cluster'] as const) {
      const added = operations.filter((operation) => operation.do === 'add' && operation.kind === kind).length;
      if (added > 0 && itemsOf(this.#doc, kind).size + added > mostOf(kind)) throw new Problem('board/full', { most: mostOf(kind) });
    }
    if (noteCount === 0 || staff || participantId === null) return;
    if ((this.#noteCounts.get(participantId) ?? 0) + noteCount > NOTES_PER_PARTICIPANT_MAX) throw new Problem('board/full', { most: NOTES_PER_PARTICIPANT_MAX });
  }
}
