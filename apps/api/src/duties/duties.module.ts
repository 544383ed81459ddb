import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module.ts';
import { MailModule } from '../mail/mail.module.ts';
import { ParticipationModule } from '../participation/participation.module.ts';
import { ProvenanceModule } from '../provenance/provenance.module.ts';
import { AnswerTermsService } from './answer-terms.service.ts';
import { DutiesController } from './duties.controller.ts';
import { DutiesService } from './duties.service.ts';
import { OverviewService } from './overview.service.ts';
import { RemindersService } from './reminders.service.ts';

@Module({
  imports: [IdentityModule, ProvenanceModule, ParticipationModule, MailModule],
  controllers: [DutiesController],
  providers: [DutiesService, AnswerTermsService, RemindersService, OverviewService],
  exports: [DutiesService, AnswerTermsService],
})
export class DutiesModule {}
