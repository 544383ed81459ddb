import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { MethodQuery, MethodRef, type Method, type MethodSummary, type ReadySheet } from '@spolu/contracts/methods';
import { parsed } from '../http/parsed.ts';
import { everybody, May } from '../http/policy.ts';
import { Me, type Viewer } from '../http/viewer.ts';
import { MethodsService } from './methods.service.ts';

/** Changes only with the program, so a browser may keep it for an hour. */
const KEPT = 'public, max-age=3600';

@Controller()
export class MethodsController {
  constructor(private readonly methods: MethodsService) {}

  @Get('methods')
  @May(everybody)
  @Header('Cache-Control', KEPT)
  list(@Me() me: Viewer, @Query(parsed(MethodQuery)) query: MethodQuery): MethodSummary[] {
    return this.methods.list(me, query.lang);
  }

  @Get('methods/:methodId')
  @May(everybody)
  @Header('Cache-Control', KEPT)
  get(@Me() me: Viewer, @Param(parsed(MethodRef)) ref: MethodRef, @Query(parsed(MethodQuery)) query: MethodQuery): Method {
    return this.methods.get(me, ref.methodId, query.lang);
  }

  @Get('ready-sheets')
  @May(everybody)
  @Header('Cache-Control', KEPT)
  sheets(@Me() me: Viewer, @Query(parsed(MethodQuery)) query: MethodQuery): ReadySheet[] {
    return this.methods.sheets(me, query.lang);
  }
}
