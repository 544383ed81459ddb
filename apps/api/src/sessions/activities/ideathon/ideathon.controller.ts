import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { MoveStage } from '@spolu/contracts/activities/ideathon';
import { ById } from '@spolu/contracts/common';
import { Idempotent } from '../../../http/idempotency.ts';
import { parsed } from '../../../http/parsed.ts';
import { May } from '../../../http/policy.ts';
import { Me, type Viewer } from '../../../http/viewer.ts';
import { runSession } from '../../sessions.policy.ts';
import { StagesService } from './stages.service.ts';

type ById = { id: string };

/** How an ideathon goes. */
@Controller('activities/:id')
export class IdeathonController {
  constructor(private readonly stages: StagesService) {}

  @Post('stage')
  @HttpCode(204)
  @Idempotent()
  @May(runSession)
  move(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById, @Body(parsed(MoveStage)) input: MoveStage): Promise<void> {
    return this.stages.move(me, id, input);
  }
}
