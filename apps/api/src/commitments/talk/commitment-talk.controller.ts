import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { EditComment, HideWords, ReportWords, type CommentThread } from '@spolu/contracts/comments';
import { AddCommitmentComment, BlockQuery } from '@spolu/contracts/commitments';
import { ById, type Made, type Page } from '@spolu/contracts/common';
import { Idempotent } from '../../http/idempotency.ts';
import { parsed } from '../../http/parsed.ts';
import { everybody, May } from '../../http/policy.ts';
import { Me, type Viewer } from '../../http/viewer.ts';
import { editActionPlan, talkAboutCommitment } from '../commitments.policy.ts';
import { CommitmentTalkService } from './commitment-talk.service.ts';

@Controller()
export class CommitmentTalkController {
  constructor(private readonly talk: CommitmentTalkService) {}

  @Get('commitments/:id/comments')
  @May(everybody)
  comments(@Me() me: Viewer, @Param(parsed(ById)) { id }: { id: string }, @Query(parsed(BlockQuery)) query: BlockQuery): Promise<Page<CommentThread>> {
    return this.talk.listComments(me, id, query);
  }

  @Post('commitments/:id/comments')
  @Idempotent()
  @May(talkAboutCommitment)
  comment(@Me() me: Viewer, @Param(parsed(ById)) { id }: { id: string }, @Body(parsed(AddCommitmentComment)) input: AddCommitmentComment): Promise<Made> {
    return this.talk.comment(me, id, input);
  }

  @Put('commitment-comments/:id')
  @HttpCode(204)
  @Idempotent()
  @May(talkAboutCommitment)
  edit(@Me() me: Viewer, @Param(parsed(ById)) { id }: { id: string }, @Body(parsed(EditComment)) { text }: EditComment): Promise<void> {
    return this.talk.editComment(me, id, text);
  }

  @Delete('commitment-comments/:id')
  @HttpCode(204)
  @Idempotent()
  @May(talkAboutCommitment)
  remove(@Me() me: Viewer, @Param(parsed(ById)) { id }: { id: string }): Promise<void> {
    return this.talk.removeComment(me, id);
  }

  @Post('commitment-comments/:id/reports')
  @HttpCode(204)
  @Idempotent()
  @May(talkAboutCommitment)
  report(@Me() me: Viewer, @Param(parsed(ById)) { id }: { id: string }, @Body(parsed(ReportWords)) input: ReportWords): Promise<void> {
    return this.talk.reportComment(me, id, input);
  }

  @Put('commitment-comments/:id/hiding')
  @HttpCode(204)
  @Idempotent()
  @May(editActionPlan)
  hide(@Me() me: Viewer, @Param(parsed(ById)) { id }: { id: string }, @Body(parsed(HideWords)) input: HideWords): Promise<void> {
    return this.talk.hideComment(me, id, input);
  }
}
