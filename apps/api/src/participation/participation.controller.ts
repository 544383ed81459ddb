import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ById, type Made } from '@spolu/contracts/common';
import { EditProcess, type ProcessList, ProcessQuery, type ProcessView } from '@spolu/contracts/participation';
import { TopicAnswers, type TopicCheck } from '@spolu/contracts/topic-guide';
import { Idempotent } from '../http/idempotency.ts';
import { parsed } from '../http/parsed.ts';
import { everybody, May } from '../http/policy.ts';
import { Me, type Viewer } from '../http/viewer.ts';
import { addProcess, editProcess, viewProcess } from './participation.policy.ts';
import { ParticipationService } from './participation.service.ts';
import { TopicChecksService } from './topic-checks.service.ts';

@Controller('processes')
export class ParticipationController {
  constructor(
    private readonly participation: ParticipationService,
    private readonly topics: TopicChecksService,
  ) {}

  @Get()
  @May(everybody)
  list(@Me() me: Viewer, @Query(parsed(ProcessQuery)) query: ProcessQuery): Promise<ProcessList> {
    return this.participation.listProcesses(me, query);
  }

  @Post()
  @Idempotent()
  @May(addProcess)
  add(@Me() me: Viewer, @Body(parsed(EditProcess)) input: EditProcess): Promise<Made> {
    return this.participation.addProcess(me, input);
  }

  @Get(':id')
  @May(viewProcess)
  view(@Me() me: Viewer, @Param(parsed(ById)) { id }: { id: string }): Promise<ProcessView> {
    return this.participation.viewProcess(me, id);
  }

  @Put(':id')
  @HttpCode(204)
  @Idempotent()
  @May(editProcess)
  edit(@Me() me: Viewer, @Param(parsed(ById)) { id }: { id: string }, @Body(parsed(EditProcess)) input: EditProcess): Promise<void> {
    return this.participation.editProcess(me, id, input);
  }

  @Get(':id/topic-check')
  @May(editProcess)
  topicCheck(@Me() me: Viewer, @Param(parsed(ById)) { id }: { id: string }): Promise<TopicCheck> {
    return this.topics.read(me, id);
  }

  @Put(':id/topic-check')
  @HttpCode(204)
  @Idempotent()
  @May(editProcess)
  keepTopicCheck(@Me() me: Viewer, @Param(parsed(ById)) { id }: { id: string }, @Body(parsed(TopicAnswers)) answers: TopicAnswers): Promise<void> {
    return this.topics.keep(me, id, answers);
  }
}
