import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { AddComment, EditComment, HideWords, ReportWords, type CommentThread } from '@spolu/contracts/comments';
import { ById, type Made, type Page, PageQuery } from '@spolu/contracts/common';
import { ReportsQuery, SupportIdea, type IdeaTalk, type ReportList } from '@spolu/contracts/idea-talk';
import { IdeasOf } from '@spolu/contracts/ideas';
import { Idempotent } from '../../http/idempotency.ts';
import { parsed } from '../../http/parsed.ts';
import { May } from '../../http/policy.ts';
import { Me, type Viewer } from '../../http/viewer.ts';
import { readIdeas } from '../ideas.policy.ts';
import { IdeaModerationService } from './idea-moderation.service.ts';
import { moderateIdeas, talkAboutIdea } from './idea-talk.policy.ts';
import { IdeaTalkService } from './idea-talk.service.ts';

@Controller()
export class IdeaTalkController {
  constructor(
    private readonly talk: IdeaTalkService,
    private readonly moderation: IdeaModerationService,
  ) {}

  @Get('ideas/:id/talk')
  @May(readIdeas)
  read(@Me() me: Viewer, @Param(parsed(ById)) { id }: { id: string }): Promise<IdeaTalk> {
    return this.talk.talk(me, id);
  }

  @Put('ideas/:id/support')
  @HttpCode(204)
  @Idempotent()
  @May(talkAboutIdea)
  support(@Me() me: Viewer, @Param(parsed(ById)) { id }: { id: string }, @Body(parsed(SupportIdea)) { supporting }: SupportIdea): Promise<void> {
    return this.talk.support(me, id, supporting);
  }

  @Get('ideas/:id/comments')
  @May(readIdeas)
  comments(@Me() me: Viewer, @Param(parsed(ById)) { id }: { id: string }, @Query(parsed(PageQuery)) query: PageQuery): Promise<Page<CommentThread>> {
    return this.talk.listComments(me, id, query);
  }

  @Post('ideas/:id/comments')
  @Idempotent()
  @May(talkAboutIdea)
  comment(@Me() me: Viewer, @Param(parsed(ById)) { id }: { id: string }, @Body(parsed(AddComment)) input: AddComment): Promise<Made> {
    return this.talk.comment(me, id, input);
  }

  @Put('idea-comments/:id')
  @HttpCode(204)
  @Idempotent()
  @May(talkAboutIdea)
  edit(@Me() me: Viewer, @Param(parsed(ById)) { id }: { id: string }, @Body(parsed(EditComment)) { text }: EditComment): Promise<void> {
    return this.talk.editComment(me, id, text);
  }

  @Delete('idea-comments/:id')
  @HttpCode(204)
  @Idempotent()
  @May(talkAboutIdea)
  remove(@Me() me: Viewer, @Param(parsed(ById)) { id }: { id: string }): Promise<void> {
    return this.talk.removeComment(me, id);
  }

  @Post('ideas/:id/reports')
  @HttpCode(204)
  @Idempotent()
  @May(talkAboutIdea)
  reportIdea(@Me() me: Viewer, @Param(parsed(ById)) { id }: { id: string }, @Body(parsed(ReportWords)) input: ReportWords): Promise<void> {
    return this.talk.reportIdea(me, id, input);
  }

  @Post('idea-comments/:id/reports')
  @HttpCode(204)
  @Idempotent()
  @May(talkAboutIdea)
  reportComment(@Me() me: Viewer, @Param(parsed(ById)) { id }: { id: string }, @Body(parsed(ReportWords)) input: ReportWords): Promise<void> {
    return this.talk.reportComment(me, id, input);
  }

  @Put('ideas/:id/hiding')
  @HttpCode(204)
  @Idempotent()
  @May(moderateIdeas)
  hideIdea(@Me() me: Viewer, @Param(parsed(ById)) { id }: { id: string }, @Body(parsed(HideWords)) input: HideWords): Promise<void> {
    return this.moderation.hideIdea(me, id, input);
  }

  @Put('idea-comments/:id/hiding')
  @HttpCode(204)
  @Idempotent()
  @May(moderateIdeas)
  hideComment(@Me() me: Viewer, @Param(parsed(ById)) { id }: { id: string }, @Body(parsed(HideWords)) input: HideWords): Promise<void> {
    return this.moderation.hideComment(me, id, input);
  }

  @Get('processes/:processId/reports')
  @May(moderateIdeas)
  reports(@Me() me: Viewer, @Param(parsed(IdeasOf)) { processId }: IdeasOf, @Query(parsed(ReportsQuery)) query: PageQuery): Promise<ReportList> {
    return this.moderation.reports(me, processId, query);
  }
}
