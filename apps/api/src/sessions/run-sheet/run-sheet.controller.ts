import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query, Res } from '@nestjs/common';
import { ById, Id, PageQuery, type Made, type Page } from '@spolu/contracts/common';
import { CutSheet, EditSheet, FillSheet, OrderSheet, PaperQuery, SaveTemplate, type SheetTemplateRow } from '@spolu/contracts/run-sheet';
import type { Response } from 'express';
import { z } from 'zod';
import { Idempotent } from '../../http/idempotency.ts';
import { parsed } from '../../http/parsed.ts';
import { May } from '../../http/policy.ts';
import { Me, type Viewer } from '../../http/viewer.ts';
import { addSessionToProcess } from '../../participation/participation.policy.ts';
import { editSession, removeSheetTemplate, viewSession } from '../sessions.policy.ts';
import { PaperService } from './paper.service.ts';
import { RunSheetService } from './run-sheet.service.ts';
import { SheetTemplatesService } from './sheet-templates.service.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const ByProcess = z.strictObject({ processId: Id });
type ByProcess = z.infer<typeof ByProcess>;
type ById = z.infer<typeof ById>;

/** The run sheet as a whole, and what is kept of it for other sessions. */
@Controller()
export class RunSheetController {
  constructor(
    private readonly runSheet: RunSheetService,
    private readonly templates: SheetTemplatesService,
    private readonly paper: PaperService,
  ) {}

  @Put('sessions/:id/run-sheet')
  @HttpCode(204)
  @Idempotent()
  @May(editSession)
  edit(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById, @Body(parsed(EditSheet)) input: EditSheet): Promise<void> {
    return this.runSheet.editSheet(me, id, input);
  }

  @Put('sessions/:id/run-sheet/order')
  @HttpCode(204)
  @Idempotent()
  @May(editSession)
  order(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById, @Body(parsed(OrderSheet)) input: OrderSheet): Promise<void> {
    return this.runSheet.order(me, id, input);
  }

  @Post('sessions/:id/run-sheet/cuts')
  @HttpCode(204)
  @Idempotent()
  @May(editSession)
  cut(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById, @Body(parsed(CutSheet)) input: CutSheet): Promise<void> {
    return this.runSheet.cut(me, id, input);
  }

  @Post('sessions/:id/run-sheet/blocks')
  @Idempotent()
  @May(editSession)
  fill(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById, @Body(parsed(FillSheet)) input: FillSheet): Promise<{ activityIds: string[] }> {
    return this.runSheet.fill(me, id, input);
  }

  @Get('sessions/:id/run-sheet.docx')
  @May(viewSession)
  async document(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById, @Query(parsed(PaperQuery)) query: PaperQuery, @Res() response: Response): Promise<void> {
    const { name, bytes } = await this.paper.document(me, id, query.for);
    response.set({
      'Content-Type': DOCX, 'Content-Disposition': `attachment; filename="${name}"`, 'Content-Security-Policy': `default-src 'none'; sandbox`, 'X-Content-Type-Options': 'nosniff', 'Cache-Control': 'no-store',
    });
    response.send(bytes);
  }

  @Post('sessions/:id/sheet-templates')
  @Idempotent()
  @May(editSession)
  saveTemplate(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById, @Body(parsed(SaveTemplate)) input: SaveTemplate): Promise<Made> {
    return this.templates.save(me, id, input);
  }

  @Get('processes/:processId/sheet-templates')
  @May(addSessionToProcess)
  listTemplates(@Me() me: Viewer, @Param(parsed(ByProcess)) { processId }: ByProcess, @Query(parsed(PageQuery)) query: PageQuery): Promise<Page<SheetTemplateRow>> {
    return this.templates.list(me, processId, query);
  }

  @Delete('sheet-templates/:id')
  @HttpCode(204)
  @Idempotent()
  @May(removeSheetTemplate)
  removeTemplate(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById): Promise<void> {
    return this.templates.remove(me, id);
  }
}
