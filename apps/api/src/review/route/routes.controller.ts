import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ById, type Made } from '@spolu/contracts/common';
import { ContinueStep, PlanRoute, StepRef, WithdrawStep, type RouteView } from '@spolu/contracts/referral-route';
import { Idempotent } from '../../http/idempotency.ts';
import { parsed } from '../../http/parsed.ts';
import { May } from '../../http/policy.ts';
import { Me, type Viewer } from '../../http/viewer.ts';
import { readVersion } from '../../outputs/outputs.policy.ts';
import { planRoute } from '../review.policy.ts';
import { RoutePages } from './route-pages.service.ts';
import { Routes } from './routes.service.ts';

@Controller('dossiers/:id/route')
export class RoutesController {
  constructor(
    private readonly routes: Routes,
    private readonly pages: RoutePages,
  ) {}

  @Get()
  @May(readVersion)
  view(@Me() me: Viewer, @Param(parsed(ById)) { id }: { id: string }): Promise<RouteView> {
    return this.pages.view(me, id);
  }

  @Put()
  @HttpCode(204)
  @Idempotent()
  @May(planRoute)
  plan(@Me() me: Viewer, @Param(parsed(ById)) { id }: { id: string }, @Body(parsed(PlanRoute)) input: PlanRoute): Promise<void> {
    return this.routes.plan(me, id, input);
  }

  @Post('steps/:stepId/withdrawal')
  @HttpCode(204)
  @Idempotent()
  @May(planRoute)
  withdraw(@Me() me: Viewer, @Param(parsed(StepRef)) ref: StepRef, @Body(parsed(WithdrawStep)) input: WithdrawStep): Promise<void> {
    return this.routes.withdraw(me, ref, input);
  }

  @Post('steps/:stepId/continuation')
  @Idempotent()
  @May(planRoute)
  continue(@Me() me: Viewer, @Param(parsed(StepRef)) ref: StepRef, @Body(parsed(ContinueStep)) input: ContinueStep): Promise<Made> {
    return this.routes.continue(me, ref, input);
  }
}
