import { Body, Controller, Delete, Get, Headers, HttpCode, Param, Post, Put, Query, Res } from '@nestjs/common';
import { ById, type Made, type Page, PageQuery } from '@spolu/contracts/common';
import {
  CastPublicBallot, EditPublicVote, LookUpVotingCode, MakeVotingCodes, OpenBallotsQuery, PublicVotesOf, type PublicVoteRow, type PublicVoteView, SheetReading, SheetRef, type SheetRead,
  type VotingCodes, type VotingCodeState, type WaitingSheets,
} from '@spolu/contracts/public-votes';
import type { Response } from 'express';
import { Idempotent, keyAsId } from '../http/idempotency.ts';
import { parsed } from '../http/parsed.ts';
import { May } from '../http/policy.ts';
import { Me, type Viewer } from '../http/viewer.ts';
import { BallotsService } from './ballots.service.ts';
import { CountingService } from './counting.service.ts';
import { OpenBallotsService } from './open-ballots.service.ts';
import { castPublicBallot, readPublicVote, runPublicVote } from './public-votes.policy.ts';
import { PublicVotesService } from './public-votes.service.ts';
import { SheetsService } from './sheets.service.ts';

type ById = { id: string };

const FILE_TYPES = { csv: 'text/csv; charset=utf-8', json: 'application/json; charset=utf-8', pb: 'text/plain; charset=utf-8' };

@Controller()
export class PublicVotesController {
  constructor(
    private readonly votes: PublicVotesService,
    private readonly ballots: BallotsService,
    private readonly counting: CountingService,
    private readonly sheets: SheetsService,
    private readonly openBallots: OpenBallotsService,
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

  @Get('public-votes/:id/open-ballots')
  @May(readPublicVote)
  async openBallotsFile(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById, @Query(parsed(OpenBallotsQuery)) query: OpenBallotsQuery, @Res() response: Response): Promise<void> {
    const bytes = await this.openBallots.file(me, id, query);
    response.set({
      'Content-Type': FILE_TYPES[query.format], 'Content-Disposition': `attachment; filename="ballots.${query.format}"`,
      'Content-Security-Policy': `default-src 'none'; sandbox`, 'X-Content-Type-Options': 'nosniff',
    });
    response.send(bytes);
  }

  @Get('public-votes/:id/sheets')
  @May(runPublicVote)
  waitingSheets(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById, @Query(parsed(PageQuery)) query: PageQuery): Promise<WaitingSheets> {
    return this.sheets.waiting(me, id, query);
  }

  /** Sent again it does nothing more. Not `@Idempotent()`: a digest of what was read would stay beside the number. */
  @Put('public-votes/:id/sheets/:number')
  @May(runPublicVote)
  readSheet(@Me() me: Viewer, @Param(parsed(SheetRef)) ref: SheetRef, @Body(parsed(SheetReading)) reading: SheetReading): Promise<SheetRead> {
    return this.sheets.read(me, ref, reading);
  }

  @Delete('public-votes/:id/sheets/:number')
  @HttpCode(204)
  @Idempotent()
  @May(runPublicVote)
  takeSheetBack(@Me() me: Viewer, @Param(parsed(SheetRef)) ref: SheetRef): Promise<void> {
    return this.sheets.takeBack(me, ref);
  }

  /** Answers with secrets, so it is no idempotent command. */
  @Post('public-votes/:id/codes')
  @May(runPublicVote)
  makeCodes(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById, @Body(parsed(MakeVotingCodes)) { count }: MakeVotingCodes): Promise<VotingCodes> {
    return this.ballots.makeCodes(me, id, count);
  }
}
