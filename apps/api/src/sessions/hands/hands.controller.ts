import { Body, Controller, Get, HttpCode, Param, Put } from '@nestjs/common';
import { ById } from '@spolu/contracts/common';
import { RaiseHand, TendHand, type OwnHand } from '@spolu/contracts/hands';
import { Idempotent } from '../../http/idempotency.ts';
import { parsed } from '../../http/parsed.ts';
import { May } from '../../http/policy.ts';
import { Me, type Viewer } from '../../http/viewer.ts';
import { takePart, tendHands } from '../sessions.policy.ts';
import { HandsService } from './hands.service.ts';

type ById = { id: string };

/** People ask for the word. */
@Controller()
export class HandsController {
  constructor(private readonly hands: HandsService) {}

  @Get('sessions/:id/hand')
  @May(takePart)
  own(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById): Promise<OwnHand> {
    return this.hands.own(me, id);
  }

  @Put('sessions/:id/hand')
  @Idempotent()
  @May(takePart)
  raise(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById, @Body(parsed(RaiseHand)) input: RaiseHand): Promise<OwnHand> {
    return this.hands.raise(me, id, input);
  }

  @Put('participants/:id/hand')
  @HttpCode(204)
  @Idempotent()
  @May(tendHands)
  tend(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById, @Body(parsed(TendHand)) input: TendHand): Promise<void> {
    return this.hands.tend(me, id, input);
  }
}
