import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import type { SheetImported, SheetPreview } from '@spolu/contracts/assessment';
import { SHEET_MAX_BYTES } from '@spolu/contracts/assessment';
import type { Language } from '@spolu/contracts/common';
import { Problem } from '@spolu/contracts/problems';
import type { Request } from 'express';
import { readSheet as readXlsx } from 'read-excel-file/node';
import type { EntityManager } from 'typeorm';
import writeXlsx from 'write-excel-file/node';
import { CONFIG, type Config } from '../config/config.ts';
import { Transactions } from '../database/transactions.ts';
import { received } from '../files/received.ts';
import { Turns } from '../files/turns.ts';
import { demand } from '../http/policy.ts';
import type { Viewer } from '../http/viewer.ts';
import { audit } from '../identity/audit.ts';
import { ParticipationService } from '../participation/participation.service.ts';
import { Assessment } from './assessment.entity.ts';
import { AssessmentPagesService } from './assessment-pages.service.ts';
import { exchangeAssessments, readAssessment, writeAssessment, type AssessmentFacts } from './assessment.policy.ts';
import { headingsOf, readSheet, toCells, type ReadRow, type SheetAssessment } from './assessment-sheet.ts';
import { AssessmentsService } from './assessments.service.ts';
import { CriteriaService } from './criteria.service.ts';
import { SHEET_WORDS } from './sheet-words.ts';
import { checkUnpackedSize } from './unpacked-size.ts';

/** More than a thousand assessments with long texts; what is bigger would hold up everybody else while it is read. */
const UNPACKED_MAX_BYTES = 16 * 1024 * 1024;
const ROWS_MAX = 5_000;
const FAULTS_SHOWN = 100;

/** Assessments as a spreadsheet: out, filled in by whoever likes that better, and back after a look at what would change. */
@Injectable()
export class AssessmentSheetsService {
  readonly #turns = new Turns(1);

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly transactions: Transactions,
    private readonly participation: ParticipationService,
    private readonly criteria: CriteriaService,
    private readonly assessments: AssessmentsService,
    private readonly pages: AssessmentPagesService,
  ) {}

  /** The assessments of the process that the viewer may read; a department has its own. */
  async export(me: Viewer, processId: string, language: Language): Promise<Buffer> {
    const em = this.transactions.manager;
    const { known, criteria } = await this.#known(em, me, processId);
    const headings = headingsOf(criteria, language);
    const bold = (value: string) => ({ type: String, value, fontWeight: 'bold' as const, wrap: true });
    const cell = (value: string | number | null) =>
      typeof value === 'number' ? { type: Number, value } : { type: String, value: (value ?? '').replace(UNPRINTABLE, '\ufffd'), format: '@', wrap: true, alignVertical: 'top' as const };
    return writeXlsx([headings.map(bold), ...[...known.values()].map((one) => toCells(one, criteria, language).map(cell))], {
      sheet: SHEET_WORDS[language].sheet, columns: headings.map((_, i) => ({ width: i === 2 || i >= headings.length - 3 ? 48 : 18 })), stickyRowsCount: 1,
    }).toBuffer();
  }

  /** What it would change, and what is wrong with it; nothing is changed. @throws Problem `too-large`, `assessment/sheet-unreadable` */
  async preview(me: Viewer, processId: string, request: Request, language: Language): Promise<SheetPreview> {
    const { rows, unchangedCount, faults } = await this.#read(this.transactions.manager, me, processId, request, language);
    return {
      changes: rows.map(({ row, assessment, changes }) => ({ row, ideaTitle: assessment.row.ideaTitle, organisationName: assessment.row.organisationName, changes })),
      unchangedCount,
      faults: faults.slice(0, FAULTS_SHOWN),
    };
  }

  /** The rows without a fault, all in one transaction; each as if its department had typed it. */
  async import(me: Viewer, processId: string, request: Request, language: Language): Promise<SheetImported> {
    const cells = await this.#cells(me, processId, request);
    return this.transactions.run(async (em) => {
      const { known, criteria, mayWrite } = await this.#known(em, me, processId);
      const { rows } = readSheet(cells, known, await this.criteria.held(em, processId), language, mayWrite);
      for (const row of rows) await this.#keep(em, me, row, criteria);
      await audit(em, { by: me, action: 'assessment.imported', subjectKind: 'process', subjectId: processId, facts: { rows: rows.length } });
      return { changedCount: rows.length };
    });
  }

  async #keep(em: EntityManager, me: Viewer, { assessment, input }: ReadRow, criteria: Parameters<AssessmentsService['keep']>[4]): Promise<void> {
    await this.assessments.keep(em, me, await em.findOneByOrFail(Assessment, { id: assessment.row.id }), { ...input, give: false }, criteria);
  }

  async #read(em: EntityManager, me: Viewer, processId: string, request: Request, language: Language) {
    const cells = await this.#cells(me, processId, request);
    const { known, criteria, mayWrite } = await this.#known(em, me, processId);
    return readSheet(cells, known, criteria, language, mayWrite);
  }

  async #cells(me: Viewer, processId: string, request: Request): Promise<unknown[][]> {
    demand(exchangeAssessments, me, await this.participation.factsOf(processId));
    return received(request, { folder: join(this.config.dataDir, 'incoming'), maxBytes: SHEET_MAX_BYTES }, (path) =>
      this.#turns.take(async () => {
        try {
          await checkUnpackedSize(path, UNPACKED_MAX_BYTES);
          const cells = await readXlsx(await readFile(path));
          if (cells.length > ROWS_MAX) throw new Problem('too-large', { rows: ROWS_MAX });
          return cells;
        } catch (error) {
          if (error instanceof Problem) throw error;
          throw new Problem('assessment/sheet-unreadable');
        }
      }),
    );
  }

  async #known(em: EntityManager, me: Viewer, processId: string) {
    const process = await this.participation.factsOf(processId, em);
    demand(exchangeAssessments, me, process);
    const all = await em.find(Assessment, { where: { processId }, order: { dueOn: 'ASC', id: 'ASC' } });
    const hidden = await this.assessments.hiddenAmong(em, all);
    const factsOf = ({ organisationId, ideaId }: Pick<Assessment, 'organisationId' | 'ideaId'>): AssessmentFacts => ({ ...process, assessorId: organisationId, ideaHidden: hidden.has(ideaId) });
    const found = all.filter((assessment) => readAssessment.allows(me, factsOf(assessment)));
    const rows = await this.pages.rowsOf(em, found);
    const scores = await this.assessments.scoresOf(em, found.map(({ id }) => id));
    const known = new Map(found.map(({ id, feasibility, cost, costNote, internalNote, publicAnswer, language, assessorName, revision }, i): [string, SheetAssessment] => [
      id, { row: rows[i]!, written: { scores: scores.get(id) ?? [], feasibility, cost, costNote, internalNote, publicAnswer, language, assessorName, revision } },
    ]));
    return { known, criteria: await this.criteria.of(em, processId), mayWrite: ({ row }: SheetAssessment) => writeAssessment.allows(me, factsOf(row)) };
  }
}

/** XML has no place for control characters and halves of emoji. */
const UNPRINTABLE = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
