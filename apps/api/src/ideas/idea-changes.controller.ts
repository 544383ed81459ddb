import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ById, type Made } from '@spolu/contracts/common';
import { CarryOver, MergeIdeas, SplitIdea, UndoIdeaChange } from '@spolu/contracts/idea-changes';
import { Idempotent } from '../http/idempotency.ts';
import { parsed } from '../http/parsed.ts';
import { May } from '../http/policy.ts';
import { Me, type Viewer } from '../http/viewer.ts';
import { IdeaChangesService } from './idea-changes.service.ts';
import { arrangeIdeas } from './ideas.policy.ts';

@Controller()
export class IdeaChangesController {
  constructor(private readonly changes: IdeaChangesService) {}

  @Post('idea-merges')
  @Idempotent()
  @May(arrangeIdeas)
  merge(@Me() me: Viewer, @Body(parsed(MergeIdeas)) input: MergeIdeas): Promise<Made> {
    return this.changes.merge(me, input);
  }

  @Post('ideas/:id/splits')
  @Idempotent()
  @May(arrangeIdeas)
  split(@Me() me: Viewer, @Param(parsed(ById)) { id }: { id: string }, @Body(parsed(SplitIdea)) input: SplitIdea): Promise<{ ids: string[] }> {
    return this.changes.split(me, id, input);
  }

  @Post('ideas/:id/carry-overs')
  @Idempotent()
  @May(arrangeIdeas)
  carryOver(@Me() me: Viewer, @Param(parsed(ById)) { id }: { id: string }, @Body(parsed(CarryOver)) input: CarryOver): Promise<Made> {
    return this.changes.carryOver(me, id, input);
  }

  @Post('ideas/:id/undoings')
  @HttpCode(204)
  @Idempotent()
  @May(arrangeIdeas)
  undo(@Me() me: Viewer, @Param(parsed(ById)) { id }: { id: string }, @Body(parsed(UndoIdeaChange)) { change }: UndoIdeaChange): Promise<void> {
    return this.changes.undo(me, id, change);
  }
}
