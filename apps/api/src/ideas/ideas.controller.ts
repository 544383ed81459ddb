import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ById, type Made } from '@spolu/contracts/common';
import { ConfirmIdea, EditIdea, IdeasOf, IdeasQuery, SimilarIdeasQuery, type IdeaList, type IdeaView, type SimilarIdea } from '@spolu/contracts/ideas';
import { Idempotent } from '../http/idempotency.ts';
import { parsed } from '../http/parsed.ts';
import { May } from '../http/policy.ts';
import { Me, type Viewer } from '../http/viewer.ts';
import { confirmIdea, editIdea, readIdeas } from './ideas.policy.ts';
import { IdeasService } from './ideas.service.ts';

@Controller()
export class IdeasController {
  constructor(private readonly ideas: IdeasService) {}

  @Post('ideas')
  @Idempotent()
  @May(confirmIdea)
  confirm(@Me() me: Viewer, @Body(parsed(ConfirmIdea)) input: ConfirmIdea): Promise<Made> {
    return this.ideas.confirm(me, input);
  }

  @Put('ideas/:id')
  @HttpCode(204)
  @Idempotent()
  @May(editIdea)
  edit(@Me() me: Viewer, @Param(parsed(ById)) { id }: { id: string }, @Body(parsed(EditIdea)) input: EditIdea): Promise<void> {
    return this.ideas.edit(me, id, input);
  }

  @Get('ideas/:id')
  @May(readIdeas)
  view(@Me() me: Viewer, @Param(parsed(ById)) { id }: { id: string }): Promise<IdeaView> {
    return this.ideas.view(me, id);
  }

  @Get('processes/:processId/ideas')
  @May(readIdeas)
  listOfProcess(@Me() me: Viewer, @Param(parsed(IdeasOf)) { processId }: IdeasOf, @Query(parsed(IdeasQuery)) query: IdeasQuery): Promise<IdeaList> {
    return this.ideas.listOfProcess(me, processId, query);
  }

  @Get('processes/:processId/similar-ideas')
  @May(readIdeas)
  similar(@Me() me: Viewer, @Param(parsed(IdeasOf)) { processId }: IdeasOf, @Query(parsed(SimilarIdeasQuery)) { text }: SimilarIdeasQuery): Promise<SimilarIdea[]> {
    return this.ideas.similarTo(me, processId, text);
  }
}
