import { Injectable } from '@nestjs/common';
import type { Made, Page, PageQuery } from '@spolu/contracts/common';
import {
  COMMENT_EDIT_MINUTES, REPLIES_MAX, type AddIdeaComment, type CommentThread, type IdeaComment, type IdeaTalk, type ReportWords,
} from '@spolu/contracts/idea-talk';
import { Problem } from '@spolu/contracts/problems';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { IsNull, Not, type EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { z } from 'zod';
import { Transactions } from '../../database/transactions.ts';
import { MomentKey, momentKey, page, startOf } from '../../http/page.ts';
import { demand } from '../../http/policy.ts';
import { guestOf, participantIn, type Viewer } from '../../http/viewer.ts';
import { GuestsService } from '../../participation/guests.service.ts';
import { isProcessStaff } from '../../participation/participation.policy.ts';
import { ParticipationService, type ProcessSummary } from '../../participation/participation.service.ts';
import { visibilityIn } from '../../participation/process.ts';
import { isOwn } from '../../provenance/provenance.policy.ts';
import { ProvenanceService, type ContributionFacts } from '../../provenance/provenance.service.ts';
import { Idea } from '../idea.entity.ts';
import { readIdeas } from '../ideas.policy.ts';
import { familyOf, recountSupport, supportedAmong } from './idea-support.ts';
import { moderateIdeas, talkAboutIdea, voicesOf } from './idea-talk.policy.ts';
import { IdeaCommentRow, IdeaSupport, WordsReport } from './idea-talk.entity.ts';

/** No hand writes faster. */
const COMMENTS_A_MINUTE = 10;
const AT = momentKey('at');
const ThreadKey = z.tuple([MomentKey, z.uuid()]);
type CommentRow = IdeaCommentRow & { moment?: string };

/** What people think of ideas: support and comments, and telling what should not stand there. */
@Injectable()
export class IdeaTalkService {
  readonly #pace = new RateLimiterMemory({ points: COMMENTS_A_MINUTE, duration: 60 });

  constructor(
    private readonly transactions: Transactions,
    private readonly provenance: ProvenanceService,
    private readonly participation: ParticipationService,
    guests: GuestsService,
  ) {
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
        // what she said of an idea that was merged into this one is hers to take back here too, and that idea may stand by itself again
        const [taken] = await em.query<[{ ideaId: string }[], number]>(
          'delete from idea_support where idea_id = any($1::uuid[]) and by_id = any($2::uuid[]) returning idea_id as "ideaId"',
          [await familyOf(em, this.provenance, ideaId), [voice!, ...others]],
        );
        for (const one of new Set([ideaId, ...taken.map((row) => row.ideaId)])) await recountSupport(em, this.provenance, one);
      }
    });
  }

  /** @throws Problem `idea/talk-closed`, `too-many-requests`, `not-found` for a comment of another idea */
  async comment(me: Viewer, ideaId: string, { text, language, replyTo }: AddIdeaComment): Promise<Made> {
    return this.transactions.run(async (em) => {
      const { idea, process } = await this.locked(em, me, ideaId);
      demand(talkAboutIdea, me, process);
      if (!isTalkedAbout(idea, process)) throw new Problem('idea/talk-closed');
      const [voice] = voicesOf(me, process);
      await this.#pace.consume(voice!).catch(() => {
        throw new Problem('too-many-requests', { retryAfterSeconds: 60 });
      });
      const answered = replyTo === null ? null : await em.findOneBy(IdeaCommentRow, { id: replyTo, ideaId });
      if (replyTo !== null && !answered) throw new Problem('not-found');
      const thread = answered?.replyTo ?? replyTo;
      if (thread !== null && (await em.countBy(IdeaCommentRow, { replyTo: thread })) >= REPLIES_MAX) throw new Problem('idea/talk-closed');
      const [id, at] = [newId(), new Date()];
      const personId = me.person?.id ?? null;
      const sessionId = process.sessionIds.find((one) => participantIn(me, one) === voice) ?? null;
      await this.provenance.writeContributions(em, [{
        id, kind: 'comment', personId, participantId: personId === null ? voice! : null, sessionId: personId === null && guestOf(me, process.processId) !== voice ? sessionId : null,
        processId: process.processId, activityId: null, language, text, createdAt: at, visibility: visibilityIn(process), url: `/ideas/${ideaId}`,
      }]);
      await em.insert(IdeaCommentRow, { id, ideaId, replyTo: thread, byStaff: isProcessStaff(me, process), at });
      await em.increment(Idea, { id: ideaId }, 'commentCount', 1);
      return { id };
    });
  }

  /** @throws Problem `forbidden` for somebody else's, `idea/edit-over` once its time is over or it is hidden */
  async editComment(me: Viewer, commentId: string, text: string): Promise<void> {
    await this.transactions.run(async (em) => {
      const { comment, words } = await this.ownComment(em, me, commentId);
      if (!isEditable(comment, new Date())) throw new Problem('idea/edit-over');
      if (words.text === text) return;
      await this.provenance.addVersion(em, { contributionId: commentId, text, at: new Date() });
      await em.update(IdeaCommentRow, { id: commentId }, { editedAt: new Date() });
    });
  }

  /** Its words are shown to nobody any more; that there was a comment stays. */
  async removeComment(me: Viewer, commentId: string): Promise<void> {
    await this.transactions.run(async (em) => {
      const { comment } = await this.ownComment(em, me, commentId);
      if (comment.deletedAt) return;
      await em.update(IdeaCommentRow, { id: commentId }, { deletedAt: new Date() });
      await this.provenance.update(em, commentId, { visibility: 'internal' }, me.person?.id ?? null);
      if (!comment.hiddenAt) await em.decrement(Idea, { id: comment.ideaId }, 'commentCount', 1);
    });
  }

  async comments(me: Viewer, ideaId: string, query: PageQuery): Promise<Page<CommentThread>> {
    const em = this.transactions.manager;
    const { process } = await this.read(em, me, ideaId);
    const start = startOf(query, ThreadKey);
    const threads = await em.query<CommentRow[]>(
      `select ${COMMENT}, ${AT} as moment from idea_comment where idea_id = $1 and reply_to is null and ($2::timestamptz is null or (at, id) > ($2, $3::uuid))
      order by at, id limit $4`,
      [ideaId, start?.[0] ?? null, start?.[1] ?? null, query.limit + 1],
    );
    const replies = threads.length === 0 ? [] : await em.query<CommentRow[]>(
      `select ${COMMENT} from idea_comment where reply_to = any($1::uuid[]) order by at, id`,
      [threads.map(({ id }) => id)],
    );
    const words = new Map((await this.provenance.contributionsOf(em, [...threads, ...replies].map(({ id }) => id))).map((said) => [said.id, said]));
    const staff = moderateIdeas.allows(me, process);
    const now = new Date();
    const view = (row: CommentRow): IdeaComment => commentView(me, row, words.get(row.id)!, staff, now);
    return page(threads, query, ({ moment, id }) => [moment, id], (thread): CommentThread => ({
      ...view(thread),
      replies: replies.filter(({ replyTo }) => replyTo === thread.id).map(view),
    }));
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

  private async report(em: EntityManager, me: Viewer, ideaId: string, aboutId: string, { reason }: ReportWords): Promise<void> {
    const { process } = await this.read(em, me, ideaId);
    demand(talkAboutIdea, me, process);
    const [voice] = voicesOf(me, process);
    // said again after it was decided on, it waits again
    await em.upsert(WordsReport, { aboutId, byId: voice!, processId: process.processId, ideaId, reason, at: new Date(), settledAt: null, settledBy: null }, ['aboutId', 'byId']);
  }

  private async ownComment(em: EntityManager, me: Viewer, id: string): Promise<{ comment: IdeaCommentRow; words: ContributionFacts }> {
    const comment = await em.findOneBy(IdeaCommentRow, { id });
    if (!comment) throw new Problem('not-found');
    await this.locked(em, me, comment.ideaId);
    const [words] = await this.provenance.contributionsOf(em, [id]);
    if (!isOwn(me, words!)) throw new Problem('forbidden');
    return { comment: await em.findOneByOrFail(IdeaCommentRow, { id }), words: words! };
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

const COMMENT = `id, idea_id as "ideaId", reply_to as "replyTo", by_staff as "byStaff", at, edited_at as "editedAt", deleted_at as "deletedAt", hidden_at as "hiddenAt", hidden_reason as "hiddenReason"`;

const isTalkedAbout = (idea: Idea, process: ProcessSummary) => idea.state === 'current' && !idea.hiddenAt && idea.publishedAt !== null && process.state === 'running';
const isEditable = (comment: IdeaCommentRow, now: Date) => !comment.hiddenAt && !comment.deletedAt && now.getTime() - comment.at.getTime() <= COMMENT_EDIT_MINUTES * 60_000;

function commentView(me: Viewer, row: IdeaCommentRow, words: ContributionFacts, staff: boolean, now: Date): IdeaComment {
  const mine = isOwn(me, words);
  const state = row.deletedAt ? 'deleted' : row.hiddenAt ? 'hidden' : 'shown';
  const knows = mine || staff;
  return {
    id: row.id, state, byStaff: row.byStaff, mine,
    text: state === 'shown' || (state === 'hidden' && knows) ? words.text : null,
    language: words.language,
    at: row.at.toISOString(),
    editedAt: row.editedAt?.toISOString() ?? null,
    reason: state === 'hidden' && knows ? row.hiddenReason : null,
    may: { edit: mine && isEditable(row, now), remove: mine && state !== 'deleted' },
  };
}
