import { TOPIC_QUESTION_NAMES, TOPIC_QUESTIONS, TopicAnswers, type TopicQuestion } from '@spolu/contracts/topic-guide';

/** As far as they were given. */
export type SomeAnswers = { [Question in TopicQuestion]?: TopicAnswers[Question] };

/** The answers stand in the page's address: they survive a reload, and whoever is sent the link sees the same advice. */
export function answersFrom(params: URLSearchParams): SomeAnswers {
  const given = TOPIC_QUESTION_NAMES.flatMap((question) => {
    const answer = (TOPIC_QUESTIONS[question] as readonly string[]).find((known) => known === params.get(question));
    return answer === undefined ? [] : [[question, answer]];
  });
  return Object.fromEntries(given) as SomeAnswers;
}

/** All of them, or null while one is missing. */
export const wholeAnswers = (some: SomeAnswers): TopicAnswers | null => TopicAnswers.safeParse(some).data ?? null;
