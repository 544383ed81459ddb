import { Module } from '@nestjs/common';
import { ConsentsController } from './consents.controller.ts';
import { ConsentsService } from './consents.service.ts';
import { AddressesService } from './notices/addresses.service.ts';
import { DigestsService } from './notices/digests.service.ts';
import { NoticesController } from './notices/notices.controller.ts';
import { NoticesService } from './notices/notices.service.ts';
import { ProvenanceController } from './provenance.controller.ts';
import { ProvenanceService } from './provenance.service.ts';

@Module({
  controllers: [ProvenanceController, ConsentsController, NoticesController],
  providers: [ProvenanceService, ConsentsService, NoticesService, AddressesService, DigestsService],
  exports: [ProvenanceService, ConsentsService],
})
export class ProvenanceModule {}
