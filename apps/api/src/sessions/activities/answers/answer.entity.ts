import type { AnswerValue } from '@spolu/contracts/activities/answers';
import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { VoteValue } from '../late/late-answer.entity.ts';

/** What stands to be chosen from, fixed when the vote starts: a line of the settings, or a cluster as it stood then. */
@Entity('answer_option')
@Unique('answer_option_position_is_unique', ['activityId', 'position'])
export class AnswerOptionRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'answer_option_pkey' })
  id: string;

  @Column('uuid')
  @ForeignKey('activity', 'id', { name: 'answer_option_activity_id_fkey' })
  activityId: string;

  @Column('int')
  position: number;

  @Column('text')
  title: string;

  @Index('answer_option_cluster_id')
  @Column('uuid', { nullable: true })
  @ForeignKey('cluster', 'id', { name: 'answer_option_cluster_id_fkey' })
  clusterId: string | null;
}

/** One person's answer, hers to change until the end. */
@Entity('answer')
export class AnswerRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'answer_pkey' })
  @ForeignKey('activity', 'id', { name: 'answer_activity_id_fkey' })
  activityId: string;

  @Index('answer_participant_id')
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'answer_pkey' })
  @ForeignKey('participant', 'id', { name: 'answer_participant_id_fkey' })
  participantId: string;

  @Column('jsonb')
  value: AnswerValue;

  @Column('timestamptz')
  givenAt: Date;
}

/** That somebody has answered in a secret vote; what she answered is one of the {@link SecretAnswer}s, and no row says which. */
@Entity('secret_answer_given')
export class SecretAnswerGiven {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'secret_answer_given_pkey' })
  @ForeignKey('activity', 'id', { name: 'secret_answer_given_activity_id_fkey' })
  activityId: string;

  @Index('secret_answer_given_participant_id')
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'secret_answer_given_pkey' })
  @ForeignKey('participant', 'id', { name: 'secret_answer_given_participant_id_fkey' })
  participantId: string;

  /** The device's id of the command, so that one sent again is known for the same. It stands nowhere else. */
  @Column('uuid')
  command: string;
}

/** An answer without a person, a moment or an order. */
@Entity('secret_answer')
export class SecretAnswer {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'secret_answer_pkey' })
  id: string;

  @Index('secret_answer_activity_id')
  @Column('uuid')
  @ForeignKey('activity', 'id', { name: 'secret_answer_activity_id_fkey' })
  activityId: string;

  @Column('jsonb')
  value: VoteValue;
}

/** What staff took off the screens of what people said in their own words: by a digest of the words, so by nobody's name. */
@Entity('hidden_answer')
export class HiddenAnswer {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'hidden_answer_pkey' })
  @ForeignKey('activity', 'id', { name: 'hidden_answer_activity_id_fkey' })
  activityId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'hidden_answer_pkey' })
  digest: string;

  @Index('hidden_answer_hidden_by')
  @Column('uuid', { nullable: true })
  @ForeignKey('person', 'id', { name: 'hidden_answer_hidden_by_fkey', onDelete: 'SET NULL' })
  hiddenBy: string | null;
}
