import { Body, Controller, Delete, Get, Param, Post, Put, Query } from '@nestjs/common';
import { AddComment, CommentRef, React, ResolveThread, TalkQuery, ThreadQuery, type OwnTalk, type TalkPage, type Thread } from '@spolu/contracts/board-talk';
import { BoardRef } from '@spolu/contracts/boards';
import { Idempotent } from '../../http/idempotency.ts';
import { parsed } from '../../http/parsed.ts';
import { May } from '../../http/policy.ts';
import { Me, type Viewer } from '../../http/viewer.ts';
import { viewBoard } from '../boards.policy.ts';
import { commentOnBoard, reactOnBoard, removeComment, resolveThread } from './talk.policy.ts';
import { TalkService } from './talk.service.ts';

@Controller('boards/:boardId')
export class TalkController {
  constructor(private readonly talk: TalkService) {}

  @Get('talk')
  @May(viewBoard)
  page(@Me() me: Viewer, @Param(parsed(BoardRef)) { boardId }: BoardRef, @Query(parsed(TalkQuery)) query: TalkQuery): Promise<TalkPage> {
    return this.talk.page(me, boardId, query);
  }

  @Get('comments')
  @May(viewBoard)
  thread(@Me() me: Viewer, @Param(parsed(BoardRef)) { boardId }: BoardRef, @Query(parsed(ThreadQuery)) { objectId }: ThreadQuery): Promise<Thread> {
    return this.talk.thread(me, boardId, objectId);
  }

  @Post('comments')
  @May(commentOnBoard)
  @Idempotent()
  comment(@Me() me: Viewer, @Param(parsed(BoardRef)) { boardId }: BoardRef, @Body(parsed(AddComment)) input: AddComment): Promise<OwnTalk> {
    return this.talk.comment(me, boardId, input);
  }

  @Delete('comments/:commentId')
  @May(removeComment)
  @Idempotent()
  remove(@Me() me: Viewer, @Param(parsed(CommentRef)) ref: CommentRef): Promise<OwnTalk> {
    return this.talk.removeComment(me, ref);
  }

  @Put('resolutions')
  @May(resolveThread)
  @Idempotent()
  resolve(@Me() me: Viewer, @Param(parsed(BoardRef)) { boardId }: BoardRef, @Body(parsed(ResolveThread)) input: ResolveThread): Promise<OwnTalk> {
    return this.talk.resolve(me, boardId, input);
  }

  @Put('reactions')
  @May(reactOnBoard)
  @Idempotent()
  react(@Me() me: Viewer, @Param(parsed(BoardRef)) { boardId }: BoardRef, @Body(parsed(React)) input: React): Promise<OwnTalk> {
    return this.talk.react(me, boardId, input);
  }
}
