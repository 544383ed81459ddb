import { Body, Controller, Headers, HttpCode, Param, Post, Put, Req } from '@nestjs/common';
import { ById } from '@spolu/contracts/common';
import { EditParticipant, Join, LookUpCode, type Joined, type JoinOffer } from '@spolu/contracts/sessions';
import type { Request } from 'express';
import { Idempotent, keyAsId } from '../http/idempotency.ts';
import { parsed } from '../http/parsed.ts';
import { everybody, May } from '../http/policy.ts';
import { Me, type Viewer } from '../http/viewer.ts';
import { JoinsService } from './joins.service.ts';
import { removeParticipant, takePart } from './sessions.policy.ts';

type ById = { id: string };

/** Who is in the room. */
@Controller()
export class RoomController {
  constructor(private readonly joins: JoinsService) {}

  /** Asks without changing anything: a POST so that the code stands in no address and no log. */
  @Post('join-lookups')
  @HttpCode(200)
  @May(everybody)
  lookUp(@Me() me: Viewer, @Body(parsed(LookUpCode)) input: LookUpCode, @Req() request: Request): Promise<JoinOffer> {
    return this.joins.lookUp(me, input, request.ip ?? '');
  }

  /** Its answer holds a secret, so it is not stored: the participant herself remembers the command that made her. */
  @Post('joins')
  @May(everybody)
  join(@Me() me: Viewer, @Body(parsed(Join)) input: Join, @Headers('idempotency-key') key: string | undefined, @Req() request: Request): Promise<Joined> {
    return this.joins.join(me, input, keyAsId(key), request);
  }

  @Put('sessions/:id/participant')
  @HttpCode(204)
  @Idempotent()
  @May(takePart)
  editParticipant(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById, @Body(parsed(EditParticipant)) input: EditParticipant): Promise<void> {
    return this.joins.edit(me, id, input);
  }

  @Post('participants/:id/remove')
  @HttpCode(204)
  @Idempotent()
  @May(removeParticipant)
  removeParticipant(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById): Promise<void> {
    return this.joins.remove(me, id);
  }

  @Post('participants/:id/let-in')
  @HttpCode(204)
  @Idempotent()
  @May(removeParticipant)
  letIn(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById): Promise<void> {
    return this.joins.letIn(me, id);
  }
}
