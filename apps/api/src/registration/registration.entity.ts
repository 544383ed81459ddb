import type { Language } from '@spolu/contracts/common';
import type { AccessNeed, RegistrationState } from '@spolu/contracts/registration';
import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** How people sign up for a session. Its row is the lock behind which seats are given, one sign-up after the other. */
@Entity('session_registration')
@Check('session_registration_capacity', `capacity between 1 and 5000`)
export class SessionRegistration {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'session_registration_pkey' })
  @ForeignKey('session', 'id', { name: 'session_registration_session_id_fkey' })
  sessionId: string;

  @Column('boolean')
  open: boolean;

  /** Null: as many as come. */
  @Column('int', { nullable: true })
  capacity: number | null;

  @Column('text')
  audience: string;

  /** Of the next one to sign up. */
  @Column('int')
  nextNumber: number;
}

/** Somebody who signed up, or came without. A party of several people is one row under one name. */
@Entity('registration')
@Check('registration_people', `people between 1 and 10`)
@Check('registration_language', `language in ('sk', 'cs', 'en', 'uk')`)
@Check('registration_state', `state in ('registered', 'waiting', 'cancelled')`)
@Check('registration_arrived_has_a_seat', `arrived_at is null or state = 'registered'`)
@Check('registration_before_arrival', `before_arrival is null or before_arrival in ('waiting', 'cancelled') and arrived_at is not null`)
@Check('registration_erased_is_nobody', `erased_at is null or name = '' and email is null and needs = '{}' and needs_note = ''`)
@Unique('registration_number_is_unique', ['sessionId', 'number'])
@Unique('registration_secret_hash_is_unique', ['secretHash'])
@Unique('registration_sign_up_digest_is_unique', ['signUpDigest'])
export class RegistrationEntry {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'registration_pkey' })
  id: string;

  @Column('uuid')
  @ForeignKey('session_registration', 'session_id', { name: 'registration_session_id_fkey' })
  sessionId: string;

  /** In the order of signing up: who waits longest is first. */
  @Column('int')
  number: number;

  @Column('text')
  name: string;

  @Column('text', { nullable: true })
  email: string | null;

  @Column('int')
  people: number;

  @Column('text', { array: true })
  needs: AccessNeed[];

  @Column('text')
  needsNote: string;

  @Column('text')
  language: Language;

  @Column('text')
  state: RegistrationState;

  @Column('boolean')
  walkIn: boolean;

  @Column('timestamptz')
  signedUpAt: Date;

  @Column('timestamptz', { nullable: true })
  arrivedAt: Date | null;

  /** What she was when she came without a seat: taken back, her arrival leaves her so. */
  @Column('text', { nullable: true })
  beforeArrival: Exclude<RegistrationState, 'registered'> | null;

  /** Who it was is forgotten; how many came is not. */
  @Column('timestamptz', { nullable: true })
  erasedAt: Date | null;

  /** Null for those who came without signing up. */
  @Column('bytea', { nullable: true })
  secretHash: Buffer | null;

  /** SHA-256 of the command that signed up: a device that lost the answer asks again and has signed up once. */
  @Column('bytea', { nullable: true })
  signUpDigest: Buffer | null;
}
