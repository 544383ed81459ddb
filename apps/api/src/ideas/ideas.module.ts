import { Module } from '@nestjs/common';
import { ParticipationModule } from '../participation/participation.module.ts';
import { ProvenanceModule } from '../provenance/provenance.module.ts';
import { SessionsModule } from '../sessions/sessions.module.ts';
import { IdentityModule } from '../identity/identity.module.ts';
import { IdeaChangesController } from './idea-changes.controller.ts';
import { IdeaChangesService } from './idea-changes.service.ts';
import { IdeaClusters } from './idea-clusters.ts';
import { IdeaWords } from './idea-words.ts';
import { IdeasController } from './ideas.controller.ts';
import { IdeasService } from './ideas.service.ts';

@Module({
  imports: [IdentityModule, ProvenanceModule, ParticipationModule, SessionsModule],
  controllers: [IdeasController, IdeaChangesController],
  providers: [IdeasService, IdeaChangesService, IdeaClusters, IdeaWords],
  exports: [IdeasService],
})
export class IdeasModule {}
