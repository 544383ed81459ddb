import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Body, Controller, Get, Header, HttpCode, Inject, Param, Post, Put, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { ById, Id, type Made } from '@spolu/contracts/common';
import { AnswerMeaning, AskMeaning, type MeaningView } from '@spolu/contracts/meaning';
import {
  AddBlock, BlockKey, EditBlock, MoveBlock, PublishReport, RestoreBlock, RestoreReport, type ReadReport, type ReportDraft, type ReportVersion,
} from '@spolu/contracts/report-blocks';
import { EXPORT_TYPE, ExportReport } from '@spolu/contracts/report-export';
import { Problem } from '@spolu/contracts/problems';
import type { Request, Response } from 'express';
import type { Logger } from 'pino';
import { z } from 'zod';
import { mayTakeLong } from '../../http/edge.ts';
import { Idempotent } from '../../http/idempotency.ts';
import { LOGGER } from '../../http/logger.ts';
import { parsed } from '../../http/parsed.ts';
import { May } from '../../http/policy.ts';
import { Me, type Viewer } from '../../http/viewer.ts';
import { editReport, enterRoom, readReport, runSession, takePart } from '../sessions.policy.ts';
import { BlocksService } from './blocks.service.ts';
import { framed } from './export-frames.ts';
import { MeaningService } from './meaning/meaning.service.ts';
import { ReportExportService } from './report-export.service.ts';

type ById = z.infer<typeof ById>;
const BlockRef = z.strictObject({ id: Id, key: BlockKey });
type BlockRef = z.infer<typeof BlockRef>;
const PictureRef = z.strictObject({ id: Id, boardId: Id });
type PictureRef = z.infer<typeof PictureRef>;
const OfVersion = z.strictObject({ version: z.coerce.number().int().positive().max(1_000_000).optional() });
type OfVersion = z.infer<typeof OfVersion>;

/** What came out of a session: read by those who may, written by those who ran it. */
@Controller()
export class ReportController {
  constructor(
    private readonly blocks: BlocksService,
    private readonly meaning: MeaningService,
    private readonly exports: ReportExportService,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  @Get('sessions/:id/report')
  @May(readReport)
  read(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById): Promise<ReadReport> {
    return this.blocks.read(me, id);
  }

  @Get('sessions/:id/report/boards/:boardId')
  @May(readReport)
  @Header('Content-Type', 'image/png')
  @Header('Cache-Control', 'private, no-cache')
  async picture(@Me() me: Viewer, @Param(parsed(PictureRef)) { id, boardId }: PictureRef, @Query(parsed(OfVersion)) { version }: OfVersion, @Res({ passthrough: true }) response: Response): Promise<StreamableFile> {
    mayTakeLong(response);
    return new StreamableFile(await this.blocks.picture(me, id, boardId, version ?? null));
  }

  /** A command, since it is noted who took what away; its answer is a file and is kept by nobody. */
  @Post('sessions/:id/report/exports')
  @HttpCode(200)
  @May(readReport)
  async export(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById, @Body(parsed(ExportReport)) asked: z.output<typeof ExportReport>, @Req() request: Request, @Res() response: Response): Promise<void> {
    const parts = await this.exports.export(me, id, asked, request.ip);
    response.set({ 'Content-Type': EXPORT_TYPE, 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no', 'X-Content-Type-Options': 'nosniff' });
    const failed = (error: unknown) => {
      if (error instanceof Problem) return error.code;
      this.logger.error({ err: error, sessionId: id }, 'a report could not be exported');
      return 'internal-error';
    };
    // who went away needs no file: the pipeline ends the making of it too
    await pipeline(Readable.from(framed(parts, failed)), response).catch(() => undefined);
  }

  @Get('sessions/:id/report-draft')
  @May(editReport)
  draft(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById): Promise<ReportDraft> {
    return this.blocks.draft(me, id);
  }

  @Post('sessions/:id/report-draft/blocks')
  @Idempotent()
  @May(editReport)
  add(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById, @Body(parsed(AddBlock)) input: AddBlock): Promise<{ key: string; revision: number }> {
    return this.blocks.add(me, id, input);
  }

  @Put('sessions/:id/report-draft/blocks/:key')
  @Idempotent()
  @May(editReport)
  edit(@Me() me: Viewer, @Param(parsed(BlockRef)) { id, key }: BlockRef, @Body(parsed(EditBlock)) input: EditBlock): Promise<{ revision: number }> {
    return this.blocks.edit(me, id, key, input);
  }

  @Post('sessions/:id/report-draft/moves')
  @HttpCode(204)
  @Idempotent()
  @May(editReport)
  move(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById, @Body(parsed(MoveBlock)) input: MoveBlock): Promise<void> {
    return this.blocks.move(me, id, input);
  }

  @Post('sessions/:id/report-draft/blocks/:key/restore')
  @HttpCode(204)
  @Idempotent()
  @May(editReport)
  restoreBlock(@Me() me: Viewer, @Param(parsed(BlockRef)) { id, key }: BlockRef, @Body(parsed(RestoreBlock)) input: RestoreBlock): Promise<void> {
    return this.blocks.restoreBlock(me, id, key, input);
  }

  @Post('sessions/:id/report-draft/restore')
  @HttpCode(204)
  @Idempotent()
  @May(editReport)
  restore(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById, @Body(parsed(RestoreReport)) input: RestoreReport): Promise<void> {
    return this.blocks.restore(me, id, input);
  }

  @Get('sessions/:id/report-versions')
  @May(editReport)
  versions(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById): Promise<ReportVersion[]> {
    return this.blocks.versions(me, id);
  }

  @Post('sessions/:id/report-versions')
  @Idempotent()
  @May(editReport)
  publish(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById, @Body(parsed(PublishReport)) input: PublishReport): Promise<{ number: number }> {
    return this.blocks.publish(me, id, input);
  }

  @Get('sessions/:id/meaning')
  @May(enterRoom)
  meant(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById): Promise<MeaningView> {
    return this.meaning.view(me, id);
  }

  @Post('sessions/:id/meaning-checks')
  @Idempotent()
  @May(runSession)
  ask(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById, @Body(parsed(AskMeaning)) input: AskMeaning): Promise<Made> {
    return this.meaning.ask(me, id, input);
  }

  @Post('meaning-checks/:id/end')
  @HttpCode(204)
  @Idempotent()
  @May(runSession)
  endAsking(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById): Promise<void> {
    return this.meaning.end(me, id);
  }

  @Put('meaning-checks/:id/answer')
  @HttpCode(204)
  @Idempotent()
  @May(takePart)
  answer(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById, @Body(parsed(AnswerMeaning)) input: AnswerMeaning): Promise<void> {
    return this.meaning.answer(me, id, input);
  }
}
