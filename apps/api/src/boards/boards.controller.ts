import { Controller, Get, Param } from '@nestjs/common';
import { BoardRef, type BoardOutline } from '@spolu/contracts/boards';
import { parsed } from '../http/parsed.ts';
import { May } from '../http/policy.ts';
import { Me, type Viewer } from '../http/viewer.ts';
import { viewBoard } from './boards.policy.ts';
import { BoardsService } from './boards.service.ts';

@Controller('boards/:boardId')
export class BoardsController {
  constructor(private readonly boards: BoardsService) {}

  @Get()
  @May(viewBoard)
  outline(@Me() me: Viewer, @Param(parsed(BoardRef)) { boardId }: BoardRef): Promise<BoardOutline> {
    return this.boards.outline(me, boardId);
  }
}
