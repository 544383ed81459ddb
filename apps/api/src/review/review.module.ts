import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module.ts';
import { OutputsModule } from '../outputs/outputs.module.ts';
import { ParticipationModule } from '../participation/participation.module.ts';
import { ProvenanceModule } from '../provenance/provenance.module.ts';
import { ReviewController } from './review.controller.ts';
import { ReviewPages } from './review-pages.service.ts';
import { ReviewService } from './review.service.ts';

@Module({
  imports: [IdentityModule, ProvenanceModule, ParticipationModule, OutputsModule],
  controllers: [ReviewController],
  providers: [ReviewService, ReviewPages],
  exports: [ReviewService, ReviewPages],
})
export class ReviewModule {}
