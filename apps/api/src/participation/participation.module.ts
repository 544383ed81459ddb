import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module.ts';
import { ProvenanceModule } from '../provenance/provenance.module.ts';
import { ClaimsController } from './claims.controller.ts';
import { ClaimsService } from './claims.service.ts';
import { GuestsController } from './guests.controller.ts';
import { GuestsService } from './guests.service.ts';
import { ParticipationController } from './participation.controller.ts';
import { ParticipationService } from './participation.service.ts';
import { TopicChecksService } from './topic-checks.service.ts';

@Module({
  imports: [IdentityModule, ProvenanceModule],
  controllers: [ParticipationController, GuestsController, ClaimsController],
  providers: [ParticipationService, GuestsService, ClaimsService, TopicChecksService],
  exports: [ParticipationService, GuestsService, ClaimsService],
})
export class ParticipationModule {}
