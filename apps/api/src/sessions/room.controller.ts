import { Body, Controller, Delete, Get, Headers, HttpCode, Param, Post, Put, Req } from '@nestjs/common';
import { ById, Id } from '@spolu/contracts/common';
import { Problem } from '@spolu/contracts/problems';
import {
  CastBallot, ComposeCard, EditCard, EditParticipant, Join, LookUpCode, type Ballot, type Card, type Joined, type JoinOffer,
} from '@spolu/contracts/sessions';
import type { Request } from 'express';
import { Idempotent } from '../http/idempotency.ts';
import { parsed } from '../http/parsed.ts';
import { everybody, May } from '../http/policy.ts';
import { Me, type Viewer } from '../http/viewer.ts';
import { CardsService } from './activities/brainstorm/cards.service.ts';
import { VotesService } from './activities/dot-vote/votes.service.ts';
import { JoinsService } from './joins.service.ts';
import { removeParticipant, takePart, tendLateCards } from './sessions.policy.ts';

type ById = { id: string };

/** What people do in the room: come in, write, vote. */
@Controller()
export class RoomController {
  constructor(
    private readonly joins: JoinsService,
    private readonly cards: CardsService,
    private readonly votes: VotesService,
  ) {}

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
    return this.joins.join(me, input, idOf(key), request);
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

  /** The key is the card's id and remembers the command; an answer stored by viewer would name the author of an anonymous card. */
  @Post('activities/:id/cards')
  @May(takePart)
  compose(
    @Me() me: Viewer, @Param(parsed(ById)) { id }: ById, @Body(parsed(ComposeCard)) input: ComposeCard,
    @Headers('idempotency-key') key: string | undefined,
  ): Promise<Card> {
    return this.cards.compose(me, id, idOf(key), input);
  }

  @Get('activities/:id/cards')
  @May(takePart)
  ownCards(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById): Promise<Card[]> {
    return this.cards.own(me, id);
  }

  /** The same words again change nothing, so it needs no key; see `compose` for why none is stored. */
  @Put('cards/:id')
  @May(takePart)
  editCard(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById, @Body(parsed(EditCard)) input: EditCard): Promise<Card> {
    return this.cards.edit(me, id, input);
  }

  @Delete('cards/:id')
  @HttpCode(204)
  @May(takePart)
  removeCard(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById): Promise<void> {
    return this.cards.remove(me, id);
  }

  @Post('cards/:id/accept')
  @HttpCode(204)
  @Idempotent()
  @May(tendLateCards)
  acceptCard(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById): Promise<void> {
    return this.cards.acceptLate(me, id);
  }

  @Post('cards/:id/dismiss')
  @HttpCode(204)
  @Idempotent()
  @May(tendLateCards)
  dismissCard(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById): Promise<void> {
    return this.cards.dismissLate(me, id);
  }

  @Put('activities/:id/ballot')
  @Idempotent()
  @May(takePart)
  cast(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById, @Body(parsed(CastBallot)) input: CastBallot): Promise<Ballot> {
    return this.votes.cast(me, id, input);
  }

  @Get('activities/:id/ballot')
  @May(takePart)
  ownBallot(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById): Promise<Ballot> {
    return this.votes.own(me, id);
  }
}

/** @throws Problem `idempotency-key-missing`; the key of these commands is a UUID that the device made */
function idOf(key: string | undefined): string {
  const id = Id.safeParse(key);
  if (!id.success) throw new Problem('idempotency-key-missing');
  return id.data;
}
