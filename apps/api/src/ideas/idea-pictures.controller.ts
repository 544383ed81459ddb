import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { PictureQuery, type TakenPicture } from '@spolu/contracts/boards';
import { IdeaPictureRef, IdeaPlanRef, type IdeaMap } from '@spolu/contracts/idea-places';
import { IdeaFilter, IdeasOf } from '@spolu/contracts/ideas';
import { PICTURE_TYPES } from '@spolu/contracts/plain';
import type { Request, Response } from 'express';
import { TakesFile } from '../http/file-bodies.ts';
import { Idempotent } from '../http/idempotency.ts';
import { parsed } from '../http/parsed.ts';
import { sendPicture } from '../http/picture-answer.ts';
import { May } from '../http/policy.ts';
import { Me, type Viewer } from '../http/viewer.ts';
import { IdeaPicturesService } from './idea-pictures.service.ts';
import { contributeIdea, editIdeaIntake, readIdeas } from './ideas.policy.ts';

@Controller()
export class IdeaPicturesController {
  constructor(private readonly pictures: IdeaPicturesService) {}

  @Post('processes/:processId/idea-plans')
  @May(editIdeaIntake)
  @TakesFile(...PICTURE_TYPES)
  @Idempotent()
  addPlan(@Me() me: Viewer, @Param(parsed(IdeasOf)) { processId }: IdeasOf, @Req() request: Request): Promise<TakenPicture> {
    return this.pictures.addPlan(me, processId, request);
  }

  @Get('processes/:processId/idea-plans/:fileId')
  @May(readIdeas)
  async plan(@Me() me: Viewer, @Param(parsed(IdeaPlanRef)) ref: IdeaPlanRef, @Query(parsed(PictureQuery)) { size }: PictureQuery, @Res() response: Response): Promise<void> {
    sendPicture(response, `${ref.fileId}-${size}`, await this.pictures.plan(me, ref, size));
  }

  @Post('processes/:processId/idea-pictures')
  @May(contributeIdea)
  @TakesFile(...PICTURE_TYPES)
  @Idempotent()
  addPicture(@Me() me: Viewer, @Param(parsed(IdeasOf)) { processId }: IdeasOf, @Req() request: Request): Promise<TakenPicture> {
    return this.pictures.addPicture(me, processId, request);
  }

  @Get('ideas/:id/pictures/:fileId')
  @May(readIdeas)
  async picture(@Me() me: Viewer, @Param(parsed(IdeaPictureRef)) ref: IdeaPictureRef, @Query(parsed(PictureQuery)) { size }: PictureQuery, @Res() response: Response): Promise<void> {
    sendPicture(response, `${ref.fileId}-${size}`, await this.pictures.picture(me, ref, size));
  }

  @Get('processes/:processId/idea-map')
  @May(readIdeas)
  map(@Me() me: Viewer, @Param(parsed(IdeasOf)) { processId }: IdeasOf, @Query(parsed(IdeaFilter)) filter: IdeaFilter): Promise<IdeaMap> {
    return this.pictures.map(me, processId, filter);
  }
}
