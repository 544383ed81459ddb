import { Module } from '@nestjs/common';
import { IdeasModule } from '../ideas/ideas.module.ts';
import { IdentityModule } from '../identity/identity.module.ts';
import { ParticipationModule } from '../participation/participation.module.ts';
import { ProvenanceModule } from '../provenance/provenance.module.ts';
import { OutputsController } from './outputs.controller.ts';
import { OutputsService } from './outputs.service.ts';

@Module({
  imports: [IdentityModule, ProvenanceModule, ParticipationModule, IdeasModule],
  controllers: [OutputsController],
  providers: [OutputsService],
  exports: [OutputsService],
})
export class OutputsModule {}
