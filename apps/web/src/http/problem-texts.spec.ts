import { expect, test } from '@jest/globals';
import { LANGUAGES } from '@spolu/contracts/plain';
import { PROBLEMS } from '@spolu/contracts/problem-codes';
import cs from './cs.json' with { type: 'json' };
import en from './en.json' with { type: 'json' };
import sk from './sk.json' with { type: 'json' };
import uk from './uk.json' with { type: 'json' };

const texts = { sk, cs, en, uk };

test.each(LANGUAGES)('every refusal of the server has its sentence in %s', (language) => {
  expect(Object.keys(texts[language].problem).sort()).toEqual(Object.keys(PROBLEMS).sort());
});
