import { Body, Controller, Get, Headers, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ById, Id } from '@spolu/contracts/common';
import { AnswerSurvey, ChooseSurveys, LookUpSurvey, SetSurvey, SurveyByReceipt, type SurveyLink, type SurveyOffer, type SurveyPaper } from '@spolu/contracts/feedback';
import { Problem } from '@spolu/contracts/problems';
import { Idempotent } from '../../http/idempotency.ts';
import { parsed } from '../../http/parsed.ts';
import { everybody, May } from '../../http/policy.ts';
import { Me, type Viewer } from '../../http/viewer.ts';
import { editReport, takePart } from '../sessions.policy.ts';
import { SurveyService } from './survey.service.ts';

type ById = { id: string };

@Controller()
export class SurveyController {
  constructor(private readonly survey: SurveyService) {}

  @Get('sessions/:id/survey')
  @May(takePart)
  offer(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById): Promise<SurveyOffer | null> {
    return this.survey.offer(me, id);
  }

  @Put('sessions/:id/survey')
  @Idempotent()
  @May(editReport)
  set(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById, @Body(parsed(SetSurvey)) input: SetSurvey): Promise<void> {
    return this.survey.set(me, id, input);
  }

  @Put('sessions/:id/questionnaires')
  @Idempotent()
  @May(editReport)
  choose(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById, @Body(parsed(ChooseSurveys)) input: ChooseSurveys): Promise<void> {
    return this.survey.choose(me, id, input);
  }

  /** Answers with a secret, so it is no idempotent command. */
  @Post('sessions/:id/survey-links')
  @May(takePart)
  link(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById): Promise<SurveyLink> {
    return this.survey.link(me, id);
  }

  @Post('receipt-survey-links')
  @May(everybody)
  linkByReceipt(@Body(parsed(SurveyByReceipt)) { secret }: SurveyByReceipt): Promise<SurveyLink> {
    return this.survey.linkByReceipt(secret);
  }

  @Post('survey-lookups')
  @HttpCode(200)
  @May(everybody)
  paper(@Body(parsed(LookUpSurvey)) { secret }: LookUpSurvey): Promise<SurveyPaper> {
    return this.survey.paper(secret);
  }

  /** Not `@Idempotent()`: a digest of the answers beside who sent them would tie them together. */
  @Post('survey-answers')
  @HttpCode(204)
  @May(everybody)
  answer(@Body(parsed(AnswerSurvey)) input: AnswerSurvey, @Headers('idempotency-key') key: string | undefined): Promise<void> {
    const command = Id.safeParse(key);
    if (!command.success) throw new Problem('idempotency-key-missing');
    return this.survey.answer(command.data, input);
  }
}
