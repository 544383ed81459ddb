import { expect, test } from '@jest/globals';
import { LANGUAGES } from '@spolu/contracts/plain';
import { SCALE_IDS, textIn } from '@spolu/contracts/question-texts';
import { PULSE_STATEMENTS } from './pulse.ts';
import { SCALES } from './scales.ts';
import { QUESTIONS, SURVEY } from './survey.ts';

test('a questionnaire speaks every language of the product', () => {
  const texts = [SURVEY.title, SURVEY.intro, ...QUESTIONS.values(), ...PULSE_STATEMENTS, ...SCALE_IDS.flatMap((id) => SCALES[id].values.flatMap(({ label }) => (Object.keys(label).length > 0 ? [label] : [])))];
  for (const text of texts) for (const language of LANGUAGES) expect(textIn(text, language).lang).toBe(language);
});

test('each of its questions has an id of its own and no answer has to be given', () => {
  expect(QUESTIONS.size).toBe(22);
  expect(SURVEY.questions.filter(({ followUp }) => followUp).map(({ id }) => id)).toEqual(['ps17']);
});

test('a text that a language lacks is read in the nearest there is', () => {
  expect(textIn({ cs: 'Ano', en: 'Yes' }, 'uk')).toEqual({ text: 'Ano', lang: 'cs' });
  expect(() => textIn({}, 'sk')).toThrow('missing');
});
