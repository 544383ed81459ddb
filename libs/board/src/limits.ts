import { CLUSTERS_PER_BOARD_MAX, NOTES_PER_BOARD_MAX } from '@spolu/contracts/boards';
import { FRAMES_PER_BOARD_MAX } from '@spolu/contracts/plain';
import { NOTES_PER_PARTICIPANT_MAX } from '@spolu/contracts/activities/brainstorm';
import type { AuthoredKind, ItemKind } from './shape.ts';

/** How many a board holds, what was removed included. */
export const MOST_OF: Record<ItemKind, number> = {
  note: NOTES_PER_BOARD_MAX, frame: FRAMES_PER_BOARD_MAX, cluster: CLUSTERS_PER_BOARD_MAX,
  text: 2_000, shape: 3_000, connector: 5_000, stroke: 10_000, picture: 300, pin: 3_000, link: 500,
};

/** How many one participant makes. */
export const MOST_OF_PARTICIPANT: Record<AuthoredKind, number> = {
  note: NOTES_PER_PARTICIPANT_MAX, text: 100, shape: 200, connector: 200, stroke: 500, picture: 20, pin: 100, link: 30,
};

/** Letters of all paths of strokes: drawing must not fill the document that everybody loads. */
export const STROKE_PATHS_PER_BOARD_MAX = 2_000_000;
export const STROKE_PATHS_PER_PARTICIPANT_MAX = 100_000;
