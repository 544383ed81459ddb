import type { Language } from '@spolu/contracts/common';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** What somebody of the staff made of a note in another language. */
@Entity('note_translation')
@Check('note_translation_language', `language in ('sk', 'cs', 'en', 'uk')`)
@Check('note_translation_version', 'version >= 1')
export class NoteTranslation {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'note_translation_pkey' })
  @ForeignKey('contribution', 'id', { name: 'note_translation_contribution_id_fkey', onDelete: 'CASCADE' })
  contributionId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'note_translation_pkey' })
  language: Language;

  /** Empty: it was taken back. */
  @Column('text')
  text: string;

  /** SHA-256 of the words it is of: of others it is no translation. */
  @Column('bytea')
  ofDigest: Buffer;

  @Column('int')
  version: number;

  @Column('uuid', { nullable: true })
  @ForeignKey('person', 'id', { name: 'note_translation_translated_by_fkey', onDelete: 'SET NULL' })
  translatedBy: string | null;

  @Column('timestamptz')
  translatedAt: Date;
}
