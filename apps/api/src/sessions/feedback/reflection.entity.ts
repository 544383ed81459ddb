import type { ScaleValue } from '@spolu/contracts/question-texts';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** What those who ran a session think of how it went; who of them wrote it is not kept. */
@Entity('reflection')
@Check('reflection_staff_hours', 'staff_hours >= 0')
@Check('reflection_direct_costs', 'direct_costs >= 0')
@Check('reflection_revision', 'revision >= 1')
export class ReflectionRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'reflection_pkey' })
  @ForeignKey('session', 'id', { name: 'reflection_session_id_fkey' })
  sessionId: string;

  @Column('jsonb')
  scores: Record<string, ScaleValue>;

  @Column('text')
  lesson: string;

  @Column('int', { nullable: true })
  staffHours: number | null;

  /** Whole euros. */
  @Column('int', { nullable: true })
  directCosts: number | null;

  @Column('int')
  revision: number;

  @Column('timestamptz')
  savedAt: Date;
}
