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
const nothing = (): Used => ({ counts: new Map(), pathLength: 0 });

/** How much may still come onto a board (SEC-37): by all together, and by each participant. Staff are held to the board's limits alone. */
export class Allowance {
  readonly #doc: Y.Doc;
  readonly #used = new Map<string, Used>();
  #pathLength = 0;

  constructor(doc: Y.Doc) {
    this.#doc = doc;
    for (const kind of AUTHORED_KINDS) {
      for (const fields of itemsOf(doc, kind).values()) {
        const [participantId, path] = [fields.get('participantId'), fields.get('path')];
        this.#count(kind, typeof participantId === 'string' ? participantId : null, typeof path === 'string' ? path.length : 0);
      }
    }
  }

  /**
   * Counts what is about to be added.
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
      const own = this.#used.get(participantId)?.counts.get(kind) ?? 0;
      if (own + added > MOST_OF_PARTICIPANT[kind]) throw new Problem('board/own-limit', { kind, most: MOST_OF_PARTICIPANT[kind] });
    }
    if (pathLength > 0) {
      if (this.#pathLength + pathLength > STROKE_PATHS_PER_BOARD_MAX) throw new Problem('board/full', { kind: 'stroke' });
      const own = participantId === null ? 0 : (this.#used.get(participantId)?.pathLength ?? 0);
      if (!staff && own + pathLength > STROKE_PATHS_PER_PARTICIPANT_MAX) throw new Problem('board/own-limit', { kind: 'stroke' });
    }
    for (const addition of additions) {
      if (addition.kind === 'frame' || addition.kind === 'cluster') continue;
      this.#count(addition.kind, addition.item.participantId, pathLengthOf(addition));
    }
  }

  countNote(participantId: string | null): void {
    this.#count('note', participantId, 0);
  }

  #count(kind: AuthoredKind, participantId: string | null, pathLength: number): void {
    this.#pathLength += pathLength;
    if (participantId === null) return;
    const used = this.#used.get(participantId) ?? nothing();
    used.counts.set(kind, (used.counts.get(kind) ?? 0) + 1);
    used.pathLength += pathLength;
    this.#used.set(participantId, used);
  }
}
