import type { TopicAnswers } from '@spolu/contracts/topic-guide';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** What was answered before a process was begun: whether its topic is one for people to work on together. */
@Entity('process_topic_check')
export class TopicCheckRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'process_topic_check_pkey' })
  @ForeignKey('process', 'id', { name: 'process_topic_check_process_id_fkey' })
  processId: string;

  @Column('jsonb')
  answers: TopicAnswers;

  @Column('timestamptz')
  notedAt: Date;

  @Column('uuid', { nullable: true })
  notedBy: string | null;
}
