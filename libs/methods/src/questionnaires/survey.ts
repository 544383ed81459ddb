import type { SurveyId } from '@spolu/contracts/feedback';
import type { Demographic, Questionnaire, Texts } from '@spolu/contracts/question-texts';
import { DEMOGRAPHICS } from './demographics.ts';
import { postSession } from './post-session.ts';
import { quickSurvey } from './quick-survey.ts';
import { training } from './training.ts';

/** What may be asked after a session, by whoever runs it to choose from. */
export const SURVEYS: Record<SurveyId, Questionnaire> = { 'post-session': postSession, pulse: quickSurvey, training };
/** Where nobody chose. */
export const USUAL_SURVEYS: readonly SurveyId[] = ['post-session'];

/** In the order of the library, whatever the order in which they were chosen. */
export const surveysOf = (ids: readonly SurveyId[]): Questionnaire[] => Object.values(SURVEYS).filter(({ id }) => ids.some((one) => one === id));

/** What people may say of themselves beside these questionnaires; nothing where none of them allows it. */
export const demographicsBeside = (questionnaires: readonly Questionnaire[]): readonly Demographic[] => (questionnaires.some(({ withDemographics }) => withDemographics) ? DEMOGRAPHICS : []);

/** The words of each question, follow-ups too, by its id. */
export const QUESTIONS: ReadonlyMap<string, Texts> = new Map(
  Object.values(SURVEYS).flatMap(({ questions }) => questions.flatMap(({ id, texts, followUp }) => [[id, texts] as const, ...(followUp ? [[followUp.id, followUp.texts] as const] : [])])),
);
