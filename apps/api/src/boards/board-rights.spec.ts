import { describe, expect, test } from '@jest/globals';
import type { BoardRule } from '@spolu/contracts/boards';
import type { HeldRole } from '@spolu/contracts/roles';
import { NOBODY, type Viewer } from '../http/viewer.ts';
import { boardRightsOf, boardRoleOf, NO_RIGHTS } from './board-rights.ts';

const rule: BoardRule = {
  sessionId: 's', activityId: null, processId: 'p', organisationIds: ['o'], language: 'sk', visibility: 'public', open: true, locked: false, createNotes: 'everyone', hidden: false, anonymous: false,
  groupNotes: 'staff', draw: ['text', 'stroke'],
};
const holding = (scope: HeldRole['scope'], scopeId: string | null, role: HeldRole['role']): Viewer => ({ person: { id: 'x', name: 'X' }, roles: [{ scope, scopeId, role }], participants: [], removedFrom: [] });
const guest: Viewer = { ...NOBODY, participants: [{ id: 'g', sessionId: 's' }] };

describe('who sits at a board', () => {
  test.each([
    holding('session', 's', 'lead-facilitator'), holding('session', 's', 'co-facilitator'), holding('session', 's', 'table-host'), holding('session', 's', 'scribe'),
    holding('process', 'p', 'lead'), holding('process', 'p', 'facilitator'),
    holding('organisation', 'o', 'officer'), holding('installation', null, 'administrator'),
  ])('as staff: $roles.0.role', (viewer) => expect(boardRoleOf(viewer, rule)).toMatchObject({ staff: true, personId: 'x' }));
  test('as an observer: neither staff nor participant', () =>
    expect(boardRoleOf(holding('session', 's', 'observer'), rule)).toMatchObject({ staff: false, participantId: null }));
  test('as a participant', () => expect(boardRoleOf(guest, rule)).toMatchObject({ staff: false, participantId: 'g', personId: null }));
  test.each([
    NOBODY, holding('session', 'other', 'lead-facilitator'), holding('process', 'other', 'lead'), holding('organisation', 'other', 'officer'),
    holding('organisation', 'o', 'department-member'), holding('body', 's', 'chair'),
    { ...guest, participants: [{ id: 'g', sessionId: 'other' }] },
  ])('nobody else', (viewer) => expect(boardRoleOf(viewer, rule)).toBeNull());
  test('nobody at a board that no session has taken', () => expect(boardRoleOf(holding('installation', null, 'administrator'), null)).toBeNull());
  test('those of another table only where they may look; staff and observers anywhere', () => {
    const table = (others: 'nothing' | 'look' | 'write', participantIds = ['somebody']): BoardRule => ({ ...rule, table: { participantIds, others, carriedOver: false } });
    expect(boardRoleOf(guest, table('nothing'))).toBeNull();
    for (const seen of [table('nothing', ['g']), table('look'), table('write')]) expect(boardRoleOf(guest, seen)).toMatchObject({ participantId: 'g' });
    for (const role of ['co-facilitator', 'table-host', 'observer'] as const) expect(boardRoleOf(holding('session', 's', role), table('nothing'))).not.toBeNull();
  });
  test('a process that the rule does not name gives nobody a seat', () => expect(boardRoleOf(holding('process', null, 'lead'), { ...rule, processId: null })).toBeNull());
});

describe('what they may do', () => {
  const staff = { staff: true, participantId: null };
  const participant = { staff: false, participantId: 'g' };
  const observer = { staff: false, participantId: null };

  test('nothing for an observer, and for anybody on a board that is not open; whoever runs the session shows it all the same', () => {
    expect(boardRightsOf(observer, rule)).toEqual(NO_RIGHTS);
    expect(boardRightsOf(participant, { ...rule, open: false })).toEqual(NO_RIGHTS);
    expect(boardRightsOf(staff, { ...rule, open: false })).toEqual({ ...NO_RIGHTS, present: true });
  });
  test('everybody is shown the view of none but staff', () => {
    for (const change of [{}, { anonymous: true }, { hidden: true }]) {
      expect(boardRightsOf(staff, { ...rule, ...change }).present).toBe(true);
      for (const who of [participant, observer]) expect(boardRightsOf(who, { ...rule, ...change }).present).toBe(false);
    }
  });
  test('a lock stops participants, not staff', () => {
    expect(boardRightsOf(participant, { ...rule, locked: true })).toEqual(NO_RIGHTS);
    expect(boardRightsOf(staff, { ...rule, locked: true })).toMatchObject({ write: true, createNotes: true, frames: true });
  });
  test('at another table they write only where they may', () => {
    const table = (others: 'nothing' | 'look' | 'write', participantIds = ['somebody']): BoardRule => ({ ...rule, table: { participantIds, others, carriedOver: false } });
    for (const shut of [table('nothing'), table('look')]) expect(boardRightsOf(participant, shut)).toEqual(NO_RIGHTS);
    for (const open of [table('write'), table('nothing', ['g'])]) expect(boardRightsOf(participant, open)).toMatchObject({ write: true, createNotes: true });
    expect(boardRightsOf(staff, table('nothing'))).toMatchObject({ write: true, editAll: true });
    expect(boardRightsOf(observer, table('write'))).toEqual(NO_RIGHTS);
  });
  test.each([['everyone', true, true], ['staff', true, false], ['nobody', false, false]] as const)('notes by %s', (createNotes, forStaff, forParticipant) => {
    expect(boardRightsOf(staff, { ...rule, createNotes }).createNotes).toBe(forStaff);
    expect(boardRightsOf(participant, { ...rule, createNotes }).createNotes).toBe(forParticipant);
  });
  test.each([{ hidden: true }, { anonymous: true }])('no notes on the canvas while %j, whatever else the rule says; moving goes on', (change) => {
    for (const who of [staff, participant]) expect(boardRightsOf(who, { ...rule, ...change })).toMatchObject({ write: true, createNotes: false });
  });
  test('grouping is the staff\'s unless given to everybody', () => {
    expect(boardRightsOf(participant, rule)).toMatchObject({ group: false, editAll: false, frames: false });
    expect(boardRightsOf(participant, { ...rule, groupNotes: 'everyone' })).toMatchObject({ group: true, editAll: false, frames: false });
    expect(boardRightsOf(staff, rule)).toMatchObject({ group: true, editAll: true, frames: true });
  });
});
