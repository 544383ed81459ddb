import { expect, test } from '@jest/globals';
import { writtenParts } from './written-parts.ts';

test('lines that begin with a dash are a list, others paragraphs; nothing is lost', () => {
  expect(writtenParts('Začali sme včas.\n\n- prvé\n• druhé\nA ďalej -5 stupňov.\n- tretie')).toEqual([
    { kind: 'paragraph', text: 'Začali sme včas.' }, { kind: 'list', items: ['prvé', 'druhé'] }, { kind: 'paragraph', text: 'A ďalej -5 stupňov.' }, { kind: 'list', items: ['tretie'] },
  ]);
  expect(writtenParts('-bez medzery')).toEqual([{ kind: 'paragraph', text: '-bez medzery' }]);
});
