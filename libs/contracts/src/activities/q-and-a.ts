import { z } from 'zod';
import { Language, optionalText, text } from '../common.ts';
import { QUESTION_MAX_LENGTH } from '../plain.ts';
import type { Translation } from '../second-language.ts';
import type { ReportNote } from './brainstorm.ts';

/** Of one person in one activity. */
export const QUESTIONS_PER_PARTICIPANT_MAX = 20;
/** Told to all screens: the one that is being answered, then the most supported. */
export const QUESTIONS_IN_ROOM_MAX = 100;

export const QAndASettings = z.strictObject({
  kind: z.literal('q-and-a'),
  /** Questions wait until staff let them through. */
  moderated: z.boolean(),
});

/** waiting: for staff. current: is being answered now, one at a time. hidden: staff did not let it through. removed: taken back by who asked. */
export const QuestionState = z.enum(['waiting', 'shown', 'current', 'answered', 'hidden', 'removed']);
export type QuestionState = z.infer<typeof QuestionState>;

/** A question as everybody sees it; who asked is never told. */
export interface RoomQuestion {
  id: string;
  text: string;
  language: Language;
  supportCount: number;
  state: 'shown' | 'current' | 'answered';
  /** What was said to it, in short; empty where nobody wrote it down. */
  answer: string;
  /** In the session's other language, made by people; left out: there is none. */
  translations?: Translation[];
}
export interface RoomQAndA {
  moderated: boolean;
  /** The current one first, then the open ones by support, the answered ones last; at most {@link QUESTIONS_IN_ROOM_MAX}. */
  questions: RoomQuestion[];
  openCount: number;
  answeredCount: number;
  waitingCount: number;
}
export interface ReportQAndA {
  moderated: boolean;
  /** By support. */
  questions: { note: ReportNote; supportCount: number; answered: boolean; answer: string }[];
}

/** POST /api/activities/:id/questions → OwnQuestion. The Idempotency-Key is the question's id, which the device makes. */
export const AskQuestion = z.strictObject({ text: text(QUESTION_MAX_LENGTH), language: Language });
export type AskQuestion = z.infer<typeof AskQuestion>;
export interface OwnQuestion {
  id: string;
  text: string;
  state: QuestionState;
}
/** GET /api/activities/:id/questions/own: what the viewer asked, and what she supports. */
export interface OwnQuestions {
  asked: OwnQuestion[];
  supported: string[];
}
/** PUT /api/questions/:id/support (participants; not one's own). DELETE /api/questions/:id: taken back by who asked, until it is answered. */
export const SupportQuestion = z.strictObject({ supported: z.boolean() });
export type SupportQuestion = z.infer<typeof SupportQuestion>;

/** GET /api/activities/:id/questions (staff): those that the room does not show too. */
export interface StaffQuestion extends Omit<RoomQuestion, 'state' | 'translations'> {
  state: Exclude<QuestionState, 'removed'>;
  askedAt: string;
}
/**
 * PUT /api/questions/:id/state (staff). `current` puts the one that was current back among the open ones. The answer is kept while the question is
 * answered; left out: as it was.
 */
export const TendQuestion = z.strictObject({ state: z.enum(['shown', 'current', 'answered', 'hidden']), answer: optionalText(QUESTION_MAX_LENGTH * 2).optional() });
export type TendQuestion = z.infer<typeof TendQuestion>;
