import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Problem } from '@spolu/contracts/problems';
import type { BrainstormMode, CardState, DecideInbox } from '@spolu/contracts/activities/brainstorm';
import { GRACE_MINUTES } from '@spolu/contracts/activities/late';
import { end, lock, start, type RunnableActivity } from '../../activity.ts';
import { accept, checkEdit, checkRemoval, decide, receive } from './card.ts';

const noon = new Date('2026-04-01T12:00:00Z');
const at = (minutes: number) => new Date(noon.getTime() + minutes * 60_000);
const planned = (mode: BrainstormMode): RunnableActivity => ({
  settings: { kind: 'brainstorm', mode, frames: [] }, minutes: 10, state: 'planned', startedAt: null, endsAt: null, openUntil: null, endedAt: null, lockedAt: null, revealedAt: null, resultShownAt: null, pausedAt: null, skippedAt: null,
});
const running = (mode: BrainstormMode = 'open') => ({ ...planned(mode), ...start(planned(mode), 'open', noon) });
const ended = (mode: BrainstormMode = 'open') => ({ ...running(mode), ...end(running(mode), at(10)) });
const lockedAt = (minutes: number) => ({ ...running(), ...lock(running(), true, at(minutes)) });
const codeOf = (work: () => unknown) => {
  try {
    work();
    return null;
  } catch (error) {
    return (error as Problem).code;
  }
};

describe('a card that arrives while the activity runs', () => {
  test('is a note at once', () => expect(receive(running(), at(3), at(3)).state).toBe('shown'));
  test('is held in a hidden one, until the reveal', () => {
    expect(receive(running('hidden'), at(3), at(3)).state).toBe('held');
    expect(receive({ ...running('hidden'), revealedAt: at(2) }, at(3), at(3)).state).toBe('shown');
  });
  test('is a note at once in an anonymous one, and only its minute is kept', () => {
    const reception = receive(running('anonymous'), new Date('2026-04-01T12:03:42.123Z'), at(5));
    expect(reception).toEqual({ state: 'shown', composedAt: at(3) });
  });
  test('is not taken before the activity began', () => expect(codeOf(() => receive(planned('open'), noon, noon))).toBe('activity/not-running'));
  test('composed on a phone whose clock is wrong counts as composed while the activity ran', () => {
    expect(receive(running(), at(-500), at(4)).composedAt).toEqual(noon);
    expect(receive(running(), at(500), at(4)).composedAt).toEqual(at(4));
  });
});

describe('a card that arrives after the end', () => {
  test('is taken if it was composed in time and comes within ten minutes', () => {
    expect(receive(ended(), at(9), at(10 + GRACE_MINUTES)).state).toBe('shown');
    expect(receive(ended('hidden'), at(9), at(12)).state).toBe('held');
  });
  test('is late if it was composed after the end', () => expect(receive(ended(), at(11), at(12)).state).toBe('late'));
  test('is late if it comes more than ten minutes after', () => expect(receive(ended(), at(9), at(10 + GRACE_MINUTES + 1)).state).toBe('late'));
  test('never counts as composed in time by a clock ahead of ours', () => expect(receive(ended(), at(9_999), at(12)).state).toBe('late'));
});

describe('a locked activity', () => {
  test('takes what was composed before the lock, for as long as after an end', () => {
    expect(receive(lockedAt(5), at(4), at(6)).state).toBe('shown');
    expect(codeOf(() => receive(lockedAt(5), at(4), at(16)))).toBe('board/read-only');
  });
  test('refuses what is composed during it', () => expect(codeOf(() => receive(lockedAt(5), at(6), at(6)))).toBe('board/read-only'));
  test('that ended locked takes what was composed before the lock', () => {
    const over = { ...lockedAt(5), ...end(lockedAt(5), at(10)) };
    expect(receive(over, at(4), at(11)).state).toBe('shown');
    expect(receive(over, at(6), at(11)).state).toBe('late');
  });
});

test('no clock gets a card in later than ten minutes after the end', () => {
  fc.assert(
    fc.property(fc.integer({ min: -2_000, max: 2_000 }), fc.integer({ min: 10, max: 60 }), (claimed, arrives) => {
      const { state, composedAt } = receive(ended(), at(claimed), at(arrives));
      expect(composedAt >= noon && composedAt <= at(arrives)).toBe(true);
      if (arrives > 10 + GRACE_MINUTES) expect(state).toBe('late');
    }),
  );
});

describe('one’s own card', () => {
  test('can be changed until the end', () => {
    expect(codeOf(() => checkEdit({ state: 'shown' }, running()))).toBeNull();
    expect(codeOf(() => checkEdit({ state: 'shown' }, ended()))).toBe('activity/too-late');
    expect(codeOf(() => checkEdit({ state: 'shown' }, lockedAt(5)))).toBe('board/read-only');
    expect(codeOf(() => checkEdit({ state: 'removed' }, running()))).toBe('not-found');
  });
  test('can be taken back as long as nobody has seen it', () => {
    expect(codeOf(() => checkRemoval({ state: 'held' }, ended('hidden')))).toBeNull();
    expect(codeOf(() => checkRemoval({ state: 'late' }, ended()))).toBeNull();
    expect(codeOf(() => checkRemoval({ state: 'shown' }, ended()))).toBe('activity/too-late');
  });
});

describe('the late tray', () => {
  test('gives a card to the board as the activity shows its notes by now', () => {
    expect(accept({ state: 'late' }, ended())).toBe('shown');
    expect(accept({ state: 'late' }, ended('hidden'))).toBe('held');
  });
  test('holds only late cards', () => expect(codeOf(() => accept({ state: 'shown' }, ended()))).toBe('conflict'));
});

describe('an inbox that staff read first', () => {
  const inboxOf = (mode: BrainstormMode = 'open') => ({ ...running(mode), settings: { kind: 'brainstorm' as const, mode, frames: [], moderated: true } });
  const state = fc.constantFrom<CardState>('inbox', 'aside', 'held', 'shown', 'late', 'removed');
  const place = fc.constantFrom<DecideInbox['from']>('inbox', 'aside', 'board');

  test('takes what comes in time, whatever the mode', () => {
    for (const mode of ['open', 'hidden', 'anonymous'] as const) expect(receive(inboxOf(mode), at(3), at(3)).state).toBe('inbox');
    expect(receive({ ...inboxOf(), ...end(inboxOf(), at(10)) }, at(11), at(12)).state).toBe('late');
  });
  test('what is read can’t be changed, only taken back', () => {
    expect(codeOf(() => checkEdit({ state: 'inbox' }, inboxOf()))).toBe('card/moderated');
    expect(codeOf(() => checkRemoval({ state: 'inbox' }, inboxOf()))).toBeNull();
    expect(codeOf(() => checkRemoval({ state: 'shown' }, { ...inboxOf(), ...end(inboxOf(), at(10)) }))).toBe('activity/too-late');
  });
  test('on the board of a hidden one it waits for the reveal', () => {
    expect(decide({ state: 'inbox' }, { from: 'inbox', to: 'board' }, inboxOf('hidden'))).toBe('held');
    expect(decide({ state: 'inbox' }, { from: 'inbox', to: 'board' }, inboxOf())).toBe('shown');
  });
  test('there is none in other activities', () => expect(codeOf(() => decide({ state: 'shown' }, { from: 'board', to: 'inbox' }, running()))).toBe('conflict'));
  test('whoever decides first about a card is not overruled by who saw it where it was', () => {
    fc.assert(
      fc.property(state, place, place, place, place, (before, from, to, otherFrom, otherTo) => {
        fc.pre(from !== to && otherFrom !== otherTo && from === otherFrom);
        const first = decide({ state: before }, { from, to }, inboxOf());
        if (first === null) return;
        expect(decide({ state: first }, { from: otherFrom, to: otherTo }, inboxOf())).toBeNull();
      }),
    );
  });
});
