import { Injectable } from '@nestjs/common';
import type { AddComment, CommentThread, ReportWords } from '@spolu/contracts/comments';
import type { Made, Page, PageQuery } from '@spolu/contracts/common';
import type { IdeaTalk } from '@spolu/contracts/idea-talk';
import { Problem } from '@spolu/contracts/problems';
import { IsNull, Not, type EntityManager } from 'typeorm';
import { Transactions } from '../../database/transactions.ts';
import { demand } from '../../http/policy.ts';
import { guestOf, participantIn, type Viewer } from '../../http/viewer.ts';
import { ClaimsService } from '../../participation/claims.service.ts';
import { GuestsService } from '../../participation/guests.service.ts';
import { isProcessStaff } from '../../participation/participation.policy.ts';
import { ParticipationService, type ProcessSummary } from '../../participation/participation.service.ts';
import { visibilityIn } from '../../participation/process.ts';
import { CommentsService } from '../../provenance/comments/comments.service.ts';
import { isOwn } from '../../provenance/provenance.policy.ts';
import { ProvenanceService } from '../../provenance/provenance.service.ts';
import { Idea } from '../idea.entity.ts';
import { readIdeas } from '../ideas.policy.ts';
import { familyOf, handOverSupport, recountSupport, supportedAmong, withOrigins } from './idea-support.ts';
import { moderateIdeas, talkAboutIdea, voicesOf } from './idea-talk.policy.ts';
import { IdeaCommentRow, IdeaSupport } from './idea-talk.entity.ts';

/** What people think of ideas: support and comments, and telling what should not stand there. */
@Injectable()
export class IdeaTalkService {
  constructor(
    private readonly transactions: Transactions,
    private readonly provenance: ProvenanceService,
    private readonly participation: ParticipationService,
    private readonly comments: CommentsService,
    guests: GuestsService,
    claims: ClaimsService,
  ) {
    claims.onClaimed((em, guest) => handOverSupport(em, this.provenance, guest));
    // Whoever reads the ideas of a running process may support them and comment on them, so she may come in for it.
    guests.onAsked(async (em, processId) =>
      (await this.participation.factsOf(processId, em)).state === 'running' && (await em.existsBy(Idea, { processId, publishedAt: Not(IsNull()), hiddenAt: IsNull() })));
  }

  async talk(me: Viewer, ideaId: string): Promise<IdeaTalk> {
    const em = this.transactions.manager;
    const { idea, process } = await this.read(em, me, ideaId);
    const running = isTalkedAbout(idea, process);
    const supported = await supportedAmong(em, await familyOf(em, this.provenance, ideaId), voicesOf(me, process));
    return {
      supportCount: idea.supportCount,
      supporting: supported.size > 0,
      commentCount: idea.commentCount,
      hidden: idea.hiddenAt ? { reason: idea.hiddenReason ?? '' } : null,
      may: { speak: running && talkAboutIdea.allows(me, process), asGuest: running && voicesOf(me, process).length === 0, moderate: moderateIdeas.allows(me, process) },
    };
  }

  /** Once for everybody; taken back at any time, also where nothing is supported any more. @throws Problem `idea/talk-closed` */
  async support(me: Viewer, ideaId: string, supporting: boolean): Promise<void> {
    await this.transactions.run(async (em) => {
      const { idea, process } = await this.locked(em, me, ideaId);
      demand(talkAboutIdea, me, process);
      const [voice, ...others] = voicesOf(me, process);
      if (supporting) {
        if (!isTalkedAbout(idea, process)) throw new Problem('idea/talk-closed');
        const family = await familyOf(em, this.provenance, ideaId);
        if ((await supportedAmong(em, family, [voice!, ...others])).size > 0) return;
        await em.insert(IdeaSupport, { ideaId, byId: voice! });
        await recountSupport(em, this.provenance, ideaId);
      } else {
        // what she said of an idea that was merged into this one, or that this one was merged into, is hers to take back here too
        const [taken] = await em.query<[{ ideaId: string }[], number]>(
          'delete from idea_support where idea_id = any($1::uuid[]) and by_id = any($2::uuid[]) returning idea_id as "ideaId"',
          [await familyOf(em, this.provenance, ideaId), [voice!, ...others]],
        );
        for (const one of await withOrigins(em, this.provenance, [ideaId, ...taken.map((row) => row.ideaId)])) await recountSupport(em, this.provenance, one);
      }
    });
  }

  /** @throws Problem `idea/talk-closed`, and what {@link CommentsService.write} refuses */
  async comment(me: Viewer, ideaId: string, { text, language, replyTo }: AddComment): Promise<Made> {
    return this.transactions.run(async (em) => {
      const { idea, process } = await this.locked(em, me, ideaId);
      demand(talkAboutIdea, me, process);
      if (!isTalkedAbout(idea, process)) throw new Problem('idea/talk-closed');
      const [voice] = voicesOf(me, process);
      const personId = me.person?.id ?? null;
      const sessionId = process.sessionIds.find((one) => participantIn(me, one) === voice) ?? null;
      const id = await this.comments.write(em, IdeaCommentRow, { ideaId }, {
        voice: voice!, byStaff: isProcessStaff(me, process), replyTo, subjectId: ideaId,
        said: {
          personId, participantId: personId === null ? voice! : null, sessionId: personId === null && guestOf(me, process.processId) !== voice ? sessionId : null,
          processId: process.processId, language, text, visibility: visibilityIn(process), url: `/ideas/${ideaId}`,
        },
      });
      await em.increment(Idea, { id: ideaId }, 'commentCount', 1);
      return { id };
    });
  }

  /** @throws Problem `forbidden` for somebody else's, `comment/edit-over` once its time is over or it is hidden */
  async editComment(me: Viewer, commentId: string, text: string): Promise<void> {
    await this.transactions.run(async (em) => {
      await this.lockedOf(em, me, commentId);
      await this.comments.edit(em, me, IdeaCommentRow, commentId, text);
    });
  }

  /** Its words are shown to nobody any more; that there was a comment stays. */
  async removeComment(me: Viewer, commentId: string): Promise<void> {
    await this.transactions.run(async (em) => {
      const { idea } = await this.lockedOf(em, me, commentId);
      if (await this.comments.remove(em, me, IdeaCommentRow, commentId)) await em.decrement(Idea, { id: idea.id }, 'commentCount', 1);
    });
  }

  async listComments(me: Viewer, ideaId: string, query: PageQuery): Promise<Page<CommentThread>> {
    const em = this.transactions.manager;
    const { process } = await this.read(em, me, ideaId);
    return this.comments.threads(em, me, IdeaCommentRow, { ideaId }, query, moderateIdeas.allows(me, process), () => null);
  }

  async reportIdea(me: Viewer, ideaId: string, input: ReportWords): Promise<void> {
    await this.transactions.run(async (em) => this.report(em, me, ideaId, ideaId, input));
  }

  async reportComment(me: Viewer, commentId: string, input: ReportWords): Promise<void> {
    await this.transactions.run(async (em) => {
      const comment = await em.findOneBy(IdeaCommentRow, { id: commentId });
      if (!comment) throw new Problem('not-found');
      await this.report(em, me, comment.ideaId, commentId, input);
    });
  }

  private async report(em: EntityManager, me: Viewer, ideaId: string, aboutId: string, input: ReportWords): Promise<void> {
    const { process } = await this.read(em, me, ideaId);
    demand(talkAboutIdea, me, process);
    const [voice] = voicesOf(me, process);
    await this.comments.report(em, voice!, { aboutId, placeId: process.processId, subjectId: ideaId }, input);
  }

  private async lockedOf(em: EntityManager, me: Viewer, commentId: string): Promise<{ idea: Idea; process: ProcessSummary }> {
    const comment = await em.findOneBy(IdeaCommentRow, { id: commentId });
    if (!comment) throw new Problem('not-found');
    return this.locked(em, me, comment.ideaId);
  }

  private async locked(em: EntityManager, me: Viewer, id: string): Promise<{ idea: Idea; process: ProcessSummary }> {
    await em.query('select 1 from idea where id = $1 for update', [id]);
    return this.read(em, me, id);
  }

  /** An idea the viewer may see. @throws Problem `not-found` */
  private async read(em: EntityManager, me: Viewer, id: string): Promise<{ idea: Idea; process: ProcessSummary }> {
    const idea = await em.findOneBy(Idea, { id });
    if (!idea) throw new Problem('not-found');
    const process = await this.participation.factsOf(idea.processId, em);
    demand(readIdeas, me, process);
    if ((idea.hiddenAt || !idea.publishedAt) && !moderateIdeas.allows(me, process)) {
      const [words] = await this.provenance.contributionsOf(em, idea.contributionId === null ? [] : [idea.contributionId]);
      if (!words || !isOwn(me, words)) throw new Problem('not-found');
    }
    return { idea, process };
  }
}

const isTalkedAbout = (idea: Idea, process: ProcessSummary) => idea.state === 'current' && !idea.hiddenAt && idea.publishedAt !== null && process.state === 'running';
