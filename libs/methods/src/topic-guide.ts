import type { TopicAnswers, TopicCaution, TopicQuestion, TopicReason, TopicResult } from '@spolu/contracts/topic-guide';

/**
 * Whether a topic is one for people to work on together, and how far to go: tell them, ask them, let them hear each other, make it with them, or do not begin yet.
 * The rule behind it: who is asked must be able to change something, and must be answered. Conditions after the OECD's guidelines for citizen participation (2022):
 * a problem people can help with, an open decision, a promise to take it into account, means, and time.
 */
export function adviseOn(answers: TopicAnswers): TopicResult {
  const cautions = cautionsOf(answers);
  // To tell people needs no promise; to ask about what is decided would be pretence.
  if (answers.decision === 'made') return { advice: 'inform', reasons: ['decided'], cautions, inTheWay: [] };
  if (answers.need === 'know') return { advice: 'inform', reasons: ['only-to-know'], cautions, inTheWay: [] };
  const obstacles = obstaclesOf(answers);
  if (obstacles.length > 0) return { advice: 'not-yet', reasons: obstacles.map(({ reason }) => reason), cautions, inTheWay: obstacles.map(({ question }) => question) };
  return { ...howFar(answers), cautions, inTheWay: [] };
}

function obstaclesOf({ promise, means, time, need, views }: TopicAnswers): { question: TopicQuestion; reason: TopicReason }[] {
  // an opinion on a draft is given within a month; to understand each other, or to find something new, is not
  const takesLong = need !== 'opinion' || views === 'conflict';
  return [
    ...(promise === 'missing' ? [{ question: 'promise', reason: 'no-promise' } as const] : []),
    ...(means === 'missing' ? [{ question: 'means', reason: 'no-means' } as const] : []),
    ...(time === 'short' && takesLong ? [{ question: 'time', reason: 'too-short' } as const] : []),
  ];
}

function howFar({ need, views, decision }: TopicAnswers): Pick<TopicResult, 'advice' | 'reasons'> {
  const partly: TopicReason[] = decision === 'partly' ? ['partly-open'] : [];
  // whoever is not heard first defends a position instead of looking for a solution
  if (views === 'conflict') return { advice: 'dialogue', reasons: ['conflict-first', ...partly] };
  if (need === 'understanding') return { advice: 'dialogue', reasons: ['views-apart', ...partly] };
  if (need === 'opinion') return { advice: 'consult', reasons: ['opinion-asked', ...partly] };
  return { advice: 'co-create', reasons: ['solutions-open', ...partly] };
}

function cautionsOf({ decision, need, views, time, people }: TopicAnswers): TopicCaution[] {
  const talks = decision !== 'made' && need !== 'know';
  return [
    ...(decision === 'made' && need !== 'know' ? ['say-what-is-decided' as const] : []),
    ...(decision === 'partly' ? ['say-what-is-closed' as const] : []),
    ...(people === 'hard' ? ['go-to-people' as const] : []),
    ...(talks && views === 'conflict' ? ['outside-facilitator' as const] : []),
    ...(talks && time === 'some' && need === 'solutions' ? ['keep-it-small' as const] : []),
  ];
}
