import { Body, Controller, Get, Headers, HttpCode, Param, Post, Put } from '@nestjs/common';
import { CastBallot, CastSecretBallot, type Ballot, type NamedBallot } from '@spolu/contracts/activities/dot-vote';
import { ById, Id } from '@spolu/contracts/common';
import { Problem } from '@spolu/contracts/problems';
import { Idempotent } from '../../../http/idempotency.ts';
import { parsed } from '../../../http/parsed.ts';
import { May } from '../../../http/policy.ts';
import { Me, type Viewer } from '../../../http/viewer.ts';
import { enterRoom, takePart } from '../../sessions.policy.ts';
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

  /** Not `@Idempotent()`, as a secret answer is not. */
  @Post('activities/:id/secret-ballot')
  @HttpCode(200)
  @May(takePart)
  castSecretly(
    @Me() me: Viewer, @Param(parsed(ById)) { id }: ById, @Body(parsed(CastSecretBallot)) input: CastSecretBallot, @Headers('idempotency-key') key: string | undefined,
  ): Promise<Ballot> {
    const command = Id.safeParse(key);
    if (!command.success) throw new Problem('idempotency-key-missing');
    return this.votes.castSecretly(me, id, command.data, input);
  }

  @Get('activities/:id/named-ballots')
  @May(enterRoom)
  named(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById): Promise<NamedBallot[]> {
    return this.votes.named(me, id);
  }

  @Get('activities/:id/ballot')
  @May(takePart)
  own(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById): Promise<Ballot> {
    return this.votes.own(me, id);
  }
}
