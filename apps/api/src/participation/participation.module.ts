import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module.ts';
import { ProvenanceModule } from '../provenance/provenance.module.ts';
import { ParticipationController } from './participation.controller.ts';
import { ParticipationService } from './participation.service.ts';
import { TopicChecksService } from './topic-checks.service.ts';

@Module({ imports: [IdentityModule, ProvenanceModule], controllers: [ParticipationController], providers: [ParticipationService, TopicChecksService], exports: [ParticipationService] })
export class ParticipationModule {}
