import { Module } from '@nestjs/common';
import { IdeasModule } from '../ideas/ideas.module.ts';
import { DutiesModule } from '../duties/duties.module.ts';
import { DutiesService } from '../duties/duties.service.ts';
import { IdentityModule } from '../identity/identity.module.ts';
import { MailModule } from '../mail/mail.module.ts';
import { ParticipationModule } from '../participation/participation.module.ts';
import { ProvenanceModule } from '../provenance/provenance.module.ts';
import { AssessmentPagesService } from './assessment-pages.service.ts';
import { AssessmentSheetsService } from './assessment-sheets.service.ts';
import { AssessmentController } from './assessment.controller.ts';
import { AssessmentsService } from './assessments.service.ts';
import { CriteriaService } from './criteria.service.ts';
import { askedAssessments } from './assessment-duty.ts';

@Module({
  imports: [DutiesModule, IdentityModule, MailModule, ProvenanceModule, ParticipationModule, IdeasModule],
  controllers: [AssessmentController],
  providers: [CriteriaService, AssessmentsService, AssessmentPagesService, AssessmentSheetsService],
  exports: [CriteriaService, AssessmentsService, AssessmentPagesService],
})
export class AssessmentModule {
  constructor(duties: DutiesService) {
    duties.provide(askedAssessments);
  }
}
