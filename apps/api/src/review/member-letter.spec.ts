import { expect, test } from '@jest/globals';
import { writeMemberLetter } from './member-letter.ts';

const facts = { language: 'sk' as const, origin: 'https://mesto.example', referralId: 'r1', bodyName: 'Komisia životného prostredia', dossierTitle: 'Energia v {day}', dueOn: '2026-05-12' };

test('a member is told what came, until when, and where she gives her position; a title is never taken for a blank', () => {
  const { subject, body } = writeMemberLetter(facts);
  expect(subject).toBe('Čaká sa na vaše stanovisko');
  expect(body).toContain('orgán Komisia životného prostredia dostal súbor podkladov „Energia v {day}“. Ako člen alebo členka sa môžete vyjadriť do 12. mája 2026.');
  expect(body).toContain('\nhttps://mesto.example/referrals/r1\n');
});

test('in each of the four languages nothing is left blank', () => {
  for (const language of ['sk', 'cs', 'en', 'uk'] as const) expect(writeMemberLetter({ ...facts, dossierTitle: 'Energia', language }).body).not.toMatch(/[{}]/);
});
