import { describe, expect, test } from '@jest/globals';
import type { BrainstormMode } from '@spolu/contracts/activities/brainstorm';
import type { ActivitySettings } from '@spolu/contracts/activities/kinds';
import type { SessionState } from '@spolu/contracts/sessions';
import { start, type RunnableActivity } from './activity.ts';
import { boardRuleOf, type RuledSession } from './board-rule.ts';

const noon = new Date('2026-04-01T12:00:00Z');
const session = (state: SessionState = 'open'): RuledSession => ({ id: 's', processId: 'p', organisationIds: ['o'], language: 'sk', visibility: 'public', state });
const running = (settings: ActivitySettings, changes: Partial<RunnableActivity> = {}) => {
  const planned: RunnableActivity = {
    settings, minutes: 10, state: 'planned', startedAt: null, endsAt: null, openUntil: null, endedAt: null, lockedAt: null, revealedAt: null, resultShownAt: null, pausedAt: null, skippedAt: null,
  };
  return { id: 'a', ...planned, ...start(planned, 'open', noon), ...changes };
};
const brainstorm = (mode: BrainstormMode, changes?: Partial<RunnableActivity>) => running({ kind: 'brainstorm', mode, frames: [] }, changes);

describe('the board', () => {
  test.each([['preparing'], ['open']] as const)('is the staff’s own while nothing runs (%s)', (state) =>
    expect(boardRuleOf(session(state), null)).toMatchObject({ open: true, locked: true, createNotes: 'staff', activityId: null }));
  test('belongs to the organisations of its process too', () => expect(boardRuleOf(session(), null)).toMatchObject({ processId: 'p', organisationIds: ['o'] }));
  test('rests once the session is closed', () => expect(boardRuleOf(session('closed'), null)).toMatchObject({ open: false, locked: true }));
  test('takes notes of everybody in an open brainstorm', () =>
    expect(boardRuleOf(session(), brainstorm('open'))).toMatchObject({
      activityId: 'a', locked: false, createNotes: 'everyone', hidden: false, anonymous: false, groupNotes: 'staff', visibility: 'public',
    }));
  test('is hidden until the reveal', () => {
    expect(boardRuleOf(session(), brainstorm('hidden')).hidden).toBe(true);
    expect(boardRuleOf(session(), brainstorm('hidden', { revealedAt: noon }))).toMatchObject({ hidden: false, createNotes: 'everyone' });
  });
  test('takes notes from no device in an anonymous brainstorm', () =>
    expect(boardRuleOf(session(), brainstorm('anonymous'))).toMatchObject({ anonymous: true, createNotes: 'nobody', hidden: false }));
  test('can be locked', () => expect(boardRuleOf(session(), brainstorm('open', { lockedAt: noon })).locked).toBe(true));
  test('is grouped by the staff in a cluster activity', () =>
    expect(boardRuleOf(session(), running({ kind: 'cluster' }))).toMatchObject({ open: true, locked: false, createNotes: 'staff', groupNotes: 'staff' }));
  test('rests while people vote', () =>
    expect(boardRuleOf(session(), running({ kind: 'dot-vote', dots: 3, perOption: null }))).toMatchObject({ open: false, locked: true, createNotes: 'nobody' }));
  test('is only looked at during an information', () => expect(boardRuleOf(session(), running({ kind: 'information' }))).toMatchObject({ locked: true }));
});
