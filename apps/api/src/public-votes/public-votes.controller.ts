import { Body, Controller, Get, Headers, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ById, type Made, type Page, PageQuery } from '@spolu/contracts/common';
import {
  CastPublicBallot, EditPublicVote, LookUpVotingCode, MakeVotingCodes, PublicVotesOf, type PublicVoteRow, type PublicVoteView, type VotingCodes, type VotingCodeState,
} from '@spolu/contracts/public-votes';
import { Idempotent, keyAsId } from '../http/idempotency.ts';
import { parsed } from '../http/parsed.ts';
import { May } from '../http/policy.ts';
import { Me, type Viewer } from '../http/viewer.ts';
import { BallotsService } from './ballots.service.ts';
import { CountingService } from './counting.service.ts';
import { castPublicBallot, readPublicVote, runPublicVote } from './public-votes.policy.ts';
import { PublicVotesService } from './public-votes.service.ts';

type ById = { id: string };

@Controller()
export class PublicVotesController {
  constructor(
    private readonly votes: PublicVotesService,
    private readonly ballots: BallotsService,
    private readonly counting: CountingService,
  ) {}

  @Get('processes/:processId/public-votes')
  @May(readPublicVote)
  list(@Me() me: Viewer, @Param(parsed(PublicVotesOf)) { processId }: PublicVotesOf, @Query(parsed(PageQuery)) query: PageQuery): Promise<Page<PublicVoteRow>> {
    return this.votes.listOfProcess(me, processId, query);
  }

  @Post('processes/:processId/public-votes')
  @Idempotent()
  @May(runPublicVote)
  add(@Me() me: Viewer, @Param(parsed(PublicVotesOf)) { processId }: PublicVotesOf, @Body(parsed(EditPublicVote)) input: EditPublicVote): Promise<Made> {
    return this.votes.add(me, processId, input);
  }

  @Get('public-votes/:id')
  @May(readPublicVote)
  view(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById): Promise<PublicVoteView> {
    return this.votes.view(me, id);
  }

  @Put('public-votes/:id')
  @HttpCode(204)
  @Idempotent()
  @May(runPublicVote)
  edit(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById, @Body(parsed(EditPublicVote)) input: EditPublicVote): Promise<void> {
    return this.votes.edit(me, id, input);
  }

  @Post('public-votes/:id/publication')
  @HttpCode(204)
  @Idempotent()
  @May(runPublicVote)
  publish(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById): Promise<void> {
    return this.votes.publish(me, id);
  }

  @Post('public-votes/:id/result')
  @HttpCode(204)
  @Idempotent()
  @May(runPublicVote)
  count(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById): Promise<void> {
    return this.counting.count(me, id);
  }

  /** Not `@Idempotent()`: a digest of the ballot beside who sent it would tie them together. */
  @Post('public-votes/:id/ballots')
  @HttpCode(204)
  @May(castPublicBallot)
  cast(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById, @Body(parsed(CastPublicBallot)) input: CastPublicBallot, @Headers('idempotency-key') key: string | undefined): Promise<void> {
    return this.ballots.cast(me, id, keyAsId(key), input);
  }

  @Post('public-votes/:id/code-lookups')
  @HttpCode(200)
  @May(castPublicBallot)
  lookUpCode(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById, @Body(parsed(LookUpVotingCode)) { code }: LookUpVotingCode): Promise<VotingCodeState> {
    return this.ballots.lookUp(me, id, code);
  }

  /** Answers with secrets, so it is no idempotent command. */
  @Post('public-votes/:id/codes')
  @May(runPublicVote)
  makeCodes(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById, @Body(parsed(MakeVotingCodes)) { count }: MakeVotingCodes): Promise<VotingCodes> {
    return this.ballots.makeCodes(me, id, count);
  }
}
