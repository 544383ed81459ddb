import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, Req, Res } from '@nestjs/common';
import { ById } from '@spolu/contracts/common';
import type { TakenPicture } from '@spolu/contracts/boards';
import { PICTURE_TYPES } from '@spolu/contracts/plain';
import { AddReportPicture, ReportPictureQuery, ReportPictureRef, SayPicturedPeople } from '@spolu/contracts/report-pictures';
import type { Request, Response } from 'express';
import type { z } from 'zod';
import { TakesFile } from '../../../http/file-bodies.ts';
import { Idempotent } from '../../../http/idempotency.ts';
import { parsed } from '../../../http/parsed.ts';
import { sendPicture } from '../../../http/picture-answer.ts';
import { May } from '../../../http/policy.ts';
import { Me, type Viewer } from '../../../http/viewer.ts';
import { editReport, readReport } from '../../sessions.policy.ts';
import { ReportPicturesService } from './report-pictures.service.ts';

type ById = z.infer<typeof ById>;
type ReportPictureQuery = z.infer<typeof ReportPictureQuery>;

/** Pictures of a report: brought by those who run the session, seen by who reads them in it. */
@Controller('sessions/:id/report-pictures')
export class ReportPicturesController {
  constructor(private readonly pictures: ReportPicturesService) {}

  @Post()
  @May(editReport)
  @TakesFile(...PICTURE_TYPES)
  @Idempotent()
  add(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById, @Query(parsed(AddReportPicture)) { people }: AddReportPicture, @Req() request: Request): Promise<TakenPicture> {
    return this.pictures.add(me, id, people, request);
  }

  @Get(':fileId')
  @May(readReport)
  async read(@Me() me: Viewer, @Param(parsed(ReportPictureRef)) ref: ReportPictureRef, @Query(parsed(ReportPictureQuery)) { size }: ReportPictureQuery, @Res() response: Response): Promise<void> {
    sendPicture(response, `${ref.fileId}-${size}`, await this.pictures.read(me, ref, size));
  }

  @Put(':fileId/people')
  @HttpCode(204)
  @Idempotent()
  @May(editReport)
  sayPeople(@Me() me: Viewer, @Param(parsed(ReportPictureRef)) ref: ReportPictureRef, @Body(parsed(SayPicturedPeople)) input: SayPicturedPeople): Promise<void> {
    return this.pictures.sayPeople(me, ref, input);
  }
}
