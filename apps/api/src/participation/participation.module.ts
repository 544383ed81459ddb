import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module.ts';
import { ParticipationController } from './participation.controller.ts';
import { ParticipationService } from './participation.service.ts';

@Module({ imports: [IdentityModule], controllers: [ParticipationController], providers: [ParticipationService], exports: [ParticipationService] })
export class ParticipationModule {}
