import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ById, type Made } from '@spolu/contracts/common';
import type { Receipt } from '@spolu/contracts/provenance';
import { AddAttendee, WriteDown, type Attendee, type Paper, type WrittenDown } from '@spolu/contracts/scribe';
import type { Request } from 'express';
import { Idempotent } from '../../http/idempotency.ts';
import { parsed } from '../../http/parsed.ts';
import { May } from '../../http/policy.ts';
import { Me, type Viewer } from '../../http/viewer.ts';
import { writeForOthers } from '../sessions.policy.ts';
import { ScribeService } from './scribe.service.ts';

type ById = { id: string };

/** What scribes write for others. */
@Controller()
export class ScribeController {
  constructor(private readonly scribe: ScribeService) {}

  @Post('sessions/:id/attendees')
  @Idempotent()
  @May(writeForOthers)
  add(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById, @Body(parsed(AddAttendee)) input: AddAttendee): Promise<Made> {
    return this.scribe.add(me, id, input);
  }

  @Get('sessions/:id/attendees')
  @May(writeForOthers)
  attendees(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById): Promise<Attendee[]> {
    return this.scribe.attendees(me, id);
  }

  /** Answers with a secret, so it is no idempotent command: whoever asks twice has two receipts, and the later one is in force. */
  @Post('attendees/:id/receipt')
  @May(writeForOthers)
  receipt(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById, @Req() request: Request): Promise<Receipt> {
    return this.scribe.receipt(me, id, request);
  }

  @Get('activities/:id/paper')
  @May(writeForOthers)
  paper(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById): Promise<Paper> {
    return this.scribe.paper(me, id);
  }

  @Post('activities/:id/written-down')
  @Idempotent()
  @May(writeForOthers)
  writeDown(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById, @Body(parsed(WriteDown)) input: WriteDown): Promise<WrittenDown> {
    return this.scribe.writeDown(me, id, input);
  }
}
