import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, Req } from '@nestjs/common';
import { ById, type Made, type Page, PageQuery } from '@spolu/contracts/common';
import { ContributeIdea, EditIdeaIntake, type IdeaIntakeView, type WaitingIdea, WriteIdea } from '@spolu/contracts/idea-intake';
import type { ConsentView } from '@spolu/contracts/consents';
import { IdeasOf } from '@spolu/contracts/ideas';
import { type Receipt, ReceiptQuery } from '@spolu/contracts/provenance';
import type { Request } from 'express';
import { Idempotent } from '../http/idempotency.ts';
import { parsed } from '../http/parsed.ts';
import { May } from '../http/policy.ts';
import { Me, type Viewer } from '../http/viewer.ts';
import { IdeaIntakeService } from './idea-intake.service.ts';
import { contributeIdea, editIdeaIntake, publishIdea, readIdeas, writeIdeaDown } from './ideas.policy.ts';

@Controller()
export class IdeaIntakeController {
  constructor(private readonly intake: IdeaIntakeService) {}

  @Get('processes/:processId/idea-intake')
  @May(readIdeas)
  view(@Me() me: Viewer, @Param(parsed(IdeasOf)) { processId }: IdeasOf): Promise<IdeaIntakeView> {
    return this.intake.view(me, processId);
  }

  @Put('processes/:processId/idea-intake')
  @HttpCode(204)
  @Idempotent()
  @May(editIdeaIntake)
  edit(@Me() me: Viewer, @Param(parsed(IdeasOf)) { processId }: IdeasOf, @Body(parsed(EditIdeaIntake)) input: EditIdeaIntake): Promise<void> {
    return this.intake.edit(me, processId, input);
  }

  @Post('processes/:processId/ideas')
  @Idempotent()
  @May(contributeIdea)
  contribute(@Me() me: Viewer, @Param(parsed(IdeasOf)) { processId }: IdeasOf, @Body(parsed(ContributeIdea)) input: ContributeIdea, @Req() request: Request): Promise<Made> {
    return this.intake.contribute(me, processId, input, request.ip);
  }

  @Post('processes/:processId/written-ideas')
  @Idempotent()
  @May(writeIdeaDown)
  writeDown(@Me() me: Viewer, @Param(parsed(IdeasOf)) { processId }: IdeasOf, @Body(parsed(WriteIdea)) input: WriteIdea): Promise<Made> {
    return this.intake.writeDown(me, processId, input);
  }

  @Get('processes/:processId/desk-consents')
  @May(writeIdeaDown)
  deskConsents(@Me() me: Viewer, @Param(parsed(IdeasOf)) { processId }: IdeasOf, @Query(parsed(ReceiptQuery)) { lang }: ReceiptQuery): Promise<ConsentView[]> {
    return this.intake.deskConsents(me, processId, lang);
  }

  /** Answers with a secret, so it is no idempotent command: whoever asks twice has two receipts, and the later one is in force. */
  @Post('ideas/:id/receipt')
  @May(writeIdeaDown)
  printReceipt(@Me() me: Viewer, @Param(parsed(ById)) { id }: { id: string }, @Req() request: Request): Promise<Receipt> {
    return this.intake.printReceipt(me, id, request);
  }

  @Get('processes/:processId/waiting-ideas')
  @May(publishIdea)
  waiting(@Me() me: Viewer, @Param(parsed(IdeasOf)) { processId }: IdeasOf, @Query(parsed(PageQuery)) query: PageQuery): Promise<Page<WaitingIdea>> {
    return this.intake.waiting(me, processId, query);
  }

  @Post('ideas/:id/publication')
  @HttpCode(204)
  @Idempotent()
  @May(publishIdea)
  publish(@Me() me: Viewer, @Param(parsed(ById)) { id }: { id: string }): Promise<void> {
    return this.intake.publish(me, id);
  }
}
