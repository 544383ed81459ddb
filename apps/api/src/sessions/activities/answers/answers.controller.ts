import { Body, Controller, Get, Headers, HttpCode, Param, Post, Put } from '@nestjs/common';
import { GiveAnswer, GiveSecretAnswer, type NamedAnswer, type OwnAnswer } from '@spolu/contracts/activities/answers';
import { ById, Id } from '@spolu/contracts/common';
import { Problem } from '@spolu/contracts/problems';
import { Idempotent } from '../../../http/idempotency.ts';
import { parsed } from '../../../http/parsed.ts';
import { May } from '../../../http/policy.ts';
import { Me, type Viewer } from '../../../http/viewer.ts';
import { enterRoom, takePart } from '../../sessions.policy.ts';
import { AnswersService } from './answers.service.ts';

type ById = { id: string };

@Controller('activities/:id')
export class AnswersController {
  constructor(private readonly answers: AnswersService) {}

  @Put('answer')
  @Idempotent()
  @May(takePart)
  give(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById, @Body(parsed(GiveAnswer)) input: GiveAnswer): Promise<OwnAnswer> {
    return this.answers.give(me, id, input);
  }

  /** Not `@Idempotent()`: a digest of so few possible words, stored beside who sent them, would give the answer away. */
  @Post('secret-answer')
  @HttpCode(200)
  @May(takePart)
  giveSecretly(
    @Me() me: Viewer, @Param(parsed(ById)) { id }: ById, @Body(parsed(GiveSecretAnswer)) input: GiveSecretAnswer, @Headers('idempotency-key') key: string | undefined,
  ): Promise<OwnAnswer> {
    const command = Id.safeParse(key);
    if (!command.success) throw new Problem('idempotency-key-missing');
    return this.answers.giveSecretly(me, id, command.data, input);
  }

  @Get('answer')
  @May(takePart)
  own(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById): Promise<OwnAnswer> {
    return this.answers.own(me, id);
  }

  @Get('named-answers')
  @May(enterRoom)
  named(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById): Promise<NamedAnswer[]> {
    return this.answers.named(me, id);
  }
}
