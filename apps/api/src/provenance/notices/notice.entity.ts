import type { Language } from '@spolu/contracts/common';
import type { OwedKind } from '@spolu/contracts/duties';
import type { NewsKind, NoticeFrequency } from '@spolu/contracts/notices';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { ProvenanceRecord } from '../record.entity.ts';

/** Somebody wants to be told what comes of a record that is not hers. */
@Entity('following')
export class Following {
  @ForeignKey('person', 'id', { name: 'following_person_id_fkey' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'following_pkey' })
  personId: string;
  @Index('following_record')
  @ForeignKey(() => ProvenanceRecord, { name: 'following_record_id_fkey', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'following_pkey' })
  recordId: string;
  @Column('timestamptz', { default: () => 'now()' })
  since: Date;
}

/**
 * Something came of what a person wrote or follows, or she was reminded of what she owes. While she has not read it, a further change of the same station makes no second one;
 * of a duty there is one at all, which the next step of its term brings up to date.
 */
@Entity('notice')
@Check('notice_more_count', 'more_count >= 0')
@Index('notice_one_unread', ['personId', 'movedId'], { unique: true, where: 'read_at is null' })
@Index('notice_one_unread_of_guest', ['participantId', 'movedId'], { unique: true, where: 'read_at is null' })
@Check('notice_of_one', 'num_nonnulls(person_id, participant_id) = 1')
@Check('notice_duty_kind', `duty_kind in ('idea-answer', 'assessment', 'question', 'referral', 'position', 'decision', 'commitment', 'milestone')`)
@Check('notice_of_what', 'num_nonnulls(about_id, moved_id) in (0, 2) and num_nonnulls(duty_kind, duty_id, due_on) in (0, 3) and num_nonnulls(news_kind, news_id) in (0, 2) and num_nonnulls(moved_id, duty_id, news_id) = 1')
@Check('notice_news_kind', `news_kind in ('author-question', 'question-hidden', 'answer-hidden', 'comments', 'replies', 'question-answered')`)
@Check('notice_news_of_person', 'news_id is null or person_id is not null')
@Check('notice_duty_mailed', 'duty_id is null or person_id is not null and mailed_at is not null')
@Index('notice_one_of_duty', ['personId', 'dutyKind', 'dutyId'], { unique: true, where: 'duty_id is not null' })
@Index('notice_one_of_news', ['personId', 'newsKind', 'newsId'], { unique: true, where: 'news_id is not null' })
@Index('notice_not_mailed', ['at'], { where: 'mailed_at is null' })
@Index('notice_of_person', ['personId', 'at', 'id'])
export class NoticeRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'notice_pkey' })
  id: string;
  @ForeignKey('person', 'id', { name: 'notice_person_id_fkey' })
  @Column('uuid', { nullable: true })
  personId: string | null;
  /** A guest who left an address; she is told by mail alone. */
  @Column('uuid', { nullable: true })
  participantId: string | null;
  /** The first of her contributions, or what she follows, that led to it; null for a reminder. */
  @Index('notice_about')
  @ForeignKey(() => ProvenanceRecord, { name: 'notice_about_id_fkey', onDelete: 'CASCADE' })
  @Column('uuid', { nullable: true })
  aboutId: string | null;
  @Column('boolean')
  followed: boolean;
  /** Of her contributions, how many more led to it; of news, how many more of the same she has not read. */
  @Column('int')
  moreCount: number;
  @Index('notice_moved')
  @ForeignKey(() => ProvenanceRecord, { name: 'notice_moved_id_fkey', onDelete: 'CASCADE' })
  @Column('uuid', { nullable: true })
  movedId: string | null;
  /** What she was reminded of, and the term it was about. */
  @Column('text', { nullable: true })
  dutyKind: OwedKind | null;
  @Column('uuid', { nullable: true })
  dutyId: string | null;
  @Column('date', { nullable: true })
  dueOn: string | null;
  /** What else concerns her, as a question to her or comments; what it says is read where that stands. */
  @Column('text', { nullable: true })
  newsKind: NewsKind | null;
  @Column('uuid', { nullable: true })
  newsId: string | null;
  @Column('timestamptz')
  at: Date;
  @Column('timestamptz', { nullable: true })
  readAt: Date | null;
  @Column('timestamptz', { nullable: true })
  mailedAt: Date | null;
}

/** How often somebody is told by mail. A person is written to at the address of her account, a guest at the one she left with her receipt. */
@Entity('notice_address')
@Unique('notice_address_of_person', ['personId'])
@Unique('notice_address_of_participant', ['participantId'])
@Unique('notice_address_confirm_hash', ['confirmHash'])
@Check('notice_address_language', `language in ('sk', 'cs', 'en', 'uk')`)
@Check('notice_address_frequency', `frequency in ('at-once', 'daily', 'weekly', 'never')`)
@Check('notice_address_of_one', 'num_nonnulls(person_id, participant_id) = 1')
@Check('notice_address_of_guest', '(participant_id is null) = (email is null) and (email is null) = (language is null)')
export class NoticeAddress {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'notice_address_pkey' })
  id: string;
  @ForeignKey('person', 'id', { name: 'notice_address_person_id_fkey' })
  @Column('uuid', { nullable: true })
  personId: string | null;
  @Column('uuid', { nullable: true })
  participantId: string | null;
  @Column('text', { nullable: true })
  email: string | null;
  @Column('text', { nullable: true })
  language: Language | null;
  @Column('text')
  frequency: NoticeFrequency;
  /** Of the link that was sent to a guest's address; null once she opened it. */
  @Column('bytea', { nullable: true })
  confirmHash: Buffer | null;
  @Column('timestamptz', { nullable: true })
  confirmUntil: Date | null;
  @Column('timestamptz', { nullable: true })
  confirmedAt: Date | null;
  /** When it was last seen to whether there is something to write. */
  @Column('timestamptz', { nullable: true })
  lookedAt: Date | null;
}

/** By which a letter's reader ends such letters. Only the secret's hash is kept. */
@Entity('notice_unsubscribe')
export class NoticeUnsubscribe {
  @PrimaryColumn('bytea', { primaryKeyConstraintName: 'notice_unsubscribe_pkey' })
  secretHash: Buffer;
  @Index('notice_unsubscribe_address_id')
  @ForeignKey(() => NoticeAddress, { name: 'notice_unsubscribe_address', onDelete: 'CASCADE' })
  @Column('uuid')
  addressId: string;
  @Column('timestamptz', { default: () => 'now()' })
  madeAt: Date;
}
