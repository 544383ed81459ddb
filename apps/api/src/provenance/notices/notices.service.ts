import { Injectable } from '@nestjs/common';
import type { Language, Page, PageQuery } from '@spolu/contracts/common';
import type { OwedKind } from '@spolu/contracts/duties';
import { NOTICES_COUNTED_MAX, type DutyNotice, type MarkNotice, type NewsKind, type NewsNotice, type NoticeCount, type NoticeView, type ReadNotices } from '@spolu/contracts/notices';
import { Problem } from '@spolu/contracts/problems';
import type { RecordKind } from '@spolu/contracts/provenance';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { Transactions } from '../../database/transactions.ts';
import { MomentKey, momentKey, page, startOf } from '../../http/page.ts';
import { demand, signedIn } from '../../http/policy.ts';
import type { Viewer } from '../../http/viewer.ts';
import { WaysService } from '../ways.service.ts';

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
  /** It was carried over from elsewhere, and `reason` says why. */
  goesOn: boolean;
}

/** Which duty, and the term of it that she was reminded of. */
export interface DutyKey {
  kind: OwedKind;
  dutyId: string;
  dueOn: string;
}
/** Of duties those that still wait for the viewer or in what she answers for, by that term. */
export type DutiesReader = (me: Viewer, keys: readonly DutyKey[]) => Promise<(DutyNotice['duty'] & Pick<DutyKey, 'dutyId'>)[]>;

/** What is said in a notice of that kind, of those that still concern the person. */
export type NewsReader = (em: EntityManager, me: Viewer, newsIds: readonly string[]) => Promise<(Omit<NewsNotice['news'], 'kind' | 'count'> & { newsId: string })[]>;

/** A notice before it is known whether she may read it. */
interface Head {
  id: string;
  key: string;
  at: Date;
  read: boolean;
  duty: DutyKey | null;
  news: { kind: NewsKind; newsId: string; count: number } | null;
}
const HEAD = `n.id, ${momentKey('n.at')} as key, n.at, n.read_at is not null as read,
  case when n.duty_id is not null then jsonb_build_object('kind', n.duty_kind, 'dutyId', n.duty_id, 'dueOn', n.due_on) end as duty,
  case when n.news_id is not null then jsonb_build_object('kind', n.news_kind, 'newsId', n.news_id, 'count', n.more_count + 1) end as news from notice n`;

/** From `notice n`, so that a condition on it may follow. */
export const NOTICE_FACTS = `n.id, ${momentKey('n.at')} as key, n.at, n.read_at is not null as read, n.followed, n.more_count as "moreCount",
    about.id as "aboutId", about.title as "aboutText", about.language as "aboutLanguage",
    moved.id as "movedId", moved.kind, moved.title, moved.url, moved.outcome, coalesce(moved.reason, over.reason) as reason, moved.language, moved.at as "movedAt", over.reason is not null as "goesOn"
  from notice n join record about on about.id = n.about_id join record moved on moved.id = n.moved_id
    left join lateral (select link.reason from link where link.to_id = moved.id and link.kind = 'carried-over-to' order by link.at limit 1) over on true`;

/** What a person is told of: what came of her words and of what she follows, and what she owes. */
@Injectable()
export class NoticesService {
  #duties: DutiesReader = () => Promise.resolve([]);
  readonly #news = new Map<NewsKind, NewsReader>();

  constructor(
    private readonly transactions: Transactions,
    private readonly ways: WaysService,
  ) {}

  /** For whoever reminds people, in its constructor: how what they were reminded of is read. */
  readDutiesBy(reader: DutiesReader): void {
    this.#duties = reader;
  }

  /** The same for news of a kind, for whoever tells it. */
  readNewsBy(kind: NewsKind, reader: NewsReader): void {
    this.#news.set(kind, reader);
  }

  /** Makes it a new one for those who were told before, and counts what they have not read. @param mailed a letter goes out in the same transaction: so no digest speaks of it */
  async tellNews(em: EntityManager, personIds: readonly string[], { kind, newsId }: { kind: NewsKind; newsId: string }, mailed: boolean): Promise<void> {
    await em.query(
      `insert into notice (id, person_id, followed, more_count, news_kind, news_id, at, mailed_at)
      select gen_random_uuid(), told, false, 0, $2, $3, now(), case when $4 then now() end from unnest($1::uuid[]) told order by told
      on conflict (person_id, news_kind, news_id) where news_id is not null
      do update set at = excluded.at, mailed_at = excluded.mailed_at, read_at = null, more_count = case when notice.read_at is null then notice.more_count + 1 else 0 end`,
      [personIds, kind, newsId, mailed],
    );
  }

  /** Of what concerns nobody any more. */
  async forgetNews(em: EntityManager, { kind, newsId }: { kind: NewsKind; newsId: string }): Promise<void> {
    await em.query('delete from notice where news_kind = $1 and news_id = $2', [kind, newsId]);
  }

  /** What waits to be mailed to her since then, the oldest first. */
  async newsToMail(em: EntityManager, me: Viewer, since: Date): Promise<NewsNotice[]> {
    const heads = await em.query<Head[]>(`select ${HEAD} where n.person_id = $1 and n.news_id is not null and n.mailed_at is null and n.read_at is null and n.at > $2 order by n.at, n.id limit $3`, [me.person!.id, since, NOTICES_COUNTED_MAX]);
    return [...(await this.newsOf(em, me, heads)).values()];
  }

  /** She was reminded of these, by a letter that is written in the same transaction: so no digest speaks of them. The next step of a duty makes its notice a new one. */
  async remind(em: EntityManager, personId: string, duties: readonly DutyKey[]): Promise<void> {
    await em.query(
      `insert into notice (id, person_id, followed, more_count, duty_kind, duty_id, due_on, at, mailed_at)
      select gen_random_uuid(), $2, false, 0, kind, "dutyId", "dueOn", now(), now() from jsonb_to_recordset($1) as one(kind text, "dutyId" uuid, "dueOn" date)
      on conflict (person_id, duty_kind, duty_id) where duty_id is not null
      do update set due_on = excluded.due_on, at = excluded.at, mailed_at = excluded.mailed_at, read_at = null`,
      [JSON.stringify(duties), personId],
    );
  }

  /** All that anybody was reminded of. */
  dutiesTold(em: EntityManager): Promise<DutyKey[]> {
    return em.query(`select distinct duty_kind as kind, duty_id as "dutyId", to_char(due_on, 'YYYY-MM-DD') as "dueOn" from notice where duty_id is not null`);
  }

  /** Removes the notices of what is done, or owed no more by that term. */
  async forget(em: EntityManager, gone: readonly DutyKey[]): Promise<void> {
    if (gone.length === 0) return;
    await em.query(
      `delete from notice n using jsonb_to_recordset($1) as one(kind text, "dutyId" uuid, "dueOn" date)
      where n.duty_kind = one.kind and n.duty_id = one."dutyId" and n.due_on = one."dueOn"`,
      [JSON.stringify(gone)],
    );
  }

  async list(me: Viewer, query: PageQuery): Promise<Page<NoticeView | DutyNotice | NewsNotice>> {
    demand(signedIn, me);
    const [at, id] = startOf(query, KEY) ?? [null, null];
    const rows = await this.transactions.manager.query<Head[]>(
      `select ${HEAD} where n.person_id = $1 and ($2::timestamptz is null or (n.at, n.id) < ($2::timestamptz, $3::uuid)) order by n.at desc, n.id desc limit $4`,
      [me.person!.id, at, id, query.limit + 1],
    );
    const { items, next } = page(rows, query, (row) => [row.key, row.id], (row) => row);
    return { items: await this.shownTo(me, items), next };
  }

  async count(me: Viewer): Promise<NoticeCount> {
    demand(signedIn, me);
    const rows = await this.transactions.manager.query<Head[]>(
      `select ${HEAD} where n.person_id = $1 and n.read_at is null order by n.at desc limit $2`,
      [me.person!.id, NOTICES_COUNTED_MAX],
    );
    return { unread: (await this.shownTo(me, rows)).length };
  }

  /** @throws Problem `not-found` for a notice of somebody else */
  async mark(me: Viewer, id: string, { read }: MarkNotice): Promise<void> {
    demand(signedIn, me);
    await this.transactions.run(async (em) => {
      const [own] = await em.query<{ movedId: string | null }[]>('select moved_id as "movedId" from notice where id = $1 and person_id = $2 for update', [id, me.person!.id]);
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

  /** In their order, without what she may not see and what waits no more. */
  private async shownTo(me: Viewer, heads: readonly Head[]): Promise<(NoticeView | DutyNotice | NewsNotice)[]> {
    const ofRecords = heads.flatMap(({ id, duty, news }) => (duty || news ? [] : [id]));
    const keys = heads.flatMap(({ duty }) => duty ?? []);
    const rows = ofRecords.length === 0 ? [] : await this.transactions.manager.query<NoticeFacts[]>(`select ${NOTICE_FACTS} where n.id = any($1::uuid[])`, [ofRecords]);
    const moved = new Map((await this.seenBy(me, rows)).map((row) => [row.id, toView(row)]));
    const duties = keys.length === 0 ? [] : await this.#duties(me, keys);
    const news = await this.newsOf(this.transactions.manager, me, heads);
    return heads.flatMap(({ id, at, read, duty }): (NoticeView | DutyNotice | NewsNotice)[] => {
      const view = moved.get(id) ?? news.get(id);
      if (view) return [view];
      if (!duty) return [];
      const open = duties.find(({ kind, dutyId }) => kind === duty.kind && dutyId === duty.dutyId);
      if (!open) return [];
      const { kind, title, url, language, holderName, dueOn } = open;
      return [{ id, at: at.toISOString(), read, duty: { kind, title, url, language, holderName, dueOn } }];
    });
  }

  /** By the notice. */
  private async newsOf(em: EntityManager, me: Viewer, heads: readonly Head[]): Promise<Map<string, NewsNotice>> {
    const told = new Map<string, NewsNotice>();
    for (const [kind, reader] of this.#news) {
      const ofKind = heads.filter(({ news }) => news?.kind === kind);
      if (ofKind.length === 0) continue;
      const found = new Map((await reader(em, me, ofKind.map(({ news }) => news!.newsId))).map((one) => [one.newsId, one]));
      for (const { id, at, read, news } of ofKind) {
        const one = found.get(news!.newsId);
        if (one) told.set(id, { id, at: at.toISOString(), read, news: { kind, title: one.title, url: one.url, language: one.language, count: news!.count } });
      }
    }
    return told;
  }

  private async demandSeen(me: Viewer, recordId: string): Promise<void> {
    if (!(await this.ways.visibleAmong(me, [recordId])).has(recordId)) throw new Problem('not-found');
  }

  /** Those of stations she may see today: a notice says no more than its page would. Her own words are hers, whatever became of their session. */
  async seenBy(me: Viewer, rows: readonly NoticeFacts[]): Promise<NoticeFacts[]> {
    const seen = await this.ways.visibleAmong(me, rows.flatMap(({ aboutId, movedId }) => [aboutId, movedId]));
    return rows.filter(({ aboutId, followed, movedId }) => (!followed || seen.has(aboutId)) && seen.has(movedId));
  }
}

export function toView({ id, at, read, followed, moreCount, aboutId, aboutText, aboutLanguage, movedId, kind, title, url, outcome, reason, language, movedAt, goesOn }: NoticeFacts): NoticeView {
  return {
    id, at: at.toISOString(), read, moreCount, goesOn,
    about: { recordId: aboutId, text: aboutText, language: aboutLanguage, followed },
    moved: { recordId: movedId, kind, title, url, outcome, reason, language, at: movedAt.toISOString() },
  };
}
