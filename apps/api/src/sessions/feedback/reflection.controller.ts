import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ById } from '@spolu/contracts/common';
import { type ReflectionView, SaveReflection } from '@spolu/contracts/reflection';
import { Idempotent } from '../../http/idempotency.ts';
import { parsed } from '../../http/parsed.ts';
import { May } from '../../http/policy.ts';
import { Me, type Viewer } from '../../http/viewer.ts';
import { editReport } from '../sessions.policy.ts';
import { ReflectionService } from './reflection.service.ts';

type ById = { id: string };

/** What those who ran a session think of how it went. */
@Controller('sessions/:id/reflection')
export class ReflectionController {
  constructor(private readonly reflections: ReflectionService) {}

  @Get()
  @May(editReport)
  view(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById): Promise<ReflectionView> {
    return this.reflections.view(me, id);
  }

  @Put()
  @Idempotent()
  @May(editReport)
  save(@Me() me: Viewer, @Param(parsed(ById)) { id }: ById, @Body(parsed(SaveReflection)) input: SaveReflection): Promise<{ revision: number }> {
    return this.reflections.save(me, id, input);
  }
}
