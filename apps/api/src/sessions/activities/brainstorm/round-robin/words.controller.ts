import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { GiveWord, PassWord } from '@spolu/contracts/activities/brainstorm';
import { ById } from '@spolu/contracts/common';
import { Idempotent } from '../../../../http/idempotency.ts';
import { parsed } from '../../../../http/parsed.ts';
import { May } from '../../../../http/policy.ts';
import { Me, type Viewer } from '../../../../http/viewer.ts';
import { runSession, takePart } from '../../../sessions.policy.ts';
import { WordsService } from './words.service.ts';

type ById = { id: string };

/** One after the other has the word. */
@Controller('activities/:id')
export class WordsController {
  constructor(private readonly words: WordsService) {}

  @Post('pass')
  @HttpCode(204)
  @Idempotent()
  @May(takePart)
  pass(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById, @Body(parsed(PassWord)) input: PassWord): Promise<void> {
    return this.words.pass(me, id, input);
  }

  @Post('skip-speaker')
  @HttpCode(204)
  @Idempotent()
  @May(runSession)
  skip(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById, @Body(parsed(PassWord)) input: PassWord): Promise<void> {
    return this.words.skip(me, id, input);
  }

  @Post('give-word')
  @HttpCode(204)
  @Idempotent()
  @May(runSession)
  give(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById, @Body(parsed(GiveWord)) input: GiveWord): Promise<void> {
    return this.words.give(me, id, input);
  }
}
