import { Body, Controller, Get, Header, Headers, HttpCode, Param, Post, Put, Query, Req } from '@nestjs/common';
import { ById, type Made, type Page, PageQuery } from '@spolu/contracts/common';
import { Problem } from '@spolu/contracts/problems';
import {
  AddWalkIn, ByRegistrationSecret, ChangeRegistration, DecideRegistrationConsent, PlanRegistration, RegistrationQuery, SetArrival, SignUp,
  type RegistrationPage, type RegistrationReceipt, type RegistrationRow, type RegistrationSummary, type SignedUp,
} from '@spolu/contracts/registration';
import type { Request } from 'express';
import type { z } from 'zod';
import { Idempotent } from '../http/idempotency.ts';
import { parsed } from '../http/parsed.ts';
import { May } from '../http/policy.ts';
import { Me, type Viewer } from '../http/viewer.ts';
import { RegistrationReceiptsService } from './registration-receipts.service.ts';
import { holdReceipt, keepDoor, planRegistration, seeRegistration } from './registration.policy.ts';
import { RegistrationService } from './registration.service.ts';

type ById = z.infer<typeof ById>;
const KEY = /^[0-9a-zA-Z-]{16,64}$/;

/** The page that invites, signing up, and the door. */
@Controller()
export class RegistrationController {
  constructor(
    private readonly registrations: RegistrationService,
    private readonly receipts: RegistrationReceiptsService,
  ) {}

  @Get('sessions/:id/registration')
  @May(seeRegistration)
  page(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById, @Query(parsed(RegistrationQuery)) { lang }: RegistrationQuery): Promise<RegistrationPage> {
    return this.registrations.page(me, id, lang);
  }

  @Get('sessions/:id/calendar')
  @May(seeRegistration)
  @Header('Content-Type', 'text/calendar; charset=utf-8')
  @Header('Content-Disposition', 'attachment; filename="session.ics"')
  calendar(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById, @Req() request: Request): Promise<string> {
    return this.registrations.calendar(me, id, request);
  }

  @Put('sessions/:id/registration')
  @Idempotent()
  @HttpCode(204)
  @May(planRegistration)
  plan(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById, @Body(parsed(PlanRegistration)) input: PlanRegistration): Promise<void> {
    return this.registrations.plan(me, id, input);
  }

  /** Answers with a secret, so the registration itself remembers the command. */
  @Post('sessions/:id/registrations')
  @May(seeRegistration)
  signUp(
    @Me() me: Viewer, @Param(parsed(ById)) { id }: ById, @Body(parsed(SignUp)) input: SignUp, @Headers('idempotency-key') key: string | undefined, @Req() request: Request,
  ): Promise<SignedUp> {
    if (!key || !KEY.test(key)) throw new Problem('idempotency-key-missing');
    return this.registrations.signUp(me, id, input, key, request);
  }

  @Get('sessions/:id/registrations')
  @May(keepDoor)
  list(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById, @Query(parsed(PageQuery)) query: PageQuery): Promise<Page<RegistrationRow>> {
    return this.registrations.list(me, id, query);
  }

  @Get('sessions/:id/registration-summary')
  @May(keepDoor)
  summary(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById): Promise<RegistrationSummary> {
    return this.registrations.summary(me, id);
  }

  @Post('sessions/:id/walk-ins')
  @Idempotent()
  @May(keepDoor)
  addWalkIn(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById, @Body(parsed(AddWalkIn)) input: AddWalkIn): Promise<Made> {
    return this.registrations.addWalkIn(me, id, input);
  }

  @Put('registrations/:id/arrival')
  @Idempotent()
  @HttpCode(204)
  @May(keepDoor)
  setArrival(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById, @Body(parsed(SetArrival)) { arrived }: SetArrival): Promise<void> {
    return this.registrations.setArrival(me, id, arrived);
  }

  @Post('registrations/:id/cancel')
  @Idempotent()
  @HttpCode(204)
  @May(keepDoor)
  cancel(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById): Promise<void> {
    return this.registrations.cancel(me, id);
  }

  /** These carry the secret in the body, so that it stands in no address and no log; each says how it is to be, so twice does no harm. */
  @Post('registration-lookups')
  @HttpCode(200)
  @May(holdReceipt)
  lookUp(@Body(parsed(ByRegistrationSecret)) { secret }: ByRegistrationSecret, @Query(parsed(RegistrationQuery)) { lang }: RegistrationQuery): Promise<RegistrationReceipt> {
    return this.receipts.lookUp(secret, lang);
  }

  @Post('registration-changes')
  @HttpCode(204)
  @May(holdReceipt)
  change(@Body(parsed(ChangeRegistration)) { secret, ...details }: ChangeRegistration): Promise<void> {
    return this.receipts.change(secret, details);
  }

  @Post('registration-cancellations')
  @HttpCode(204)
  @May(holdReceipt)
  cancelOwn(@Body(parsed(ByRegistrationSecret)) { secret }: ByRegistrationSecret): Promise<void> {
    return this.receipts.cancel(secret);
  }

  @Post('registration-erasures')
  @HttpCode(204)
  @May(holdReceipt)
  erase(@Body(parsed(ByRegistrationSecret)) { secret }: ByRegistrationSecret): Promise<void> {
    return this.receipts.erase(secret);
  }

  @Post('registration-consents')
  @HttpCode(204)
  @May(holdReceipt)
  decide(@Body(parsed(DecideRegistrationConsent)) { secret, ...decision }: DecideRegistrationConsent): Promise<void> {
    return this.receipts.decide(secret, decision);
  }
}
