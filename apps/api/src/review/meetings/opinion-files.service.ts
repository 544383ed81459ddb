import { Injectable } from '@nestjs/common';
import { IdentityService } from '../../identity/identity.service.ts';
import type { Viewer } from '../../http/viewer.ts';
import { ReviewPages } from '../review-pages.service.ts';
import { opinionPaper } from './minutes.ts';
import { paperDocument } from './paper.ts';

/** A body's opinion on a dossier version as a file to be signed. */
@Injectable()
export class OpinionFiles {
  constructor(
    private readonly review: ReviewPages,
    private readonly identity: IdentityService,
  ) {}

  async file(me: Viewer, referralId: string): Promise<Buffer> {
    const { bodyName, dossier, items } = await this.review.viewReferral(me, referralId);
    const { name: town, defaultLanguage: language } = await this.identity.municipality();
    const opined = dossier.recommendations.map(({ id, number, title }) => ({ number, title, opinion: items.find(({ recommendationId }) => recommendationId === id)?.opinion ?? null }));
    return paperDocument({ town, language, ...opinionPaper({ bodyName, dossierTitle: dossier.title, version: dossier.version, items: opined }, language) });
  }
}
