import type { Texts } from '@spolu/contracts/question-texts';
import { postSession } from './post-session.ts';

/** What is asked after every session. */
export const SURVEY = postSession;

/** The words of each question, follow-ups too, by its id. */
export const QUESTIONS: ReadonlyMap<string, Texts> = new Map(
  SURVEY.questions.flatMap(({ id, texts, followUp }) => [[id, texts] as const, ...(followUp ? [[followUp.id, followUp.texts] as const] : [])]),
);
