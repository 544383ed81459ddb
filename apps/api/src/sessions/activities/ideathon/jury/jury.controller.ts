import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { DeclareConflicts, type JudgedCanvas, MoveSeat, NameJuror, type JuryView, type OwnJury, ReopenJury, SaveSheet, SetRubric, StepJury, type TeamFeedback } from '@spolu/contracts/activities/ideathon-jury';
import { ById } from '@spolu/contracts/common';
import { Idempotent } from '../../../../http/idempotency.ts';
import { parsed } from '../../../../http/parsed.ts';
import { May } from '../../../../http/policy.ts';
import { Me, type Viewer } from '../../../../http/viewer.ts';
import { runSession, takePart } from '../../../sessions.policy.ts';
import { JudgingService } from './judging.service.ts';
import { JuryService } from './jury.service.ts';

type ById = { id: string };

/** The jury of an ideathon. What somebody has in nobody else's name is wrapped, for an answer without a body is none. */
@Controller('activities/:id/jury')
export class JuryController {
  constructor(
    private readonly jury: JuryService,
    private readonly judging: JudgingService,
  ) {}

  @Get()
  @May(runSession)
  view(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById): Promise<JuryView> {
    return this.jury.view(me, id);
  }

  @Put('rubric')
  @HttpCode(204)
  @Idempotent()
  @May(runSession)
  setRubric(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById, @Body(parsed(SetRubric)) input: SetRubric): Promise<void> {
    return this.jury.setRubric(me, id, input);
  }

  @Post('jurors')
  @HttpCode(204)
  @Idempotent()
  @May(runSession)
  name(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById, @Body(parsed(NameJuror)) input: NameJuror): Promise<void> {
    return this.jury.name(me, id, input);
  }

  @Post('seat')
  @HttpCode(204)
  @Idempotent()
  @May(runSession)
  moveSeat(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById, @Body(parsed(MoveSeat)) input: MoveSeat): Promise<void> {
    return this.jury.moveSeat(me, id, input);
  }

  @Post('begin')
  @HttpCode(204)
  @Idempotent()
  @May(runSession)
  begin(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById, @Body(parsed(StepJury)) input: StepJury): Promise<void> {
    return this.jury.begin(me, id, input);
  }

  @Post('open')
  @HttpCode(204)
  @Idempotent()
  @May(runSession)
  open(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById, @Body(parsed(StepJury)) input: StepJury): Promise<void> {
    return this.jury.open(me, id, input);
  }

  @Post('fix')
  @HttpCode(204)
  @Idempotent()
  @May(runSession)
  fix(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById, @Body(parsed(StepJury)) input: StepJury): Promise<void> {
    return this.jury.fix(me, id, input);
  }

  @Post('reopen')
  @HttpCode(204)
  @Idempotent()
  @May(runSession)
  reopen(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById, @Body(parsed(ReopenJury)) input: ReopenJury): Promise<void> {
    return this.jury.reopen(me, id, input);
  }

  @Get('own')
  @May(takePart)
  async own(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById): Promise<{ jury: OwnJury | null }> {
    return { jury: await this.judging.own(me, id) };
  }

  @Get('canvases')
  @May(takePart)
  canvases(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById): Promise<JudgedCanvas[]> {
    return this.judging.canvases(me, id);
  }

  @Put('conflicts')
  @HttpCode(204)
  @Idempotent()
  @May(takePart)
  declare(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById, @Body(parsed(DeclareConflicts)) input: DeclareConflicts): Promise<void> {
    return this.judging.declare(me, id, input);
  }

  @Put('sheet')
  @HttpCode(204)
  @Idempotent()
  @May(takePart)
  save(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById, @Body(parsed(SaveSheet)) input: SaveSheet): Promise<void> {
    return this.judging.save(me, id, input);
  }

  @Get('feedback')
  @May(takePart)
  async feedback(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById): Promise<{ feedback: TeamFeedback | null }> {
    return { feedback: await this.judging.feedback(me, id) };
  }
}
