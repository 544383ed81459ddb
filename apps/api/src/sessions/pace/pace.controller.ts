import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ById } from '@spolu/contracts/common';
import { SayPace, type OwnPace } from '@spolu/contracts/pace';
import { parsed } from '../../http/parsed.ts';
import { May } from '../../http/policy.ts';
import { Me, type Viewer } from '../../http/viewer.ts';
import { takePart } from '../sessions.policy.ts';
import { PaceService } from './pace.service.ts';

type ById = { id: string };

/** How it goes for people. */
@Controller()
export class PaceController {
  constructor(private readonly pace: PaceService) {}

  @Get('sessions/:id/pace')
  @May(takePart)
  own(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById): Promise<OwnPace> {
    return this.pace.own(me, id);
  }

  /** Not idempotent by key: the same word again changes nothing, and a stored answer would say who said it. */
  @Put('sessions/:id/pace')
  @May(takePart)
  say(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById, @Body(parsed(SayPace)) input: SayPace): Promise<OwnPace> {
    return this.pace.say(me, id, input);
  }
}
