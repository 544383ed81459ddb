import { Body, Controller, Delete, Get, Headers, HttpCode, Param, Post, Put } from '@nestjs/common';
import { AskQuestion, SupportQuestion, TendQuestion, type OwnQuestion, type OwnQuestions, type StaffQuestion } from '@spolu/contracts/activities/q-and-a';
import { ById } from '@spolu/contracts/common';
import { Idempotent, keyAsId } from '../../../http/idempotency.ts';
import { parsed } from '../../../http/parsed.ts';
import { May } from '../../../http/policy.ts';
import { Me, type Viewer } from '../../../http/viewer.ts';
import { takePart, tendQuestions } from '../../sessions.policy.ts';
import { QuestionsService } from './questions.service.ts';

type ById = { id: string };

/** Questions of the hall. */
@Controller()
export class QuestionsController {
  constructor(private readonly questions: QuestionsService) {}

  /** The key is the question's id and remembers the command. */
  @Post('activities/:id/questions')
  @May(takePart)
  ask(
    @Me() me: Viewer, @Param(parsed(ById)) { id }: ById, @Body(parsed(AskQuestion)) input: AskQuestion, @Headers('idempotency-key') key: string | undefined,
  ): Promise<OwnQuestion> {
    return this.questions.ask(me, id, keyAsId(key), input);
  }

  @Get('activities/:id/questions/own')
  @May(takePart)
  own(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById): Promise<OwnQuestions> {
    return this.questions.own(me, id);
  }

  @Get('activities/:id/questions')
  @May(tendQuestions)
  all(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById): Promise<StaffQuestion[]> {
    return this.questions.all(me, id);
  }

  @Delete('questions/:id')
  @HttpCode(204)
  @Idempotent()
  @May(takePart)
  takeBack(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById): Promise<void> {
    return this.questions.takeBack(me, id);
  }

  @Put('questions/:id/support')
  @HttpCode(204)
  @Idempotent()
  @May(takePart)
  support(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById, @Body(parsed(SupportQuestion)) input: SupportQuestion): Promise<void> {
    return this.questions.support(me, id, input);
  }

  @Put('questions/:id/state')
  @HttpCode(204)
  @Idempotent()
  @May(tendQuestions)
  tend(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById, @Body(parsed(TendQuestion)) input: TendQuestion): Promise<void> {
    return this.questions.tend(me, id, input);
  }
}
