import { Body, Controller, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ExportBoard, IMPORT_TYPES, ImportQuery, PICTURES_LEFT_OUT, type Imported, type ImportPreview } from '@spolu/contracts/board-files';
import { BoardRef } from '@spolu/contracts/boards';
import type { Request, Response } from 'express';
import type { z } from 'zod';
import { TakesFile } from '../../http/file-bodies.ts';
import { Idempotent } from '../../http/idempotency.ts';
import { mayTakeLong } from '../../http/edge.ts';
import { parsed } from '../../http/parsed.ts';
import { May } from '../../http/policy.ts';
import { Me, type Viewer } from '../../http/viewer.ts';
import { exportBoard, importToBoard } from '../sessions.policy.ts';
import { ExportsService } from './exports.service.ts';
import { ImportsService } from './imports.service.ts';

@Controller('boards/:boardId')
export class ExchangeController {
  constructor(
    private readonly exports: ExportsService,
    private readonly imports: ImportsService,
  ) {}

  /** A command, since it is noted who took what away; its answer is a file and is kept by nobody. */
  @Post('exports')
  @HttpCode(200)
  @May(exportBoard)
  async export(@Me() me: Viewer, @Param(parsed(BoardRef)) { boardId }: BoardRef, @Body(parsed(ExportBoard)) asked: z.output<typeof ExportBoard>, @Res() response: Response): Promise<void> {
    mayTakeLong(response);
    const { bytes, type, name, picturesLeftOut } = await this.exports.export(me, boardId, asked);
    response.set({
      'Content-Type': type, 'Content-Disposition': `attachment; filename="${name}"`, 'Content-Security-Policy': `default-src 'none'; sandbox`, 'X-Content-Type-Options': 'nosniff',
    });
    if (picturesLeftOut > 0) response.set(PICTURES_LEFT_OUT, String(picturesLeftOut));
    response.send(bytes);
  }

  @Post('import-previews')
  @HttpCode(200)
  @May(importToBoard)
  @TakesFile(...IMPORT_TYPES)
  preview(@Me() me: Viewer, @Param(parsed(BoardRef)) { boardId }: BoardRef, @Query(parsed(ImportQuery)) query: ImportQuery, @Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<ImportPreview> {
    mayTakeLong(response);
    return this.imports.preview(me, boardId, request, query);
  }

  @Post('imports')
  @May(importToBoard)
  @TakesFile(...IMPORT_TYPES)
  @Idempotent()
  import(@Me() me: Viewer, @Param(parsed(BoardRef)) { boardId }: BoardRef, @Query(parsed(ImportQuery)) query: ImportQuery, @Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<Imported> {
    mayTakeLong(response);
    return this.imports.import(me, boardId, request, query);
  }
}
