import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import {
  BoardRef, HistoryQuery, NoteQuery, PastQuery, RestoreBoard, UndoAllOf, type BoardHistory, type HistoryPerson, type NoteHistory, type PastBoard, type Restored, type UndoneAll,
} from '@spolu/contracts/boards';
import { Idempotent } from '../http/idempotency.ts';
import { parsed } from '../http/parsed.ts';
import { May } from '../http/policy.ts';
import { Me, type Viewer } from '../http/viewer.ts';
import { BoardHistoryService } from './board-history.service.ts';
import { restoreBoard, viewHistory } from './boards.policy.ts';

@Controller('boards/:boardId')
export class BoardHistoryController {
  constructor(private readonly histories: BoardHistoryService) {}

  @Get('history')
  @May(viewHistory)
  history(@Me() me: Viewer, @Param(parsed(BoardRef)) { boardId }: BoardRef, @Query(parsed(HistoryQuery)) query: HistoryQuery): Promise<BoardHistory> {
    return this.histories.history(me, boardId, query);
  }

  @Get('history/people')
  @May(viewHistory)
  people(@Me() me: Viewer, @Param(parsed(BoardRef)) { boardId }: BoardRef): Promise<HistoryPerson[]> {
    return this.histories.people(me, boardId);
  }

  @Get('history/past')
  @May(viewHistory)
  past(@Me() me: Viewer, @Param(parsed(BoardRef)) { boardId }: BoardRef, @Query(parsed(PastQuery)) query: PastQuery): Promise<PastBoard> {
    return this.histories.past(me, boardId, query);
  }

  @Get('history/note')
  @May(viewHistory)
  note(@Me() me: Viewer, @Param(parsed(BoardRef)) { boardId }: BoardRef, @Query(parsed(NoteQuery)) query: NoteQuery): Promise<NoteHistory> {
    return this.histories.note(me, boardId, query);
  }

  @Post('restorations')
  @May(restoreBoard)
  @Idempotent()
  restore(@Me() me: Viewer, @Param(parsed(BoardRef)) { boardId }: BoardRef, @Body(parsed(RestoreBoard)) input: RestoreBoard): Promise<Restored> {
    return this.histories.restore(me, boardId, input);
  }

  @Post('undoings')
  @May(restoreBoard)
  @Idempotent()
  undoAllOf(@Me() me: Viewer, @Param(parsed(BoardRef)) { boardId }: BoardRef, @Body(parsed(UndoAllOf)) input: UndoAllOf): Promise<UndoneAll> {
    return this.histories.undoAllOf(me, boardId, input);
  }
}
