import { type DynamicModule, Module } from '@nestjs/common';
import { BoardsModule } from './boards/boards.module.ts';
import { CommitmentsModule } from './commitments/commitments.module.ts';
import { ConfigModule } from './config/config.module.ts';
import type { Config } from './config/config.ts';
import { DatabaseModule } from './database/database.module.ts';
import { DemoModule } from './demo/demo.module.ts';
import { DutiesModule } from './duties/duties.module.ts';
import { HttpModule } from './http/http.module.ts';
import { AssessmentModule } from './assessment/assessment.module.ts';
import { IdeasModule } from './ideas/ideas.module.ts';
import { IdentityModule } from './identity/identity.module.ts';
import { JobsModule } from './jobs/jobs.module.ts';
import { MethodsModule } from './methods/methods.module.ts';
import { OutputsModule } from './outputs/outputs.module.ts';
import { ParticipationModule } from './participation/participation.module.ts';
import { MailModule } from './mail/mail.module.ts';
import { PeersModule } from './peers/peers.module.ts';
import { ProvenanceModule } from './provenance/provenance.module.ts';
import { PublicVotesModule } from './public-votes/public-votes.module.ts';
import { RegistrationModule } from './registration/registration.module.ts';
import { ReviewModule } from './review/review.module.ts';
import { SessionsModule } from './sessions/sessions.module.ts';

@Module({})
export class AppModule {
  static of(config: Config): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.of(config), DatabaseModule, HttpModule, JobsModule, MailModule, PeersModule,
        IdentityModule, ProvenanceModule, MethodsModule, ParticipationModule, DutiesModule, BoardsModule, SessionsModule, RegistrationModule,
        IdeasModule, AssessmentModule, PublicVotesModule, OutputsModule, ReviewModule, CommitmentsModule,
        DemoModule,
      ],
    };
  }
}
