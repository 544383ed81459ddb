import { Injectable } from '@nestjs/common';
import type { Language, Page, PageQuery } from '@spolu/contracts/common';
import { NOTICES_COUNTED_MAX, type MarkNotice, type NoticeCount, type NoticeView, type ReadNotices } from '@spolu/contracts/notices';
import { Problem } from '@spolu/contracts/problems';
import type { RecordKind } from '@spolu/contracts/provenance';
import { z } from 'zod';
import { Transactions } from '../../database/transactions.ts';
import { MomentKey, momentKey, page, startOf } from '../../http/page.ts';
import { demand, signedIn } from '../../http/policy.ts';
import type { Viewer } from '../../http/viewer.ts';
import { ProvenanceService } from '../provenance.service.ts';

const KEY = z.tuple([MomentKey, z.uuid()]);

export interface NoticeFacts {
  id: string;
  key: string;
  at: Date;
  read: boolean;
  followed: boolean;
  moreCount: number;
  aboutId: string;
  aboutText: string;
  aboutLanguage: Language | null;
  movedId: string;
  kind: RecordKind;
  title: string;
  url: string | null;
  outcome: string | null;
  reason: string | null;
  language: Language | null;
  movedAt: Date;
}

/** From `notice n`, so that a condition on it may follow. */
export const NOTICE_FACTS = `n.id, ${momentKey('n.at')} as key, n.at, n.read_at is not null as read, n.followed, n.more_count as "moreCount",
    about.id as "aboutId", about.title as "aboutText", about.language as "aboutLanguage",
    moved.id as "movedId", moved.kind, moved.title, moved.url, moved.outcome, moved.reason, moved.language, moved.at as "movedAt"
  from notice n join record about on about.id = n.about_id join record moved on moved.id = n.moved_id`;

/** What a person is told of: what came of her words and of what she follows. */
@Injectable()
export class NoticesService {
  constructor(
    private readonly transactions: Transactions,
    private readonly provenance: ProvenanceService,
  ) {}

  async list(me: Viewer, query: PageQuery): Promise<Page<NoticeView>> {
    demand(signedIn, me);
    const [at, id] = startOf(query, KEY) ?? [null, null];
    const rows = await this.transactions.manager.query<NoticeFacts[]>(
      `select ${NOTICE_FACTS} where n.person_id = $1 and ($2::timestamptz is null or (n.at, n.id) < ($2::timestamptz, $3::uuid)) order by n.at desc, n.id desc limit $4`,
      [me.person!.id, at, id, query.limit + 1],
    );
    const { items, next } = page(rows, query, (row) => [row.key, row.id], (row) => row);
    return { items: (await this.seenBy(me, items)).map(toView), next };
  }

  async count(me: Viewer): Promise<NoticeCount> {
    demand(signedIn, me);
    const rows = await this.transactions.manager.query<NoticeFacts[]>(
      `select ${NOTICE_FACTS} where n.person_id = $1 and n.read_at is null order by n.at desc limit $2`,
      [me.person!.id, NOTICES_COUNTED_MAX],
    );
    return { unread: (await this.seenBy(me, rows)).length };
  }

  /** @throws Problem `not-found` for a notice of somebody else */
  async mark(me: Viewer, id: string, { read }: MarkNotice): Promise<void> {
    demand(signedIn, me);
    await this.transactions.run(async (em) => {
      const [own] = await em.query<{ movedId: string }[]>('select moved_id as "movedId" from notice where id = $1 and person_id = $2 for update', [id, me.person!.id]);
      if (!own) throw new Problem('not-found');
      // Unread again: a newer notice of the same station says it already.
      await em.query(
        `update notice set read_at = case when $2 then coalesce(read_at, now()) end where id = $1
          and ($2 or not exists (select 1 from notice n where n.person_id = $3 and n.moved_id = $4 and n.read_at is null))`,
        [id, read, me.person!.id, own.movedId],
      );
    });
  }

  /** All up to the newest that she was shown; what came since stays unread. @throws Problem `not-found` */
  async readUpTo(me: Viewer, { upTo }: ReadNotices): Promise<void> {
    demand(signedIn, me);
    await this.transactions.run(async (em) => {
      const newest = await em.query<unknown[]>('select 1 from notice where id = $1 and person_id = $2', [upTo, me.person!.id]);
      if (newest.length === 0) throw new Problem('not-found');
      await em.query(
        'update notice set read_at = now() where person_id = $1 and read_at is null and at <= (select at from notice where id = $2)',
        [me.person!.id, upTo],
      );
    });
  }

  /** Whether she is told what comes of a record. @throws Problem `not-found` for what she may not see */
  async isFollowing(me: Viewer, recordId: string): Promise<boolean> {
    demand(signedIn, me);
    await this.demandSeen(me, recordId);
    return this.transactions.manager
      .query<unknown[]>('select 1 from following where person_id = $1 and record_id = $2', [me.person!.id, recordId])
      .then(({ length }) => length > 0);
  }

  /** @throws Problem `not-found` for what she may not see */
  async follow(me: Viewer, recordId: string, following: boolean): Promise<void> {
    demand(signedIn, me);
    await this.demandSeen(me, recordId);
    await this.transactions.run((em) =>
      following
        ? em.query('insert into following (person_id, record_id) values ($1, $2) on conflict do nothing', [me.person!.id, recordId])
        : em.query('delete from following where person_id = $1 and record_id = $2', [me.person!.id, recordId]));
  }

  private async demandSeen(me: Viewer, recordId: string): Promise<void> {
    if (!(await this.provenance.visibleAmong(me, [recordId])).has(recordId)) throw new Problem('not-found');
  }

  /** Those of stations she may see today: a notice says no more than its page would. Her own words are hers, whatever became of their session. */
  async seenBy(me: Viewer, rows: readonly NoticeFacts[]): Promise<NoticeFacts[]> {
    const seen = await this.provenance.visibleAmong(me, rows.flatMap(({ aboutId, movedId }) => [aboutId, movedId]));
    return rows.filter(({ aboutId, followed, movedId }) => (!followed || seen.has(aboutId)) && seen.has(movedId));
  }
}

export function toView({ id, at, read, followed, moreCount, aboutId, aboutText, aboutLanguage, movedId, kind, title, url, outcome, reason, language, movedAt }: NoticeFacts): NoticeView {
  return {
    id, at: at.toISOString(), read, moreCount,
    about: { recordId: aboutId, text: aboutText, language: aboutLanguage, followed },
    moved: { recordId: movedId, kind, title, url, outcome, reason, language, at: movedAt.toISOString() },
  };
}
