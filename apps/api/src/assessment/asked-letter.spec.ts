import { expect, test } from '@jest/globals';
import { writeAskedLetter } from './asked-letter.ts';

const facts = { language: 'sk' as const, origin: 'https://mesto.example', department: 'Odbor {n}', ideas: [{ ideaId: 'i1', title: 'Lavičky {day}' }], dueOn: '2026-05-12' };

test('a department is told which ideas, until when, and where it assesses them; a title is never taken for a blank', () => {
  const { subject, body } = writeAskedLetter(facts);
  expect(subject).toBe('Čaká sa na odborné posúdenie');
  expect(body).toContain('Odbor {n} má odborne posúdiť tieto nápady:\n  Lavičky {day}\n    https://mesto.example/ideas/i1\n');
  expect(body).toContain('Posúdenie sa čaká do 12. mája 2026.');
  expect(body).toContain('https://mesto.example/desk\n');
});

test('of many ideas thirty are named and the others counted; without a day it says so', () => {
  const ideas = Array.from({ length: 33 }, (_, i) => ({ ideaId: `i${i}`, title: `Nápad ${i}` }));
  const { body } = writeAskedLetter({ ...facts, ideas, dueOn: null });
  expect(body).toContain('Nápad 29');
  expect(body).not.toContain('Nápad 30');
  expect(body).toContain('A ešte ďalšie: 3.');
  expect(body).toContain('Deň, dokedy to má byť, nie je určený.');
});

test('in each of the four languages nothing is left blank', () => {
  for (const language of ['sk', 'cs', 'en', 'uk'] as const) expect(writeAskedLetter({ ...facts, department: 'Odbor', ideas: [{ ideaId: 'i1', title: 'Lavičky' }], language }).body).not.toMatch(/[{}]/);
});
