import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ById, type Made, type Page, PageQuery } from '@spolu/contracts/common';
import { BlockQuery, EditActionPlan, EditCommitment, EditMilestone, type ActionPlanView, type BlockVersion, type CommitmentView, type WholeActionPlan } from '@spolu/contracts/commitments';
import { Idempotent } from '../http/idempotency.ts';
import { parsed } from '../http/parsed.ts';
import { everybody, May } from '../http/policy.ts';
import { Me, type Viewer } from '../http/viewer.ts';
import { editActionPlan } from './commitments.policy.ts';
import { CommitmentsService } from './commitments.service.ts';

@Controller()
export class CommitmentsController {
  constructor(private readonly commitments: CommitmentsService) {}

  @Get('action-plans')
  @May(everybody)
  listActionPlans(@Me() me: Viewer, @Query(parsed(PageQuery)) query: PageQuery): Promise<Page<ActionPlanView>> {
    return this.commitments.listActionPlans(me, query);
  }

  @Post('action-plans')
  @Idempotent()
  @May(editActionPlan)
  addActionPlan(@Me() me: Viewer, @Body(parsed(EditActionPlan)) input: EditActionPlan): Promise<Made> {
    return this.commitments.addActionPlan(me, input);
  }

  @Get('action-plans/:id')
  @May(everybody)
  viewActionPlan(@Me() me: Viewer, @Param(parsed(ById)) { id }: { id: string }): Promise<WholeActionPlan> {
    return this.commitments.viewActionPlan(me, id);
  }

  @Put('action-plans/:id')
  @HttpCode(204)
  @Idempotent()
  @May(editActionPlan)
  editActionPlan(@Me() me: Viewer, @Param(parsed(ById)) { id }: { id: string }, @Body(parsed(EditActionPlan)) input: EditActionPlan): Promise<void> {
    return this.commitments.editActionPlan(me, id, input);
  }

  @Post('action-plans/:id/commitments')
  @Idempotent()
  @May(editActionPlan)
  addCommitment(@Me() me: Viewer, @Param(parsed(ById)) { id }: { id: string }, @Body(parsed(EditCommitment)) input: EditCommitment): Promise<Made> {
    return this.commitments.addCommitment(me, id, input);
  }

  @Get('commitments/:id')
  @May(everybody)
  viewCommitment(@Me() me: Viewer, @Param(parsed(ById)) { id }: { id: string }): Promise<CommitmentView> {
    return this.commitments.viewCommitment(me, id);
  }

  @Get('commitments/:id/versions')
  @May(everybody)
  listVersions(@Me() me: Viewer, @Param(parsed(ById)) { id }: { id: string }, @Query(parsed(BlockQuery)) query: BlockQuery): Promise<Page<BlockVersion>> {
    return this.commitments.versions(me, id, query);
  }

  @Put('commitments/:id')
  @HttpCode(204)
  @Idempotent()
  @May(editActionPlan)
  editCommitment(@Me() me: Viewer, @Param(parsed(ById)) { id }: { id: string }, @Body(parsed(EditCommitment)) input: EditCommitment): Promise<void> {
    return this.commitments.editCommitment(me, id, input);
  }

  @Post('commitments/:id/milestones')
  @Idempotent()
  @May(editActionPlan)
  addMilestone(@Me() me: Viewer, @Param(parsed(ById)) { id }: { id: string }, @Body(parsed(EditMilestone)) input: EditMilestone): Promise<Made> {
    return this.commitments.addMilestone(me, id, input);
  }

  @Put('milestones/:id')
  @HttpCode(204)
  @Idempotent()
  @May(editActionPlan)
  editMilestone(@Me() me: Viewer, @Param(parsed(ById)) { id }: { id: string }, @Body(parsed(EditMilestone)) input: EditMilestone): Promise<void> {
    return this.commitments.editMilestone(me, id, input);
  }
}
