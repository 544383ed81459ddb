import { Module } from '@nestjs/common';
import { AssessmentModule } from '../assessment/assessment.module.ts';
import { IdeasModule } from '../ideas/ideas.module.ts';
import { IdentityModule } from '../identity/identity.module.ts';
import { ParticipationModule } from '../participation/participation.module.ts';
import { ProvenanceModule } from '../provenance/provenance.module.ts';
import { PublicVotesModule } from '../public-votes/public-votes.module.ts';
import { DossierEvidence } from './dossier-evidence.ts';
import { OutputsController } from './outputs.controller.ts';
import { OutputsService } from './outputs.service.ts';

@Module({
  imports: [IdentityModule, ProvenanceModule, ParticipationModule, IdeasModule, AssessmentModule, PublicVotesModule],
  controllers: [OutputsController],
  providers: [OutputsService, DossierEvidence],
  exports: [OutputsService],
})
export class OutputsModule {}
