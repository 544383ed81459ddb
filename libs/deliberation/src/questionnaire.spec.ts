import { describe, expect, test } from '@jest/globals';
import type { Question } from '@spolu/contracts/question-texts';
import { type Answers, checkAnswers, dimensionScore, tallyScale } from './questionnaire.ts';

const questions: Question[] = [
  { id: 'a', type: 'agree5', texts: { sk: 'Účel bol jasný.' } },
  { id: 'b', type: 'yes-no', texts: { sk: 'Bránilo vám niečo?' }, followUp: { id: 'b2', whenIn: ['yes', 'partly'], texts: { sk: 'Čo?' } } },
  { id: 'c', type: 'recommend10', texts: { sk: 'Odporučili by ste?' } },
  { id: 'd', type: 'text', texts: { sk: 'Čo sa podarilo?' } },
];

describe('answers to a questionnaire', () => {
  test('need none of the questions, and keep words apart from scores', () => {
    expect(checkAnswers(questions, {})).toEqual({ scores: {}, words: [] });
    expect(checkAnswers(questions, { a: 5, b: 'partly', b2: ' schody ', c: 'opt-out', d: '  ' })).toEqual({ scores: { a: 5, b: 'partly', c: 'opt-out' }, words: [{ questionId: 'b2', text: 'schody' }] });
  });
  test('to what was not asked of her are left out', () => {
    expect(checkAnswers(questions, { b: 'no', b2: 'schody' })).toEqual({ scores: { b: 'no' }, words: [] });
    expect(checkAnswers(questions, { b2: 'schody' })).toEqual({ scores: {}, words: [] });
  });
  test.each<Answers>([{ x: 1 }, { a: 6 }, { a: 'yes' }, { b: 'maybe' }, { c: 11 }, { c: 2.5 }, { d: 5 }, { b: 'yes', b2: 5 }])('are refused where they are none: %j', (answers) => {
    expect(() => checkAnswers(questions, answers)).toThrow(expect.objectContaining({ code: 'invalid-input' }));
  });
});

describe('what somebody says of herself', () => {
  const age = [{ id: 'age', texts: { sk: 'Vek' }, options: [{ value: '60+', label: { sk: '60 a viac' } }] }];
  test('stands with her scores, where it is asked and is one of the choices', () => {
    expect(checkAnswers(questions, { a: 5, age: '60+' }, age)).toEqual({ scores: { a: 5, age: '60+' }, words: [] });
    expect(() => checkAnswers(questions, { age: '60+' })).toThrow(expect.objectContaining({ code: 'invalid-input' }));
    expect(() => checkAnswers(questions, { age: 'sixty' }, age)).toThrow(expect.objectContaining({ code: 'invalid-input' }));
  });
});

describe('a scale', () => {
  test('tells nothing below five answers that say something', () => {
    expect(tallyScale('agree5', [1, 2, 3, 4])).toBeNull();
    expect(tallyScale('agree5', [1, 2, 3, 4, 'opt-out'])).toBeNull();
  });
  test('of five steps tells its mean without opt-outs, and how many agree', () => {
    expect(tallyScale('agree5', [1, 4, 4, 5, 5, 'opt-out'])).toEqual({
      count: 5, optOutCount: 1, counts: [1, 2, 3, 4, 5].map((value) => ({ value, count: { 1: 1, 4: 2, 5: 2 }[value] ?? 0 })), mean: 3.8, agreeShare: 0.8, recommendScore: null,
    });
  });
  test('of recommendation is the share of 9 and 10 less that of 0 to 6', () => {
    expect(tallyScale('recommend10', [10, 9, 8, 7, 0])?.recommendScore).toBeCloseTo(0.2);
  });
  test('of words has no mean', () => expect(tallyScale('yes-no', ['yes', 'no', 'no', 'no', 'partly'])).toMatchObject({ mean: null, agreeShare: null, counts: [{ value: 'yes', count: 1 }, { value: 'no', count: 3 }, { value: 'partly', count: 1 }] }));
});

describe('a part of the evaluation', () => {
  test('is the mean of its questions’ means, from 0 to 100', () => {
    const [low, high] = [tallyScale('agree5', [2, 2, 2, 2, 2]), tallyScale('satisfaction5', [5, 5, 5, 5, 5, 5])];
    expect(dimensionScore([low, high, null, tallyScale('recommend10', [0, 0, 0, 0, 0])])).toBeCloseTo(62.5);
    expect(dimensionScore([null])).toBeNull();
  });
});
