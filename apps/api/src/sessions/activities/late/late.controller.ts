import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { DecideLate } from '@spolu/contracts/activities/late';
import { ById } from '@spolu/contracts/common';
import { Idempotent } from '../../../http/idempotency.ts';
import { parsed } from '../../../http/parsed.ts';
import { May } from '../../../http/policy.ts';
import { Me, type Viewer } from '../../../http/viewer.ts';
import { runSession } from '../../sessions.policy.ts';
import { LateService } from './late.service.ts';

type ById = { id: string };

@Controller('activities/:id/late-answers')
export class LateController {
  constructor(private readonly late: LateService) {}

  @Post()
  @HttpCode(204)
  @Idempotent()
  @May(runSession)
  decide(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById, @Body(parsed(DecideLate)) input: DecideLate): Promise<void> {
    return this.late.decide(me, id, input);
  }
}
