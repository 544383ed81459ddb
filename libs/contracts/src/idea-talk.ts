import { z } from 'zod';
import type { MayTalk } from './comments.ts';
import { type Language, type Page, PageQuery } from './common.ts';

/** PUT /api/ideas/:id/support → 204 (an account, a participant of a session of the process, a guest): once each, taken back freely. Who supports is told to nobody. */
export const SupportIdea = z.strictObject({ supporting: z.boolean() });
export type SupportIdea = z.infer<typeof SupportIdea>;

/** GET /api/ideas/:id/talk → IdeaTalk: how an idea is received, and what the viewer may do about it. */
export interface IdeaTalk {
  supportCount: number;
  supporting: boolean;
  commentCount: number;
  /** For its author and the people of the process; for everybody else a hidden idea is none. */
  hidden: { reason: string } | null;
  /** `speak` is also to support. */
  may: MayTalk;
}

/** GET /api/processes/:processId/reports → Page<ReportedWords> (staff): what was reported and nobody decided on, the longest waiting first. */
export const ReportsQuery = PageQuery;
export interface ReportedWords {
  /** Of the idea or the comment. */
  id: string;
  kind: 'idea' | 'comment';
  ideaId: string;
  ideaTitle: string;
  text: string;
  language: Language | null;
  reasons: string[];
  since: string;
}
export type ReportList = Page<ReportedWords>;
