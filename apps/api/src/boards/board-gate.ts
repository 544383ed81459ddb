import type * as Y from 'yjs';
import type { BoardRights } from '@spolu/contracts/boards';
import { Problem, type ProblemCode } from '@spolu/contracts/problems';
import { readOperations, type Addition, type Operation, type Setting, type Writing } from '@spolu/board/operations';
import { readItem } from '@spolu/board/kinds';
import { LockedAreas } from '@spolu/board/locked-areas';
import { authoredIn } from '@spolu/board/reading';
import { isAuthoredKind, itemsOf, type Authored, type AuthoredKind, type ItemRef, type Items, type Note } from '@spolu/board/shape';
import { Allowance } from './allowance.ts';

/** Who asks for a change: what matters of a seat. */
export interface Author {
  staff: boolean;
  participantId: string | null;
  rights: BoardRights;
  /** Whether a client id is leased to her, now or ever. */
  owns(clientId: number): Ownership;
}
/** `elsewhere`: another server takes changes under it. */
export type Ownership = boolean | 'elsewhere';

export interface Accepted {
  additions: Addition[];
  /** Notes that the change makes, without their text: that is in the document once it is applied. */
  added: Omit<Note, 'text'>[];
  /** Notes whose text it makes or changes. */
  written: string[];
  /** Nothing new in it: sent twice. */
  known: boolean;
}

/**
 * Says whether this person may make exactly this change now. Nothing is applied: who calls this counts and applies what it lets through, in the same turn, so
 * that the next change is held against the document as it then is. A refusal names what it is about, so that the screen can say which thing.
 */
export class BoardGate {
  readonly #doc: Y.Doc;
  readonly #allowance: Allowance;

  constructor(doc: Y.Doc) {
    this.#doc = doc;
    this.#allowance = new Allowance(doc);
  }

  /**
   * Only reads: asked again, it says the same.
   * @throws Problem `board/read-only`, `board/staff-only`, `board/hidden`, `board/locked`, `board/not-yours`, `board/too-long`, `board/invalid-change`, `board/resync`,
   * `board/too-large`, or `unavailable` while another server takes changes under a client id of it
   */
  check(author: Author, update: Uint8Array): Accepted {
    let isElsewhere = false;
    const reading = readOperations(this.#doc, update, (clientId) => {
      const owns = author.owns(clientId);
      isElsewhere ||= owns === 'elsewhere';
      return owns === true;
    });
    if (isElsewhere) throw new Problem('unavailable');
    if (!reading.ok) throw new Problem(reading.code, { reason: reading.reason, ...reading.about });
    if (reading.known) return { additions: [], added: [], written: [], known: true };
    if (!author.rights.write) throw new Problem('board/read-only');
    for (const operation of reading.operations) this.#demand(author, operation);
    if (!author.rights.editAll) this.#demandUnlocked(reading.operations);
    const additions = reading.operations.filter((operation) => operation.do === 'add');
    const added = additions.flatMap((operation) => (operation.kind === 'note' ? [operation.item] : []));
    const written = reading.operations.flatMap((operation) => (operation.do === 'write' && operation.kind === 'note' ? [operation.id] : []));
    return { additions, added, written: [...added.map(({ id }) => id), ...written], known: false };
  }

  /**
   * Counts what a change adds that passed and is about to be applied.
   * @throws Problem `board/full`, `board/own-limit`
   */
  count(author: Author, { additions }: Accepted): void {
    this.#allowance.take(author, additions);
  }

  /**
   * What is brought from elsewhere by those who run the session: new things in the board's shapes, within its limits, and nothing else.
   * @throws Problem `board/invalid-change`, `board/too-long`, `board/full`, …
   */
  checkImport(update: Uint8Array, clientId: number): void {
    const reading = readOperations(this.#doc, update, (id) => id === clientId);
    if (!reading.ok) throw new Problem(reading.code, { reason: reading.reason, ...reading.about });
    if (reading.known) return;
    const additions = reading.operations.filter((operation) => operation.do === 'add');
    if (additions.length < reading.operations.length) throw new Problem('board/invalid-change', { reason: 'import' });
    this.#allowance.take({ staff: true, participantId: null }, additions);
  }

  #demand(author: Author, operation: Operation): void {
    if (operation.do === 'add') this.#demandNew(author, operation);
    else this.#demandOld(author, operation);
  }

  #demandNew({ rights, participantId }: Author, { kind, item }: Addition): void {
    const about = { kind, id: item.id };
    if (kind === 'frame') return demand(rights.frames, 'board/staff-only', about);
    if (kind === 'cluster') return demand(rights.group, 'board/staff-only', about);
    if (kind === 'note') demand(rights.createNotes, rights.notesByCommand ? 'board/hidden' : 'board/staff-only', about);
    else demand(rights.draw.includes(kind), rights.notesByCommand ? 'board/hidden' : 'board/staff-only', about);
    // Her own name and no other.
    demand(item.participantId === participantId, 'board/not-yours', about);
    // Made and taken back in one breath.
    demand(item.removed === null || (item.removed === 'author' ? participantId !== null : rights.editAll), 'board/invalid-change', about);
    demand(!item.locked || rights.editAll, 'board/staff-only', about);
    if (kind !== 'note') return;
    // A contribution of its own; not in a cluster by the back door.
    demand(item.contributionId === item.id, 'board/invalid-change', about);
    demand(item.clusterId === null || rights.group, 'board/staff-only', about);
  }

  #demandOld({ rights, participantId }: Author, operation: Setting | Writing): void {
    // What is locked only staff changes; for staff a lock is a hint on the screen.
    if (rights.editAll) return;
    const { kind, id } = operation;
    const about = { kind, id };
    if (kind === 'frame') return demand(rights.frames, 'board/staff-only', about);
    if (kind === 'cluster') return demand(rights.group, 'board/staff-only', about);
    const item = this.#item(kind, id);
    demand(!item?.locked, 'board/locked', about);
    const own = item !== undefined && participantId !== null && item.participantId === participantId;
    if (operation.do === 'write') return demand(own, 'board/not-yours', about);
    switch (operation.field) {
      case 'locked':
        return demand(false, 'board/staff-only', about);
      case 'p':
      case 'order':
      case 'groupId':
        return demand(own || (kind === 'note' && rights.group), 'board/not-yours', about);
      case 'clusterId':
        return demand(rights.group, 'board/staff-only', about);
      case 'category':
        return demand(own || rights.group, 'board/not-yours', about);
      case 'removed':
        // What staff took away, its author does not bring back.
        return demand(own && operation.value !== 'staff' && item.removed !== 'staff', 'board/not-yours', about);
      default:
        return demand(own, 'board/not-yours', about);
    }
  }

  /** What lies on a locked frame is left as it is, and nothing comes there. */
  #demandUnlocked(operations: readonly Operation[]): void {
    const areas = new LockedAreas(this.#doc);
    if (areas.none) return;
    for (const operation of operations) {
      const { kind } = operation;
      const id = operation.do === 'add' ? operation.item.id : operation.id;
      demand(!(kind === 'cluster' ? areas.holdCluster(id) : isAuthoredKind(kind) && this.#lie(areas, kind, operation)), 'board/locked', { kind, id });
    }
  }

  /** Whether it lies there before the change or after it, or comes into a cluster that does. */
  #lie(areas: LockedAreas, kind: AuthoredKind, operation: Operation): boolean {
    if (operation.do === 'add') {
      const isInCluster = operation.kind === 'note' && areas.holdCluster(operation.item.clusterId);
      return isInCluster || areas.hold(kind, { text: '', ...operation.item } as Items[AuthoredKind]);
    }
    const fields = itemsOf(this.#doc, kind).get(operation.id);
    if (!fields) return false;
    if (areas.hold(kind, readItem(kind, operation.id, fields))) return true;
    if (operation.do === 'write') return false;
    const { field, value } = operation;
    if (field === 'clusterId' && typeof value === 'string' && areas.holdCluster(value)) return true;
    return areas.hold(kind, readItem(kind, operation.id, { get: (name) => (name === field ? value : fields.get(name)) }));
  }

  #item(kind: AuthoredKind, id: string): Authored | undefined {
    const fields = itemsOf(this.#doc, kind).get(id);
    return fields && authoredIn(id, fields);
  }
}

function demand(holds: boolean, code: ProblemCode, about: ItemRef): asserts holds {
  if (!holds) throw new Problem(code, { ...about });
}
