import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module.ts';
import { ParticipationModule } from '../participation/participation.module.ts';
import { ProvenanceModule } from '../provenance/provenance.module.ts';
import { SessionsModule } from '../sessions/sessions.module.ts';
import { IdeaChangesController } from './idea-changes.controller.ts';
import { IdeaChangesService } from './idea-changes.service.ts';
import { IdeaClusters } from './idea-clusters.ts';
import { IdeaIntakeController } from './idea-intake.controller.ts';
import { IdeaIntakeService } from './idea-intake.service.ts';
import { IdeaModerationService } from './talk/idea-moderation.service.ts';
import { IdeaTalkController } from './talk/idea-talk.controller.ts';
import { IdeaTalkService } from './talk/idea-talk.service.ts';
import { IdeaWords } from './idea-words.ts';
import { IdeasController } from './ideas.controller.ts';
import { IdeasService } from './ideas.service.ts';

@Module({
  imports: [IdentityModule, ProvenanceModule, ParticipationModule, SessionsModule],
  controllers: [IdeasController, IdeaChangesController, IdeaTalkController, IdeaIntakeController],
  providers: [IdeasService, IdeaChangesService, IdeaTalkService, IdeaModerationService, IdeaClusters, IdeaIntakeService, IdeaWords],
  exports: [IdeasService],
})
export class IdeasModule {}
