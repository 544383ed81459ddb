import type { AssessmentState, Feasibility } from '@spolu/contracts/assessment';
import type { Language } from '@spolu/contracts/common';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** The set of criteria of a process; its revision grows with each edit. */
@Entity('criteria')
@Check('criteria_revision', 'revision > 0')
export class Criteria {
  @ForeignKey('process', 'id', { name: 'criteria_process_id_fkey' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'criteria_pkey' })
  processId: string;
  @Column('int')
  revision: number;
}

@Entity('criterion')
@Check('criterion_kind', `kind in ('points', 'must')`)
@Check('criterion_points', `case kind when 'points' then weight between 1 and 100 and scale_max between 1 and 10 else weight is null and scale_max is null end`)
@Index('criterion_process_id', ['processId', 'position'])
export class CriterionRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'criterion_pkey' })
  id: string;
  @ForeignKey(() => Criteria, { name: 'criterion_process_id_fkey' })
  @Column('uuid')
  processId: string;
  @Column('int')
  position: number;
  @Column('text')
  kind: 'points' | 'must';
  @Column('text')
  title: string;
  @Column('text')
  description: string;
  /** Of points alone. */
  @Column('int', { nullable: true })
  weight: number | null;
  @Column('int', { nullable: true })
  scaleMax: number | null;
}

/** What one department says of one idea. */
@Entity('assessment')
@Unique('assessment_asked_once', ['ideaId', 'organisationId'])
@Check('assessment_state', `state in ('asked', 'begun', 'given', 'published')`)
@Check('assessment_feasibility', `feasibility in ('feasible', 'with-changes', 'not-feasible')`)
@Check('assessment_cost', 'cost >= 0')
@Check('assessment_language', `language in ('sk', 'cs', 'en', 'uk')`)
@Check('assessment_revision', 'revision > 0')
@Check('assessment_given', `case when state in ('given', 'published') then given_at is not null and feasibility is not null else given_at is null end`)
@Check('assessment_published', `(state = 'published') = (published_at is not null)`)
@Index('assessment_process_id', ['processId', 'ideaId'])
@Index('assessment_waiting', ['organisationId', 'dueOn'], { where: `state in ('asked', 'begun')` })
export class Assessment {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'assessment_pkey' })
  id: string;
  @ForeignKey('idea', 'id', { name: 'assessment_idea_id_fkey' })
  @Column('uuid')
  ideaId: string;
  /** The idea's, so that what waits in a process is one reading. */
  @ForeignKey('process', 'id', { name: 'assessment_process_id_fkey' })
  @Column('uuid')
  processId: string;
  @ForeignKey('organisation', 'id', { name: 'assessment_organisation_id_fkey' })
  @Column('uuid')
  organisationId: string;
  @Column('date', { nullable: true })
  dueOn: string | null;
  @Column('text')
  state: AssessmentState;
  @Column('text', { nullable: true })
  feasibility: Feasibility | null;
  /** Whole euros. */
  @Column('bigint', { nullable: true, transformer: { to: (cost: number | null) => cost, from: (cost: string | null) => (cost === null ? null : Number(cost)) } })
  cost: number | null;
  @Column('text', { default: '' })
  costNote: string;
  @Column('text', { default: '' })
  internalNote: string;
  @Column('text', { default: '' })
  publicAnswer: string;
  @Column('text')
  language: Language;
  /** Who stands by it in the department, where it wants to say so. */
  @Column('text', { default: '' })
  assessorName: string;
  @Column('int', { default: 1 })
  revision: number;
  @ForeignKey('person', 'id', { name: 'assessment_asked_by_fkey' })
  @Column('uuid', { nullable: true })
  askedBy: string | null;
  @Column('timestamptz')
  askedAt: Date;
  @ForeignKey('person', 'id', { name: 'assessment_given_by_fkey' })
  @Column('uuid', { nullable: true })
  givenBy: string | null;
  @Column('timestamptz', { nullable: true })
  givenAt: Date | null;
  @Column('timestamptz', { nullable: true })
  publishedAt: Date | null;
}

@Entity('assessment_score')
@Check('assessment_score_value', 'value between 0 and 10')
export class AssessmentScore {
  @ForeignKey(() => Assessment, { name: 'assessment_score_assessment_id_fkey', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'assessment_score_pkey' })
  assessmentId: string;
  @Index('assessment_score_criterion_id')
  @ForeignKey(() => CriterionRow, { name: 'assessment_score_criterion_id_fkey' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'assessment_score_pkey' })
  criterionId: string;
  /** Points on the criterion's scale; of a must 1 or 0. */
  @Column('int')
  value: number;
  @Column('text')
  reason: string;
}
