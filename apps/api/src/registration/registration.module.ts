import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module.ts';
import { ProvenanceModule } from '../provenance/provenance.module.ts';
import { SessionsModule } from '../sessions/sessions.module.ts';
import { RegistrationAgeing } from './registration-ageing.ts';
import { RegistrationController } from './registration.controller.ts';
import { RegistrationReceiptsService } from './registration-receipts.service.ts';
import { RegistrationService } from './registration.service.ts';

@Module({
  imports: [IdentityModule, ProvenanceModule, SessionsModule],
  controllers: [RegistrationController],
  providers: [RegistrationService, RegistrationReceiptsService, RegistrationAgeing],
  exports: [RegistrationService],
})
export class RegistrationModule {}
