import type * as Y from 'yjs';
import { Problem } from '@spolu/contracts/problems';
import { MOST_OF, MOST_OF_PARTICIPANT, STROKE_PATHS_PER_BOARD_MAX, STROKE_PATHS_PER_PARTICIPANT_MAX } from '@spolu/board/limits';
import type { Addition } from '@spolu/board/operations';
import { AUTHORED_KINDS, isAuthoredKind, ITEM_KINDS, itemsOf, type AuthoredKind } from '@spolu/board/shape';
import { encodePath } from '@spolu/board/stroke-path';

/** What one person, or nobody in particular, has on the board, removed things too. */
interface Used {
  counts: Map<AuthoredKind, number>;
  pathLength: number;
}
/** A path is written in one way only, so this is what the document holds. */
const pathLengthOf = (addition: Addition): number => (addition.kind === 'stroke' ? encodePath(addition.item.points).length : 0);

/**
 * How much may still come onto a board (SEC-37): by all together, and by each participant, from whatever device, command or server it came. Staff are held to the
 * board's limits alone.
 */
export class Allowance {
  readonly #doc: Y.Doc;
  /** Of what is in the document, however it came there. */
  readonly #used = new Map<string, Used>();
  #pathLength = 0;
  /** Of what was let through in the transaction that goes on: its things are counted once they are in. */
  readonly #taken = new Map<string, Used>();
  #takenPathLength = 0;

  constructor(doc: Y.Doc) {
    this.#doc = doc;
    for (const kind of AUTHORED_KINDS) {
      const items = itemsOf(doc, kind);
      for (const id of items.keys()) this.#countItem(kind, id);
      items.observe(({ keys }) => {
        for (const [id, { action }] of keys) if (action === 'add') this.#countItem(kind, id);
      });
    }
    doc.on('afterTransaction', () => {
      this.#taken.clear();
      this.#takenPathLength = 0;
    });
  }

  /**
   * Counts what is about to be added, in the same turn.
   * @throws Problem `board/full`, `board/own-limit`
   */
  take({ staff, participantId }: { staff: boolean; participantId: string | null }, additions: readonly Addition[]): void {
    if (additions.length === 0) return;
    const pathLength = additions.reduce((sum, addition) => sum + pathLengthOf(addition), 0);
    for (const kind of ITEM_KINDS) {
      const added = additions.filter((addition) => addition.kind === kind).length;
      if (added === 0) continue;
      if (itemsOf(this.#doc, kind).size + added > MOST_OF[kind]) throw new Problem('board/full', { kind, most: MOST_OF[kind] });
      if (staff || participantId === null || !isAuthoredKind(kind)) continue;
      const own = countOf(this.#used, participantId, kind) + countOf(this.#taken, participantId, kind);
      if (own + added > MOST_OF_PARTICIPANT[kind]) throw new Problem('board/own-limit', { kind, most: MOST_OF_PARTICIPANT[kind] });
    }
    if (pathLength > 0) {
      if (this.#pathLength + this.#takenPathLength + pathLength > STROKE_PATHS_PER_BOARD_MAX) throw new Problem('board/full', { kind: 'stroke' });
      const own = participantId === null ? 0 : (this.#used.get(participantId)?.pathLength ?? 0) + (this.#taken.get(participantId)?.pathLength ?? 0);
      if (!staff && own + pathLength > STROKE_PATHS_PER_PARTICIPANT_MAX) throw new Problem('board/own-limit', { kind: 'stroke' });
    }
    for (const addition of additions) {
      if (addition.kind === 'frame' || addition.kind === 'cluster') continue;
      add(this.#taken, addition.item.participantId, addition.kind, pathLengthOf(addition));
    }
    this.#takenPathLength += pathLength;
  }

  #countItem(kind: AuthoredKind, id: string): void {
    const fields = itemsOf(this.#doc, kind).get(id);
    const [participantId, path] = [fields?.get('participantId'), fields?.get('path')];
    const pathLength = typeof path === 'string' ? path.length : 0;
    this.#pathLength += pathLength;
    add(this.#used, typeof participantId === 'string' ? participantId : null, kind, pathLength);
  }
}

const countOf = (used: ReadonlyMap<string, Used>, participantId: string, kind: AuthoredKind): number => used.get(participantId)?.counts.get(kind) ?? 0;

function add(to: Map<string, Used>, participantId: string | null, kind: AuthoredKind, pathLength: number): void {
  if (participantId === null) return;
  const used = to.get(participantId) ?? { counts: new Map<AuthoredKind, number>(), pathLength: 0 };
  used.counts.set(kind, (used.counts.get(kind) ?? 0) + 1);
  used.pathLength += pathLength;
  to.set(participantId, used);
}
