import { expect, test } from '@jest/globals';
import { writeDepartmentLetter } from './department-letter.ts';

const facts = { language: 'sk' as const, origin: 'https://mesto.example', questionId: 'q1', bodyName: 'Komisia {title}', department: 'Odbor {day}', title: 'Lavičky {body}', dueOn: '2026-05-12' };

test('says who asks whom about what, until when and where; a name is never taken for a blank', () => {
  const { subject, body } = writeDepartmentLetter(facts);
  expect(subject).toBe('Čaká sa na odpoveď na otázku');
  expect(body).toContain('Komisia {title} má otázku pre Odbor {day} k odporúčaniu „Lavičky {body}“.\nOdpoveď sa čaká do 12. mája 2026.');
  expect(body).toContain('https://mesto.example/referral-questions/q1\n');
  expect(writeDepartmentLetter({ ...facts, dueOn: null }).body).toContain('Deň, dokedy to má byť, nie je určený.');
});

test('in each of the four languages nothing is left blank', () => {
  for (const language of ['sk', 'cs', 'en', 'uk'] as const) expect(writeDepartmentLetter({ ...facts, bodyName: 'Komisia', department: 'Odbor', title: 'Lavičky', language }).body).not.toMatch(/[{}]/);
});
