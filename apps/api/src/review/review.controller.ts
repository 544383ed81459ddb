import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ById, Id, type Made, type Page, PageQuery } from '@spolu/contracts/common';
import { CarryOver } from '@spolu/contracts/idea-changes';
import { VersionRef } from '@spolu/contracts/outputs';
import {
  AdoptOpinion, DecisionItemsQuery, DeclareConflict, GivePosition, RecordDecision, Refer, ReferredRef, SpokenForRef, WriteNote, type DecisionItemRow, type DecisionRow, type DecisionView, type Opinion, type ReferralRow, type ReferralView,
} from '@spolu/contracts/review';
import { z } from 'zod';
import { Idempotent } from '../http/idempotency.ts';
import { parsed } from '../http/parsed.ts';
import { everybody, May } from '../http/policy.ts';
import { Me, type Viewer } from '../http/viewer.ts';
import { referDossier } from '../outputs/outputs.policy.ts';
import { CarryOvers } from './carry-overs.service.ts';
import { adoptOpinion, carryDecisionOver, givePosition, openDesk, readReferral, recordDecision, speakForMember } from './review.policy.ts';
import { DecisionItems } from './decision-items.service.ts';
import { ReviewPages } from './review-pages.service.ts';
import { ReviewService } from './review.service.ts';
import { Referrals } from './route/referrals.service.ts';

const ByReferral = z.strictObject({ referralId: Id });

@Controller()
export class ReviewController {
  constructor(
    private readonly review: ReviewService,
    private readonly pages: ReviewPages,
    private readonly items: DecisionItems,
    private readonly carryOvers: CarryOvers,
    private readonly referrals: Referrals,
  ) {}

  @Post('dossiers/:id/versions/:version/referrals')
  @Idempotent()
  @May(referDossier)
  refer(@Me() me: Viewer, @Param(parsed(VersionRef)) ref: VersionRef, @Body(parsed(Refer)) input: Refer): Promise<Made> {
    return this.referrals.refer(me, ref, input);
  }

  @Get('referrals')
  @May(openDesk)
  list(@Me() me: Viewer, @Query(parsed(PageQuery)) query: PageQuery): Promise<Page<ReferralRow>> {
    return this.pages.listReferrals(me, query);
  }

  @Get('referrals/:id')
  @May(readReferral)
  view(@Me() me: Viewer, @Param(parsed(ById)) { id }: { id: string }): Promise<ReferralView> {
    return this.pages.viewReferral(me, id);
  }

  @Put('referrals/:referralId/recommendations/:recommendationId/position')
  @HttpCode(204)
  @Idempotent()
  @May(givePosition)
  givePosition(@Me() me: Viewer, @Param(parsed(ReferredRef)) ref: ReferredRef, @Body(parsed(GivePosition)) input: GivePosition): Promise<void> {
    return this.review.givePosition(me, ref, input);
  }

  @Put('referrals/:referralId/recommendations/:recommendationId/conflict')
  @HttpCode(204)
  @Idempotent()
  @May(givePosition)
  declareConflict(@Me() me: Viewer, @Param(parsed(ReferredRef)) ref: ReferredRef, @Body(parsed(DeclareConflict)) input: DeclareConflict): Promise<void> {
    return this.review.declareConflict(me, ref, input);
  }

  @Delete('referrals/:referralId/recommendations/:recommendationId/conflict')
  @HttpCode(204)
  @Idempotent()
  @May(givePosition)
  takeConflictBack(@Me() me: Viewer, @Param(parsed(ReferredRef)) ref: ReferredRef): Promise<void> {
    return this.review.takeConflictBack(me, ref);
  }

  @Put('referrals/:referralId/recommendations/:recommendationId/mandates/:mandateId/position')
  @HttpCode(204)
  @Idempotent()
  @May(speakForMember)
  enterPosition(@Me() me: Viewer, @Param(parsed(SpokenForRef)) ref: SpokenForRef, @Body(parsed(GivePosition)) input: GivePosition): Promise<void> {
    return this.review.givePosition(me, ref, input);
  }

  @Put('referrals/:referralId/recommendations/:recommendationId/mandates/:mandateId/conflict')
  @HttpCode(204)
  @Idempotent()
  @May(speakForMember)
  enterConflict(@Me() me: Viewer, @Param(parsed(SpokenForRef)) ref: SpokenForRef, @Body(parsed(DeclareConflict)) input: DeclareConflict): Promise<void> {
    return this.review.declareConflict(me, ref, input);
  }

  @Delete('referrals/:referralId/recommendations/:recommendationId/mandates/:mandateId/conflict')
  @HttpCode(204)
  @Idempotent()
  @May(speakForMember)
  takeEnteredConflictBack(@Me() me: Viewer, @Param(parsed(SpokenForRef)) ref: SpokenForRef): Promise<void> {
    return this.review.takeConflictBack(me, ref);
  }

  @Put('referrals/:referralId/recommendations/:recommendationId/note')
  @HttpCode(204)
  @Idempotent()
  @May(readReferral)
  writeNote(@Me() me: Viewer, @Param(parsed(ReferredRef)) ref: ReferredRef, @Body(parsed(WriteNote)) input: WriteNote): Promise<void> {
    return this.review.writeNote(me, ref, input);
  }

  @Put('referrals/:referralId/recommendations/:recommendationId/opinion')
  @Idempotent()
  @May(adoptOpinion)
  adoptOpinion(@Me() me: Viewer, @Param(parsed(ReferredRef)) ref: ReferredRef, @Body(parsed(AdoptOpinion)) input: AdoptOpinion): Promise<Opinion> {
    return this.review.adoptOpinion(me, ref, input);
  }

  @Post('referrals/:referralId/decision')
  @Idempotent()
  @May(recordDecision)
  recordDecision(
    @Me() me: Viewer, @Param(parsed(ByReferral)) { referralId }: { referralId: string }, @Body(parsed(RecordDecision)) input: RecordDecision,
  ): Promise<Made> {
    return this.review.recordDecision(me, referralId, input);
  }

  @Get('decisions')
  @May(everybody)
  listDecisions(@Query(parsed(PageQuery)) query: PageQuery): Promise<Page<DecisionRow>> {
    return this.pages.listDecisions(query);
  }

  @Get('decision-items')
  @May(everybody)
  listDecisionItems(@Query(parsed(DecisionItemsQuery)) query: DecisionItemsQuery): Promise<Page<DecisionItemRow>> {
    return this.items.list(query);
  }

  @Get('decisions/:id')
  @May(everybody)
  viewDecision(@Me() me: Viewer, @Param(parsed(ById)) { id }: { id: string }): Promise<DecisionView> {
    return this.pages.viewDecision(me, id);
  }

  @Post('decision-items/:id/carry-over')
  @Idempotent()
  @May(carryDecisionOver)
  carryOver(@Me() me: Viewer, @Param(parsed(ById)) { id }: { id: string }, @Body(parsed(CarryOver)) input: CarryOver): Promise<Made> {
    return this.carryOvers.carryOver(me, id, input);
  }

  @Delete('decision-items/:id/carry-over')
  @HttpCode(204)
  @Idempotent()
  @May(carryDecisionOver)
  takeCarryOverBack(@Me() me: Viewer, @Param(parsed(ById)) { id }: { id: string }): Promise<void> {
    return this.carryOvers.takeBack(me, id);
  }
}
