import { describe, expect, test } from '@jest/globals';
import { ComposeCard } from './activities/brainstorm.ts';
import { CODE_ALPHABET, CODE_LENGTH, EditActivity, JoinCode } from './sessions.ts';

describe('a join code', () => {
  test('is read in any case, with spaces and dashes', () => expect(JoinCode.parse(' q3mf-yemp ')).toBe('Q3MFYEMP'));
  test('has no sign that is mistaken for another', () => {
    expect(CODE_ALPHABET).toHaveLength(30);
    expect(CODE_ALPHABET).not.toMatch(/[01IOLU]/);
  });
  test.each(['', 'Q3MFYEM', 'Q3MFYEMPP', 'Q3MFYEM0', 'Q3MF YEM!'])('%j is none', (typed) => expect(JoinCode.safeParse(typed).success).toBe(false));
  test('fills the length', () => expect(JoinCode.parse(CODE_ALPHABET.slice(0, CODE_LENGTH))).toHaveLength(CODE_LENGTH));
});

describe('strict requests', () => {
  const card = { text: 'Lístok', colour: 'yellow', frameId: null, language: 'sk', composedAt: '2026-04-01T10:00:00.000Z' };
  test('a card is what a phone sends, and nothing beside it', () => {
    expect(ComposeCard.parse(card)).toEqual(card);
    for (const extra of ['role', 'authorId', 'participantId', 'status']) expect(ComposeCard.safeParse({ ...card, [extra]: 'x' }).success).toBe(false);
  });
  test('settings belong to their kind', () => {
    const activity = { title: 'Hlasujeme', instruction: '', staffNotes: '', minutes: 5, methodId: null };
    expect(EditActivity.safeParse({ ...activity, settings: { kind: 'dot-vote', dots: 5, perOption: null } }).success).toBe(true);
    expect(EditActivity.safeParse({ ...activity, settings: { kind: 'information', dots: 5 } }).success).toBe(false);
  });
});
