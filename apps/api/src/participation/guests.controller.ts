import { Body, Controller, Headers, Param, Post, Req } from '@nestjs/common';
import { BecomeGuest, type Guest, ProcessRef } from '@spolu/contracts/guests';
import type { Request } from 'express';
import { keyAsId } from '../http/idempotency.ts';
import { parsed } from '../http/parsed.ts';
import { May } from '../http/policy.ts';
import { Me, type Viewer } from '../http/viewer.ts';
import { GuestsService } from './guests.service.ts';
import { becomeGuest } from './participation.policy.ts';

@Controller('processes/:processId/guests')
export class GuestsController {
  constructor(private readonly guests: GuestsService) {}

  /** Answers with a secret, so its answer is not stored: whoever asks again with the same key is the same guest. */
  @Post()
  @May(becomeGuest)
  become(
    @Me() me: Viewer, @Param(parsed(ProcessRef)) { processId }: ProcessRef, @Body(parsed(BecomeGuest)) { language }: BecomeGuest,
    @Headers('idempotency-key') key: string | undefined, @Req() request: Request,
  ): Promise<Guest> {
    return this.guests.become(me, processId, language, keyAsId(key), request);
  }
}
