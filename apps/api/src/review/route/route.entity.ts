import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** Where a dossier goes, body by body; its row is held while it moves on. */
@Entity('referral_route')
@Check('referral_route_revision', 'revision > 0')
export class ReferralRoute {
  @ForeignKey('dossier', 'id', { name: 'referral_route_dossier_id_fkey' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'referral_route_pkey' })
  dossierId: string;
  /** Grows with each change by somebody; whoever changes it names the one she saw. */
  @Column('int', { default: 1 })
  revision: number;
}

/** A body on the route: it begins with those beside it, or after those before it. */
@Entity('referral_step')
@Unique('referral_step_position', ['dossierId', 'position'], { deferrable: 'INITIALLY DEFERRED' })
@Check('referral_step_withdrawn', `(withdrawn_at is null) = (withdrawn_reason = '')`)
@Index('referral_step_waiting', ['dueOn'], { where: 'begun_at is not null and withdrawn_at is null and unanswered_at is null' })
export class ReferralStep {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'referral_step_pkey' })
  id: string;
  @ForeignKey(() => ReferralRoute, { name: 'referral_step_dossier_id_fkey' })
  @Column('uuid')
  dossierId: string;
  @Column('int')
  position: number;
  @Column('boolean')
  withPrevious: boolean;
  @Index('referral_step_body_id')
  @ForeignKey('body', 'id', { name: 'referral_step_body_id_fkey' })
  @Column('uuid')
  bodyId: string;
  @Column('date')
  dueOn: string;
  @Column('text', { default: '' })
  asked: string;
  @Column('timestamptz', { nullable: true })
  begunAt: Date | null;
  /** When it was written down that its day had passed. */
  @Column('timestamptz', { nullable: true })
  unansweredAt: Date | null;
  @Column('timestamptz', { nullable: true })
  withdrawnAt: Date | null;
  @Column('text', { default: '' })
  withdrawnReason: string;
}

/** Why a route was changed after others had read it. */
@Entity('referral_route_change')
@Check('referral_route_change_kind', `kind in ('planned', 'withdrawn', 'continued')`)
@Index('referral_route_change_dossier_id', ['dossierId', 'at'])
export class ReferralRouteChange {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'referral_route_change_pkey' })
  id: string;
  @ForeignKey(() => ReferralRoute, { name: 'referral_route_change_dossier_id_fkey' })
  @Column('uuid')
  dossierId: string;
  @Column('text')
  kind: 'planned' | 'withdrawn' | 'continued';
  @Column('text')
  reason: string;
  @ForeignKey('person', 'id', { name: 'referral_route_change_by_id_fkey' })
  @Column('uuid', { nullable: true })
  byId: string | null;
  @Column('timestamptz')
  at: Date;
}
