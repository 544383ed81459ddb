import type { RoleName, RoleScope } from '@spolu/contracts/roles';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Person } from './person.entity.ts';

/** A link that gives one person one role once she takes it. */
@Entity('invitation')
@Unique('invitation_secret_hash_key', ['secretHash'])
@Check('invitation_has_place', `(scope = 'installation') = (scope_id is null)`)
@Check('invitation_one_end', 'accepted_at is null or withdrawn_at is null')
@Index('invitation_scope_id', ['scopeId'])
export class Invitation {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'invitation_pkey' })
  id: string;

  /** SHA-256 of the link's secret, which is shown once and stored nowhere. */
  @Column('bytea')
  secretHash: Buffer;

  @ForeignKey(() => Person, { name: 'invitation_person_id_fkey' })
  @Column('uuid')
  personId: string;

  /** As the inviter wrote it: who knows an e-mail doesn't learn here whose it is. */
  @Column('text')
  name: string;

  @Column('text')
  scope: RoleScope;

  @Column('uuid', { nullable: true })
  scopeId: string | null;

  @Column('text')
  role: RoleName;

  @Column('date', { nullable: true })
  fromOn: string | null;

  @Column('date', { nullable: true })
  untilOn: string | null;

  @ForeignKey(() => Person, { name: 'invitation_invited_by_fkey' })
  @Column('uuid')
  invitedBy: string;

  @Column('timestamptz')
  invitedAt: Date;

  @Column('timestamptz')
  expiresAt: Date;

  @Column('timestamptz', { nullable: true })
  acceptedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  withdrawnAt: Date | null;
}

/** The link that makes the first administrator: one at a time, replaced at each start until it was used. */
@Entity('set_up_link')
@Check('set_up_link_only_one', 'id = 1')
export class SetUpLink {
  @PrimaryColumn('smallint', { primaryKeyConstraintName: 'set_up_link_pkey', default: 1 })
  id: number;

  @Column('bytea')
  secretHash: Buffer;

  @Column('timestamptz')
  expiresAt: Date;
}
