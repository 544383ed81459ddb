import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { BoardRef, PictureQuery, PictureRef, type TakenPicture } from '@spolu/contracts/boards';
import { PICTURE_TYPES } from '@spolu/contracts/plain';
import type { Request, Response } from 'express';
import { TakesFile } from '../http/file-bodies.ts';
import { Idempotent } from '../http/idempotency.ts';
import { parsed } from '../http/parsed.ts';
import { sendPicture } from '../http/picture-answer.ts';
import { May } from '../http/policy.ts';
import { Me, type Viewer } from '../http/viewer.ts';
import { addPicture, viewBoard } from './boards.policy.ts';
import { PicturesService } from './pictures.service.ts';

@Controller('boards/:boardId/pictures')
export class PicturesController {
  constructor(private readonly pictures: PicturesService) {}

  @Post()
  @May(addPicture)
  @TakesFile(...PICTURE_TYPES)
  @Idempotent()
  add(@Me() me: Viewer, @Param(parsed(BoardRef)) { boardId }: BoardRef, @Req() request: Request): Promise<TakenPicture> {
    return this.pictures.add(me, boardId, request);
  }

  @Get(':fileId')
  @May(viewBoard)
  async read(@Me() me: Viewer, @Param(parsed(PictureRef)) ref: PictureRef, @Query(parsed(PictureQuery)) { size }: PictureQuery, @Res() response: Response): Promise<void> {
    sendPicture(response, `${ref.fileId}-${size}`, await this.pictures.read(me, ref, size));
  }
}
