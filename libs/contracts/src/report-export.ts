import type { ProblemCode } from './problems.ts';
import { z } from 'zod';

export const REPORT_FORMATS = ['docx', 'xlsx', 'csv', 'zip'] as const;
export const REPORT_TABLES = ['notes', 'votes', 'actions', 'participation'] as const;

/**
 * POST /api/sessions/:id/report/exports → a file and how far it is, as {@link EXPORT_TYPE}. Whoever reads the report takes with her what she reads (`of:
 * 'readers'`); those who run the session the draft too, and everything as one archive.
 */
export const ExportReport = z.strictObject({
  format: z.enum(REPORT_FORMATS),
  of: z.enum(['readers', 'draft']),
  /** For `csv`: which of the tables. */
  table: z.enum(REPORT_TABLES).default('notes'),
  delimiter: z.enum(['comma', 'semicolon']).default('semicolon'),
});
export type ExportReport = z.input<typeof ExportReport>;

/**
 * Lines of JSON, each an {@link ExportLine}; after `bytes` so many bytes of the file follow before the next line. A file is whole once its `end` has come:
 * an answer that breaks off before is none.
 */
export const EXPORT_TYPE = 'application/vnd.spolupracovna.export';
export type ExportStep = 'reading' | 'boards' | 'writing';
export type ExportLine =
  | { step: ExportStep; done: number; of: number }
  | { file: string; type: string }
  | { bytes: number }
  | { problem: ProblemCode }
  | { end: true };
