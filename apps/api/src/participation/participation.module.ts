import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module.ts';
import { ProvenanceModule } from '../provenance/provenance.module.ts';
import { ParticipationController } from './participation.controller.ts';
import { ParticipationService } from './participation.service.ts';

@Module({ imports: [IdentityModule, ProvenanceModule], controllers: [ParticipationController], providers: [ParticipationService], exports: [ParticipationService] })
export class ParticipationModule {}
