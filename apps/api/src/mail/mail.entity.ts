import type { Language } from '@spolu/contracts/common';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A letter of the application, waiting or sent. */
@Entity('mail')
@Check('mail_language', `language in ('sk', 'cs', 'en', 'uk')`)
@Check('mail_sent_keeps_no_words', 'sent_at is null or body is null and unsubscribe_url is null')
@Index('mail_written', ['writtenAt', 'id'])
export class Mail {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'mail_pkey' })
  id: string;
  @Column('text')
  toAddress: string;
  /** What made somebody write it, so that one thing does not make too many. */
  @Column('uuid', { nullable: true })
  aboutId: string | null;
  @Column('text')
  language: Language;
  @Column('text')
  subject: string;
  /** Null once it was sent: it may hold links that are its reader's alone. */
  @Column('text', { nullable: true })
  body: string | null;
  /** Where one press ends such letters. */
  @Column('text', { nullable: true })
  unsubscribeUrl: string | null;
  @Column('timestamptz', { default: () => 'now()' })
  writtenAt: Date;
  @Column('timestamptz', { nullable: true })
  sentAt: Date | null;
}
