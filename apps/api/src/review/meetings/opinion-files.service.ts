import { Injectable } from '@nestjs/common';
import type { ReferralView } from '@spolu/contracts/review';
import { Transactions } from '../../database/transactions.ts';
import { IdentityService } from '../../identity/identity.service.ts';
import type { Viewer } from '../../http/viewer.ts';
import { ReviewPages } from '../review-pages.service.ts';
import { opinionPaper, type Sitting } from './minutes.ts';
import { paperDocument } from './paper.ts';

/** A body's opinion on a dossier version as a file to be signed. */
@Injectable()
export class OpinionFiles {
  constructor(
    private readonly transactions: Transactions,
    private readonly review: ReviewPages,
    private readonly identity: IdentityService,
  ) {}

  async file(me: Viewer, referralId: string): Promise<Buffer> {
    const { bodyName, rules, dossier, items } = await this.review.viewReferral(me, referralId);
    const { name: town, defaultLanguage: language } = await this.identity.municipality();
    const sittings = await this.sittingsOf(referralId, items);
    const opined = dossier.recommendations.map(({ id, number, title }) => ({
      number, title, opinion: items.find(({ recommendationId }) => recommendationId === id)?.opinion ?? null, sitting: sittings.get(id) ?? null,
    }));
    return paperDocument({ town, language, ...opinionPaper({ town, bodyName, rules, dossierTitle: dossier.title, version: dossier.version, items: opined }, language) });
  }

  /** By recommendation: the body's meeting of the day on which it voted, with who was there; else those who voted. */
  private async sittingsOf(referralId: string, items: ReferralView['items']): Promise<Map<string, Sitting>> {
    const met = await this.transactions.manager.query<(Sitting & { recommendationId: string })[]>(
      `select i.recommendation_id as "recommendationId", m.starts_on::text as "on", m.starts_at as at, m.place,
          (select count(*)::int from meeting_seat s where s.meeting_id = m.id and s.presence in ('present', 'left')) as "presentCount"
        from referral_item i join opinion o on o.item_id = i.id
          join meeting_item mi on mi.referral_item_id = i.id join meeting m on m.id = mi.meeting_id
        where i.referral_id = $1 and m.starts_on = o.adopted_on and m.state <> 'planned' order by m.starts_at, m.id`,
      [referralId],
    );
    return new Map([
      ...items.flatMap(({ recommendationId, opinion }): [string, Sitting][] =>
        opinion ? [[recommendationId, { on: opinion.adoptedOn, at: null, place: '', presentCount: opinion.vote.for + opinion.vote.against + opinion.vote.abstained }]] : []),
      ...met.map(({ recommendationId, ...sitting }): [string, Sitting] => [recommendationId, sitting]),
    ]);
  }
}
