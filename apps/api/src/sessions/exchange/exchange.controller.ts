import { Body, Controller, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ExportBoard } from '@spolu/contracts/board-files';
import { BoardRef } from '@spolu/contracts/boards';
import type { Response } from 'express';
import type { z } from 'zod';
import { parsed } from '../../http/parsed.ts';
import { May } from '../../http/policy.ts';
import { Me, type Viewer } from '../../http/viewer.ts';
import { exportBoard } from '../sessions.policy.ts';
import { ExportsService } from './exports.service.ts';

@Controller('boards/:boardId')
export class ExchangeController {
  constructor(private readonly exports: ExportsService) {}

  /** A command, since it is noted who took what away; its answer is a file and is kept by nobody. */
  @Post('exports')
  @HttpCode(200)
  @May(exportBoard)
  async export(@Me() me: Viewer, @Param(parsed(BoardRef)) { boardId }: BoardRef, @Body(parsed(ExportBoard)) asked: z.output<typeof ExportBoard>, @Res() response: Response): Promise<void> {
    const { bytes, type, name } = await this.exports.export(me, boardId, asked);
    response.set({
      'Content-Type': type, 'Content-Disposition': `attachment; filename="${name}"`, 'Content-Security-Policy': `default-src 'none'; sandbox`, 'X-Content-Type-Options': 'nosniff',
    });
    response.send(bytes);
  }
}
