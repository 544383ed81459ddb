import type { OwedKind } from '@spolu/contracts/duties';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Within how many days a process answers. */
@Entity('answer_term')
@Check('answer_term_days', 'answer_days between 1 and 730 and question_days between 1 and 730')
@Check('answer_term_revision', 'revision > 0')
export class AnswerTerm {
  @ForeignKey('process', 'id', { name: 'answer_term_process_id_fkey' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'answer_term_pkey' })
  processId: string;
  @Column('int', { nullable: true })
  answerDays: number | null;
  @Column('int', { nullable: true })
  questionDays: number | null;
  @Column('int')
  revision: number;
}

/** On which days around a term people are reminded: one row. */
@Entity('reminder_ladder')
@Check('reminder_ladder_only_one', 'id = 1')
@Check('reminder_ladder_revision', 'revision > 0')
export class ReminderLadderRow {
  @PrimaryColumn('smallint', { primaryKeyConstraintName: 'reminder_ladder_pkey', default: 1 })
  id: number;
  @Column('int', { array: true })
  days: number[];
  @Column('int', { nullable: true })
  officeFromDays: number | null;
  @Column('int')
  revision: number;
}

/** That somebody was reminded of one thing at one step of one term. Its key is what lets no step be sent twice. */
@Entity('reminder')
@Check('reminder_kind', `kind in ('idea-answer', 'assessment', 'question', 'referral', 'position', 'decision', 'commitment', 'milestone')`)
@Index('reminder_person_id', ['personId'])
export class Reminder {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'reminder_pkey' })
  kind: OwedKind;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'reminder_pkey' })
  dutyId: string;
  @PrimaryColumn('date', { primaryKeyConstraintName: 'reminder_pkey' })
  dueOn: string;
  @PrimaryColumn('int', { primaryKeyConstraintName: 'reminder_pkey' })
  step: number;
  @ForeignKey('person', 'id', { name: 'reminder_person_id_fkey' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'reminder_pkey' })
  personId: string;
  @Column('timestamptz', { default: () => 'now()' })
  at: Date;
}
