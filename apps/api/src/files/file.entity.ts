import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Person } from '../identity/person.entity.ts';

/** A kept picture; its bytes lie in the file store under keys made from the id. */
@Entity('file')
@Check('file_has_a_size', 'width > 0 and height > 0 and byte_count > 0')
@Check('file_has_one_author_at_most', 'participant_id is null or person_id is null')
@Check('file_of_one_place', 'num_nonnulls(session_id, process_id) = 1')
@Check('file_place', `place in ('board', 'report', 'plan', 'idea')`)
@Index('file_unused', ['createdAt'], { where: 'unused' })
export class FileRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'file_pkey' })
  id: string;
  /** Whoever may see a board of this session may see what was brought to a board. */
  @Index('file_session_id')
  @Column('uuid', { nullable: true })
  sessionId: string | null;
  /** Instead of a session: a plan or a picture of an idea. */
  @Index('file_process_id', { where: 'process_id is not null' })
  @ForeignKey('process', 'id', { name: 'file_process_id_fkey' })
  @Column('uuid', { nullable: true })
  processId: string | null;
  /** What it was brought for; it is shown nowhere else. */
  @Column('text', { default: 'board' })
  place: 'board' | 'report' | 'plan' | 'idea';
  /** Brought for what is not written yet; forgotten after a day unless it is used. */
  @Column('boolean', { default: false })
  unused: boolean;
  /** Neither of the two in an anonymous activity. */
  @Column('uuid', { nullable: true })
  participantId: string | null;
  @ForeignKey(() => Person, { name: 'file_person_id_fkey', onDelete: 'SET NULL' })
  @Column('uuid', { nullable: true })
  personId: string | null;
  @Column('int')
  width: number;
  @Column('int')
  height: number;
  @Column('int')
  byteCount: number;
  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;
}
