import { Module } from '@nestjs/common';
import { IdeasModule } from '../ideas/ideas.module.ts';
import { IdentityModule } from '../identity/identity.module.ts';
import { ParticipationModule } from '../participation/participation.module.ts';
import { ProvenanceModule } from '../provenance/provenance.module.ts';
import { BallotsService } from './ballots.service.ts';
import { CountingService } from './counting.service.ts';
import { OpenBallotsService } from './open-ballots.service.ts';
import { PublicVotesController } from './public-votes.controller.ts';
import { PublicVotesService } from './public-votes.service.ts';
import { SheetsService } from './sheets.service.ts';
import { VoteAccess } from './vote-access.ts';

@Module({
  imports: [IdentityModule, ProvenanceModule, ParticipationModule, IdeasModule],
  controllers: [PublicVotesController],
  providers: [PublicVotesService, BallotsService, CountingService, SheetsService, OpenBallotsService, VoteAccess],
  exports: [PublicVotesService, BallotsService, CountingService],
})
export class PublicVotesModule {}
