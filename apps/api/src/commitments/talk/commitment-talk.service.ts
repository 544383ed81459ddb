import { Injectable } from '@nestjs/common';
import type { CommentThread, HideWords, ReportWords } from '@spolu/contracts/comments';
import type { AddCommitmentComment, BlockQuery } from '@spolu/contracts/commitments';
import type { Made, Page } from '@spolu/contracts/common';
import { Problem } from '@spolu/contracts/problems';
import type { EntityManager } from 'typeorm';
import { Transactions } from '../../database/transactions.ts';
import { demand } from '../../http/policy.ts';
import type { Viewer } from '../../http/viewer.ts';
import { CommentsService } from '../../provenance/comments/comments.service.ts';
import { ActionPlan, Commitment, CommitmentBlockRow } from '../commitment.entity.ts';
import { editActionPlan, talkAboutCommitment } from '../commitments.policy.ts';
import { CommitmentCommentRow } from './commitment-comment.entity.ts';

/** What people say about the fields of a commitment. Everybody reads it; whoever is signed in writes; the officers of the plan hide what should not stand there. */
@Injectable()
export class CommitmentTalkService {
  constructor(
    private readonly transactions: Transactions,
    private readonly comments: CommentsService,
  ) {}

  /** @throws Problem `not-found` for a version that the field never had, and what {@link CommentsService.write} refuses */
  async comment(me: Viewer, commitmentId: string, { block, version, replyTo, language, text }: AddCommitmentComment): Promise<Made> {
    demand(talkAboutCommitment, me);
    return this.transactions.run(async (em) => {
      const plan = await this.planOf(em, commitmentId);
      if (!(await em.existsBy(CommitmentBlockRow, { commitmentId, block, number: version }))) throw new Problem('not-found');
      const voice = me.person!.id;
      const id = await this.comments.write(
        em, CommitmentCommentRow, { commitmentId, block },
        {
          voice, byStaff: editActionPlan.allows(me, { organisationIds: [plan.organisationId] }), replyTo, subjectId: commitmentId,
          said: { personId: voice, participantId: null, sessionId: null, language, text, visibility: 'public', url: `/commitments/${commitmentId}` },
        },
        { version },
      );
      return { id };
    });
  }

  /** @throws Problem `forbidden` for somebody else's, `comment/edit-over` once its time is over or it is hidden */
  async editComment(me: Viewer, id: string, text: string): Promise<void> {
    demand(talkAboutCommitment, me);
    await this.transactions.run((em) => this.comments.edit(em, me, CommitmentCommentRow, id, text));
  }

  async removeComment(me: Viewer, id: string): Promise<void> {
    demand(talkAboutCommitment, me);
    await this.transactions.run((em) => this.comments.remove(em, me, CommitmentCommentRow, id));
  }

  async reportComment(me: Viewer, id: string, input: ReportWords): Promise<void> {
    demand(talkAboutCommitment, me);
    await this.transactions.run(async (em) => {
      const { comment, plan } = await this.commentOf(em, id);
      await this.comments.report(em, me.person!.id, { aboutId: id, placeId: plan.id, subjectId: comment.commitmentId }, input);
    });
  }

  /** @throws Problem `conflict` for a deleted one */
  async hideComment(me: Viewer, id: string, input: HideWords): Promise<void> {
    await this.transactions.run(async (em) => {
      const { plan } = await this.commentOf(em, id);
      demand(editActionPlan, me, { organisationIds: [plan.organisationId] });
      await this.comments.hide(em, me, CommitmentCommentRow, id, input, { visibility: 'public', kind: 'commitment-comment' });
    });
  }

  /** What is said about one field, the earliest first. */
  async listComments(me: Viewer, commitmentId: string, { block, ...query }: BlockQuery): Promise<Page<CommentThread>> {
    const em = this.transactions.manager;
    const plan = await this.planOf(em, commitmentId);
    const moderates = editActionPlan.allows(me, { organisationIds: [plan.organisationId] });
    return this.comments.threads(em, me, CommitmentCommentRow, { commitmentId, block }, query, moderates, ({ version }) => version);
  }

  private async commentOf(em: EntityManager, id: string): Promise<{ comment: CommitmentCommentRow; plan: ActionPlan }> {
    const comment = await em.findOneBy(CommitmentCommentRow, { id });
    if (!comment) throw new Problem('not-found');
    return { comment, plan: await this.planOf(em, comment.commitmentId) };
  }

  private async planOf(em: EntityManager, commitmentId: string): Promise<ActionPlan> {
    const commitment = await em.findOneBy(Commitment, { id: commitmentId });
    if (!commitment) throw new Problem('not-found');
    return em.findOneByOrFail(ActionPlan, { id: commitment.actionPlanId });
  }
}
