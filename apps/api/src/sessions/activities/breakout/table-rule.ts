import type { BoardRule } from '@spolu/contracts/boards';
import type { BreakoutSettings } from '@spolu/contracts/activities/breakout';
import { DRAWING_KINDS } from '@spolu/contracts/plain';

/** A table as its board's rule wants it. */
export interface RuledTable {
  activityId: string;
  visitors: BreakoutSettings['visitors'];
  /** Its breakout is what runs now. */
  running: boolean;
  locked: boolean;
  carriedOver: boolean;
  participantIds: readonly string[];
}

/**
 * What may happen on a table's board: those who sit there write and group while their breakout runs, the staff prepare and mend before and after. Once all
 * was carried over to the session's first board, everybody may look and nobody writes any more: what is said about it is said there.
 * @param rule of the session's first board
 */
export function tableRuleOf(rule: BoardRule, { activityId, visitors, running, locked, carriedOver, participantIds }: RuledTable): BoardRule {
  return {
    ...rule,
    activityId: running ? activityId : null,
    open: rule.open && !carriedOver,
    locked: !running || locked,
    createNotes: running ? 'everyone' : 'staff',
    hidden: false,
    anonymous: false,
    groupNotes: running ? 'everyone' : 'staff',
    draw: running ? [...DRAWING_KINDS] : [],
    table: { participantIds: [...participantIds], others: carriedOver ? 'look' : visitors, carriedOver },
  };
}
