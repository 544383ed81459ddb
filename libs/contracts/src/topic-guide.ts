import { z } from 'zod';

/** What is asked before anything is begun: is this a topic for people to work on together? Each with the answers there are, the most open first. */
export const TOPIC_QUESTIONS = {
  /** Whether the matter is decided. */
  decision: ['open', 'partly', 'made'],
  /** What people are needed for. */
  need: ['solutions', 'understanding', 'opinion', 'know'],
  /** Whether those who decide said that they will take it into account and answer. */
  promise: ['given', 'missing'],
  /** How far people are from each other in it. */
  views: ['alike', 'differ', 'conflict'],
  /** Until the decision falls. */
  time: ['enough', 'some', 'short'],
  /** Somebody who does it, a room, money for it. */
  means: ['there', 'missing'],
  /** Whether those whom it touches can be reached. */
  people: ['reachable', 'hard'],
} as const;
export type TopicQuestion = keyof typeof TOPIC_QUESTIONS;
export const TOPIC_QUESTION_NAMES = Object.keys(TOPIC_QUESTIONS) as TopicQuestion[];

export const TopicAnswers = z.strictObject({
  decision: z.enum(TOPIC_QUESTIONS.decision),
  need: z.enum(TOPIC_QUESTIONS.need),
  promise: z.enum(TOPIC_QUESTIONS.promise),
  views: z.enum(TOPIC_QUESTIONS.views),
  time: z.enum(TOPIC_QUESTIONS.time),
  means: z.enum(TOPIC_QUESTIONS.means),
  people: z.enum(TOPIC_QUESTIONS.people),
});
export type TopicAnswers = z.infer<typeof TopicAnswers>;

export const TopicAdvice = z.enum(['inform', 'consult', 'dialogue', 'co-create', 'not-yet']);
export type TopicAdvice = z.infer<typeof TopicAdvice>;

/** Why it is advised so; each is a sentence on the screen. */
export const TopicReason = z.enum([
  'decided', 'only-to-know', 'no-promise', 'no-means', 'too-short', 'conflict-first', 'views-apart', 'opinion-asked', 'solutions-open', 'partly-open',
]);
export type TopicReason = z.infer<typeof TopicReason>;
/** What to see to besides, whatever is advised. */
export const TopicCaution = z.enum(['say-what-is-decided', 'say-what-is-closed', 'go-to-people', 'outside-facilitator', 'keep-it-small']);
export type TopicCaution = z.infer<typeof TopicCaution>;

export interface TopicResult {
  advice: TopicAdvice;
  /** At least one. */
  reasons: TopicReason[];
  cautions: TopicCaution[];
  /** Questions whose answers stand in the way; none unless `not-yet`. With all of them mended something can begin. */
  inTheWay: TopicQuestion[];
}

/** PUT /api/processes/:id/topic-check (who edits the process): keeps the answers with it, in place of earlier ones. GET → TopicCheck | { answers: null }. */
export interface TopicCheck {
  answers: TopicAnswers | null;
  /** Null: nobody kept any. */
  notedAt: string | null;
}
