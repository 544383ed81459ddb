import { Module } from '@nestjs/common';
import { ParticipationModule } from '../participation/participation.module.ts';
import { ProvenanceModule } from '../provenance/provenance.module.ts';
import { SessionsModule } from '../sessions/sessions.module.ts';
import { IdeaWords } from './idea-words.ts';
import { IdeasController } from './ideas.controller.ts';
import { IdeasService } from './ideas.service.ts';

@Module({
  imports: [ProvenanceModule, ParticipationModule, SessionsModule],
  controllers: [IdeasController],
  providers: [IdeasService, IdeaWords],
  exports: [IdeasService],
})
export class IdeasModule {}
