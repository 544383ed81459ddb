import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ById } from '@spolu/contracts/common';
import { DecideByReceipt, DecideConsent, type ConsentView } from '@spolu/contracts/consents';
import { ReceiptQuery } from '@spolu/contracts/provenance';
import type { z } from 'zod';
import { Idempotent } from '../http/idempotency.ts';
import { parsed } from '../http/parsed.ts';
import { May } from '../http/policy.ts';
import { Me, type Viewer } from '../http/viewer.ts';
import { ConsentsService } from './consents.service.ts';
import { decideOwnConsent, lookUpReceipt } from './provenance.policy.ts';

type ById = z.infer<typeof ById>;

/** What people agree to, on their own device or by their receipt. */
@Controller()
export class ConsentsController {
  constructor(private readonly consents: ConsentsService) {}

  @Get('participants/:id/consents')
  @May(decideOwnConsent)
  own(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById, @Query(parsed(ReceiptQuery)) { lang }: ReceiptQuery): Promise<ConsentView[]> {
    return this.consents.ofParticipant(me, id, lang);
  }

  @Put('participants/:id/consents')
  @Idempotent()
  @HttpCode(204)
  @May(decideOwnConsent)
  decide(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById, @Body(parsed(DecideConsent)) input: DecideConsent): Promise<void> {
    return this.consents.decideAsParticipant(me, id, input);
  }

  /** Says how it is, so it may be sent twice; a stored answer under the viewer would tie a stranger's device to the receipt. */
  @Post('receipt-consents')
  @HttpCode(204)
  @May(lookUpReceipt)
  decideByReceipt(@Body(parsed(DecideByReceipt)) { secret, ...decision }: DecideByReceipt): Promise<void> {
    return this.consents.decideByReceipt(secret, decision);
  }
}
