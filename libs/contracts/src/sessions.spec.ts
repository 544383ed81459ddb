import { describe, expect, test } from '@jest/globals';
import { ComposeCard } from './activities/brainstorm.ts';
import { EditActivity } from './sessions.ts';

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
