import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Person } from './person.entity.ts';

/** Who did what, when, and whether it was let through. The database refuses to change or delete one. */
@Entity('audit_entry')
@Check('audit_entry_outcome', `outcome in ('done', 'refused')`)
@Index('audit_entry_at', ['at', 'id'])
export class AuditEntryRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'audit_entry_pkey' })
  id: string;

  @Column('timestamptz', { default: () => 'now()' })
  at: Date;

  /** Null for the system and for guests. */
  @ForeignKey(() => Person, { name: 'audit_entry_person_id_fkey' })
  @Column('uuid', { nullable: true })
  personId: string | null;

  @Column('uuid', { nullable: true })
  participantId: string | null;

  @Column('text')
  action: string;

  @Column('text')
  subjectKind: string;

  @Column('uuid', { nullable: true })
  subjectId: string | null;

  @Column('text')
  outcome: 'done' | 'refused';

  /** Codes and numbers only: no names, no words of people, no secrets. */
  @Column('jsonb', { default: {} })
  facts: Record<string, string | number | boolean | null>;
}
