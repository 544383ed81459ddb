import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { CastBallot, type Ballot } from '@spolu/contracts/activities/dot-vote';
import { ById } from '@spolu/contracts/common';
import { Idempotent } from '../../../http/idempotency.ts';
import { parsed } from '../../../http/parsed.ts';
import { May } from '../../../http/policy.ts';
import { Me, type Viewer } from '../../../http/viewer.ts';
import { takePart } from '../../sessions.policy.ts';
import { VotesService } from './votes.service.ts';

type ById = { id: string };

/** One's own ballot. */
@Controller()
export class VotesController {
  constructor(private readonly votes: VotesService) {}

  @Put('activities/:id/ballot')
  @Idempotent()
  @May(takePart)
  cast(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById, @Body(parsed(CastBallot)) input: CastBallot): Promise<Ballot> {
    return this.votes.cast(me, id, input);
  }

  @Get('activities/:id/ballot')
  @May(takePart)
  own(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById): Promise<Ballot> {
    return this.votes.own(me, id);
  }
}
