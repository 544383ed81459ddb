import { z } from 'zod';
import { Id, type Language } from './common.ts';
import type { Station } from './provenance.ts';

/** Something came of what she wrote or follows. */
export interface NoticeView {
  id: string;
  at: string;
  read: boolean;
  /** Her own words, or what she follows: where the way of this begins for her. */
  about: { recordId: string; text: string; language: Language | null; followed: boolean };
  /** How many more of her contributions led to the same. */
  moreCount: number;
  /** What it came to. */
  moved: Station;
}

/** GET /api/notices → Page<NoticeView> (a person with an account), the newest first. What she may not see is left out. */
/** GET /api/notice-count → NoticeCount: how many she has not read. Counting ends at `NOTICES_COUNTED_MAX`. */
export const NOTICES_COUNTED_MAX = 99;
export interface NoticeCount {
  unread: number;
}

/** PUT /api/notices/:id/read {read} → 204: hers alone. */
export const MarkNotice = z.strictObject({ read: z.boolean() });
export type MarkNotice = z.infer<typeof MarkNotice>;
/** POST /api/notice-readings {upTo} → 204: all up to the newest she was shown are read. */
export const ReadNotices = z.strictObject({ upTo: Id });
export type ReadNotices = z.infer<typeof ReadNotices>;

/** GET, PUT /api/records/:id/following (a person with an account, of what she may see): whether she is told what comes of it. */
export const Follow = z.strictObject({ following: z.boolean() });
export type Follow = z.infer<typeof Follow>;
