import { describe, expect, test } from '@jest/globals';
import type { RegistrationRow } from '@spolu/contracts/registration';
import { found } from './found.ts';

const row = (name: string, more: Partial<RegistrationRow> = {}): RegistrationRow => ({
  id: name, name, email: null, people: 1, needs: [], needsNote: '', language: 'sk', state: 'registered', walkIn: false, arrivedAt: null, photo: false, ...more,
});
const names = (rows: RegistrationRow[], typed: string) => found(rows, typed, 'sk').map(({ name }) => name);

describe('at the door', () => {
  const rows = [row('Žofia Nováková'), row('Ján Novák-Hruška'), row('Čestmír Ďurica'), row('Ľubica')];
  test('a name is found by the beginnings of its parts, without accents and capitals, in any order', () => {
    expect(names(rows, 'nov zof')).toEqual(['Žofia Nováková']);
    expect(names(rows, 'HRU')).toEqual(['Ján Novák-Hruška']);
    expect(names(rows, 'durica')).toEqual(['Čestmír Ďurica']);
    expect(names(rows, 'vak')).toEqual([]);
  });
  test('all are there in the order of the alphabet: those to come, those here, those who cancelled', () => {
    const some = [row('Zoja', { state: 'cancelled' }), row('Adam', { arrivedAt: '2026-11-22T10:00:00Z' }), row('Žofia'), row('Čaba'), row('Cyril')];
    expect(names(some, '')).toEqual(['Cyril', 'Čaba', 'Žofia', 'Adam', 'Zoja']);
  });
});
