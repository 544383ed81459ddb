import { Module } from '@nestjs/common';
import { DutiesModule } from '../duties/duties.module.ts';
import { DutiesService } from '../duties/duties.service.ts';
import { IdentityModule } from '../identity/identity.module.ts';
import { ParticipationModule } from '../participation/participation.module.ts';
import { ProvenanceModule } from '../provenance/provenance.module.ts';
import { ReviewModule } from '../review/review.module.ts';
import { CommitmentsController } from './commitments.controller.ts';
import { CommitmentsService } from './commitments.service.ts';
import { openMilestones } from './milestone-duty.ts';
import { CommitmentTalkController } from './talk/commitment-talk.controller.ts';
import { CommitmentTalkService } from './talk/commitment-talk.service.ts';

@Module({
  imports: [DutiesModule, IdentityModule, ProvenanceModule, ParticipationModule, ReviewModule],
  controllers: [CommitmentsController, CommitmentTalkController],
  providers: [CommitmentsService, CommitmentTalkService],
  exports: [CommitmentsService],
})
export class CommitmentsModule {
  constructor(duties: DutiesService) {
    duties.provide(openMilestones);
  }
}
