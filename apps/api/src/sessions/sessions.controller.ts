import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query, Req } from '@nestjs/common';
import { StartPoll } from '@spolu/contracts/activities/question';
import { ById, Id, type Made, type Page } from '@spolu/contracts/common';
import {
  AddMethod, AddSession, EditActivity, EditSession, Extend, Lock, OpenUntil, Pause, Resume, SessionQuery, SetDoor, ShowLook, Skip, Start, type RoomView, type SessionRow, type SessionView,
} from '@spolu/contracts/sessions';
import type { Request } from 'express';
import { z } from 'zod';
import { Idempotent } from '../http/idempotency.ts';
import { parsed } from '../http/parsed.ts';
import { everybody, May } from '../http/policy.ts';
import { Me, type Viewer } from '../http/viewer.ts';
import { addSessionToProcess } from '../participation/participation.policy.ts';
import { RunService } from './run.service.ts';
import { SessionsService } from './sessions.service.ts';
import { editSession, enterRoom, runSession, viewSession } from './sessions.policy.ts';

const ByProcess = z.strictObject({ processId: Id });
type ByProcess = z.infer<typeof ByProcess>;
type ById = z.infer<typeof ById>;

/** Planning and running a session. */
@Controller()
export class SessionsController {
  constructor(
    private readonly sessions: SessionsService,
    private readonly run: RunService,
  ) {}

  @Get('sessions')
  @May(everybody)
  list(@Me() me: Viewer, @Query(parsed(SessionQuery)) query: SessionQuery): Promise<Page<SessionRow>> {
    return this.sessions.listSessions(me, query);
  }

  @Post('processes/:processId/sessions')
  @Idempotent()
  @May(addSessionToProcess)
  add(@Me() me: Viewer, @Param(parsed(ByProcess)) { processId }: ByProcess, @Body(parsed(AddSession)) input: AddSession): Promise<Made> {
    return this.sessions.addSession(me, processId, input);
  }

  @Get('sessions/:id')
  @May(viewSession)
  view(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById): Promise<SessionView> {
    return this.sessions.viewSession(me, id);
  }

  @Put('sessions/:id')
  @HttpCode(204)
  @Idempotent()
  @May(editSession)
  edit(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById, @Body(parsed(EditSession)) input: EditSession): Promise<void> {
    return this.sessions.editSession(me, id, input);
  }

  @Get('sessions/:id/room')
  @May(enterRoom)
  room(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById): Promise<RoomView> {
    return this.sessions.viewRoom(me, id);
  }

  @Post('sessions/:id/activities')
  @Idempotent()
  @May(editSession)
  addActivity(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById, @Body(parsed(EditActivity)) input: EditActivity): Promise<Made> {
    return this.sessions.addActivity(me, id, input);
  }

  @Post('sessions/:id/methods')
  @Idempotent()
  @May(editSession)
  addMethod(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById, @Body(parsed(AddMethod)) input: AddMethod): Promise<{ activityIds: string[] }> {
    return this.sessions.addMethod(me, id, input);
  }

  @Put('activities/:id')
  @HttpCode(204)
  @Idempotent()
  @May(editSession)
  editActivity(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById, @Body(parsed(EditActivity)) input: EditActivity): Promise<void> {
    return this.sessions.editActivity(me, id, input);
  }

  @Delete('activities/:id')
  @HttpCode(204)
  @Idempotent()
  @May(editSession)
  removeActivity(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById): Promise<void> {
    return this.sessions.removeActivity(me, id);
  }

  @Post('sessions/:id/open')
  @HttpCode(204)
  @Idempotent()
  @May(runSession)
  open(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById, @Req() request: Request): Promise<void> {
    return this.run.open(me, id, request.ip ?? '');
  }

  @Post('sessions/:id/close')
  @HttpCode(204)
  @Idempotent()
  @May(runSession)
  close(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById): Promise<void> {
    return this.run.close(me, id);
  }

  @Post('sessions/:id/code')
  @HttpCode(204)
  @Idempotent()
  @May(runSession)
  renewCode(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById): Promise<void> {
    return this.run.renewCode(me, id);
  }

  @Post('sessions/:id/door')
  @HttpCode(204)
  @Idempotent()
  @May(runSession)
  setDoor(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById, @Body(parsed(SetDoor)) input: SetDoor): Promise<void> {
    return this.run.setDoor(me, id, input);
  }

  @Post('sessions/:id/quick-poll')
  @Idempotent()
  @May(runSession)
  poll(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById, @Body(parsed(StartPoll)) input: StartPoll): Promise<Made> {
    return this.run.poll(me, id, input);
  }

  @Post('sessions/:id/leave-result')
  @HttpCode(204)
  @Idempotent()
  @May(runSession)
  leaveResult(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById): Promise<void> {
    return this.run.leaveResult(me, id);
  }

  @Put('sessions/:id/look')
  @HttpCode(204)
  @Idempotent()
  @May(runSession)
  showLook(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById, @Body(parsed(ShowLook)) input: ShowLook): Promise<void> {
    return this.run.showLook(me, id, input);
  }

  @Delete('sessions/:id/look')
  @HttpCode(204)
  @Idempotent()
  @May(runSession)
  endLook(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById): Promise<void> {
    return this.run.endLook(me, id);
  }

  @Post('activities/:id/start')
  @HttpCode(204)
  @Idempotent()
  @May(runSession)
  start(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById, @Body(parsed(Start)) input: Start): Promise<void> {
    return this.run.start(me, id, input);
  }

  @Post('activities/:id/round')
  @Idempotent()
  @May(runSession)
  again(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById, @Body(parsed(Start)) input: Start): Promise<Made> {
    return this.run.again(me, id, input);
  }

  @Post('activities/:id/resume')
  @HttpCode(204)
  @Idempotent()
  @May(runSession)
  resume(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById, @Body(parsed(Resume)) input: Resume): Promise<void> {
    return this.run.resume(me, id, input);
  }

  @Post('activities/:id/end')
  @HttpCode(204)
  @Idempotent()
  @May(runSession)
  end(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById): Promise<void> {
    return this.run.end(me, id);
  }

  @Post('activities/:id/extend')
  @HttpCode(204)
  @Idempotent()
  @May(runSession)
  extend(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById, @Body(parsed(Extend)) input: Extend): Promise<void> {
    return this.run.extend(me, id, input);
  }

  @Put('activities/:id/open-until')
  @HttpCode(204)
  @Idempotent()
  @May(runSession)
  leaveOpen(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById, @Body(parsed(OpenUntil)) input: OpenUntil): Promise<void> {
    return this.run.leaveOpen(me, id, input);
  }

  @Post('activities/:id/pause')
  @HttpCode(204)
  @Idempotent()
  @May(runSession)
  pause(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById, @Body(parsed(Pause)) input: Pause): Promise<void> {
    return this.run.pause(me, id, input);
  }

  @Post('activities/:id/skip')
  @HttpCode(204)
  @Idempotent()
  @May(runSession)
  skip(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById, @Body(parsed(Skip)) input: Skip): Promise<void> {
    return this.run.skip(me, id, input);
  }

  @Post('activities/:id/lock')
  @HttpCode(204)
  @Idempotent()
  @May(runSession)
  lock(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById, @Body(parsed(Lock)) input: Lock): Promise<void> {
    return this.run.lock(me, id, input);
  }

  @Post('activities/:id/reveal')
  @HttpCode(204)
  @Idempotent()
  @May(runSession)
  reveal(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById): Promise<void> {
    return this.run.reveal(me, id);
  }

  @Post('activities/:id/show-result')
  @HttpCode(204)
  @Idempotent()
  @May(runSession)
  showResult(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById): Promise<void> {
    return this.run.showResult(me, id);
  }
}
