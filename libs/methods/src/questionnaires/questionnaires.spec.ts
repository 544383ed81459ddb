import { expect, test } from '@jest/globals';
import { LANGUAGES } from '@spolu/contracts/plain';
import { SURVEY_IDS } from '@spolu/contracts/feedback';
import { SCALE_IDS, textIn } from '@spolu/contracts/question-texts';
import { DEMOGRAPHICS } from './demographics.ts';
import { PULSE_STATEMENTS } from './pulse.ts';
import { REFLECTION_FIGURES, reflection } from './reflection.ts';
import { SCALES } from './scales.ts';
import { demographicsBeside, QUESTIONS, SURVEYS, surveysOf } from './survey.ts';

const surveys = surveysOf(SURVEY_IDS);

test('a questionnaire speaks every language of the product', () => {
  const own = DEMOGRAPHICS.flatMap(({ texts, options }) => [texts, ...options.map(({ label }) => label)]);
  const scales = SCALE_IDS.flatMap((id) => SCALES[id].values.flatMap(({ label }) => (Object.keys(label).length > 0 ? [label] : [])));
  const texts = [
    ...surveys.flatMap(({ title, intro }) => [title, intro]), ...QUESTIONS.values(), ...PULSE_STATEMENTS, ...scales, ...own,
    reflection.title, reflection.intro, ...reflection.questions.map((question) => question.texts), ...Object.values(REFLECTION_FIGURES).map((figure) => figure.texts),
  ];
  for (const text of texts) for (const language of LANGUAGES) expect(textIn(text, language).lang).toBe(language);
});

test('each question of all of them has an id of its own, so that several are one paper', () => {
  const asked = surveys.flatMap(({ questions }) => questions);
  const followUps = asked.flatMap(({ followUp }) => followUp?.id ?? []);
  expect(followUps).toEqual(['ps17a']);
  const ids = [...asked.map(({ id }) => id), ...followUps, ...DEMOGRAPHICS.map(({ id }) => id)];
  expect(new Set(ids).size).toBe(ids.length);
  expect(QUESTIONS.size).toBe(21 + 1 + 3 + 4);
});

test('questionnaires come in the order of the library, and only the long one asks who somebody is', () => {
  expect(surveysOf(['training', 'post-session']).map(({ id }) => id)).toEqual(['post-session', 'training']);
  expect(demographicsBeside([SURVEYS.pulse, SURVEYS.training])).toEqual([]);
  expect(demographicsBeside(surveys)).toHaveLength(4);
});

test('a text that a language lacks is read in the nearest there is', () => {
  expect(textIn({ cs: 'Ano', en: 'Yes' }, 'uk')).toEqual({ text: 'Ano', lang: 'cs' });
  expect(() => textIn({}, 'sk')).toThrow('missing');
});
