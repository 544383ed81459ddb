import { z } from 'zod';
import { Id, Language } from './common.ts';
import type { DutyView, OwedKind } from './duties.ts';
import { Email, LinkSecret } from './identity.ts';
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
  /** It was not taken where it was, and goes on there; `moved.reason` says why. */
  goesOn: boolean;
}

/** She was reminded of what she owes or answers for. It went out by mail as well, and is gone when the thing is done. */
export interface DutyNotice {
  id: string;
  at: string;
  read: boolean;
  duty: Pick<DutyView, 'title' | 'url' | 'language' | 'holderName'> & { kind: OwedKind; dueOn: string };
}

/**
 * `author-question`: a body asks about what she wrote; gone once she answered it or the body has spoken. `question-answered`: what she asked for her body has an answer, or
 * another one; `title` is the recommendation it is about. `question-hidden`, `answer-hidden`: what she asked an author, or
 * answered as one, was hidden; `title` says why. `comments`: others commented on an idea that is hers or that she follows. `replies`: others wrote on in a conversation about
 * something that she wrote in; `title` is what began it.
 */
export const NewsKind = z.enum(['author-question', 'question-answered', 'question-hidden', 'answer-hidden', 'comments', 'replies']);
export type NewsKind = z.infer<typeof NewsKind>;
/** Something else that concerns her. While she has not read it, there is one of the same thing. */
export interface NewsNotice {
  id: string;
  at: string;
  read: boolean;
  /** `title`: by what she knows it, as the body that asks. `count`: how many of the same she has not read; at least 1. */
  news: { kind: NewsKind; title: string; url: string; language: Language | null; count: number };
}

/** GET /api/notices → Page<NoticeView | DutyNotice | NewsNotice> (a person with an account), the newest first. What she may not see is left out. */
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

/** How often somebody is told by mail of what is new. `at-once` gathers a few minutes. */
export const NoticeFrequency = z.enum(['at-once', 'daily', 'weekly', 'never']);
export type NoticeFrequency = z.infer<typeof NoticeFrequency>;
/** GET, PUT /api/notice-choice (a person with an account); weekly until she chooses. */
export const NoticeChoice = z.strictObject({ frequency: NoticeFrequency });
export type NoticeChoice = z.infer<typeof NoticeChoice>;

/** POST /api/receipt-address-lookups {secret} → GuestAddress; `provenance/receipt-invalid`. What a guest left to be told by; `email` null: nothing. */
export interface GuestAddress extends NoticeChoice {
  email: string | null;
  /** She opened the link that was sent there; until then nothing else is. */
  confirmed: boolean;
}
/** POST /api/receipt-addresses → 204: a guest wants to be told by mail. Another address is confirmed by a link sent to it. `notices/too-many-letters` */
export const LeaveAddress = z.strictObject({ secret: LinkSecret, email: Email, language: Language, frequency: NoticeFrequency });
export type LeaveAddress = z.infer<typeof LeaveAddress>;
/** POST /api/receipt-address-removals {secret} → 204. POST /api/address-confirmations {secret} → 204, by the link of the letter; `notices/link-invalid`. */
/** POST /api/unsubscribes {secret} → 204, by the page that a letter leads to; POST /api/one-click-unsubscribes/:secret → 204, by the mail program itself (RFC 8058). */
export const BySecret = z.strictObject({ secret: LinkSecret });
export type BySecret = z.infer<typeof BySecret>;
