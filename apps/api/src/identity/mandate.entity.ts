import type { Sector } from '@spolu/contracts/common';
import { Check, Column, Entity, ForeignKey, Generated, PrimaryColumn, Unique } from 'typeorm';
import { Body } from './organisation.entity.ts';
import { Person } from './person.entity.ts';

/** A member of a body as the public knows her: one without an account by her name and days, one with an account only by whom she sits there for. */
@Entity('mandate')
@Check('mandate_sector', `sector in ('public', 'business', 'ngo', 'academia', 'residents')`)
@Check('mandate_person_or_name', '(person_id is null) <> (name is null)')
@Check('mandate_days_of_role', 'person_id is null or (from_on is null and until_on is null)')
@Check('mandate_ends_after_it_begins', 'until_on >= from_on')
@Unique('mandate_one_per_person', ['bodyId', 'personId'])
export class Mandate {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'mandate_pkey' })
  @Generated('uuid')
  id: string;

  @ForeignKey(() => Body, { name: 'mandate_body_id_fkey' })
  @Column('uuid')
  bodyId: string;

  @ForeignKey(() => Person, { name: 'mandate_person_id_fkey' })
  @Column('uuid', { nullable: true })
  personId: string | null;

  @Column('text', { nullable: true })
  name: string | null;

  @Column('text', { nullable: true })
  sector: Sector | null;

  @Column('text', { default: '' })
  represents: string;

  @Column('date', { nullable: true })
  fromOn: string | null;

  @Column('date', { nullable: true })
  untilOn: string | null;
}
