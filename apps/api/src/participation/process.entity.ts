import type { Sector, Visibility } from '@spolu/contracts/common';
import type { ProcessState } from '@spolu/contracts/participation';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

@Entity('process')
@Check('process_state', `state in ('draft', 'running', 'finished')`)
@Check('process_visibility', `visibility in ('internal', 'participants', 'public')`)
@Check('process_revision', `revision > 0`)
export class Process {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'process_pkey' })
  id: string;

  @Column('text')
  title: string;

  @Column('text')
  problem: string;

  @Column('text')
  statusQuo: string;

  @Column('text', { array: true })
  goals: string[];

  @Column('text')
  state: ProcessState;

  @Column('text')
  visibility: Visibility;

  /** Grows with each edit; whoever edits names the one she saw. */
  @Column('int')
  revision: number;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz')
  updatedAt: Date;
}

@Entity('process_phase')
@Check('process_phase_ends_after_it_begins', `until_on >= from_on`)
export class ProcessPhase {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'process_phase_pkey' })
  @ForeignKey('process', 'id', { name: 'process_phase_process_id_fkey', onDelete: 'CASCADE' })
  processId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'process_phase_pkey' })
  id: string;

  @Column('int')
  position: number;

  @Column('text')
  title: string;

  @Column('date', { nullable: true })
  fromOn: string | null;

  @Column('date', { nullable: true })
  untilOn: string | null;
}

@Entity('process_actor')
@Check('process_actor_sector', `sector in ('public', 'business', 'ngo', 'academia', 'residents')`)
export class ProcessActor {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'process_actor_pkey' })
  @ForeignKey('process', 'id', { name: 'process_actor_process_id_fkey', onDelete: 'CASCADE' })
  processId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'process_actor_pkey' })
  id: string;

  @Column('int')
  position: number;

  @Column('text')
  name: string;

  @Column('text')
  sector: Sector;

  @Column('uuid', { nullable: true })
  @ForeignKey('organisation', 'id', { name: 'process_actor_organisation_id_fkey' })
  organisationId: string | null;

  @Column('text')
  role: string;
}

@Entity('process_organisation')
export class ProcessOrganisation {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'process_organisation_pkey' })
  @ForeignKey('process', 'id', { name: 'process_organisation_process_id_fkey', onDelete: 'CASCADE' })
  processId: string;

  @Index('process_organisation_organisation_id')
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'process_organisation_pkey' })
  @ForeignKey('organisation', 'id', { name: 'process_organisation_organisation_id_fkey' })
  organisationId: string;
}

/** Which commitments of an action plan a process serves; that they exist is checked by the trigger `process_commitment_is_known`. */
@Entity('process_commitment')
export class ProcessCommitment {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'process_commitment_pkey' })
  @ForeignKey('process', 'id', { name: 'process_commitment_process_id_fkey', onDelete: 'CASCADE' })
  processId: string;

  @Index('process_commitment_commitment_id')
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'process_commitment_pkey' })
  commitmentId: string;
}

/** The sessions of a process, written down by `sessions`: who took part in one of them may see a process that is for participants. */
@Entity('process_session')
export class ProcessSession {
  @Index('process_session_process_id')
  @Column('uuid')
  @ForeignKey('process', 'id', { name: 'process_session_process_id_fkey' })
  processId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'process_session_pkey' })
  sessionId: string;
}
