import { Module } from '@nestjs/common';
import { ConsentsController } from './consents.controller.ts';
import { ConsentsService } from './consents.service.ts';
import { ProvenanceController } from './provenance.controller.ts';
import { ProvenanceService } from './provenance.service.ts';

@Module({ controllers: [ProvenanceController, ConsentsController], providers: [ProvenanceService, ConsentsService], exports: [ProvenanceService, ConsentsService] })
export class ProvenanceModule {}
