import { Module } from '@nestjs/common';
import { AssessmentModule } from '../assessment/assessment.module.ts';
import { BoardsModule } from '../boards/boards.module.ts';
import { CommitmentsModule } from '../commitments/commitments.module.ts';
import { DutiesModule } from '../duties/duties.module.ts';
import { IdeasModule } from '../ideas/ideas.module.ts';
import { IdentityModule } from '../identity/identity.module.ts';
import { OutputsModule } from '../outputs/outputs.module.ts';
import { ParticipationModule } from '../participation/participation.module.ts';
import { ProvenanceModule } from '../provenance/provenance.module.ts';
import { PublicVotesModule } from '../public-votes/public-votes.module.ts';
import { RegistrationModule } from '../registration/registration.module.ts';
import { ReviewModule } from '../review/review.module.ts';
import { SessionsModule } from '../sessions/sessions.module.ts';
import { AssessmentsOfDemo } from './demo-assessments.ts';
import { IdeathonOutcomeOfDemo } from './demo-ideathon-outcome.ts';
import { IdeathonOfDemo } from './demo-ideathon.ts';
import { OpenIdeasOfDemo } from './demo-open-ideas.ts';
import { OutcomeOfDemo } from './demo-outcome.ts';
import { ReportOfDemo } from './demo-report.ts';
import { TownOfDemo } from './demo-town.ts';
import { VotesOfDemo } from './demo-votes.ts';
import { WorkshopsOfDemo } from './demo-workshops.ts';
import { DemoService } from './demo.service.ts';
import { StoryTime } from './story-time.ts';

@Module({
  imports: [IdentityModule, ProvenanceModule, ParticipationModule, DutiesModule, BoardsModule, SessionsModule, RegistrationModule, IdeasModule, AssessmentModule, PublicVotesModule, OutputsModule, ReviewModule, CommitmentsModule],
  providers: [DemoService, TownOfDemo, WorkshopsOfDemo, OutcomeOfDemo, OpenIdeasOfDemo, ReportOfDemo, VotesOfDemo, AssessmentsOfDemo, IdeathonOfDemo, IdeathonOutcomeOfDemo, StoryTime],
  exports: [DemoService],
})
export class DemoModule {}
