import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { BoardRef } from '@spolu/contracts/boards';
import { ById, PageQuery } from '@spolu/contracts/common';
import { type BoardTranslations, type NotesToTranslate, TranslateNote } from '@spolu/contracts/second-language';
import { viewBoard } from '../../boards/boards.policy.ts';
import { Idempotent } from '../../http/idempotency.ts';
import { parsed } from '../../http/parsed.ts';
import { May } from '../../http/policy.ts';
import { Me, type Viewer } from '../../http/viewer.ts';
import { translateNotes } from '../sessions.policy.ts';
import { TranslationsService } from './translations.service.ts';

/** Notes in the session's other language. */
@Controller()
export class TranslationsController {
  constructor(private readonly translations: TranslationsService) {}

  @Get('boards/:boardId/translations')
  @May(viewBoard)
  ofBoard(@Me() me: Viewer, @Param(parsed(BoardRef)) { boardId }: BoardRef): Promise<BoardTranslations> {
    return this.translations.ofBoard(me, boardId);
  }

  @Get('sessions/:id/translations')
  @May(translateNotes)
  list(@Me() me: Viewer, @Param(parsed(ById)) { id }: { id: string }, @Query(parsed(PageQuery)) query: PageQuery): Promise<NotesToTranslate> {
    return this.translations.list(me, id, query);
  }

  @Put('sessions/:id/translations')
  @Idempotent()
  @May(translateNotes)
  translate(@Me() me: Viewer, @Param(parsed(ById)) { id }: { id: string }, @Body(parsed(TranslateNote)) input: TranslateNote): Promise<{ version: number }> {
    return this.translations.translate(me, id, input);
  }
}
