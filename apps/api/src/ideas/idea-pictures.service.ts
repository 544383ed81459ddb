import { Injectable } from '@nestjs/common';
import type { PictureQuery, TakenPicture } from '@spolu/contracts/boards';
import type { IdeaMap, IdeaPictureRef, IdeaPlanRef } from '@spolu/contracts/idea-places';
import type { IdeaFilter } from '@spolu/contracts/ideas';
import { Problem } from '@spolu/contracts/problems';
import type { Request } from 'express';
import type { EntityManager } from 'typeorm';
import { Transactions } from '../database/transactions.ts';
import { FilesService } from '../files/files.service.ts';
import { demand } from '../http/policy.ts';
import { guestOf, type Viewer } from '../http/viewer.ts';
import { ParticipationService } from '../participation/participation.service.ts';
import { IdeaIntake, IdeaPlanRow } from './idea-intake.entity.ts';
import { IdeaIntakeService } from './idea-intake.service.ts';
import { planOf } from './idea-places.ts';
import { IdeaWords } from './idea-words.ts';
import { IdeaPictureRow } from './idea.entity.ts';
import { contributeIdea, editIdeaIntake, readIdeas } from './ideas.policy.ts';
import { IdeasService } from './ideas.service.ts';

/** Plans of the town that ideas are placed on, pictures that people bring for their ideas, and the ideas on the plan. */
@Injectable()
export class IdeaPicturesService {
  constructor(
    private readonly transactions: Transactions,
    private readonly participation: ParticipationService,
    private readonly files: FilesService,
    private readonly ideas: IdeasService,
    private readonly intake: IdeaIntakeService,
    private readonly words: IdeaWords,
  ) {}

  /** @throws Problem what {@link FilesService.takePicture} finds wrong */
  async addPlan(me: Viewer, processId: string, request: Request): Promise<TakenPicture> {
    return this.files.takePicture(request, ...(await this.#asPlan(me, processId)));
  }

  /** A plan that the system draws itself, as SVG. @throws Problem what {@link FilesService.keepDrawing} finds wrong */
  async drawPlan(me: Viewer, processId: string, svg: string): Promise<TakenPicture> {
    return this.files.keepDrawing(svg, ...(await this.#asPlan(me, processId)));
  }

  /** @throws Problem `idea/not-taken-now`, `too-many-requests`, and what {@link FilesService.takePicture} finds wrong */
  async addPicture(me: Viewer, processId: string, request: Request): Promise<TakenPicture> {
    const process = await this.participation.factsOf(processId, this.transactions.manager);
    demand(contributeIdea, me, process);
    await this.intake.demandOpen(process);
    const personId = me.person?.id ?? null;
    return this.files.takePicture(request, { processId, place: 'idea', participantId: personId === null ? guestOf(me, processId) : null, personId, unused: true });
  }

  /** @throws Problem `not-found` */
  async plan(me: Viewer, { processId, fileId }: IdeaPlanRef, size: PictureQuery['size']): Promise<Buffer> {
    const em = this.transactions.manager;
    demand(readIdeas, me, await this.participation.factsOf(processId, em));
    if (!(await em.existsBy(IdeaPlanRow, { fileId, processId }))) throw new Problem('not-found');
    return this.files.read(fileId, size);
  }

  /** For whoever may read the idea: of one that waits or is hidden its author and the people of the process. @throws Problem `not-found` */
  async picture(me: Viewer, { id, fileId }: IdeaPictureRef, size: PictureQuery['size']): Promise<Buffer> {
    const em = this.transactions.manager;
    await this.ideas.readable(me, em, id);
    if (!(await em.existsBy(IdeaPictureRow, { fileId, ideaId: id }))) throw new Problem('not-found');
    return this.files.read(fileId, size);
  }

  async map(me: Viewer, processId: string, filter: IdeaFilter): Promise<IdeaMap> {
    const em = this.transactions.manager;
    demand(readIdeas, me, await this.participation.factsOf(processId, em));
    const plan = await planOf(em, (await em.findOneBy(IdeaIntake, { processId }))?.planId ?? null);
    if (!plan) throw new Problem('not-found');
    return { plan, spots: await this.words.spots(em, processId, filter) };
  }

  async #asPlan(me: Viewer, processId: string) {
    demand(editIdeaIntake, me, await this.participation.factsOf(processId, this.transactions.manager));
    const owner = { processId, place: 'plan' as const, participantId: null, personId: me.person?.id ?? null };
    return [owner, async (em: EntityManager, fileId: string) => void (await em.insert(IdeaPlanRow, { fileId, processId, description: '' }))] as const;
  }
}
