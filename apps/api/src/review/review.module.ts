import { Module } from '@nestjs/common';
import { DutiesModule } from '../duties/duties.module.ts';
import { DutiesService } from '../duties/duties.service.ts';
import { IdeasModule } from '../ideas/ideas.module.ts';
import { IdentityModule } from '../identity/identity.module.ts';
import { MailModule } from '../mail/mail.module.ts';
import { OutputsModule } from '../outputs/outputs.module.ts';
import { ParticipationModule } from '../participation/participation.module.ts';
import { ProvenanceModule } from '../provenance/provenance.module.ts';
import { CarryOvers } from './carry-overs.service.ts';
import { MeetingPages } from './meetings/meeting-pages.service.ts';
import { MeetingsController } from './meetings/meetings.controller.ts';
import { MeetingLetters } from './meetings/meeting-letters.ts';
import { Meetings } from './meetings/meetings.service.ts';
import { OpinionFiles } from './meetings/opinion-files.service.ts';
import { MemberLetters } from './member-letters.ts';
import { ReviewController } from './review.controller.ts';
import { ReviewPages } from './review-pages.service.ts';
import { ReviewService } from './review.service.ts';
import { missingCommitments } from './commitment-duty.ts';
import { DecisionItems } from './decision-items.service.ts';
import { missingDecisions, missingOpinions, missingPositions } from './referral-duty.ts';
import { AuthorQuestionsService } from './questions/author-questions.service.ts';
import { askedAuthors, askedQuestions } from './questions/question-duty.ts';
import { ReferralQuestionsController } from './questions/questions.controller.ts';
import { ReferralQuestions } from './questions/questions.service.ts';
import { Referrals } from './route/referrals.service.ts';
import { RoutePages } from './route/route-pages.service.ts';
import { RoutesController } from './route/routes.controller.ts';
import { Routes } from './route/routes.service.ts';

@Module({
  imports: [DutiesModule, IdentityModule, MailModule, ProvenanceModule, ParticipationModule, IdeasModule, OutputsModule],
  controllers: [ReviewController, ReferralQuestionsController, RoutesController, MeetingsController],
  providers: [ReviewService, DecisionItems, ReviewPages, CarryOvers, ReferralQuestions, AuthorQuestionsService, MemberLetters, Referrals, Routes, RoutePages, Meetings, MeetingLetters, MeetingPages, OpinionFiles],
  exports: [ReviewService, ReviewPages, ReferralQuestions, AuthorQuestionsService, Referrals, Meetings],
})
export class ReviewModule {
  constructor(duties: DutiesService) {
    duties.provide(missingCommitments);
    duties.provide(missingOpinions);
    duties.provide(missingPositions);
    duties.provide(missingDecisions);
    duties.provide(askedQuestions);
    duties.provide(askedAuthors);
  }
}
