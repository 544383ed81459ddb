import type { Language } from '@spolu/contracts/common';
import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** Somebody with an account, or invited to one. */
@Entity('person')
@Unique('person_email_key', ['email'])
@Check('person_email_lower_case', 'email = lower(email)')
@Check('person_forgotten_is_nobody', `forgotten_at is null or name = '' and email is null and password_hash is null and not active`)
@Check('person_language', `language in ('sk', 'cs', 'en', 'uk')`)
export class Person {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'person_pkey' })
  id: string;

  /** Empty once she asked to be forgotten. */
  @Column('text')
  name: string;

  /** Null once the person asked to be forgotten. */
  @Column('text', { nullable: true })
  email: string | null;

  @Column('text')
  language: Language;

  /** A person who left keeps her history but signs in no more. */
  @Column('boolean', { default: true })
  active: boolean;

  /** Argon2id in its encoded form; null until she chose a password. */
  @Column('text', { nullable: true, select: false })
  passwordHash: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  forgottenAt: Date | null;

  /** Of who was forgotten: what public records of a body go on calling her. */
  @Column('text', { nullable: true })
  nameInOffice: string | null;
}
