import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { type OwnSheet, PassSheetsOn } from '@spolu/contracts/activities/brainstorm';
import { ById } from '@spolu/contracts/common';
import { Idempotent } from '../../../../http/idempotency.ts';
import { parsed } from '../../../../http/parsed.ts';
import { May } from '../../../../http/policy.ts';
import { Me, type Viewer } from '../../../../http/viewer.ts';
import { runSession, takePart } from '../../../sessions.policy.ts';
import { SheetsService } from './sheets.service.ts';

type ById = { id: string };

/** Sheets that go round. */
@Controller('activities/:id')
export class SheetsController {
  constructor(private readonly sheets: SheetsService) {}

  /** Wrapped, for an answer without a body is none. Asked again it is the same sheet: no key is needed, and none stores what others wrote. */
  @Post('sheet')
  @HttpCode(200)
  @May(takePart)
  async take(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById): Promise<{ sheet: OwnSheet | null }> {
    return { sheet: await this.sheets.take(me, id) };
  }

  @Post('next-round')
  @HttpCode(204)
  @Idempotent()
  @May(runSession)
  passOn(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById, @Body(parsed(PassSheetsOn)) input: PassSheetsOn): Promise<void> {
    return this.sheets.passOn(me, id, input);
  }
}
