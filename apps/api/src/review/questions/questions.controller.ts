import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ById, type Made } from '@spolu/contracts/common';
import { ReferredRef } from '@spolu/contracts/review';
import { AnswerQuestion, AskDepartment, type ReferralQuestionView } from '@spolu/contracts/review-questions';
import { Idempotent } from '../../http/idempotency.ts';
import { parsed } from '../../http/parsed.ts';
import { May } from '../../http/policy.ts';
import { Me, type Viewer } from '../../http/viewer.ts';
import { answerQuestion, askQuestion, readQuestion, withdrawQuestion } from './questions.policy.ts';
import { ReferralQuestions } from './questions.service.ts';

@Controller()
export class ReferralQuestionsController {
  constructor(private readonly questions: ReferralQuestions) {}

  @Post('referrals/:referralId/recommendations/:recommendationId/questions')
  @Idempotent()
  @May(askQuestion)
  ask(@Me() me: Viewer, @Param(parsed(ReferredRef)) ref: ReferredRef, @Body(parsed(AskDepartment)) input: AskDepartment): Promise<Made> {
    return this.questions.ask(me, ref, input);
  }

  @Get('referral-questions/:id')
  @May(readQuestion)
  view(@Me() me: Viewer, @Param(parsed(ById)) { id }: { id: string }): Promise<ReferralQuestionView> {
    return this.questions.view(me, id);
  }

  @Put('referral-questions/:id/answer')
  @HttpCode(204)
  @Idempotent()
  @May(answerQuestion)
  answer(@Me() me: Viewer, @Param(parsed(ById)) { id }: { id: string }, @Body(parsed(AnswerQuestion)) input: AnswerQuestion): Promise<void> {
    return this.questions.answer(me, id, input);
  }

  @Delete('referral-questions/:id')
  @HttpCode(204)
  @Idempotent()
  @May(withdrawQuestion)
  withdraw(@Me() me: Viewer, @Param(parsed(ById)) { id }: { id: string }): Promise<void> {
    return this.questions.withdraw(me, id);
  }
}
