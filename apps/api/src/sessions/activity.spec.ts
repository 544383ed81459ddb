import { describe, expect, test } from '@jest/globals';
import { Problem, type ProblemCode } from '@spolu/contracts/problems';
import type { ActivitySettings } from '@spolu/contracts/activities/kinds';
import { end, extend, isCounted, isOver, isResumable, leaveOpen, lock, pause, resume, reveal, type RunnableActivity, showResult, skip, start } from './activity.ts';

const noon = new Date('2026-04-01T12:00:00Z');
const at = (minutes: number) => new Date(noon.getTime() + minutes * 60_000);
const hidden: ActivitySettings = { kind: 'brainstorm', mode: 'hidden', frames: [] };
const open: ActivitySettings = { kind: 'brainstorm', mode: 'open', frames: [] };
const vote: ActivitySettings = { kind: 'dot-vote', dots: 3, perOption: null };

const planned = (settings: ActivitySettings = open): RunnableActivity => ({
  settings, minutes: 10, state: 'planned', startedAt: null, endsAt: null, openUntil: null, endedAt: null, lockedAt: null, revealedAt: null, resultShownAt: null, pausedAt: null, skippedAt: null,
});
const running = (settings?: ActivitySettings): RunnableActivity => ({ ...planned(settings), ...start(planned(settings), 'open', noon) });
const ended = (settings?: ActivitySettings): RunnableActivity => ({ ...running(settings), ...end(running(settings), at(10)) });
const codeOf = (work: () => unknown): ProblemCode | undefined => {
  try {
    work();
    return undefined;
  } catch (error) {
    return (error as Problem).code;
  }
};

describe('an activity', () => {
  test('starts with its minutes by the server clock', () => {
    expect(running()).toMatchObject({ state: 'running', startedAt: noon, endsAt: at(10) });
  });
  test.each([
    ['preparing', 'session/not-open'],
    ['closed', 'session/closed'],
  ] as const)('does not start in a session that is %s', (state, code) => expect(codeOf(() => start(planned(), state, noon))).toBe(code));
  test('starts only once', () => {
    expect(codeOf(() => start(running(), 'open', noon))).toBe('activity/already-started');
    expect(codeOf(() => start(ended(), 'open', noon))).toBe('activity/already-started');
  });
  test('shows notes from the start unless it hides them', () => {
    expect(running(open).revealedAt).toEqual(noon);
    expect(running({ kind: 'brainstorm', mode: 'anonymous', frames: [] }).revealedAt).toEqual(noon);
    expect(running(hidden).revealedAt).toBeNull();
    expect(running(vote).revealedAt).toBeNull();
  });
  test('gets more time from its end, or from now once that is past', () => {
    expect(extend(running(), 5, at(3))).toEqual({ endsAt: at(15) });
    expect(extend(running(), 5, at(30))).toEqual({ endsAt: at(35) });
  });
  test('is extended by one of two who press at once', () => {
    expect(extend(running(), 5, at(3), at(10))).toEqual({ endsAt: at(15) });
    const longer = { ...running(), endsAt: at(15) };
    expect(codeOf(() => extend(longer, 5, at(3), at(10)))).toBe('changed-meanwhile');
    expect(extend({ ...running(), endsAt: null }, 5, at(3), null)).toEqual({ endsAt: at(8) });
  });
  test('has, after a pause, as much time as it had', () => {
    const paused = { ...running(), ...pause(running(), true, at(4)) };
    expect(paused).toMatchObject({ state: 'running', endsAt: at(10), pausedAt: at(4) });
    // pausing twice keeps the first moment
    expect(pause(paused, true, at(6))).toEqual({ pausedAt: at(4) });
    expect(pause(paused, false, at(9))).toEqual({ pausedAt: null, endsAt: at(15) });
    expect(pause(running(), false, at(9))).toEqual({});
  });
  test('that is paused over its end has not run out, gets more time from where it stands, and may end', () => {
    const paused = { ...running(), ...pause(running(), true, at(9)) };
    expect(extend(paused, 5, at(30))).toEqual({ endsAt: at(15) });
    expect(end(paused, at(30))).toEqual({ state: 'ended', endedAt: at(30), pausedAt: null, endsAt: at(31) });
    const late = { ...running(), ...pause(running(), true, at(12)) };
    expect(extend(late, 5, at(30))).toEqual({ endsAt: at(17) });
    expect(pause({ ...late, endsAt: at(17) }, false, at(40))).toEqual({ pausedAt: null, endsAt: at(45) });
  });
  test('without an end is paused too', () => {
    const paused = { ...running(), endsAt: null, pausedAt: at(4) };
    expect(pause(paused, false, at(9))).toEqual({ pausedAt: null, endsAt: null });
  });
  test('is left out and taken in again before it begins', () => {
    const skipped = { ...planned(), ...skip(planned(), 'open', true, at(1)) };
    expect(skipped.skippedAt).toEqual(at(1));
    expect(skip(skipped, 'open', false, at(2))).toEqual({ skippedAt: null });
    expect(start(skipped, 'open', at(3))).toMatchObject({ state: 'running', skippedAt: null });
    expect(codeOf(() => skip(running(), 'open', true, at(1)))).toBe('activity/already-started');
    expect(codeOf(() => skip(planned(), 'closed', true, at(1)))).toBe('session/closed');
  });
  test('keeps the first moment when it is locked twice', () => {
    const locked = { ...running(), ...lock(running(), true, at(2)) };
    expect(lock(locked, true, at(5))).toEqual({ lockedAt: at(2) });
    expect(lock(locked, false, at(5))).toEqual({ lockedAt: null });
  });
  test.each([
    ['ended', (a: RunnableActivity) => end(a, noon)],
    ['extended', (a: RunnableActivity) => extend(a, 5, noon)],
    ['locked', (a: RunnableActivity) => lock(a, true, noon)],
    ['paused', (a: RunnableActivity) => pause(a, true, noon)],
  ])('that does not run is not %s', (_, step) => {
    expect(codeOf(() => step(planned()))).toBe('activity/not-running');
    expect(codeOf(() => step(ended()))).toBe('activity/not-running');
  });
});

describe('an activity that is resumed', () => {
  test('runs again for so many minutes, until the end it had, with what was left, or without one', () => {
    expect(resume(ended(), 'open', 5, at(30))).toEqual({ state: 'running', endedAt: null, endsAt: at(35) });
    expect(resume(ended(), 'open', 'as-before', at(30))).toEqual({ state: 'running', endedAt: null, endsAt: at(10) });
    expect(resume({ ...ended(), endedAt: at(7) }, 'open', 'left', at(30))).toEqual({ state: 'running', endedAt: null, endsAt: at(33) });
    expect(resume({ ...ended(), endedAt: at(12) }, 'open', 'left', at(30))).toMatchObject({ endsAt: at(28) });
    expect(resume({ ...ended(), endsAt: null }, 'open', 'left', at(30))).toMatchObject({ endsAt: null });
    expect(resume(ended(), 'open', 'ended', at(30))).toEqual({ state: 'running', endedAt: null, endsAt: null });
  });
  test('without an end gets its next minutes from now', () => {
    expect(extend({ ...running(), endsAt: null }, 5, at(30))).toEqual({ endsAt: at(35) });
  });
  test.each([
    ['was never started', planned(), 'open', 'activity/not-ended'],
    ['still runs', running(), 'open', 'activity/not-ended'],
    ['belongs to a closed session', ended(), 'closed', 'session/closed'],
    ['is a vote whose result was shown', { ...ended(vote), resultShownAt: at(11) }, 'open', 'vote/result-shown'],
  ] as const)('is none that %s', (_, activity, state, code) => expect(codeOf(() => resume(activity, state, 5, at(12)))).toBe(code));
  test('is no question without names whose words staff have read; a choice has nothing to read, and an open one nothing to give away', () => {
    const asked = (secrecy: 'secret' | 'blind' | 'open', form: { type: 'text' } | { type: 'choice'; options: string[]; most: number }, revealedAt: Date | null = at(11)) => ({ ...ended({ kind: 'question', secrecy, form }), revealedAt });
    for (const secrecy of ['secret', 'blind'] as const) {
      expect(isResumable(asked(secrecy, { type: 'text' }))).toBe(false);
      expect(codeOf(() => resume(asked(secrecy, { type: 'text' }), 'open', 5, at(12)))).toBe('vote/words-read');
    }
    for (const may of [asked('secret', { type: 'text' }, null), asked('open', { type: 'text' }), asked('secret', { type: 'choice', options: ['a', 'b'], most: 1 })]) {
      expect(isResumable(may)).toBe(true);
      expect(resume(may, 'open', 5, at(12))).toMatchObject({ state: 'running' });
    }
  });
  test('may be a vote whose count nobody knows', () => {
    expect(isResumable(ended(vote))).toBe(true);
    expect(isCounted(ended(vote), 'open')).toBe(false);
    expect(isResumable({ ...ended(vote), resultShownAt: at(11) })).toBe(false);
    expect(isCounted({ ...ended(vote), resultShownAt: at(11) }, 'open')).toBe(true);
    expect(isCounted(ended(vote), 'closed')).toBe(true);
  });
});

describe('the reveal', () => {
  test('happens once, while it runs or after', () => {
    expect(reveal(running(hidden), at(4))).toEqual({ revealedAt: at(4) });
    expect(reveal(ended(hidden), at(20))).toEqual({ revealedAt: at(20) });
    expect(codeOf(() => reveal({ ...running(hidden), revealedAt: at(4) }, at(5)))).toBe('activity/already-revealed');
  });
  test('is of hidden brainstorms', () => {
    expect(codeOf(() => reveal(running(open), noon))).toBe('activity/already-revealed');
    expect(codeOf(() => reveal(running(vote), noon))).toBe('conflict');
    expect(codeOf(() => reveal(planned(hidden), noon))).toBe('activity/not-running');
  });
});

describe('the result of a vote', () => {
  test('is shown after the end, never before (SEC-46)', () => {
    expect(codeOf(() => showResult(planned(vote), noon))).toBe('conflict');
    expect(codeOf(() => showResult(running(vote), noon))).toBe('conflict');
    expect(showResult(ended(vote), at(11))).toEqual({ resultShownAt: at(11) });
  });
  test('keeps its first moment when it is shown again', () => {
    expect(showResult({ ...ended(vote), resultShownAt: at(11) }, at(15))).toEqual({ resultShownAt: at(11) });
  });
  test('is of votes only', () => expect(codeOf(() => showResult(ended(open), noon))).toBe('conflict'));
});

describe('an activity that is open for days', () => {
  const day = 24 * 60;
  const friday = at(4 * day);
  const since = (settings?: ActivitySettings): RunnableActivity => ({ ...running(settings), ...start({ ...planned(settings), openUntil: friday }, 'open', noon), openUntil: friday });

  test('ends when its day and hour have come, whatever its minutes', () => {
    expect(start({ ...planned(), openUntil: friday }, 'open', noon)).toMatchObject({ state: 'running', endsAt: friday });
    expect([isOver(since(), at(4 * day - 1)), isOver(since(), friday), isOver({ ...since(), ...end(since(), noon) }, friday), isOver(running(), at(90))]).toEqual([false, true, false, false]);
  });
  test('does not begin once that has passed', () => expect(codeOf(() => start({ ...planned(), openUntil: friday }, 'open', friday))).toBe('activity/open-until-passed'));

  test('is left open while it runs, moved, and made an activity of the room again', () => {
    const open = { ...running(vote), ...leaveOpen(running(vote), friday, at(5), at(10)) };
    expect(open).toMatchObject({ endsAt: friday, openUntil: friday });
    expect(leaveOpen(open, at(2 * day), at(6))).toEqual({ endsAt: at(2 * day), openUntil: at(2 * day), pausedAt: null });
    expect(leaveOpen(open, null, at(6))).toEqual({ endsAt: null, openUntil: null, pausedAt: null });
    expect(extend(open, 5, at(6))).toEqual({ endsAt: at(4 * day + 5), openUntil: at(4 * day + 5) });
  });
  test('goes on with its time where that stood still', () =>
    expect(leaveOpen({ ...running(), ...pause(running(), true, at(1)) }, friday, at(2))).toMatchObject({ pausedAt: null, endsAt: friday }));
  test('does not stand still: its day comes', () => expect(codeOf(() => pause(since(), true, at(1)))).toBe('conflict'));

  test.each<[string, () => unknown, ProblemCode]>([
    ['where another moved its end meanwhile', () => leaveOpen(running(), friday, at(1), at(11)), 'changed-meanwhile'],
    ['before it runs', () => leaveOpen(planned(), friday, noon), 'activity/not-running'],
    ['for a time that is past', () => leaveOpen(running(), at(1), at(1)), 'invalid-input'],
    ['for more than sixty days', () => leaveOpen(running(), at(60 * day + 1), noon), 'invalid-input'],
    ['of a kind that needs people at the same time', () => leaveOpen(running({ kind: 'break' }), friday, noon), 'invalid-input'],
    ['where people take turns', () => leaveOpen(running({ kind: 'brainstorm', mode: 'open', frames: [], way: { kind: 'round-robin' } }), friday, noon), 'invalid-input'],
  ])('is refused %s', (_, work, code) => expect(codeOf(work)).toBe(code));

  test('goes on after its end until the same day, or without one where that has passed', () => {
    const ended = { ...since(), ...end(since(), at(day)) };
    expect(resume(ended, 'open', 'as-before', at(day + 1))).toMatchObject({ endsAt: friday, openUntil: friday });
    expect(resume(ended, 'open', 'left', at(day + 30))).toMatchObject({ endsAt: friday, openUntil: friday });
    expect(resume(ended, 'open', 'as-before', at(5 * day))).toMatchObject({ endsAt: friday, openUntil: null });
    expect(resume(ended, 'open', 'ended', at(day + 1))).toMatchObject({ endsAt: null, openUntil: null });
  });
});
