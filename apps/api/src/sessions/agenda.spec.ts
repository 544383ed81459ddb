import { describe, expect, test } from '@jest/globals';
import { Problem } from '@spolu/contracts/problems';
import type { ActivityState, EditActivity } from '@spolu/contracts/sessions';
import { checkEdit, checkOrder, shownActivity } from './agenda.ts';

const placed = (id: string, state: ActivityState = 'planned', endedAt: string | null = null) => ({ id, state, endedAt: endedAt ? new Date(endedAt) : null });

describe('a new order of the agenda', () => {
  const agenda = [placed('a'), placed('b'), placed('c')];
  test('may turn everything round', () => expect(() => checkOrder(agenda, ['c', 'a', 'b'])).not.toThrow());
  test.each([[['a', 'b']], [['a', 'b', 'b']], [['a', 'b', 'd']], [['a', 'b', 'c', 'd']]])('refuses %j', (ids) =>
    expect(() => checkOrder(agenda, ids)).toThrow('changed-meanwhile'));
});

describe('the screens show', () => {
  test('nothing before anything began', () => expect(shownActivity([placed('a')])).toBeNull());
  test('what runs', () => expect(shownActivity([placed('a', 'ended', '2026-04-01T12:00:00Z'), placed('b', 'running')])?.id).toBe('b'));
  test('what ended last, while nothing runs', () =>
    expect(
      shownActivity([placed('a', 'ended', '2026-04-01T12:30:00Z'), placed('b', 'ended', '2026-04-01T12:00:00Z'), placed('c')])?.id,
    ).toBe('a'));
});

describe('an activity', () => {
  const brainstorm: Parameters<typeof checkEdit>[1] & Pick<EditActivity, 'title' | 'instruction' | 'staffNotes' | 'minutes'> = {
    title: 'Nápady', instruction: '', staffNotes: '', minutes: 10, methodId: null, settings: { kind: 'brainstorm', mode: 'open', frames: [] },
  };
  const codeOf = (state: ActivityState, after: Partial<typeof brainstorm>) => {
    try {
      checkEdit({ ...brainstorm, state }, { ...brainstorm, ...after });
      return null;
    } catch (error) {
      return (error as Problem).code;
    }
  };
  test('changes wholly while it is planned', () => expect(codeOf('planned', { settings: { kind: 'cluster' } })).toBeNull());
  test('changes its words and minutes while it runs', () => expect(codeOf('running', { title: 'Iné', minutes: 20, instruction: 'x', staffNotes: 'y' })).toBeNull());
  test('keeps its settings while it runs, in whatever order they are sent', () => {
    expect(codeOf('running', { settings: { frames: [], mode: 'open', kind: 'brainstorm' } })).toBeNull();
    expect(codeOf('running', { settings: { kind: 'brainstorm', mode: 'hidden', frames: [] } })).toBe('activity/already-started');
  });
  test('is open until the day that was set while it runs, which is moved by a step of its own', () => {
    const friday = new Date('2026-04-03T12:00:00Z');
    expect(codeOf('planned', { openUntil: friday })).toBeNull();
    expect(codeOf('running', { openUntil: friday })).toBe('activity/already-started');
    expect(codeOf('running', { openUntil: undefined })).toBeNull();
  });
  test('stays as it was once it is over', () => expect(codeOf('ended', { title: 'Iné' })).toBe('activity/already-started'));
});
