import type { Language } from '@spolu/contracts/common';
import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** The municipality whose installation this is: one row. */
@Entity('installation')
@Check('installation_only_one', 'id = 1')
@Check('installation_default_language', `default_language in ('sk', 'cs', 'en', 'uk')`)
export class InstallationRow {
  @PrimaryColumn('smallint', { primaryKeyConstraintName: 'installation_pkey', default: 1 })
  id: number;

  @Column('text')
  name: string;

  @Column('text')
  defaultLanguage: Language;

  @Column('text')
  timeZone: string;

  /** When the first administrator was made. */
  @Column('timestamptz', { nullable: true })
  setUpAt: Date | null;
}
