import { describe, expect, test } from '@jest/globals';
import { ERASURE_STEPS } from './erasure.ts';
import { ERASED_OTHERWISE, erasedHow, PERSONAL_FIELDS } from './personal-fields.ts';

const fields = Object.entries(PERSONAL_FIELDS).flatMap(([table, columns]) => Object.keys(columns).map((column) => ({ table, column, name: `${table}.${column}`, how: erasedHow(table, column) })));
const emptied = ERASURE_STEPS.flatMap(({ empties = [] }) => empties);
const deleted = ERASURE_STEPS.flatMap(({ deletes = [] }) => deletes);

describe('SEC-57: erasure goes through the list of personal fields', () => {
  test('empties and deletes what the list says, each field of it', () => {
    expect(fields.filter(({ how, name }) => how === 'emptied' && !emptied.includes(name)).map(({ name }) => name)).toEqual([]);
    expect(fields.filter(({ how, table }) => how === 'deleted' && !deleted.includes(table)).map(({ name }) => name)).toEqual([]);
  });

  test('touches nothing that the list keeps', () => {
    expect(emptied.filter((name) => !fields.some((field) => field.name === name && field.how === 'emptied'))).toEqual([]);
    expect(fields.filter(({ table, how }) => deleted.includes(table) && how !== 'deleted').map(({ name }) => name)).toEqual([]);
  });

  test('makes exceptions only of fields that there are', () => {
    expect(Object.keys(ERASED_OTHERWISE).filter((name) => !fields.some((field) => field.name === name))).toEqual([]);
  });
});
