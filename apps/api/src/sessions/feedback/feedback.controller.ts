import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ById } from '@spolu/contracts/common';
import { ReviewWords, type FeedbackView } from '@spolu/contracts/feedback';
import { Idempotent } from '../../http/idempotency.ts';
import { parsed } from '../../http/parsed.ts';
import { May } from '../../http/policy.ts';
import { Me, type Viewer } from '../../http/viewer.ts';
import { editReport } from '../sessions.policy.ts';
import { FeedbackService } from './feedback.service.ts';

type ById = { id: string };

@Controller()
export class FeedbackController {
  constructor(private readonly feedback: FeedbackService) {}

  @Get('sessions/:id/feedback')
  @May(editReport)
  view(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById): Promise<FeedbackView> {
    return this.feedback.view(me, id);
  }

  @Put('feedback-words/:id/state')
  @Idempotent()
  @May(editReport)
  review(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById, @Body(parsed(ReviewWords)) input: ReviewWords): Promise<void> {
    return this.feedback.review(me, id, input);
  }
}
