import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query, Req, Res } from '@nestjs/common';
import {
  AskForAssessments, AssessedQuery, AssessmentSheet, AssessmentsOf, AssessmentsOfIdea, EditCriteria, SHEET_TYPE, WriteAssessment,
  type AssessedIdea, type AssessmentView, type Asked, type CriteriaView, type PublishedAssessment, type SheetImported, type SheetPreview, type WaitingAssessment,
} from '@spolu/contracts/assessment';
import { ById, type Page, PageQuery } from '@spolu/contracts/common';
import type { Request, Response } from 'express';
import { TakesFile } from '../http/file-bodies.ts';
import { Idempotent } from '../http/idempotency.ts';
import { mayTakeLong } from '../http/edge.ts';
import { parsed } from '../http/parsed.ts';
import { May, signedIn } from '../http/policy.ts';
import { Me, type Viewer } from '../http/viewer.ts';
import { AssessmentPagesService } from './assessment-pages.service.ts';
import { askForAssessments, editCriteria, exchangeAssessments, publishAssessment, readAssessment, readAssessments, readCriteria, withdrawAssessment, writeAssessment } from './assessment.policy.ts';
import { AssessmentSheetsService } from './assessment-sheets.service.ts';
import { AssessmentsService } from './assessments.service.ts';
import { CriteriaService } from './criteria.service.ts';

@Controller()
export class AssessmentController {
  constructor(
    private readonly criteria: CriteriaService,
    private readonly assessments: AssessmentsService,
    private readonly pages: AssessmentPagesService,
    private readonly sheets: AssessmentSheetsService,
  ) {}

  @Get('processes/:processId/criteria')
  @May(readCriteria)
  viewCriteria(@Me() me: Viewer, @Param(parsed(AssessmentsOf)) { processId }: AssessmentsOf): Promise<CriteriaView> {
    return this.criteria.view(me, processId);
  }

  @Put('processes/:processId/criteria')
  @HttpCode(204)
  @Idempotent()
  @May(editCriteria)
  editCriteria(@Me() me: Viewer, @Param(parsed(AssessmentsOf)) { processId }: AssessmentsOf, @Body(parsed(EditCriteria)) input: EditCriteria): Promise<void> {
    return this.criteria.edit(me, processId, input);
  }

  @Get('processes/:processId/assessments')
  @May(readAssessments)
  ofProcess(@Me() me: Viewer, @Param(parsed(AssessmentsOf)) { processId }: AssessmentsOf, @Query(parsed(AssessedQuery)) query: AssessedQuery): Promise<Page<AssessedIdea>> {
    return this.pages.ofProcess(me, processId, query);
  }

  @Post('processes/:processId/assessments')
  @Idempotent()
  @May(askForAssessments)
  ask(@Me() me: Viewer, @Param(parsed(AssessmentsOf)) { processId }: AssessmentsOf, @Body(parsed(AskForAssessments)) input: AskForAssessments): Promise<Asked> {
    return this.assessments.ask(me, processId, input);
  }

  @Get('assessments')
  @May(signedIn)
  waiting(@Me() me: Viewer, @Query(parsed(PageQuery)) query: PageQuery): Promise<Page<WaitingAssessment>> {
    return this.pages.waiting(me, query);
  }

  @Get('assessments/:id')
  @May(readAssessment)
  view(@Me() me: Viewer, @Param(parsed(ById)) { id }: { id: string }): Promise<AssessmentView> {
    return this.pages.view(me, id);
  }

  @Put('assessments/:id')
  @HttpCode(204)
  @Idempotent()
  @May(writeAssessment)
  write(@Me() me: Viewer, @Param(parsed(ById)) { id }: { id: string }, @Body(parsed(WriteAssessment)) input: WriteAssessment): Promise<void> {
    return this.assessments.write(me, id, input);
  }

  @Post('assessments/:id/publication')
  @HttpCode(204)
  @Idempotent()
  @May(publishAssessment)
  publish(@Me() me: Viewer, @Param(parsed(ById)) { id }: { id: string }): Promise<void> {
    return this.assessments.publish(me, id);
  }

  @Delete('assessments/:id')
  @HttpCode(204)
  @Idempotent()
  @May(withdrawAssessment)
  withdraw(@Me() me: Viewer, @Param(parsed(ById)) { id }: { id: string }): Promise<void> {
    return this.assessments.withdraw(me, id);
  }

  @Get('ideas/:ideaId/assessments')
  @May(readCriteria)
  published(@Me() me: Viewer, @Param(parsed(AssessmentsOfIdea)) { ideaId }: { ideaId: string }): Promise<PublishedAssessment[]> {
    return this.pages.published(me, ideaId);
  }

  @Post('processes/:processId/assessment-sheets')
  @HttpCode(200)
  @May(exchangeAssessments)
  async export(@Me() me: Viewer, @Param(parsed(AssessmentsOf)) { processId }: AssessmentsOf, @Body(parsed(AssessmentSheet)) { language }: AssessmentSheet, @Res() response: Response): Promise<void> {
    mayTakeLong(response);
    const bytes = await this.sheets.export(me, processId, language);
    response.set({ 'Content-Type': SHEET_TYPE, 'Content-Disposition': 'attachment; filename="assessments.xlsx"', 'Content-Security-Policy': `default-src 'none'; sandbox`, 'X-Content-Type-Options': 'nosniff' });
    response.send(bytes);
  }

  @Post('processes/:processId/assessment-sheet-previews')
  @HttpCode(200)
  @May(exchangeAssessments)
  @TakesFile(SHEET_TYPE)
  preview(@Me() me: Viewer, @Param(parsed(AssessmentsOf)) { processId }: AssessmentsOf, @Query(parsed(AssessmentSheet)) { language }: AssessmentSheet, @Req() request: Request): Promise<SheetPreview> {
    return this.sheets.preview(me, processId, request, language);
  }

  @Post('processes/:processId/assessment-sheet-imports')
  @HttpCode(200)
  @May(exchangeAssessments)
  @TakesFile(SHEET_TYPE)
  @Idempotent()
  import(@Me() me: Viewer, @Param(parsed(AssessmentsOf)) { processId }: AssessmentsOf, @Query(parsed(AssessmentSheet)) { language }: AssessmentSheet, @Req() request: Request): Promise<SheetImported> {
    return this.sheets.import(me, processId, request, language);
  }
}
