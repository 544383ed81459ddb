import { Body, Controller, Delete, Get, Headers, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ComposeCard, EditCard, type Card } from '@spolu/contracts/activities/brainstorm';
import { ById } from '@spolu/contracts/common';
import { Idempotent, keyAsId } from '../../../http/idempotency.ts';
import { parsed } from '../../../http/parsed.ts';
import { May } from '../../../http/policy.ts';
import { Me, type Viewer } from '../../../http/viewer.ts';
import { takePart, tendLateCards } from '../../sessions.policy.ts';
import { CardsService } from './cards.service.ts';

type ById = { id: string };

/** What people write in the room. */
@Controller()
export class CardsController {
  constructor(private readonly cards: CardsService) {}

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
