import type { Language } from '@spolu/contracts/common';
import type { ConsentKind } from '@spolu/contracts/consents';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Whose decision it was: somebody in the room, or somebody who signed up for it. */
export type ConsentSubjectKind = 'participant' | 'registration';

/** One decision: given, or taken back. Entries never change; the newest of a kind counts. */
@Entity('consent_entry')
@Check('consent_entry_subject_kind', `subject_kind in ('participant', 'registration')`)
@Check('consent_entry_kind', `kind in ('photo', 'quote', 'contact')`)
@Check('consent_entry_has_a_place', 'num_nonnulls(session_id, process_id) = 1')
@Check('consent_entry_language', `language in ('sk', 'cs', 'en', 'uk')`)
export class ConsentEntry {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'consent_entry_pkey' })
  id: string;

  @Index('consent_entry_session')
  @Column('uuid', { nullable: true })
  sessionId: string | null;

  /** Of what was agreed to at a desk, outside any session. */
  @Column('uuid', { nullable: true })
  processId: string | null;

  @Column('text')
  subjectKind: ConsentSubjectKind;

  @Index('consent_entry_subject')
  @Column('uuid')
  subjectId: string;

  @Column('text')
  kind: ConsentKind;

  @Column('boolean')
  given: boolean;

  /** Which text she read; old versions stay in `consent-texts.ts`. */
  @Column('int')
  textVersion: number;

  @Column('text')
  language: Language;

  @Column('timestamptz', { default: () => 'now()' })
  at: Date;
}
