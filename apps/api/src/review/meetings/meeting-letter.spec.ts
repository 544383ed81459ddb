import { expect, test } from '@jest/globals';
import { writeMeetingLetter, type MeetingLetterFacts } from './meeting-letter.ts';

const facts = {
  language: 'sk' as const, origin: 'https://mesto.example', meetingId: 'm1', bodyName: 'Komisia {title}', title: 'Máj {body}', held: { on: '2026-05-12', at: '16:30', place: 'Radnica', onlineUrl: 'https://mesto.example/meet' },
};
const write = (news: MeetingLetterFacts['news'], change: Partial<MeetingLetterFacts> = {}) => writeMeetingLetter({ ...facts, news, ...change });

test('an invitation says when, where, what is on the agenda and where its papers are; a name is never taken for a blank', () => {
  const { subject, body } = write({ kind: 'invited', invitation: 'Príďte načas.', agenda: ['Zatepliť školy', 'Rôzne'] });
  expect(subject).toBe('Pozvánka na zasadnutie');
  expect(body).toContain('Komisia {title} vás pozýva na zasadnutie „Máj {body}“.\nKedy: utorok 12. mája 2026, 16:30\nKde: Radnica\nNa diaľku: https://mesto.example/meet\n\nPríďte načas.\n\nProgram:\n  1. Zatepliť školy\n  2. Rôzne\n');
  expect(body).toContain('https://mesto.example/meetings/m1\n');
});

test('of a long agenda thirty items are named and the others counted; of none it says nothing', () => {
  const agenda = Array.from({ length: 33 }, (_, i) => `Bod ${i + 1}`);
  const { body } = write({ kind: 'invited', invitation: '', agenda });
  expect(body).toContain('30. Bod 30\nA ešte ďalšie body: 3.');
  expect(write({ kind: 'invited', invitation: '', agenda: [] }).body).not.toContain('Program');
});

test('a change says what holds now and what held before; a cancellation why', () => {
  expect(write({ kind: 'moved', before: { on: '2026-05-11', at: '15:00', place: '', onlineUrl: '' } }).body).toContain('Kedy: utorok 12. mája 2026, 16:30\nKde: Radnica\nNa diaľku: https://mesto.example/meet\n\nPôvodne: pondelok 11. mája 2026, 15:00\n');
  const { subject, body } = write({ kind: 'cancelled', reason: 'Nezíde sa nás dosť.' });
  expect(subject).toBe('Zasadnutie sa nekoná');
  expect(body).toContain('Dôvod:\nNezíde sa nás dosť.');
  expect(body).not.toContain('/meetings/');
});

test('in each of the four languages nothing is left blank', () => {
  const plain = { bodyName: 'Komisia', title: 'Máj' };
  for (const language of ['sk', 'cs', 'en', 'uk'] as const) {
    for (const news of [{ kind: 'invited', invitation: '', agenda: ['a'] }, { kind: 'moved', before: facts.held }, { kind: 'cancelled', reason: 'x' }] as const) expect(write(news, { ...plain, language }).body).not.toMatch(/[{}]|undefined/);
  }
});
