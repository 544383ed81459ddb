import { Injectable } from '@nestjs/common';
import { Problem } from '@spolu/contracts/problems';
import {
  type AddBlock, type ComputedContent, type EditBlock, isOwn, type MoveBlock, OWN_BLOCKS_MAX, type OwnContent, type PublishReport, type ReadReport, type ReportContent, type ReportDraft,
  type ReportVersion, type RestoreBlock, type RestoreReport,
} from '@spolu/contracts/report-blocks';
import type { Report } from '@spolu/contracts/sessions';
import type { EntityManager } from 'typeorm';
import { v4 as newKey } from 'uuid';
import { Transactions } from '../../database/transactions.ts';
import { demand } from '../../http/policy.ts';
import type { Viewer } from '../../http/viewer.ts';
import { audit } from '../../identity/audit.ts';
import { WaysService } from '../../provenance/ways.service.ts';
import { ReportService } from '../report.service.ts';
import { SessionAccess } from '../session-access.ts';
import { editReport, readReport } from '../sessions.policy.ts';
import { assemble, existingKeys, type StoredBlock, type StoredDraft, UNTOUCHED } from './assemble.ts';
import { BoardPictures } from './board-pictures.ts';
import { mergeOrder, moveBehind, naturalOrder } from './block-order.ts';
import { computedBlocks, saysSomething, withoutHidden } from './blocks.ts';
import { asOfToday, notesIn } from './notes-in.ts';
import { withoutHeld } from './pictures/held-pictures.ts';
import { ReportPhotoRow } from './pictures/report-photo.entity.ts';
import { ReportPicturesService } from './pictures/report-pictures.service.ts';
import { ReportBlockRow, ReportDraftRow, ReportPictureRow, ReportVersionRow } from './report-block.entity.ts';
import { ReportFactsService } from './report-facts.service.ts';

/** The report as its facilitators write it, and as it was published. */
@Injectable()
export class BlocksService {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: SessionAccess,
    private readonly reports: ReportService,
    private readonly facts: ReportFactsService,
    private readonly boards: BoardPictures,
    private readonly pictures: ReportPicturesService,
    private readonly ways: WaysService,
  ) {}

  /** What everybody reads: the version published last, else what is generated. */
  async read(me: Viewer, sessionId: string): Promise<ReadReport> {
    const { session, facts } = await this.access.session(sessionId);
    demand(readReport, me, facts);
    const em = this.transactions.manager;
    const version = await em.findOne(ReportVersionRow, { where: { sessionId }, order: { number: 'DESC' } });
    if (!version) {
      const generated = await this.#whole(me, sessionId, UNTOUCHED);
      return { ...withoutHidden(generated), version: null, may: { ...generated.may, edit: editReport.allows(me, facts) } };
    }
    const now = await this.reports.report(me, sessionId);
    const { content, number, publishedAt } = version;
    const said = [...notesIn(content.activities).keys(), ...content.quoted.map(({ contributionId }) => contributionId)];
    const quotable = await this.ways.quotableAmong(me, said);
    const pictures = await this.pictures.picturesIn(em, sessionId, content.blocks);
    return {
      ...withoutHeld({ ...asOfToday(content, now.activities, (contributionId) => quotable.has(contributionId)), pictures }),
      visibility: session.visibility,
      may: { ...now.may, edit: editReport.allows(me, facts) },
      version: { number, publishedAt: publishedAt.toISOString() },
    };
  }

  async draft(me: Viewer, sessionId: string): Promise<ReportDraft> {
    const { facts } = await this.access.session(sessionId);
    demand(editReport, me, facts);
    const em = this.transactions.manager;
    const { revision, ...stored } = await storedDraft(em, sessionId);
    const [published] = await em.query<{ number: number; publishedAt: Date; revision: number }[]>(
      `select number, published_at as "publishedAt", (draft ->> 'revision')::int as revision from report_version where session_id = $1 order by number desc limit 1`, [sessionId],
    );
    const whole = await this.#whole(me, sessionId, stored);
    return {
      ...whole,
      may: { ...whole.may, edit: true },
      revision,
      publishedRevision: published?.revision ?? null,
      photoWithdrawals: await this.pictures.withdrawals(em, sessionId),
      version: published ? { number: published.number, publishedAt: published.publishedAt.toISOString() } : null,
    };
  }

  /** @throws Problem `report/full` */
  async add(me: Viewer, sessionId: string, { content, after }: AddBlock): Promise<{ key: string; revision: number }> {
    return this.#change(me, sessionId, async (em, revision) => {
      if ((await em.countBy(ReportBlockRow, { sessionId })) >= OWN_BLOCKS_MAX) throw new Problem('report/full', { count: OWN_BLOCKS_MAX });
      await checkOwn(em, sessionId, content);
      const key = `own-${newKey()}`;
      const before = await orderOf(em, sessionId);
      await em.insert(ReportBlockRow, { sessionId, key, content, note: '', hidden: false, revision });
      await keepOrder(em, sessionId, moveBehind([...before, key], key, after));
      return { key, revision };
    });
  }

  /** @throws Problem `changed-meanwhile` where somebody else changed this block since the editor's revision, or took it away */
  async edit(me: Viewer, sessionId: string, key: string, { revision: seen, hidden, note, content }: EditBlock): Promise<{ revision: number }> {
    return this.#change(me, sessionId, async (em, revision) => {
      await demandUnchanged(em, sessionId, key, seen);
      if (isOwn(key) !== (content !== null)) throw new Problem('invalid-input');
      if (content) await checkOwn(em, sessionId, content);
      else await demandKnown(em, sessionId, key);
      await em.upsert(ReportBlockRow, { sessionId, key, content, note, hidden, revision }, ['sessionId', 'key']);
      return { revision };
    });
  }

  async move(me: Viewer, sessionId: string, { key, after }: MoveBlock): Promise<void> {
    return this.#change(me, sessionId, async (em) => keepOrder(em, sessionId, moveBehind(await orderOf(em, sessionId), key, after)));
  }

  /** @throws Problem `changed-meanwhile` */
  async restoreBlock(me: Viewer, sessionId: string, key: string, { revision: seen }: RestoreBlock): Promise<void> {
    return this.#change(me, sessionId, async (em) => {
      await demandUnchanged(em, sessionId, key, seen);
      await em.delete(ReportBlockRow, { sessionId, key });
    });
  }

  /** @throws Problem `changed-meanwhile` where anything changed since what the editor saw, `not-found` where there is no such version */
  async restore(me: Viewer, sessionId: string, { revision: seen, to }: RestoreReport): Promise<void> {
    return this.#change(me, sessionId, async (em, revision) => {
      if (seen !== revision - 1) throw new Problem('changed-meanwhile');
      if (to === 'order') {
        const { order, blocks } = await storedDraft(em, sessionId);
        await em.update(ReportBlockRow, { sessionId, hidden: true }, { hidden: false, revision });
        const existing = existingKeys(await computedOf(em, sessionId), { order, blocks });
        return keepOrder(em, sessionId, naturalOrder(mergeOrder(order, existing), existing));
      }
      const { order, blocks } = to === 'generated' ? UNTOUCHED : (await versionOf(em, sessionId, to)).draft;
      await em.delete(ReportBlockRow, { sessionId });
      // as this revision, so that who still edits what stood here before is told
      await em.insert(ReportBlockRow, blocks.map((block) => ({ ...block, sessionId, revision })));
      await keepOrder(em, sessionId, order);
    });
  }

  /** @throws Problem `report/session-runs`, `changed-meanwhile` where the draft is no more what the editor saw */
  async publish(me: Viewer, sessionId: string, { revision: seen }: PublishReport): Promise<{ number: number }> {
    const { session, facts } = await this.access.session(sessionId);
    demand(editReport, me, facts);
    if (session.state !== 'closed') throw new Problem('report/session-runs');
    const { revision, version: _, publishedRevision: __, photoWithdrawals: ___, may: ____, ...whole } = await this.draft(me, sessionId);
    if (revision !== seen) throw new Problem('changed-meanwhile');
    const content = withoutHidden(whole);
    const drawn = await this.boards.drawAll(content.boards.map(({ boardId }) => boardId), session);
    return this.transactions.run(async (em) => {
      // one after another within a session: also the first of all, when no draft is there to be locked
      await this.access.session(sessionId, 'steer', em);
      const draft = await storedDraft(em, sessionId);
      if (draft.revision !== seen) throw new Problem('changed-meanwhile');
      const number = ((await em.maximum(ReportVersionRow, 'number', { sessionId })) ?? 0) + 1;
      await em.insert(ReportVersionRow, { sessionId, number, draft, content, publishedBy: me.person?.id ?? '', publishedAt: new Date() });
      await em.insert(ReportPictureRow, [...drawn].map(([boardId, picture]) => ({ sessionId, number, boardId, ...picture })));
      await audit(em, { by: me, action: 'report.published', subjectKind: 'session', subjectId: sessionId, facts: { number, blocks: content.blocks.length } });
      return { number };
    });
  }

  async versions(me: Viewer, sessionId: string): Promise<ReportVersion[]> {
    const { facts } = await this.access.session(sessionId);
    demand(editReport, me, facts);
    const rows = await this.transactions.manager.query<{ number: number; publishedAt: Date; publishedBy: string | null }[]>(
      `select number, published_at as "publishedAt", name as "publishedBy" from report_version v join person p on p.id = v.published_by
        where v.session_id = $1 order by number desc`, [sessionId],
    );
    return rows.map(({ number, publishedAt, publishedBy }) => ({ number, publishedAt: publishedAt.toISOString(), publishedBy: publishedBy ?? '' }));
  }

  /**
   * A board as it stands in the report: of a version as it looked then, else as it looks now, which only those who run the session and readers of a
   * generated report see. Readers see the newest version alone; what was taken back since is shown to nobody.
   * @throws Problem `not-found`
   */
  async picture(me: Viewer, sessionId: string, boardId: string, number: number | null): Promise<Buffer> {
    const { session, facts } = await this.access.session(sessionId);
    demand(readReport, me, facts);
    const em = this.transactions.manager;
    if (number !== null) {
      const row = await em.findOneBy(ReportPictureRow, { sessionId, number, boardId });
      if (!row || !(editReport.allows(me, facts) || number === (await em.maximum(ReportVersionRow, 'number', { sessionId })))) throw new Problem('not-found');
      if ((await this.ways.quotableAmong(me, row.contributionIds)).size < new Set(row.contributionIds).size) throw new Problem('not-found');
      return row.png;
    }
    const isLatest = !(await em.existsBy(ReportVersionRow, { sessionId }));
    const known: unknown[] = await em.query('select 1 from session_board where session_id = $1 and board_id = $2', [sessionId, boardId]);
    if (known.length === 0 || !(isLatest || editReport.allows(me, facts))) throw new Problem('not-found');
    return (await this.boards.draw(boardId, session)).png;
  }

  /** The same for a document, which does without a picture that may not be shown. */
  async pictureIfShown(me: Viewer, sessionId: string, boardId: string, number: number | null): Promise<Buffer | null> {
    try {
      return await this.picture(me, sessionId, boardId, number);
    } catch (error) {
      if (error instanceof Problem && error.code === 'not-found') return null;
      throw error;
    }
  }

  async #whole(me: Viewer, sessionId: string, stored: StoredDraft): Promise<ReportContent & Pick<Report, 'may'>> {
    const em = this.transactions.manager;
    const report = await this.reports.report(me, sessionId);
    const quotedIds = stored.blocks.flatMap(({ content }) => (content?.kind === 'quote' ? [content.contributionId] : []));
    const pictures = await this.pictures.picturesIn(em, sessionId, stored.blocks.flatMap(({ content }) => (content ? [{ content }] : [])));
    const whole = { ...report, ...(await this.facts.factsOf(em, report, quotedIds)), pictures };
    const boardIds = whole.boards.map(({ boardId }) => boardId);
    const computed = computedBlocks(report.activities.map(({ id }) => id), boardIds).filter((content) => saysSomething(content, whole));
    return { ...whole, blocks: assemble(computed, stored) };
  }

  /** Changes of one report come one after another, each with the next revision. */
  async #change<Answer>(me: Viewer, sessionId: string, work: (em: EntityManager, revision: number) => Promise<Answer>): Promise<Answer> {
    return this.transactions.run(async (em) => {
      const { facts } = await this.access.session(sessionId, 'read', em);
      demand(editReport, me, facts);
      const [row] = await em.query<{ revision: number }[]>(
        `insert into report_draft (session_id, revision, block_order) values ($1, 1, '{}')
          on conflict (session_id) do update set revision = report_draft.revision + 1 returning revision`, [sessionId],
      );
      return work(em, row?.revision ?? 0);
    });
  }
}

async function storedDraft(em: EntityManager, sessionId: string): Promise<StoredDraft & { revision: number }> {
  const draft = await em.findOneBy(ReportDraftRow, { sessionId });
  const rows = draft ? await em.find(ReportBlockRow, { where: { sessionId }, order: { key: 'ASC' } }) : [];
  return { revision: draft?.revision ?? 0, order: draft?.blockOrder ?? [], blocks: rows.map(({ sessionId: _, ...block }): StoredBlock => block) };
}

/** All blocks there may be, also those that say nothing yet, so that each has its place when it does. */
async function computedOf(em: EntityManager, sessionId: string): Promise<ComputedContent[]> {
  const activities = await em.query<{ id: string }[]>('select id from activity where session_id = $1 order by position', [sessionId]);
  const boards = await em.query<{ id: string }[]>('select board_id as id from session_board where session_id = $1 order by position', [sessionId]);
  return computedBlocks(activities.map(({ id }) => id), boards.map(({ id }) => id));
}

async function orderOf(em: EntityManager, sessionId: string): Promise<string[]> {
  const stored = await storedDraft(em, sessionId);
  return mergeOrder(stored.order, existingKeys(await computedOf(em, sessionId), stored));
}

const keepOrder = async (em: EntityManager, sessionId: string, blockOrder: string[]): Promise<void> => {
  await em.update(ReportDraftRow, { sessionId }, { blockOrder });
};

/** A block that nobody touched has revision 0. */
async function demandUnchanged(em: EntityManager, sessionId: string, key: string, seen: number): Promise<void> {
  const block = await em.findOneBy(ReportBlockRow, { sessionId, key });
  if ((block?.revision ?? 0) !== seen || (isOwn(key) && !block)) throw new Problem('changed-meanwhile');
}

async function demandKnown(em: EntityManager, sessionId: string, key: string): Promise<void> {
  const computed = await computedOf(em, sessionId);
  if (!existingKeys(computed, UNTOUCHED).includes(key)) throw new Problem('not-found');
}

/** Only what was said in this session is quoted in its report, and shown what was brought to it. */
async function checkOwn(em: EntityManager, sessionId: string, content: OwnContent): Promise<void> {
  if (content.kind === 'picture' && !(await em.existsBy(ReportPhotoRow, { fileId: content.fileId, sessionId }))) throw new Problem('not-found');
  if (content.kind !== 'quote') return;
  const found: unknown[] = await em.query(`select 1 from contribution where id = $1 and session_id = $2 and kind = 'note'`, [content.contributionId, sessionId]);
  if (found.length === 0) throw new Problem('not-found');
}

async function versionOf(em: EntityManager, sessionId: string, number: number): Promise<ReportVersionRow> {
  const version = await em.findOneBy(ReportVersionRow, { sessionId, number });
  if (!version) throw new Problem('not-found');
  return version;
}
