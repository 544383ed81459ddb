import type { BodyRules, CommissionKind, PositionsShown, Share } from '@spolu/contracts/bodies';
import type { Sector } from '@spolu/contracts/common';
import type { BodyKind } from '@spolu/contracts/identity';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A town hall, its departments, and its partners: the region, towns, firms, associations. */
@Entity('organisation')
@Check('organisation_sector', `sector in ('public', 'business', 'ngo', 'academia', 'residents')`)
@Check('organisation_not_its_own_parent', 'parent_id <> id')
@Index('organisation_one_name', { synchronize: false })
export class Organisation {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'organisation_pkey' })
  id: string;

  @Column('text')
  name: string;

  @Column('text')
  sector: Sector;

  @ForeignKey(() => Organisation, { name: 'organisation_parent_id_fkey' })
  @Column('uuid', { nullable: true })
  parentId: string | null;
}

/** A commission, a council, a working group. */
@Entity('body')
@Check('body_kind', `kind in ('commission', 'council', 'working-group', 'advisory-board')`)
@Check('body_member_count', 'member_count between 1 and 1000')
@Check('body_commission_kind', `commission_kind in ('komisia', 'vybor', 'komise')`)
@Check('body_quorum', `quorum in ('more-than-half', 'half', 'three-fifths', 'two-thirds')`)
@Check('body_majority', `majority in ('more-than-half', 'half', 'three-fifths', 'two-thirds')`)
@Check('body_majority_of', `majority_of in ('present', 'members')`)
@Check('body_positions_shown', `positions_shown in ('open', 'after-own', 'after-meeting')`)
@Index('body_one_name', { synchronize: false })
export class Body {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'body_pkey' })
  id: string;

  @Column('text')
  name: string;

  @Column('text')
  kind: BodyKind;

  @ForeignKey(() => Organisation, { name: 'body_organisation_id_fkey' })
  @Column('uuid')
  organisationId: string;

  /** All appointed members, with or without an account: the base of the quorum. */
  @Column('int')
  memberCount: number;

  /** How a commission is called; of other bodies it says nothing. */
  @Column('text', { default: 'komisia' })
  commissionKind: CommissionKind;

  /** Its decisions bind. */
  @Column('boolean', { default: false })
  deciding: boolean;

  @Column('text', { default: 'more-than-half' })
  quorum: Share;

  @Column('text', { default: 'more-than-half' })
  majority: Share;

  @Column('text', { default: 'present' })
  majorityOf: BodyRules['majorityOf'];

  /** When members read each other's positions. */
  @Column('text', { default: 'after-own' })
  positionsShown: PositionsShown;

  @Column('text', { default: '' })
  statute: string;

  @Column('text', { default: '' })
  statuteUrl: string;
}
