import { Body, Controller, Get, HttpCode, Param, Put } from '@nestjs/common';
import { HideSaid, type StaffSaid } from '@spolu/contracts/activities/question';
import { ById } from '@spolu/contracts/common';
import { Idempotent } from '../../../http/idempotency.ts';
import { parsed } from '../../../http/parsed.ts';
import { May } from '../../../http/policy.ts';
import { Me, type Viewer } from '../../../http/viewer.ts';
import { hideAnswers } from '../../sessions.policy.ts';
import { SaidService } from './said.service.ts';

type ById = { id: string };

/** What people said in their own words. */
@Controller('activities/:id/said')
export class SaidController {
  constructor(private readonly said: SaidService) {}

  @Get()
  @May(hideAnswers)
  all(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById): Promise<StaffSaid[]> {
    return this.said.all(me, id);
  }

  @Put()
  @HttpCode(204)
  @Idempotent()
  @May(hideAnswers)
  hide(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById, @Body(parsed(HideSaid)) input: HideSaid): Promise<void> {
    return this.said.hide(me, id, input);
  }
}
