import { Module } from '@nestjs/common';
import { CommentsService } from './comments/comments.service.ts';
import { ConsentsController } from './consents.controller.ts';
import { ConsentsService } from './consents.service.ts';
import { IdentityModule } from '../identity/identity.module.ts';
import { ErasureController } from './erasure.controller.ts';
import { ErasureService } from './erasure.service.ts';
import { AddressesService } from './notices/addresses.service.ts';
import { DigestsService } from './notices/digests.service.ts';
import { NoticesController } from './notices/notices.controller.ts';
import { NoticesService } from './notices/notices.service.ts';
import { ProvenanceController } from './provenance.controller.ts';
import { ProvenanceService } from './provenance.service.ts';
import { ReceiptsService } from './receipts.service.ts';
import { WaysService } from './ways.service.ts';

@Module({
  imports: [IdentityModule],
  controllers: [ProvenanceController, ConsentsController, NoticesController, ErasureController],
  providers: [ProvenanceService, ReceiptsService, WaysService, CommentsService, ConsentsService, NoticesService, AddressesService, DigestsService, ErasureService],
  exports: [ProvenanceService, ReceiptsService, WaysService, CommentsService, ConsentsService, NoticesService],
})
export class ProvenanceModule {}
