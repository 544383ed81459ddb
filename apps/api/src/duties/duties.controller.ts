import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, Res } from '@nestjs/common';
import { SHEET_TYPE } from '@spolu/contracts/assessment';
import { ById, type Page, PageQuery } from '@spolu/contracts/common';
import {
  ContributionsQuery, DutyQuery, EditAnswerTerms, EditReminderLadder, OverviewFile, TermsOf,
  type AnsweredContribution, type AnswerTerms, type DutyView, type HolderOverview, type ProcessOverview, type ReminderLadder, type WaitingView,
} from '@spolu/contracts/duties';
import type { Response } from 'express';
import { Idempotent } from '../http/idempotency.ts';
import { parsed } from '../http/parsed.ts';
import { everybody, May, signedIn } from '../http/policy.ts';
import { Me, type Viewer } from '../http/viewer.ts';
import { AnswerTermsService } from './answer-terms.service.ts';
import { DutiesService } from './duties.service.ts';
import { editAnswerTerms, editReminderLadder, readAnswerTerms, readOverview } from './duties.policy.ts';
import { OverviewService } from './overview.service.ts';

@Controller()
export class DutiesController {
  constructor(
    private readonly duties: DutiesService,
    private readonly terms: AnswerTermsService,
    private readonly overview: OverviewService,
  ) {}

  @Get('duties')
  @May(signedIn)
  list(@Me() me: Viewer, @Query(parsed(DutyQuery)) query: DutyQuery): Promise<Page<DutyView>> {
    return this.duties.list(me, query);
  }

  @Get('overview/processes')
  @May(readOverview)
  processes(@Me() me: Viewer, @Query(parsed(PageQuery)) query: PageQuery): Promise<Page<ProcessOverview>> {
    return this.overview.processes(me, query);
  }

  @Get('overview/holders')
  @May(readOverview)
  holders(@Me() me: Viewer, @Query(parsed(PageQuery)) query: PageQuery): Promise<Page<HolderOverview>> {
    return this.overview.holders(me, query);
  }

  @Get('overview/contributions')
  @May(readOverview)
  contributions(@Me() me: Viewer, @Query(parsed(ContributionsQuery)) query: ContributionsQuery): Promise<Page<AnsweredContribution>> {
    return this.overview.contributions(me, query);
  }

  @Post('overview-files')
  @HttpCode(200)
  @May(readOverview)
  async file(@Me() me: Viewer, @Body(parsed(OverviewFile)) input: OverviewFile, @Res() response: Response): Promise<void> {
    const bytes = await this.overview.file(me, input);
    response.set({
      'Content-Type': input.format === 'csv' ? 'text/csv; charset=utf-8' : SHEET_TYPE, 'Content-Disposition': `attachment; filename="overview.${input.format}"`,
      'Content-Security-Policy': `default-src 'none'; sandbox`, 'X-Content-Type-Options': 'nosniff',
    });
    response.send(bytes);
  }

  @Get('records/:id/waiting')
  @May(everybody)
  waiting(@Me() me: Viewer, @Param(parsed(ById)) { id }: { id: string }): Promise<WaitingView> {
    return this.duties.waiting(me, id);
  }

  @Get('processes/:processId/answer-terms')
  @May(readAnswerTerms)
  viewTerms(@Me() me: Viewer, @Param(parsed(TermsOf)) { processId }: { processId: string }): Promise<AnswerTerms> {
    return this.terms.terms(me, processId);
  }

  @Put('processes/:processId/answer-terms')
  @HttpCode(204)
  @Idempotent()
  @May(editAnswerTerms)
  editTerms(@Me() me: Viewer, @Param(parsed(TermsOf)) { processId }: { processId: string }, @Body(parsed(EditAnswerTerms)) input: EditAnswerTerms): Promise<void> {
    return this.terms.editTerms(me, processId, input);
  }

  @Get('reminder-ladder')
  @May(signedIn)
  ladder(@Me() me: Viewer): Promise<ReminderLadder> {
    return this.terms.ladder(me);
  }

  @Put('reminder-ladder')
  @HttpCode(204)
  @Idempotent()
  @May(editReminderLadder)
  editLadder(@Me() me: Viewer, @Body(parsed(EditReminderLadder)) input: EditReminderLadder): Promise<void> {
    return this.terms.editLadder(me, input);
  }
}
