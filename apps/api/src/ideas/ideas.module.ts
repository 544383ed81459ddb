import { Module } from '@nestjs/common';
import { DutiesModule } from '../duties/duties.module.ts';
import { DutiesService } from '../duties/duties.service.ts';
import { FilesModule } from '../files/files.module.ts';
import { IdentityModule } from '../identity/identity.module.ts';
import { ParticipationModule } from '../participation/participation.module.ts';
import { ProvenanceModule } from '../provenance/provenance.module.ts';
import { SessionsModule } from '../sessions/sessions.module.ts';
import { IdeaChangesController } from './idea-changes.controller.ts';
import { IdeaChangesService } from './idea-changes.service.ts';
import { IdeaClusters } from './idea-clusters.ts';
import { IdeaIntakeController } from './idea-intake.controller.ts';
import { IdeaIntakeService } from './idea-intake.service.ts';
import { IdeaPicturesController } from './idea-pictures.controller.ts';
import { IdeaPicturesService } from './idea-pictures.service.ts';
import { IdeaModerationService } from './talk/idea-moderation.service.ts';
import { IdeaTalkController } from './talk/idea-talk.controller.ts';
import { IdeaTalkService } from './talk/idea-talk.service.ts';
import { IdeaWords } from './idea-words.ts';
import { IdeasController } from './ideas.controller.ts';
import { IdeasService } from './ideas.service.ts';
import { ideaAnswers } from './idea-duty.ts';

@Module({
  imports: [DutiesModule, FilesModule, IdentityModule, ProvenanceModule, ParticipationModule, SessionsModule],
  controllers: [IdeasController, IdeaChangesController, IdeaTalkController, IdeaIntakeController, IdeaPicturesController],
  providers: [IdeasService, IdeaChangesService, IdeaTalkService, IdeaModerationService, IdeaClusters, IdeaIntakeService, IdeaPicturesService, IdeaWords],
  exports: [IdeasService, IdeaChangesService],
})
export class IdeasModule {
  constructor(duties: DutiesService) {
    duties.provide(ideaAnswers);
  }
}
