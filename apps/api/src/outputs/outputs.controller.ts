import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ById, Id, type Made, type Page, PageQuery } from '@spolu/contracts/common';
import { AddDossier, ChangesQuery, EditDossier, VersionRef, type DossierChanges, type DossierRow, type DossierVersion, type DossierView } from '@spolu/contracts/outputs';
import { z } from 'zod';
import { Idempotent } from '../http/idempotency.ts';
import { parsed } from '../http/parsed.ts';
import { May } from '../http/policy.ts';
import { Me, type Viewer } from '../http/viewer.ts';
import { listDossiers, lookAtVersion, publishDossier, readVersion, writeDossier } from './outputs.policy.ts';
import { OutputsService } from './outputs.service.ts';

const Nothing = z.strictObject({});
const ByProcess = z.strictObject({ processId: Id });

@Controller()
export class OutputsController {
  constructor(private readonly outputs: OutputsService) {}

  @Post('processes/:processId/dossiers')
  @Idempotent()
  @May(writeDossier)
  add(@Me() me: Viewer, @Param(parsed(ByProcess)) { processId }: { processId: string }, @Body(parsed(AddDossier)) input: AddDossier): Promise<Made> {
    return this.outputs.add(me, processId, input);
  }

  @Get('processes/:processId/dossiers')
  @May(listDossiers)
  listOfProcess(@Me() me: Viewer, @Param(parsed(ByProcess)) { processId }: { processId: string }, @Query(parsed(PageQuery)) query: PageQuery): Promise<Page<DossierRow>> {
    return this.outputs.listOfProcess(me, processId, query);
  }

  @Get('dossiers/:id')
  @May(readVersion)
  view(@Me() me: Viewer, @Param(parsed(ById)) { id }: { id: string }): Promise<DossierView> {
    return this.outputs.view(me, id);
  }

  @Put('dossiers/:id')
  @HttpCode(204)
  @Idempotent()
  @May(writeDossier)
  edit(@Me() me: Viewer, @Param(parsed(ById)) { id }: { id: string }, @Body(parsed(EditDossier)) input: EditDossier): Promise<void> {
    return this.outputs.edit(me, id, input);
  }

  @Post('dossiers/:id/versions')
  @Idempotent()
  @May(publishDossier)
  publish(@Me() me: Viewer, @Param(parsed(ById)) { id }: { id: string }, @Body(parsed(Nothing)) _: object): Promise<{ version: number }> {
    return this.outputs.publish(me, id);
  }

  @Get('dossiers/:id/versions/:version')
  @May(readVersion)
  viewVersion(@Me() me: Viewer, @Param(parsed(VersionRef)) { id, version }: VersionRef): Promise<DossierVersion> {
    return this.outputs.viewVersion(me, id, version);
  }

  @Get('dossiers/:id/versions/:version/changes')
  @May(readVersion)
  changes(@Me() me: Viewer, @Param(parsed(VersionRef)) { id, version }: VersionRef, @Query(parsed(ChangesQuery)) query: ChangesQuery): Promise<DossierChanges> {
    return this.outputs.changesOf(me, id, version, query);
  }

  @Put('dossiers/:id/versions/:version/look')
  @HttpCode(204)
  @Idempotent()
  @May(lookAtVersion)
  look(@Me() me: Viewer, @Param(parsed(VersionRef)) { id, version }: VersionRef, @Body(parsed(Nothing)) _: object): Promise<void> {
    return this.outputs.look(me, id, version);
  }
}
