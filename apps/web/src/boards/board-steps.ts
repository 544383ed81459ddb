import type { Change } from '@spolu/board/edits';
import type { BoardIndex } from '@spolu/board/board-index';
import { LockedAreas } from '@spolu/board/locked-areas';
import type { UndoHistory } from '@spolu/board/undo-history';
import type { BoardRights } from '@spolu/contracts/boards';
import { DRAWING_KINDS } from '@spolu/contracts/plain';
import type * as Y from 'yjs';

/** The document that is changed, its reading and the person's steps in it. */
export interface ActedCopy {
  doc: Y.Doc;
  index: BoardIndex;
  history: UndoHistory;
}

/** What a person does, step by step: each is one of her undo, and remembered as her own doing. */
export class BoardSteps {
  /** Notes and drawings that this person changed since it was last emptied: only others' doings are announced to her. */
  readonly own = new Set<string>();
  /** Called when something is not done because it would come onto a locked frame. */
  onClosed: () => void = () => undefined;
  readonly #copy: ActedCopy;

  constructor(copy: ActedCopy) {
    this.#copy = copy;
  }

  /** The locked frames, where there are any that are locked for her: for those who run the session such a frame only stands still. */
  areasClosedTo({ editAll }: BoardRights): LockedAreas | null {
    if (editAll) return null;
    const areas = new LockedAreas(this.#copy.doc);
    return areas.none ? null : areas;
  }

  /** @returns whether anything was changed */
  do(edit: () => Change[], join?: string): boolean {
    const changes = this.asOwn(() => this.#copy.doc.transact(edit));
    this.#copy.history.add(changes, join === undefined ? {} : { join });
    return changes.length > 0;
  }

  asOwn<Result>(run: () => Result): Result {
    const end = this.#copy.index.onChange((change) => {
      for (const kind of ['note', ...DRAWING_KINDS] as const) for (const id of change[`${kind}s`]) this.own.add(id);
    });
    try {
      return run();
    } finally {
      end();
    }
  }
}
