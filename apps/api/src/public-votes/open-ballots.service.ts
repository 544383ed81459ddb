import { Injectable } from '@nestjs/common';
import { Problem } from '@spolu/contracts/problems';
import { ballotsArePublished, type OpenBallotsQuery } from '@spolu/contracts/public-votes';
import { Transactions } from '../database/transactions.ts';
import type { Viewer } from '../http/viewer.ts';
import { IdeasService } from '../ideas/ideas.service.ts';
import { IdentityService } from '../identity/identity.service.ts';
import { dayIn } from '../identity/role.ts';
import { sheetToCsv } from '../sheets/sheet-files.ts';
import { ballotsAsJson, ballotsAsPabulib, ballotsAsTable } from './open-ballots.ts';
import { PublicVoteBallot } from './public-vote.entity.ts';
import { readPublicVote } from './public-votes.policy.ts';
import { VoteAccess } from './vote-access.ts';
import { shownCategoriesOf } from './vote-rows.ts';

/** Ballots of a counted vote one by one, so that anybody can count them again (decision 205). */
@Injectable()
export class OpenBallotsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly identity: IdentityService,
    private readonly ideas: IdeasService,
    private readonly access: VoteAccess,
  ) {}

  /** @throws Problem `public-vote/ballots-not-published`, `not-found` for a category without a budget */
  async file(me: Viewer, id: string, { format, category }: OpenBallotsQuery): Promise<Buffer> {
    const em = this.transactions.manager;
    const { vote } = await this.access.found(em, me, id, readPublicVote);
    if (!vote.result || !ballotsArePublished(vote)) throw new Problem('public-vote/ballots-not-published');
    const { name, defaultLanguage: language, timeZone } = await this.identity.municipality();
    // their ids were drawn by lot when they were counted
    const ballots = await em.find(PublicVoteBallot, { where: { voteId: id }, order: { id: 'ASC' } });
    const counted = {
      vote, result: vote.result, categories: await shownCategoriesOf(em, this.ideas, id), ballots: ballots.map(({ value }) => value),
      town: { name, language, timeZone, dayOf: (at: Date) => dayIn(timeZone, at) },
    };
    if (format === 'csv') return sheetToCsv(ballotsAsTable(counted), 'semicolon');
    if (format === 'json') return Buffer.from(JSON.stringify(ballotsAsJson(counted), null, 1));
    const pabulib = ballotsAsPabulib(counted, category);
    if (pabulib === null) throw new Problem('not-found');
    return Buffer.from(pabulib);
  }
}
