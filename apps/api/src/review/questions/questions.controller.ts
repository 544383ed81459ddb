import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ById, type Made } from '@spolu/contracts/common';
import { ReferredRef } from '@spolu/contracts/review';
import { AnswerByReceipt, AnswerQuestion, AskAuthor, AskDepartment, HideQuestion, LookUpAuthorQuestions, type AskableView, type AuthorQuestions, type ReferralQuestionView } from '@spolu/contracts/review-questions';
import { Idempotent } from '../../http/idempotency.ts';
import { parsed } from '../../http/parsed.ts';
import { everybody, May } from '../../http/policy.ts';
import { Me, type Viewer } from '../../http/viewer.ts';
import { readOwnContributions } from '../../provenance/provenance.policy.ts';
import { AuthorQuestionsService } from './author-questions.service.ts';
import { answerQuestion, askQuestion, hideQuestion, readQuestion, withdrawQuestion } from './questions.policy.ts';
import { ReferralQuestions } from './questions.service.ts';

@Controller()
export class ReferralQuestionsController {
  constructor(
    private readonly questions: ReferralQuestions,
    private readonly authors: AuthorQuestionsService,
  ) {}

  @Get('referrals/:referralId/recommendations/:recommendationId/askable')
  @May(askQuestion)
  askable(@Me() me: Viewer, @Param(parsed(ReferredRef)) ref: ReferredRef): Promise<AskableView> {
    return this.authors.askable(me, ref);
  }

  @Post('referrals/:referralId/recommendations/:recommendationId/author-questions')
  @Idempotent()
  @May(askQuestion)
  askAuthor(@Me() me: Viewer, @Param(parsed(ReferredRef)) ref: ReferredRef, @Body(parsed(AskAuthor)) input: AskAuthor): Promise<Made> {
    return this.authors.ask(me, ref, input);
  }

  @Get('author-questions')
  @May(readOwnContributions)
  own(@Me() me: Viewer): Promise<AuthorQuestions> {
    return this.authors.own(me);
  }

  // Carry the secret of a receipt: POST, so that it stands in no address. An answer names its revision, so it may be sent twice.
  @Post('author-question-lookups')
  @HttpCode(200)
  @May(everybody)
  lookUp(@Body(parsed(LookUpAuthorQuestions)) { secret }: LookUpAuthorQuestions): Promise<AuthorQuestions> {
    return this.authors.byReceipt(secret);
  }

  @Post('author-answers')
  @HttpCode(204)
  @May(everybody)
  answerByReceipt(@Body(parsed(AnswerByReceipt)) input: AnswerByReceipt): Promise<void> {
    return this.authors.answerByReceipt(input);
  }

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

  @Put('referral-questions/:id/hiding')
  @HttpCode(204)
  @Idempotent()
  @May(hideQuestion)
  hide(@Me() me: Viewer, @Param(parsed(ById)) { id }: { id: string }, @Body(parsed(HideQuestion)) input: HideQuestion): Promise<void> {
    return this.questions.hide(me, id, input);
  }

  @Delete('referral-questions/:id')
  @HttpCode(204)
  @Idempotent()
  @May(withdrawQuestion)
  withdraw(@Me() me: Viewer, @Param(parsed(ById)) { id }: { id: string }): Promise<void> {
    return this.questions.withdraw(me, id);
  }
}
