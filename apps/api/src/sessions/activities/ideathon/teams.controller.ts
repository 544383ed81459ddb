import { Body, Controller, Delete, Get, Headers, HttpCode, Param, Post, Put } from '@nestjs/common';
import { EditTeam, FillField, JoinTeam, MergeTeam, MoveMember, ProposeTeam, RemoveTeamNote, WriteTeamNote, type OwnTeamAnswer, type StaffTeams, type TeamView } from '@spolu/contracts/activities/ideathon';
import { ById } from '@spolu/contracts/common';
import { Idempotent, keyAsId } from '../../../http/idempotency.ts';
import { parsed } from '../../../http/parsed.ts';
import { May } from '../../../http/policy.ts';
import { Me, type Viewer } from '../../../http/viewer.ts';
import { runSession, seeStaffState, takePart } from '../../sessions.policy.ts';
import { CanvasesService } from './canvases.service.ts';
import { NotesService } from './notes.service.ts';
import { StaffTeamsService } from './staff-teams.service.ts';
import { TeamsService } from './teams.service.ts';

type ById = { id: string };

/** Teams of an ideathon: what people do with theirs, and what the staff do with all of them. */
@Controller()
export class TeamsController {
  constructor(
    private readonly teams: TeamsService,
    private readonly staffTeams: StaffTeamsService,
    private readonly canvases: CanvasesService,
    private readonly notes: NotesService,
  ) {}

  /** The key is the team's id and remembers the command. */
  @Post('activities/:id/teams')
  @May(takePart)
  propose(
    @Me() me: Viewer, @Param(parsed(ById)) { id }: ById, @Body(parsed(ProposeTeam)) input: ProposeTeam, @Headers('idempotency-key') key: string | undefined,
  ): Promise<OwnTeamAnswer> {
    return this.teams.propose(me, id, keyAsId(key), input);
  }

  @Get('activities/:id/team')
  @May(takePart)
  own(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById): Promise<OwnTeamAnswer> {
    return this.teams.own(me, id);
  }

  @Post('activities/:id/team')
  @HttpCode(200)
  @Idempotent()
  @May(takePart)
  join(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById, @Body(parsed(JoinTeam)) input: JoinTeam): Promise<OwnTeamAnswer> {
    return this.teams.join(me, id, input);
  }

  @Put('teams/:id')
  @HttpCode(204)
  @Idempotent()
  @May(takePart)
  edit(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById, @Body(parsed(EditTeam)) input: EditTeam): Promise<void> {
    return this.teams.edit(me, id, input);
  }

  @Put('teams/:id/canvas')
  @Idempotent()
  @May(takePart)
  fill(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById, @Body(parsed(FillField)) input: FillField): Promise<OwnTeamAnswer> {
    return this.canvases.fill(me, id, input);
  }

  @Get('teams/:id')
  @May(seeStaffState)
  one(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById): Promise<TeamView> {
    return this.staffTeams.one(me, id);
  }

  @Get('activities/:id/teams')
  @May(seeStaffState)
  all(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById): Promise<StaffTeams> {
    return this.staffTeams.all(me, id);
  }

  @Post('activities/:id/members')
  @HttpCode(204)
  @Idempotent()
  @May(runSession)
  moveMember(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById, @Body(parsed(MoveMember)) input: MoveMember): Promise<void> {
    return this.staffTeams.moveMember(me, id, input);
  }

  @Post('activities/:id/deal')
  @HttpCode(204)
  @Idempotent()
  @May(runSession)
  deal(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById): Promise<void> {
    return this.staffTeams.deal(me, id);
  }

  @Put('teams/:id/words')
  @HttpCode(204)
  @Idempotent()
  @May(runSession)
  mend(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById, @Body(parsed(EditTeam)) input: EditTeam): Promise<void> {
    return this.staffTeams.edit(me, id, input);
  }

  @Post('teams/:id/merge')
  @HttpCode(204)
  @Idempotent()
  @May(runSession)
  merge(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById, @Body(parsed(MergeTeam)) input: MergeTeam): Promise<void> {
    return this.staffTeams.merge(me, id, input);
  }

  @Post('teams/:id/notes')
  @HttpCode(204)
  @Idempotent()
  @May(seeStaffState)
  writeNote(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById, @Body(parsed(WriteTeamNote)) input: WriteTeamNote): Promise<void> {
    return this.notes.write(me, id, input);
  }

  @Post('teams/:id/notes/remove')
  @HttpCode(204)
  @Idempotent()
  @May(seeStaffState)
  removeNote(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById, @Body(parsed(RemoveTeamNote)) input: RemoveTeamNote): Promise<void> {
    return this.notes.remove(me, id, input);
  }

  @Delete('teams/:id')
  @HttpCode(204)
  @Idempotent()
  @May(runSession)
  remove(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById): Promise<void> {
    return this.staffTeams.remove(me, id);
  }
}
