import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module.ts';
import { OutputsModule } from '../outputs/outputs.module.ts';
import { ParticipationModule } from '../participation/participation.module.ts';
import { ProvenanceModule } from '../provenance/provenance.module.ts';
import { MeetingPages } from './meetings/meeting-pages.service.ts';
import { MeetingsController } from './meetings/meetings.controller.ts';
import { Meetings } from './meetings/meetings.service.ts';
import { OpinionFiles } from './meetings/opinion-files.service.ts';
import { ReviewController } from './review.controller.ts';
import { ReviewPages } from './review-pages.service.ts';
import { ReviewService } from './review.service.ts';

@Module({
  imports: [IdentityModule, ProvenanceModule, ParticipationModule, OutputsModule],
  controllers: [ReviewController, MeetingsController],
  providers: [ReviewService, ReviewPages, Meetings, MeetingPages, OpinionFiles],
  exports: [ReviewService, ReviewPages, Meetings],
})
export class ReviewModule {}
