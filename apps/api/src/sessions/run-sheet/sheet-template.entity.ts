import type { Language } from '@spolu/contracts/common';
import type { SaveTemplate } from '@spolu/contracts/run-sheet';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { SheetContent } from './sheet.ts';

/** A run sheet, or one block of one, kept for other sessions of an organisation. */
@Entity('sheet_template')
@Check('sheet_template_kind', `kind in ('sheet', 'method')`)
@Check('sheet_template_language', `language in ('sk', 'cs', 'en', 'uk')`)
export class SheetTemplate {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'sheet_template_pkey' })
  id: string;

  @Index('sheet_template_organisation_id')
  @Column('uuid')
  @ForeignKey('organisation', 'id', { name: 'sheet_template_organisation_id_fkey' })
  organisationId: string;

  @Column('text')
  kind: SaveTemplate['kind'];

  @Column('text')
  title: string;

  @Column('text')
  purpose: string;

  @Column('text')
  language: Language;

  @Column('jsonb')
  content: SheetContent;

  @Column('uuid', { nullable: true })
  @ForeignKey('person', 'id', { name: 'sheet_template_created_by_id_fkey', onDelete: 'SET NULL' })
  createdById: string | null;

  @Column('timestamptz')
  createdAt: Date;
}
