import { Body, Controller, HttpCode, Param, Post, Put } from '@nestjs/common';
import { MoveStage, OrderPitches, Pitch } from '@spolu/contracts/activities/ideathon';
import { ById } from '@spolu/contracts/common';
import { Idempotent } from '../../../http/idempotency.ts';
import { parsed } from '../../../http/parsed.ts';
import { May } from '../../../http/policy.ts';
import { Me, type Viewer } from '../../../http/viewer.ts';
import { runSession } from '../../sessions.policy.ts';
import { PitchesService } from './pitches.service.ts';
import { StagesService } from './stages.service.ts';

type ById = { id: string };

/** How an ideathon goes. */
@Controller('activities/:id')
export class IdeathonController {
  constructor(
    private readonly stages: StagesService,
    private readonly pitches: PitchesService,
  ) {}

  @Post('stage')
  @HttpCode(204)
  @Idempotent()
  @May(runSession)
  move(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById, @Body(parsed(MoveStage)) input: MoveStage): Promise<void> {
    return this.stages.move(me, id, input);
  }

  @Put('pitch-order')
  @HttpCode(204)
  @Idempotent()
  @May(runSession)
  order(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById, @Body(parsed(OrderPitches)) input: OrderPitches): Promise<void> {
    return this.pitches.order(me, id, input);
  }

  @Post('pitch-draw')
  @HttpCode(204)
  @Idempotent()
  @May(runSession)
  draw(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById): Promise<void> {
    return this.pitches.draw(me, id);
  }

  @Post('pitch')
  @HttpCode(204)
  @Idempotent()
  @May(runSession)
  pitch(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById, @Body(parsed(Pitch)) input: Pitch): Promise<void> {
    return this.pitches.pitch(me, id, input);
  }
}
