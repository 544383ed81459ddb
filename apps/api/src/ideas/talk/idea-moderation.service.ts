import { Injectable } from '@nestjs/common';
import type { HideWords } from '@spolu/contracts/comments';
import type { Page, PageQuery } from '@spolu/contracts/common';
import type { ReportedWords } from '@spolu/contracts/idea-talk';
import { Problem } from '@spolu/contracts/problems';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { Transactions } from '../../database/transactions.ts';
import { MomentKey, momentKey, page, startOf } from '../../http/page.ts';
import { demand } from '../../http/policy.ts';
import type { Viewer } from '../../http/viewer.ts';
import { ParticipationService, type ProcessSummary } from '../../participation/participation.service.ts';
import { visibilityIn } from '../../participation/process.ts';
import { CommentsService } from '../../provenance/comments/comments.service.ts';
import { ProvenanceService } from '../../provenance/provenance.service.ts';
import { Idea } from '../idea.entity.ts';
import { moderateIdeas } from './idea-talk.policy.ts';
import { IdeaCommentRow } from './idea-talk.entity.ts';

const SINCE = momentKey('open.since');
const ReportKey = z.tuple([MomentKey, z.uuid()]);

/** The people of the process see what was reported, and hide with a reason what should not stand there. The author is told; nothing is removed. */
@Injectable()
export class IdeaModerationService {
  constructor(
    private readonly transactions: Transactions,
    private readonly provenance: ProvenanceService,
    private readonly participation: ParticipationService,
    private readonly comments: CommentsService,
  ) {}

  async hideIdea(me: Viewer, id: string, input: HideWords): Promise<void> {
    await this.transactions.run(async (em) => {
      const { idea, process } = await this.locked(em, me, id);
      const reason = input.hidden ? input.reason : null;
      await em.update(Idea, { id }, { hiddenAt: input.hidden ? new Date() : null, hiddenReason: reason });
      // what waits for a look goes on waiting out of sight
      const visibility = idea.publishedAt ? visibilityIn(process) : 'internal';
      for (const recordId of [id, ...(idea.contributionId === null ? [] : [idea.contributionId])]) await this.comments.show(em, me, recordId, visibility, reason);
      await this.provenance.showTalkAbout(em, id, input.hidden ? 'internal' : visibility);
      await this.comments.settle(em, me, id, 'idea', input);
    });
  }

  async hideComment(me: Viewer, id: string, input: HideWords): Promise<void> {
    await this.transactions.run(async (em) => {
      const known = await em.findOneBy(IdeaCommentRow, { id });
      if (!known) throw new Problem('not-found');
      const { idea, process } = await this.locked(em, me, known.ideaId);
      const visibility = idea.hiddenAt ? 'internal' : visibilityIn(process);
      const more = await this.comments.hide(em, me, IdeaCommentRow, id, input, { visibility, kind: 'idea-comment' });
      await em.increment(Idea, { id: idea.id }, 'commentCount', more);
    });
  }

  /** What waits for a decision, the longest waiting first; each once, with all that was said against it. */
  async reports(me: Viewer, processId: string, query: PageQuery): Promise<Page<ReportedWords>> {
    const em = this.transactions.manager;
    demand(moderateIdeas, me, await this.participation.factsOf(processId, em));
    const start = startOf(query, ReportKey);
    const rows = await em.query<(Omit<ReportedWords, 'since'> & { moment: string })[]>(
      `with open as (
        select about_id, subject_id as idea_id, min(at) as since, array_agg(reason order by at) as reasons from words_report
        where place_id = $1 and settled_at is null group by about_id, subject_id
      )
      select open.about_id as id, case when open.about_id = open.idea_id then 'idea' else 'comment' end as kind, idea.id as "ideaId", idea.title as "ideaTitle",
        coalesce(r.title, idea.summary) as text, r.language, open.reasons, ${SINCE} as moment
      from open join idea on idea.id = open.idea_id left join record r on r.id = open.about_id and open.about_id <> open.idea_id
        left join idea_comment c on c.id = open.about_id
      where c.deleted_at is null and ($2::timestamptz is null or (since, open.about_id) > ($2, $3::uuid))
      order by since, open.about_id limit $4`,
      [processId, start?.[0] ?? null, start?.[1] ?? null, query.limit + 1],
    );
    return page(rows, query, ({ moment, id }) => [moment, id], ({ moment, ...row }): ReportedWords => ({ ...row, since: moment }));
  }

  private async locked(em: EntityManager, me: Viewer, id: string): Promise<{ idea: Idea; process: ProcessSummary }> {
    const idea = await em.findOne(Idea, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!idea) throw new Problem('not-found');
    const process = await this.participation.factsOf(idea.processId, em);
    demand(moderateIdeas, me, process);
    return { idea, process };
  }
}
