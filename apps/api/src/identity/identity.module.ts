import { Global, Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { Viewers } from '../http/viewer.ts';
import { AccountController } from './account.controller.ts';
import { Accounts } from './accounts.service.ts';
import { Directory } from './directory.service.ts';
import { Guessing } from './guessing.service.ts';
import { IdentityController } from './identity.controller.ts';
import { IdentityService } from './identity.service.ts';
import { Invitations } from './invitations.service.ts';
import { Mandates } from './mandates.service.ts';
import { PasswordStrategy } from './password.strategy.ts';
import { Refusals } from './refusals.ts';
import { Roles } from './roles.service.ts';
import { SignIns } from './sign-ins.service.ts';

/** Global, because every gateway asks the `Viewers` of `http` who a socket is. */
@Global()
@Module({
  controllers: [AccountController, IdentityController],
  providers: [
    IdentityService, Accounts, Directory, Guessing, Invitations, Mandates, PasswordStrategy, Roles, SignIns,
    { provide: Viewers, useExisting: IdentityService },
    { provide: APP_INTERCEPTOR, useClass: Refusals },
  ],
  exports: [IdentityService, Viewers],
})
export class IdentityModule {}
