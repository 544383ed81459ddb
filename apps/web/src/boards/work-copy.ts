import { UndoHistory } from '@spolu/board/undo-history';
import { BoardActions } from './board-actions.ts';
import type { BoardSnapshot, ShownCopy } from './board-connection.ts';
import type { ActedCopy } from './board-steps.ts';
import type { BoardTalk } from './talk/board-talk.ts';

/** A copy of a board with what a person can do to it, and the steps she took. */
export interface BoardCopy extends ShownCopy, ActedCopy {
  actions: BoardActions;
  /** What is said about its things. */
  talk: BoardTalk;
}
export interface WorkSnapshot extends BoardSnapshot {
  copy: BoardCopy;
}

const made = new WeakMap<ShownCopy, BoardCopy>();

/** The same for the same shown copy: her steps outlast the view in which she took them. */
export function workCopy(shown: ShownCopy, talk: BoardTalk): BoardCopy {
  const known = made.get(shown);
  if (known) return known;
  const acted = { doc: shown.doc, index: shown.index, history: new UndoHistory(shown.doc) };
  const copy = { ...shown, ...acted, actions: new BoardActions(acted, shown.scene, shown.persona), talk };
  made.set(shown, copy);
  return copy;
}
