import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import {
  CallForHelp, ChooseTable, DealAgain, Helped, NameHost, SeatSomebody, TellTables, type CarriedOver, type OwnTable, type SimilarNotes, type TablesView,
} from '@spolu/contracts/activities/breakout';
import { ById } from '@spolu/contracts/common';
import { Idempotent } from '../../../http/idempotency.ts';
import { parsed } from '../../../http/parsed.ts';
import { May } from '../../../http/policy.ts';
import { Me, type Viewer } from '../../../http/viewer.ts';
import { runSession, seeStaffState, takePart } from '../../sessions.policy.ts';
import { BreakoutService } from './breakout.service.ts';
import { CarryOverService } from './carry-over.service.ts';

type ById = { id: string };

/** Tables: what people do at theirs, and what the staff do with all of them. */
@Controller('activities/:id')
export class BreakoutController {
  constructor(
    private readonly breakouts: BreakoutService,
    private readonly carrying: CarryOverService,
  ) {}

  /** Wrapped, for an answer without a body is none. */
  @Get('table')
  @May(takePart)
  async ownTable(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById): Promise<{ table: OwnTable | null }> {
    return { table: await this.breakouts.ownTable(me, id) };
  }

  @Post('table')
  @HttpCode(200)
  @Idempotent()
  @May(takePart)
  async choose(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById, @Body(parsed(ChooseTable)) input: ChooseTable): Promise<{ table: OwnTable | null }> {
    return { table: await this.breakouts.choose(me, id, input) };
  }

  @Post('help')
  @HttpCode(204)
  @Idempotent()
  @May(takePart)
  callForHelp(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById, @Body(parsed(CallForHelp)) input: CallForHelp): Promise<void> {
    return this.breakouts.callForHelp(me, id, input);
  }

  @Get('tables')
  @May(seeStaffState)
  tables(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById): Promise<TablesView> {
    return this.breakouts.tables(me, id);
  }

  @Post('helped')
  @HttpCode(204)
  @Idempotent()
  @May(seeStaffState)
  helped(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById, @Body(parsed(Helped)) input: Helped): Promise<void> {
    return this.breakouts.helped(me, id, input);
  }

  @Post('seats')
  @HttpCode(204)
  @Idempotent()
  @May(runSession)
  seat(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById, @Body(parsed(SeatSomebody)) input: SeatSomebody): Promise<void> {
    return this.breakouts.seat(me, id, input);
  }

  @Post('hosts')
  @HttpCode(204)
  @Idempotent()
  @May(runSession)
  nameHost(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById, @Body(parsed(NameHost)) input: NameHost): Promise<void> {
    return this.breakouts.nameHost(me, id, input);
  }

  @Post('rounds')
  @HttpCode(204)
  @Idempotent()
  @May(runSession)
  dealAgain(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById, @Body(parsed(DealAgain)) input: DealAgain): Promise<void> {
    return this.breakouts.dealAgain(me, id, input);
  }

  @Post('message')
  @HttpCode(204)
  @Idempotent()
  @May(runSession)
  tell(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById, @Body(parsed(TellTables)) input: TellTables): Promise<void> {
    return this.breakouts.tell(me, id, input);
  }

  @Post('carry-over')
  @HttpCode(200)
  @Idempotent()
  @May(runSession)
  carryOver(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById): Promise<CarriedOver> {
    return this.carrying.carryOver(me, id);
  }

  @Post('take-back')
  @HttpCode(204)
  @Idempotent()
  @May(runSession)
  takeBack(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById): Promise<void> {
    return this.carrying.takeBack(me, id);
  }

  @Get('similar')
  @May(seeStaffState)
  similar(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById): Promise<SimilarNotes> {
    return this.carrying.similar(me, id);
  }
}
