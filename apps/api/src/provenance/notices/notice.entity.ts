import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
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

/** Something came of what a person wrote or follows. While she has not read it, a further change of the same station makes no second one. */
@Entity('notice')
@Check('notice_more_count', 'more_count >= 0')
@Index('notice_one_unread', ['personId', 'movedId'], { unique: true, where: 'read_at is null' })
@Index('notice_of_person', ['personId', 'at', 'id'])
export class NoticeRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'notice_pkey' })
  id: string;
  @ForeignKey('person', 'id', { name: 'notice_person_id_fkey' })
  @Column('uuid')
  personId: string;
  /** The first of her contributions, or what she follows, that led to it. */
  @Index('notice_about')
  @ForeignKey(() => ProvenanceRecord, { name: 'notice_about_id_fkey', onDelete: 'CASCADE' })
  @Column('uuid')
  aboutId: string;
  @Column('boolean')
  followed: boolean;
  /** Of her contributions, how many more led to it. */
  @Column('int')
  moreCount: number;
  @Index('notice_moved')
  @ForeignKey(() => ProvenanceRecord, { name: 'notice_moved_id_fkey', onDelete: 'CASCADE' })
  @Column('uuid')
  movedId: string;
  @Column('timestamptz')
  at: Date;
  @Column('timestamptz', { nullable: true })
  readAt: Date | null;
}
