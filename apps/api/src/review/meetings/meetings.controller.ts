import { Body, Controller, Get, Header, HttpCode, Param, Post, Put, Query, Res } from '@nestjs/common';
import { ById, type Made, type Page } from '@spolu/contracts/common';
import {
  AdoptInMeeting, AgendaItemRef, ApproveMinutes, CancelMeeting, EditMeeting, MeetingsQuery, PlanAgenda, PlanMeeting, SeatRef, TakeAttendance, WriteMinutes, type Invited, type MeetingRow, type MeetingView,
} from '@spolu/contracts/meetings';
import type { Opinion } from '@spolu/contracts/review';
import type { Response } from 'express';
import { Idempotent } from '../../http/idempotency.ts';
import { parsed } from '../../http/parsed.ts';
import { May } from '../../http/policy.ts';
import { Me, type Viewer } from '../../http/viewer.ts';
import { openDesk, readMeeting, readReferral, runMeeting } from '../review.policy.ts';
import { MeetingPages } from './meeting-pages.service.ts';
import { Meetings } from './meetings.service.ts';
import { OpinionFiles } from './opinion-files.service.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

@Controller()
export class MeetingsController {
  constructor(
    private readonly meetings: Meetings,
    private readonly pages: MeetingPages,
    private readonly opinions: OpinionFiles,
  ) {}

  @Get('meetings')
  @May(openDesk)
  list(@Me() me: Viewer, @Query(parsed(MeetingsQuery)) query: MeetingsQuery): Promise<Page<MeetingRow>> {
    return this.pages.list(me, query);
  }

  @Post('bodies/:id/meetings')
  @Idempotent()
  @May(runMeeting)
  plan(@Me() me: Viewer, @Param(parsed(ById)) { id }: { id: string }, @Body(parsed(PlanMeeting)) input: PlanMeeting): Promise<Made> {
    return this.meetings.plan(me, id, input);
  }

  @Get('meetings/:id')
  @May(readMeeting)
  view(@Me() me: Viewer, @Param(parsed(ById)) { id }: { id: string }): Promise<MeetingView> {
    return this.pages.view(me, id);
  }

  @Put('meetings/:id')
  @HttpCode(204)
  @Idempotent()
  @May(runMeeting)
  edit(@Me() me: Viewer, @Param(parsed(ById)) { id }: { id: string }, @Body(parsed(EditMeeting)) input: EditMeeting): Promise<void> {
    return this.meetings.edit(me, id, input);
  }

  @Post('meetings/:id/invitations')
  @Idempotent()
  @May(runMeeting)
  invite(@Me() me: Viewer, @Param(parsed(ById)) { id }: { id: string }): Promise<Invited> {
    return this.meetings.invite(me, id);
  }

  @Post('meetings/:id/cancellation')
  @HttpCode(204)
  @Idempotent()
  @May(runMeeting)
  cancel(@Me() me: Viewer, @Param(parsed(ById)) { id }: { id: string }, @Body(parsed(CancelMeeting)) input: CancelMeeting): Promise<void> {
    return this.meetings.cancel(me, id, input);
  }

  @Get('meetings/:id/calendar')
  @May(readMeeting)
  @Header('Content-Type', 'text/calendar; charset=utf-8')
  @Header('Content-Disposition', 'attachment; filename="meeting.ics"')
  calendar(@Me() me: Viewer, @Param(parsed(ById)) { id }: { id: string }): Promise<string> {
    return this.pages.calendar(me, id);
  }

  @Put('meetings/:id/agenda')
  @HttpCode(204)
  @Idempotent()
  @May(runMeeting)
  planAgenda(@Me() me: Viewer, @Param(parsed(ById)) { id }: { id: string }, @Body(parsed(PlanAgenda)) input: PlanAgenda): Promise<void> {
    return this.meetings.planAgenda(me, id, input);
  }

  @Post('meetings/:id/opening')
  @HttpCode(204)
  @Idempotent()
  @May(runMeeting)
  open(@Me() me: Viewer, @Param(parsed(ById)) { id }: { id: string }): Promise<void> {
    return this.meetings.open(me, id);
  }

  @Put('meetings/:id/seats/:seatId')
  @HttpCode(204)
  @May(runMeeting)
  takeAttendance(@Me() me: Viewer, @Param(parsed(SeatRef)) { id, seatId }: { id: string; seatId: string }, @Body(parsed(TakeAttendance)) { presence }: TakeAttendance): Promise<void> {
    return this.meetings.takeAttendance(me, id, seatId, presence);
  }

  @Put('meetings/:id/items/:itemId/opinion')
  @Idempotent()
  @May(runMeeting)
  adopt(@Me() me: Viewer, @Param(parsed(AgendaItemRef)) ref: AgendaItemRef, @Body(parsed(AdoptInMeeting)) input: AdoptInMeeting): Promise<Opinion> {
    return this.meetings.adopt(me, ref, input);
  }

  @Post('meetings/:id/closing')
  @HttpCode(204)
  @Idempotent()
  @May(runMeeting)
  close(@Me() me: Viewer, @Param(parsed(ById)) { id }: { id: string }): Promise<void> {
    return this.meetings.close(me, id);
  }

  @Put('meetings/:id/minutes')
  @HttpCode(204)
  @Idempotent()
  @May(runMeeting)
  writeMinutes(@Me() me: Viewer, @Param(parsed(ById)) { id }: { id: string }, @Body(parsed(WriteMinutes)) input: WriteMinutes): Promise<void> {
    return this.meetings.writeMinutes(me, id, input);
  }

  @Post('meetings/:id/minutes/approval')
  @HttpCode(204)
  @Idempotent()
  @May(runMeeting)
  approveMinutes(@Me() me: Viewer, @Param(parsed(ById)) { id }: { id: string }, @Body(parsed(ApproveMinutes)) { revision }: ApproveMinutes): Promise<void> {
    return this.meetings.approveMinutes(me, id, revision);
  }

  @Get('meetings/:id/minutes.docx')
  @May(readMeeting)
  async minutesFile(@Me() me: Viewer, @Param(parsed(ById)) { id }: { id: string }, @Res() response: Response): Promise<void> {
    sendWord(response, 'minutes', await this.pages.minutesFile(me, id));
  }

  @Get('referrals/:id/opinion.docx')
  @May(readReferral)
  async opinionFile(@Me() me: Viewer, @Param(parsed(ById)) { id }: { id: string }, @Res() response: Response): Promise<void> {
    sendWord(response, 'opinion', await this.opinions.file(me, id));
  }
}

function sendWord(response: Response, name: string, bytes: Buffer): void {
  response.set({
    'Content-Type': DOCX, 'Content-Disposition': `attachment; filename="${name}.docx"`, 'Content-Security-Policy': `default-src 'none'; sandbox`, 'X-Content-Type-Options': 'nosniff', 'Cache-Control': 'no-store',
  });
  response.send(bytes);
}
