import type { MayTalk } from '@spolu/contracts/comments';

/** What comments are about, and where they are read and sent. */
export interface TalkedAbout {
  /** Under which what was typed is kept until it is sent. */
  id: string;
  /** `/ideas/…`: comments stand below it, and it is read anew after each. */
  path: string;
  /** Where single comments are: `/idea-comments`. */
  comments: string;
  /** Which part of it, where each has comments of its own, and the version that stands there now. */
  part?: { block: string; version: number };
  /** Where visitors without an account come in as guests; null where they can't. */
  processId: string | null;
  /** Whoever answers there, as the mark beside her comments says it. */
  staff: string;
  may: MayTalk;
}
