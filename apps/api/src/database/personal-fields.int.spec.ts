import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { dataSource, givenDatabase, type TestDatabase } from '../testing/databases.ts';
import { ERASED_OTHERWISE, NOT_PERSONAL, PERSONAL_DATA, PERSONAL_FIELDS, type PersonalDataName } from './personal-fields.ts';

/** The list as a data protection officer reads it; `UPDATE_PERSONAL_DATA=1` writes it anew. */
const FILE = join(import.meta.dirname, '../../../../docs/personal-data.md');

let database: TestDatabase;
let source: DataSource;
let columns: string[];
beforeAll(async () => {
  database = await givenDatabase();
  source = await dataSource(database.url).initialize();
  const rows = await source.query<{ name: string }[]>(
    `select table_name || '.' || column_name as name from information_schema.columns where table_schema = 'public' and table_name <> 'migrations' order by 1`);
  columns = rows.map(({ name }) => name);
});
afterAll(async () => {
  await source?.destroy();
  await database?.drop();
});

const personal = Object.entries(PERSONAL_FIELDS).flatMap(([table, fields]) => Object.keys(fields).map((column) => `${table}.${column}`));
const others = Object.entries(NOT_PERSONAL).flatMap(([table, names]) => names.split(' ').map((column) => `${table}.${column}`));

describe('SEC-57: the list of personal fields', () => {
  it('has every column of the database once: say in personal-fields.ts what a new one holds', () => {
    expect(columns.filter((column) => !personal.includes(column) && !others.includes(column))).toEqual([]);
    expect(personal.filter((column) => others.includes(column))).toEqual([]);
  });

  it('names no column that is gone', () => {
    expect([...personal, ...others].filter((column) => !columns.includes(column))).toEqual([]);
  });

  it('counts as personal whatever points to a person or a participant', async () => {
    const pointers = await source.query<{ name: string }[]>(
      `select t.relname || '.' || a.attname as name from pg_constraint c join pg_class t on t.oid = c.conrelid join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey)
        where c.contype = 'f' and c.confrelid in ('person'::regclass, 'participant'::regclass)`);
    const named = columns.filter((column) => /(^|[._])(person|participant|scribe)_ids?$/.test(column));
    for (const column of [...pointers.map(({ name }) => name), ...named]) expect(personal).toContain(column);
  });

  it('is what docs/personal-data.md says', () => {
    const fieldsOf = (name: PersonalDataName) =>
      Object.entries(PERSONAL_FIELDS).flatMap(([table, fields]) => Object.entries(fields).filter(([, data]) => data === name).map(([column]) => `\`${table}.${column}\``)).join(', ');
    const page = [
      '# Personal data',
      '',
      'Made from `apps/api/src/database/personal-fields.ts` and compared with it by a test. Basis: article 6 (1) of the GDPR. *Kept until* an event, and so many days after it.',
      '',
      '| what for | basis | kept until | days after | seen by | when erased | fields |',
      '| --- | --- | --- | --- | --- | --- | --- |',
      ...Object.entries(PERSONAL_DATA).map(([name, { purpose, basis, keptUntil, plusDays, seenBy, erased }]) =>
        `| ${purpose} | ${basis} | ${keptUntil} | ${plusDays} | ${seenBy} | ${erased} | ${fieldsOf(name as PersonalDataName)} |`),
      '',
      '## When somebody asks to be forgotten',
      '',
      'By *when erased*: `emptied` says nothing any more; `deleted` is gone; `nameless` stays beside an account or a seat that has no name, address, device or receipt any more, so that',
      'counts stay true; `words` stay without their author, because others built on them; `by-hand` does not lead to an account or a seat and is changed by staff.',
      '',
      '`law` stays as it is: who held a public office, what a member of a body said, voted and declared there, and who answers for a public milestone are records of a public body (article 17 (3) (b) and (d)',
      'of the GDPR); the log of consents must show who agreed to what until when, and holds no name; the audit log holds no name and goes after two years.',
      '',
      'Otherwise than its row above says:',
      '',
      ...Object.entries(ERASED_OTHERWISE).map(([column, erased]) => `* \`${column}\`: ${erased}`),
      '',
      'In an anonymous activity no participant is written beside a note, nowhere: there is nothing to keep or to find.',
      '',
    ].join('\n');
    if (process.env['UPDATE_PERSONAL_DATA']) writeFileSync(FILE, page);
    expect(existsSync(FILE) ? readFileSync(FILE, 'utf8') : '').toBe(page);
  });
});
