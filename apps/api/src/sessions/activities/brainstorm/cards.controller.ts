import { Body, Controller, Delete, Get, Headers, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ComposeCard, DecideInbox, EditCard, LookUpCards, type Card, type InboxCard, type InboxDecided } from '@spolu/contracts/activities/brainstorm';
import { ById } from '@spolu/contracts/common';
import { Idempotent, keyAsId } from '../../../http/idempotency.ts';
import { parsed } from '../../../http/parsed.ts';
import { May } from '../../../http/policy.ts';
import { Me, type Viewer } from '../../../http/viewer.ts';
import { takePart, tendLateCards } from '../../sessions.policy.ts';
import { CardsService } from './cards.service.ts';
import { InboxService } from './inbox.service.ts';

type ById = { id: string };

/** What people write in the room. */
@Controller()
export class CardsController {
  constructor(
    private readonly cards: CardsService,
    private readonly inbox: InboxService,
  ) {}

  /** The key is the card's id and remembers the command; an answer stored by viewer would name the author of an anonymous card. */
  @Post('activities/:id/cards')
  @May(takePart)
  compose(
    @Me() me: Viewer, @Param(parsed(ById)) { id }: ById, @Body(parsed(ComposeCard)) input: ComposeCard,
    @Headers('idempotency-key') key: string | undefined,
  ): Promise<Card> {
    return this.cards.compose(me, id, keyAsId(key), input);
  }

  @Get('activities/:id/cards')
  @May(takePart)
  own(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById): Promise<Card[]> {
    return this.cards.own(me, id);
  }

  /** Reads only; the ids stand in the body, see the contract. */
  @Post('activities/:id/cards/look-up')
  @HttpCode(200)
  @May(takePart)
  lookUp(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById, @Body(parsed(LookUpCards)) input: LookUpCards): Promise<Card[]> {
    return this.cards.lookUp(me, id, input);
  }

  @Get('sessions/:id/inbox')
  @May(tendLateCards)
  inboxOf(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById): Promise<InboxCard[]> {
    return this.inbox.list(me, id);
  }

  @Post('activities/:id/inbox')
  @HttpCode(200)
  @Idempotent()
  @May(tendLateCards)
  decide(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById, @Body(parsed(DecideInbox)) input: DecideInbox): Promise<InboxDecided> {
    return this.inbox.decide(me, id, input);
  }

  /** The same words again change nothing, so it needs no key; see `compose` for why none is stored. */
  @Put('cards/:id')
  @May(takePart)
  edit(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById, @Body(parsed(EditCard)) input: EditCard): Promise<Card> {
    return this.cards.edit(me, id, input);
  }

  @Delete('cards/:id')
  @HttpCode(204)
  @May(takePart)
  remove(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById): Promise<void> {
    return this.cards.remove(me, id);
  }

  @Post('cards/:id/accept')
  @HttpCode(204)
  @Idempotent()
  @May(tendLateCards)
  accept(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById): Promise<void> {
    return this.cards.acceptLate(me, id);
  }

  @Post('cards/:id/dismiss')
  @HttpCode(204)
  @Idempotent()
  @May(tendLateCards)
  dismiss(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById): Promise<void> {
    return this.cards.dismissLate(me, id);
  }
}
