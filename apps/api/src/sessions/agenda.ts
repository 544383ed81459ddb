import { Problem } from '@spolu/contracts/problems';
import type { ActivityState, EditActivity } from '@spolu/contracts/sessions';

export const AGENDA_MAX = 100;

/** @throws Problem `session/agenda-full` where so many more have no room */
export function demandRoom(agenda: readonly unknown[], more = 1): void {
  if (agenda.length + more > AGENDA_MAX) throw new Problem('session/agenda-full', { items: AGENDA_MAX });
}

type Settled = Pick<EditActivity, 'methodId' | 'settings'> & { openUntil?: Date | null | undefined };

interface Placed {
  id: string;
  state: ActivityState;
}

/**
 * A new order names every activity once; somebody who sorts an agenda that changed meanwhile is told.
 * @throws Problem `changed-meanwhile` where the list is not the agenda's
 */
export function checkOrder(agenda: readonly Placed[], activityIds: readonly string[]): void {
  const stateOf = new Map(agenda.map(({ id, state }) => [id, state]));
  if (activityIds.length !== agenda.length || new Set(activityIds).size !== agenda.length || !activityIds.every((id) => stateOf.has(id))) {
    throw new Problem('changed-meanwhile');
  }
}

/** The activity that screens show: the one that runs, else the one that ended last. */
export function shownActivity<A extends { state: ActivityState; endedAt: Date | null }>(agenda: readonly A[]): A | null {
  const running = agenda.find(({ state }) => state === 'running');
  if (running) return running;
  return agenda.reduce<A | null>((last, next) => (next.endedAt && (!last?.endedAt || next.endedAt > last.endedAt) ? next : last), null);
}

/**
 * What may still be changed of an activity: everything while it is planned; title, instruction, notes for the staff and minutes while it runs; nothing after.
 * @throws Problem `activity/already-started`
 */
export function checkEdit(before: Settled & { state: ActivityState }, after: Settled): void {
  if (before.state === 'planned') return;
  const fixed = (activity: Settled) => JSON.stringify([activity.methodId, sorted(activity.settings), after.openUntil === undefined ? null : activity.openUntil]);
  if (before.state === 'ended' || fixed(before) !== fixed(after)) throw new Problem('activity/already-started');
}

const sorted = (settings: EditActivity['settings']) => Object.entries(settings).sort(([a], [b]) => a.localeCompare(b));
