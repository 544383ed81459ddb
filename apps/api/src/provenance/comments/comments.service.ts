import { Injectable } from '@nestjs/common';
import { COMMENT_EDIT_MINUTES, REPLIES_MAX, type CommentThread, type CommentView, type HideWords, type ReportWords } from '@spolu/contracts/comments';
import type { Page, PageQuery, Visibility } from '@spolu/contracts/common';
import { Problem } from '@spolu/contracts/problems';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { In, IsNull, type EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { z } from 'zod';
import { MomentKey, momentKey, page, startOf } from '../../http/page.ts';
import type { Viewer } from '../../http/viewer.ts';
import { IdentityService } from '../../identity/identity.service.ts';
import { NoticesService } from '../notices/notices.service.ts';
import { isOwn } from '../provenance.policy.ts';
import { ProvenanceService, type ContributionFacts, type NewContribution } from '../provenance.service.ts';
import { WaysService } from '../ways.service.ts';
import { forgetReplies, readSubjects, readThreads, tellOfComment } from './comment-news.ts';
import { WordsReport, type CommentRow, type CommentTable } from './comment.entity.ts';

/** No hand writes faster. */
const COMMENTS_A_MINUTE = 10;
const AT = momentKey('comment.at');
/** What a comment is about, by the columns of its table. */
type About = Record<string, string>;
const ThreadKey = z.tuple([MomentKey, z.uuid()]);

export interface NewComment {
  /** Whoever speaks: an account, a participant, a guest. */
  voice: string;
  byStaff: boolean;
  replyTo: string | null;
  /** The idea or commitment that is talked about. */
  subjectId: string;
  said: Omit<NewContribution, 'id' | 'kind' | 'createdAt' | 'activityId'>;
}

/**
 * Comments, whatever they are about: threads of one level, changed by their author for a while, deleted and hidden so that it shows. Who may is decided by those who call this, whose
 * table says what a comment is about.
 */
@Injectable()
export class CommentsService {
  readonly #pace = new RateLimiterMemory({ points: COMMENTS_A_MINUTE, duration: 60 });

  constructor(
    private readonly provenance: ProvenanceService,
    private readonly identity: IdentityService,
    private readonly notices: NoticesService,
    ways: WaysService,
  ) {
    notices.readNewsBy('comments', readSubjects(ways));
    notices.readNewsBy('replies', readThreads(ways));
  }

  /**
   * Those concerned are told.
   *
   * @param about what it is about; whatever it answers is about the same
   * @param more what else its table keeps
   * @throws Problem `too-many-requests`, `comment/thread-full`, `not-found` for an answer to a comment on something else
   */
  async write(em: EntityManager, table: CommentTable, about: About, { voice, byStaff, replyTo, subjectId, said }: NewComment, more: Record<string, number> = {}): Promise<string> {
    await this.#pace.consume(voice).catch(() => {
      throw new Problem('too-many-requests', { retryAfterSeconds: 60 });
    });
    const answered = replyTo === null ? null : await em.findOneBy(table, { ...about, id: replyTo });
    if (replyTo !== null && !answered) throw new Problem('not-found');
    const thread = answered?.replyTo ?? replyTo;
    if (thread !== null && (await em.countBy(table, { replyTo: thread })) >= REPLIES_MAX) throw new Problem('comment/thread-full');
    const [id, at] = [newId(), new Date()];
    await this.provenance.writeContributions(em, [{ ...said, id, kind: 'comment', activityId: null, createdAt: at }]);
    await em.insert(table, { ...about, ...more, id, replyTo: thread, byStaff, at });
    await tellOfComment(em, this.notices, table, { id, threadId: thread, subjectId });
    return id;
  }

  /** @throws Problem `forbidden` for somebody else's, `comment/edit-over` once its time is over or it is hidden */
  async edit(em: EntityManager, me: Viewer, table: CommentTable, id: string, text: string): Promise<void> {
    const { comment, words } = await this.#own(em, me, table, id);
    if (!isEditable(comment, new Date())) throw new Problem('comment/edit-over');
    if (words.text === text) return;
    await this.provenance.addVersion(em, { contributionId: id, text, at: new Date() });
    await em.update(table, { id }, { editedAt: new Date() });
  }

  /** Its words are shown to nobody any more; that there was a comment stays. Gives whether it counted among those that are shown until now. @throws Problem `forbidden` for somebody else's */
  async remove(em: EntityManager, me: Viewer, table: CommentTable, id: string): Promise<boolean> {
    const { comment } = await this.#own(em, me, table, id);
    if (comment.deletedAt) return false;
    await em.update(table, { id }, { deletedAt: new Date() });
    await forgetReplies(em, this.notices, table, comment.replyTo);
    await this.provenance.update(em, id, { visibility: 'internal' }, me.person?.id ?? null);
    return comment.hiddenAt === null;
  }

  /** Its author is told. Gives by how many there are more that are shown. @throws Problem `conflict` for a deleted one */
  async hide(em: EntityManager, me: Viewer, table: CommentTable, id: string, input: HideWords, { visibility, kind }: { visibility: Visibility; kind: string }): Promise<number> {
    const comment = await this.#locked(em, table, id);
    if (comment.deletedAt) throw new Problem('conflict');
    const reason = input.hidden ? input.reason : null;
    await em.update(table, { id }, { hiddenAt: input.hidden ? new Date() : null, hiddenReason: reason });
    await this.show(em, me, id, visibility, reason);
    await forgetReplies(em, this.notices, table, comment.replyTo);
    await this.settle(em, me, id, kind, input);
    return Number(!input.hidden) - Number(comment.hiddenAt === null);
  }

  /** Said again after it was decided on, it waits again. */
  async report(em: EntityManager, voice: string, about: Pick<WordsReport, 'aboutId' | 'placeId' | 'subjectId'>, { reason }: ReportWords): Promise<void> {
    await em.upsert(WordsReport, { ...about, byId: voice, reason, at: new Date(), settledAt: null, settledBy: null }, ['aboutId', 'byId']);
  }

  /** What was reported where these are talked about, and nobody decided on. */
  async reportedAbout(em: EntityManager, subjectIds: readonly string[]): Promise<string[]> {
    const waiting = await em.query<{ id: string }[]>('select distinct about_id as id from words_report where subject_id = any($1::uuid[]) and settled_at is null', [subjectIds]);
    return waiting.map(({ id }) => id);
  }

  /** Its record goes out of sight with the reason, which tells its author, or comes back as visible as it was. */
  async show(em: EntityManager, me: Viewer, recordId: string, visibility: Visibility, reason: string | null): Promise<void> {
    await this.provenance.hide(em, recordId, reason === null ? { visibility } : { reason }, me.person?.id ?? null);
  }

  /** Somebody decided on what was reported. */
  async settle(em: EntityManager, me: Viewer, id: string, subjectKind: string, { hidden }: HideWords): Promise<void> {
    await em.update(WordsReport, { aboutId: id, settledAt: IsNull() }, { settledAt: new Date(), settledBy: me.person?.id ?? null });
    await this.identity.audit(em, { by: me, action: hidden ? 'words.hidden' : 'words.shown', subjectKind, subjectId: id, facts: {} });
  }

  /** The earliest first, with the answers below each. @param moderates whether she gets hidden ones and what was reported */
  async threads<Row extends CommentRow>(
    em: EntityManager, me: Viewer, table: CommentTable<Row>, about: About, query: PageQuery, moderates: boolean, versionOf: (row: Row) => number | null,
  ): Promise<Page<CommentThread>> {
    const start = startOf(query, ThreadKey);
    const threads = em.createQueryBuilder(table, 'comment').where(about).andWhere('comment.replyTo is null');
    if (start) threads.andWhere('(comment.at, comment.id) > (cast(:at as timestamptz), cast(:id as uuid))', { at: start[0], id: start[1] });
    const { entities, raw } = await threads.addSelect(AT, 'moment').orderBy('comment.at').addOrderBy('comment.id').limit(query.limit + 1).getRawAndEntities<{ moment: string }>();
    const replies = await em.find<CommentRow>(table, { where: { replyTo: In(entities.map(({ id }) => id)) }, order: { at: 'ASC', id: 'ASC' } }) as Row[];
    const ids = [...entities, ...replies].map(({ id }) => id);
    const words = new Map((await this.provenance.contributionsOf(em, ids)).map((said) => [said.id, said]));
    const reports = moderates ? await em.find(WordsReport, { where: { aboutId: In(ids), settledAt: IsNull() }, order: { at: 'ASC' } }) : [];
    const now = new Date();
    const view = (row: Row): CommentView => {
      const against = reports.filter(({ aboutId }) => aboutId === row.id).map(({ reason }) => reason);
      return commentView(me, row, { words: words.get(row.id)!, moderates, version: versionOf(row), reports: against, now });
    };
    const rows = entities.map((row, i) => ({ row, moment: raw[i]!.moment }));
    return page(rows, query, ({ moment, row }) => [moment, row.id], ({ row }): CommentThread => ({
      ...view(row),
      replies: replies.filter(({ replyTo }) => replyTo === row.id).map(view),
    }));
  }

  async #own(em: EntityManager, me: Viewer, table: CommentTable, id: string): Promise<{ comment: CommentRow; words: ContributionFacts }> {
    const comment = await this.#locked(em, table, id);
    const [words] = await this.provenance.contributionsOf(em, [id]);
    if (!isOwn(me, words!)) throw new Problem('forbidden');
    return { comment, words: words! };
  }

  async #locked(em: EntityManager, table: CommentTable, id: string): Promise<CommentRow> {
    const comment = await em.findOne(table, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!comment) throw new Problem('not-found');
    return comment;
  }
}

const isEditable = (comment: CommentRow, now: Date) => !comment.hiddenAt && !comment.deletedAt && now.getTime() - comment.at.getTime() <= COMMENT_EDIT_MINUTES * 60_000;

interface Seen {
  words: ContributionFacts;
  moderates: boolean;
  version: number | null;
  reports: string[];
  now: Date;
}

function commentView(me: Viewer, row: CommentRow, { words, moderates, version, reports, now }: Seen): CommentView {
  const mine = isOwn(me, words);
  const state = row.deletedAt ? 'deleted' : row.hiddenAt ? 'hidden' : 'shown';
  const knows = mine || moderates;
  return {
    id: row.id, state, byStaff: row.byStaff, mine, version, reports: state === 'deleted' ? [] : reports,
    text: state === 'shown' || (state === 'hidden' && knows) ? words.text : null,
    language: words.language,
    at: row.at.toISOString(),
    editedAt: row.editedAt?.toISOString() ?? null,
    reason: state === 'hidden' && knows ? row.hiddenReason : null,
    may: { edit: mine && isEditable(row, now), remove: mine && state !== 'deleted' },
  };
}
