import { describe, expect, test } from '@jest/globals';
import { TOPIC_QUESTION_NAMES, TOPIC_QUESTIONS, TopicAdvice, TopicAnswers, TopicCaution, TopicReason } from '@spolu/contracts/topic-guide';
import { adviseOn } from './topic-guide.ts';

/** Every combination there is: few enough to look at all of them. */
const ALL = TOPIC_QUESTION_NAMES.reduce<object[]>(
  (some, question) => some.flatMap((answers) => TOPIC_QUESTIONS[question].map((answer) => ({ ...answers, [question]: answer }))), [{}],
).map((answers) => TopicAnswers.parse(answers));

const open: TopicAnswers = { decision: 'open', need: 'solutions', promise: 'given', views: 'differ', time: 'enough', means: 'there', people: 'reachable' };
const advice = (changes: Partial<TopicAnswers>) => adviseOn({ ...open, ...changes }).advice;

describe('each of all combinations of answers', () => {
  test('gives exactly one advice, with at least one reason, each named once', () => {
    expect(ALL).toHaveLength(3 * 4 * 2 * 3 * 3 * 2 * 2);
    for (const answers of ALL) {
      const { advice: given, reasons, cautions } = adviseOn(answers);
      expect(TopicAdvice.options).toContain(given);
      expect(reasons.length).toBeGreaterThan(0);
      expect(new Set(reasons).size).toBe(reasons.length);
      expect(new Set(cautions).size).toBe(cautions.length);
    }
  });

  test('asks nobody about what is decided, and nobody without a promise to answer', () => {
    for (const answers of ALL) {
      const { advice: given } = adviseOn(answers);
      if (answers.decision === 'made') expect(given).toBe('inform');
      else if (answers.promise === 'missing') expect(['inform', 'not-yet']).toContain(given);
    }
  });

  test('says what stands in the way exactly where it says not yet, and with that mended something begins', () => {
    for (const answers of ALL) {
      const { advice: given, inTheWay } = adviseOn(answers);
      expect(inTheWay.length > 0).toBe(given === 'not-yet');
      if (given !== 'not-yet') continue;
      const mended = { ...answers, ...Object.fromEntries(inTheWay.map((question) => [question, TOPIC_QUESTIONS[question][0]])) };
      expect(['consult', 'dialogue', 'co-create']).toContain(adviseOn(mended).advice);
    }
  });

  test('lets people in conflict hear each other before they are asked for solutions or votes', () => {
    for (const answers of ALL.filter(({ views }) => views === 'conflict')) expect(['inform', 'not-yet', 'dialogue']).toContain(adviseOn(answers).advice);
  });

  test('is reached by somebody: no advice, reason or caution is dead', () => {
    const results = ALL.map(adviseOn);
    expect(new Set(results.map((result) => result.advice))).toEqual(new Set(TopicAdvice.options));
    expect(new Set(results.flatMap(({ reasons }) => reasons))).toEqual(new Set(TopicReason.options));
    expect(new Set(results.flatMap(({ cautions }) => cautions))).toEqual(new Set(TopicCaution.options));
  });
});

describe('the guide', () => {
  test('sends an open problem with a promise, means and time to co-creation', () => {
    expect(advice({})).toBe('co-create');
  });
  test('lets an opinion on a draft be asked in a short time too', () => {
    expect(advice({ need: 'opinion', time: 'short' })).toBe('consult');
    expect(advice({ time: 'short' })).toBe('not-yet');
  });
  test('only tells what is decided, and says that it does', () => {
    expect(adviseOn({ ...open, decision: 'made' })).toMatchObject({ advice: 'inform', cautions: ['say-what-is-decided'] });
  });
  test('names all that is missing at once', () => {
    expect(adviseOn({ ...open, promise: 'missing', means: 'missing', time: 'short' }).inTheWay).toEqual(['promise', 'means', 'time']);
  });
});
