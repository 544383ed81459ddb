import type { ActivityKind } from './kinds.ts';

/** An activity is open for so many days at most. */
export const OPEN_DAYS_MAX = 60;

/** What people answer whenever they come; all else needs them in the room at the same time, or somebody who leads it. */
const AT_ANY_TIME: ReadonlySet<ActivityKind> = new Set(['brainstorm', 'dot-vote', 'ranking', 'estimate', 'consent', 'fist-to-five', 'gradients', 'question', 'q-and-a', 'pulse']);

/** Whether it may be open until a day and an hour, for people who come when they like. @param activity its settings, or its kind and the way in which people take turns, if they do */
export const mayStayOpen = ({ kind, way }: { kind: ActivityKind; way?: object | null }): boolean => AT_ANY_TIME.has(kind) && !way;
