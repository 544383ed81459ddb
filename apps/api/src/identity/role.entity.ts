import type { RoleName, RoleScope } from '@spolu/contracts/roles';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Person } from './person.entity.ts';

/** One person's role in one place, with dates. An ended role stays as a row. */
@Entity('role')
@Check(
  'role_fits_scope',
  `case scope when 'installation' then role = 'administrator' when 'organisation' then role in ('officer', 'department-member')
    when 'process' then role in ('lead', 'facilitator')
    when 'session' then role in ('lead-facilitator', 'co-facilitator', 'table-host', 'scribe', 'observer')
    when 'body' then role in ('chair', 'secretary', 'member', 'guest') else false end`,
)
@Check('role_has_place', `(scope = 'installation') = (scope_id is null)`)
@Check('role_ends_after_it_begins', 'until_on >= from_on')
@Index('role_person_id', ['personId'], { where: 'ended_at is null' })
@Index('role_scope_id', ['scopeId'], { where: 'ended_at is null' })
export class Role {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'role_pkey' })
  id: string;

  @ForeignKey(() => Person, { name: 'role_person_id_fkey' })
  @Column('uuid')
  personId: string;

  @Column('text')
  scope: RoleScope;

  /** Null for the installation. */
  @Column('uuid', { nullable: true })
  scopeId: string | null;

  @Column('text')
  role: RoleName;

  /** First and last day it holds, in the municipality's time zone; null: from the beginning, for good. */
  @Column('date', { nullable: true })
  fromOn: string | null;

  @Column('date', { nullable: true })
  untilOn: string | null;

  /** Null: by the system, to whoever made the process or session. */
  @ForeignKey(() => Person, { name: 'role_given_by_fkey' })
  @Column('uuid', { nullable: true })
  givenBy: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  givenAt: Date;

  @Column('timestamptz', { nullable: true })
  endedAt: Date | null;
}

/** A process or session as identity knows it: its name, and the wider places whose roles reach into it. */
@Entity('role_place')
@Check('role_place_scope', `scope in ('process', 'session')`)
@Check('role_place_session_has_process', `(scope = 'session') = (process_id is not null)`)
export class RolePlace {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'role_place_pkey' })
  id: string;

  @Column('text')
  scope: 'process' | 'session';

  @Column('text')
  title: string;

  @ForeignKey(() => RolePlace, { name: 'role_place_process_id_fkey', onDelete: 'CASCADE' })
  @Column('uuid', { nullable: true })
  processId: string | null;

  @Column('uuid', { array: true, default: '{}' })
  organisationIds: string[];
}
