import { Check, Column, Entity, ForeignKey, Generated, Index, PrimaryColumn, Unique } from 'typeorm';
import { Person } from './person.entity.ts';

/**
 * A device that is somebody. `sid`, `sess` and `expire` belong to express-session; who the device is stands in our own columns, so that a
 * request still under way can't write back what was just taken away.
 */
@Entity('sign_in')
@Unique('sign_in_id_key', ['id'])
@Index('sign_in_expire', ['expire'])
@Index('sign_in_person_id', ['personId'])
export class SignInRow {
  /** What the cookie holds (signed there): never shown. */
  @PrimaryColumn('varchar', { primaryKeyConstraintName: 'sign_in_pkey' })
  sid: string;

  @Column('json')
  sess: object;

  @Column('timestamptz')
  expire: Date;

  /** Names it in the list of one's own sign-ins. */
  @Column('uuid')
  @Generated('uuid')
  id: string;

  @ForeignKey(() => Person, { name: 'sign_in_person_id_fkey', onDelete: 'CASCADE' })
  @Column('uuid', { nullable: true })
  personId: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  startedAt: Date;

  /** Exact to a minute. */
  @Column('timestamptz', { default: () => 'now()' })
  lastSeenAt: Date;

  /** The participants that it is stay known until then, though nobody looked in for half a day. */
  @Column('timestamptz', { nullable: true })
  knownUntil: Date | null;

  @Column('text', { default: '' })
  device: string;
}

/** A participant that a device is: one in each session it joined, and one in each process it contributes to. Whom a session asked to leave it remembers, so that she does not come in as another. */
@Entity('sign_in_participant')
@Check('sign_in_participant_of_one_place', 'num_nonnulls(session_id, process_id) = 1')
@Index('sign_in_participant_participant_id', ['participantId'])
export class SignInParticipant {
  @ForeignKey(() => SignInRow, { name: 'sign_in_participant_sid_fkey', onDelete: 'CASCADE', onUpdate: 'CASCADE' })
  @PrimaryColumn('varchar', { primaryKeyConstraintName: 'sign_in_participant_pkey' })
  sid: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'sign_in_participant_pkey' })
  participantId: string;

  @Column('uuid', { nullable: true })
  sessionId: string | null;

  @Column('uuid', { nullable: true })
  processId: string | null;

  @Column('timestamptz', { nullable: true })
  removedAt: Date | null;
}

/** Failed attempts of one account or network; the key is a hash and says nothing about either. */
@Entity('failed_attempt')
@Index('failed_attempt_last_at', ['lastAt'])
export class FailedAttempt {
  @PrimaryColumn('bytea', { primaryKeyConstraintName: 'failed_attempt_pkey' })
  key: Buffer;

  @Column('int')
  failureCount: number;

  @Column('timestamptz')
  firstAt: Date;

  @Column('timestamptz')
  lastAt: Date;
}
