import { describe, expect, test } from '@jest/globals';
import { boardRuleOf } from '../../board-rule.ts';
import { type RuledTable, tableRuleOf } from './table-rule.ts';

const first = (state: 'open' | 'closed' = 'open') => boardRuleOf({ id: 's', processId: 'p', organisationIds: ['o'], language: 'sk', visibility: 'public', state }, null);
const table: RuledTable = { activityId: 'a', visitors: 'nothing', running: true, locked: false, carriedOver: false, participantIds: ['g'] };

describe('a table’s board', () => {
  test('is written and grouped by those who sit there while the breakout runs, and knows the activity', () =>
    expect(tableRuleOf(first(), table)).toMatchObject({
      activityId: 'a', open: true, locked: false, createNotes: 'everyone', groupNotes: 'everyone', table: { participantIds: ['g'], others: 'nothing', carriedOver: false }, organisationIds: ['o'],
    }));
  test('is the staff’s while something else runs, and a lock stops the table', () => {
    expect(tableRuleOf(first(), { ...table, running: false })).toMatchObject({ activityId: null, open: true, locked: true, createNotes: 'staff', groupNotes: 'staff', draw: [] });
    expect(tableRuleOf(first(), { ...table, locked: true })).toMatchObject({ open: true, locked: true });
  });
  test('is for all to look at and for nobody to write once it was carried over', () =>
    expect(tableRuleOf(first(), { ...table, carriedOver: true })).toMatchObject({ open: false, table: { others: 'look', carriedOver: true } }));
  test('rests with its session', () => expect(tableRuleOf(first('closed'), table).open).toBe(false));
});
