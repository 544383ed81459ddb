import { Injectable } from '@nestjs/common';
import type { Language, Page, PageQuery, Visibility } from '@spolu/contracts/common';
import type { ContributionKind, ContributionWay, LinkKind, ReceiptView, RecordKind, Way } from '@spolu/contracts/provenance';
import { Problem } from '@spolu/contracts/problems';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { sha256, Transactions } from '../database/transactions.ts';
import { newSecret } from '../http/edge.ts';
import { byParts, type ListOrder, pageOf } from '../http/page.ts';
import { demand, type Facts } from '../http/policy.ts';
import { NOBODY, type Viewer } from '../http/viewer.ts';
import { ConsentsService } from './consents.service.ts';
import { moveNotices } from './notices/move-notices.ts';
import { isTold, tell } from './notices/tell.ts';
import { issueReceipt, readOwnContributions, readRecord } from './provenance.policy.ts';
import { assembleWay, type WayRow } from './way.ts';

/** Words somebody said. Both `participantId` and `personId` are null in an anonymous activity: then nothing anywhere names the author. */
export interface NewContribution {
  id: string;
  kind: ContributionKind;
  participantId: string | null;
  personId: string | null;
  /** Who wrote it down for somebody who could not. */
  scribeId?: string | null;
  /** It stood on paper. */
  onPaper?: boolean;
  /** Null: it was said online, in the process. */
  sessionId: string | null;
  /** The session's process, so that its staff may read it. */
  processId?: string | null;
  activityId: string | null;
  language: Language;
  text: string;
  createdAt: Date | string;
  visibility: Visibility;
  /** Where its station leads; by default nowhere. */
  url?: string | null;
}

/** Something that can stand on the way of a thought, under the id it has where it belongs. */
export interface NewRecord {
  id: string;
  kind: Exclude<RecordKind, 'contribution'>;
  title: string;
  /** Its page in the web, relative. */
  url: string | null;
  visibility: Visibility;
  sessionId?: string | null;
  processId?: string | null;
  language?: Language | null;
  outcome?: string | null;
  reason?: string | null;
  at: Date | string;
}

export interface RecordChange {
  title?: string;
  url?: string | null;
  outcome?: string | null;
  reason?: string | null;
  visibility?: Visibility;
}

export interface NewLink {
  fromId: string;
  toId: string;
  kind: LinkKind;
  /** Why, for just this step. */
  reason?: string;
}

/** A step between two records as it was written, and when it was undone. */
export interface Step {
  fromId: string;
  toId: string;
  kind: LinkKind;
  reason: string | null;
  at: Date;
  endedAt: Date | null;
}

/** A contribution with its newest text. */
export interface ContributionFacts {
  id: string;
  kind: ContributionKind;
  participantId: string | null;
  personId: string | null;
  /** Who wrote it down for her. */
  scribeId: string | null;
  sessionId: string | null;
  activityId: string | null;
  language: Language;
  text: string;
  createdAt: Date;
  onPaper: boolean;
  visibility: Visibility;
  withdrawn: boolean;
}

/** One of the things that a guest said. */
export interface GuestWords {
  participantId: string;
  id: string;
  kind: ContributionKind;
  text: string;
  language: Language;
  createdAt: string;
  /** All that this participant said. */
  total: number;
}

/** Whose receipt it is, in a session or in a process. */
export interface ReceiptHolder {
  participantId: string;
  sessionId: string | null;
  processId: string | null;
}

/** Where a record belongs and whose it is. */
interface Belonging {
  id: string;
  visibility: Visibility;
  sessionId: string | null;
  processId: string | null;
  participantId: string | null;
  personId: string | null;
}
type RecordRow = WayRow & Belonging;
interface OwnRow {
  id: string;
  kind: ContributionKind;
  text: string;
  language: Language;
  createdAt: string;
  onPaper: boolean;
  visibility: Visibility;
  saidIn: string | null;
}

/** An instant as the wire has it. */
const utc = (column: string) => `to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** Where a record belongs and whose it is. Which process a session belongs to stands in `role_place`, identity's table of places. */
const CREATED_AT = utc('c.created_at');
const NEWEST_FIRST: ListOrder<OwnRow, [string, string]> = {
  key: z.tuple([z.string(), z.string()]),
  keyOf: ({ createdAt, id }) => [createdAt, id],
  compare: byParts('down', 'down'),
};
const BELONGING = `r.visibility, r.session_id as "sessionId", coalesce(r.process_id, place.process_id) as "processId",
    c.participant_id as "participantId", c.person_id as "personId"
  from record r
  left join contribution c on c.id = r.id
  left join role_place place on place.id = r.session_id`;

const ENDED = 'exists (select from link_end e where e.from_id = link.from_id and e.to_id = link.to_id and e.kind = link.kind)';
/**
 * The one recursive query behind every way: from each root upwards to all that led to it and downwards to all that came of it.
 * A step that was undone leads no further; only what came of it, asked for by itself, still says what it was made from.
 * Parameter $1: the roots.
 */
const ALONG = `
  with recursive
  up(root, id) as (
    select root, root from unnest($1::uuid[]) as given(root)
    union select up.root, link.from_id from up join link on link.to_id = up.id and (up.id = up.root or not ${ENDED})
  ),
  down(root, id) as (
    select root, root from unnest($1::uuid[]) as given(root)
    union select down.root, link.to_id from down join link on link.from_id = down.id and not ${ENDED}
  ),
  along as (select root, id from up union select root, id from down),
  onward as (
    select a.root, a.id, json_agg(json_build_object('toId', link.to_id, 'kind', link.kind, 'at', ${utc('link.at')}, 'reason', link.reason, 'endedAt', ${utc('e.at')})) as links
    from along a join link on link.from_id = a.id join along b on b.root = a.root and b.id = link.to_id
    left join link_end e on e.from_id = link.from_id and e.to_id = link.to_id and e.kind = link.kind
    where e.at is null or link.to_id = a.root
    group by a.root, a.id
  )
  select along.root, r.id, r.kind, r.title, r.url, ${utc('r.at')} as at, r.outcome, r.reason, r.language, c.kind as said, coalesce(onward.links, '[]') as links, ${BELONGING}
  join along on along.id = r.id
  left join onward on onward.root = along.root and onward.id = along.id`;

function groupedBy<Item>(items: readonly Item[], key: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}

/** What people said, and the way of it: everybody to the right writes here what became of what. */
@Injectable()
export class ProvenanceService {
  constructor(
    private readonly transactions: Transactions,
    private readonly consents: ConsentsService,
  ) {}

  /** Writes contributions and registers each as a record. One that is there already stays as it is. */
  async writeContributions(em: EntityManager, contributions: readonly NewContribution[]): Promise<void> {
    if (contributions.length === 0) return;
    await em.query(
      `with given as (
        select * from jsonb_to_recordset($1) as given(id uuid, kind text, "participantId" uuid, "personId" uuid, "scribeId" uuid, "onPaper" boolean, "sessionId" uuid,
          "processId" uuid, "activityId" uuid, language text, text text, "createdAt" timestamptz, visibility text, url text)
      ), registered as (
        insert into record (id, kind, title, url, visibility, session_id, process_id, language, at)
        select id, 'contribution', text, url, visibility, "sessionId", "processId", language, "createdAt" from given
        on conflict do nothing
      )
      insert into contribution (id, kind, participant_id, person_id, scribe_id, on_paper, session_id, activity_id, language, text, created_at)
      select id, kind, "participantId", "personId", "scribeId", coalesce("onPaper", false), "sessionId", "activityId", language, text, "createdAt" from given
      on conflict do nothing`,
      [JSON.stringify(contributions)],
    );
  }

  /** Whether an id stands for something already. */
  async isKnown(em: EntityManager, id: string): Promise<boolean> {
    return (await em.query<unknown[]>('select 1 from record where id = $1', [id])).length > 0;
  }

  /** A contribution's text was changed: the words before stay as they were. Nothing happens where the text is the newest already. */
  async addVersion(em: EntityManager, { contributionId, text, at }: { contributionId: string; text: string; at: Date | string }): Promise<void> {
    const [contribution] = await em.query<{ title: string }[]>('select title from record where id = $1 for update', [contributionId]);
    if (!contribution || contribution.title === text) return;
    await em.query(
      `insert into contribution_version (contribution_id, number, text, at)
      select $1, coalesce(max(number), 1) + 1, $2, $3 from contribution_version where contribution_id = $1`,
      [contributionId, text, at],
    );
    await em.query('update record set title = $2 where id = $1', [contributionId, text]);
  }

  /** Takes back for good what nothing came of: its words are nowhere any more. */
  async removeContribution(em: EntityManager, id: string): Promise<void> {
    await em.query('delete from contribution_version where contribution_id = $1', [id]);
    await em.query('delete from contribution where id = $1', [id]);
    await em.query('delete from record where id = $1', [id]);
  }

  /** Registers one thing or several. One that is registered already stays as it is; `update` changes it. */
  async register(em: EntityManager, records: NewRecord | readonly NewRecord[]): Promise<void> {
    const given = [records].flat();
    if (given.length === 0) return;
    await em.query(
      `insert into record (id, kind, title, url, visibility, session_id, process_id, language, outcome, reason, at)
      select id, kind, title, url, visibility, "sessionId", "processId", language, outcome, reason, at
      from jsonb_to_recordset($1) as given(id uuid, kind text, title text, url text, visibility text, "sessionId" uuid, "processId" uuid, language text,
        outcome text, reason text, at timestamptz)
      on conflict do nothing`,
      [JSON.stringify(given)],
    );
  }

  /**
   * Changes what a record says of itself now; what is left out stays. A contribution that is made internal was taken back. Whoever is concerned by
   * another outcome or reason is told. @param by who did it and needs no telling
   */
  async update(em: EntityManager, id: string, change: RecordChange, by: string | null = null): Promise<void> {
    const [moved] = await em.query<{ told: boolean }[]>(
      `with before as (select outcome, reason from record where id = $1 for update), now as (update record set
        title = coalesce($2::jsonb->>'title', title),
        visibility = coalesce($2::jsonb->>'visibility', visibility),
        withdrawn = case when kind = 'contribution' and $2::jsonb ? 'visibility' then $2::jsonb->>'visibility' = 'internal' else withdrawn end,
        url = case when $2::jsonb ? 'url' then $2::jsonb->>'url' else url end,
        outcome = case when $2::jsonb ? 'outcome' then $2::jsonb->>'outcome' else outcome end,
        reason = case when $2::jsonb ? 'reason' then $2::jsonb->>'reason' else reason end
      where id = $1 returning outcome, reason)
      select (before.outcome, before.reason) is distinct from (now.outcome, now.reason) as told from before, now`,
      [id, JSON.stringify(change)],
    );
    if (moved?.told) await tell(em, [{ fromId: id, movedId: id }], by);
  }

  /**
   * Takes a record out of sight with a reason, which tells whoever is concerned, or shows it again. Out of sight it stays internal, whatever its process does.
   * @param by who did it and needs no telling
   */
  async hide(em: EntityManager, id: string, change: { reason: string } | { visibility: Visibility }, by: string | null): Promise<void> {
    const hidden = 'reason' in change;
    const changed = await em.query<{ id: string }[]>(
      `with before as (select withdrawn from record where id = $1 for update)
      update record set withdrawn = $2, visibility = $3, outcome = $4, reason = $5 from before where record.id = $1 and ($2 or before.withdrawn) returning record.id`,
      [id, hidden, hidden ? 'internal' : change.visibility, hidden ? 'hidden' : null, hidden ? change.reason : null],
    );
    if (changed.flat().length > 0) await tell(em, [{ fromId: id, movedId: id }], by);
  }

  /** What was said about a record, and the options of votes that have its words, go out of sight with it, or are seen again; what was taken back by itself stays so. */
  async showTalkAbout(em: EntityManager, recordId: string, visibility: Visibility): Promise<void> {
    await em.query(
      `update record set visibility = $2 from record about where about.id = $1 and record.url = about.url and record.kind = 'contribution' and record.id <> $1 and not record.withdrawn`,
      [recordId, visibility],
    );
    await em.query(
      `update record set visibility = $2 from link where link.from_id = $1 and link.to_id = record.id and link.kind = 'referred-to' and record.kind = 'vote-option' and not withdrawn`,
      [recordId, visibility],
    );
  }

  /** A session is shown to others than before: so is what was said and grouped in it, but for what was taken back, and for what its people said of an idea, which follows the process. */
  async showSessionTo(em: EntityManager, sessionId: string, visibility: Visibility): Promise<void> {
    await em.query(
      `update record set visibility = $2 where session_id = $1 and not withdrawn
        and (kind <> 'contribution' or url is null or not exists (select from record idea where idea.kind = 'idea' and idea.process_id = record.process_id and idea.url = record.url))`,
      [sessionId, visibility],
    );
  }

  /**
   * A process is shown to others than before: so are its ideas, what was voted on, what departments said, and what was said online and became one or was said of one. What a dossier
   * made of them stands as that dossier was published; what waits for a look, or was taken back, stays internal, with the options of votes that have its words.
   */
  async showProcessTo(em: EntityManager, processId: string, visibility: Visibility): Promise<void> {
    await em.query(
      `update record set visibility = $2 where process_id = $1 and not withdrawn and (kind in ('idea', 'document', 'assessment')
        or kind = 'vote-option' and not exists (select from link join record idea on idea.id = link.from_id where link.to_id = record.id and link.kind = 'referred-to' and idea.withdrawn)
        or kind = 'contribution' and session_id is null and exists (select from link where from_id = record.id and kind = 'became')
        or kind = 'contribution' and url in (select idea.url from record idea where idea.kind = 'idea' and idea.process_id = $1 and not idea.withdrawn))`,
      [processId, visibility],
    );
  }

  /** Writes down that one record led to another, and tells those whose words led there. What is linked already stays; nothing is ever unlinked, only ended. @param by the person who did it, null for the system */
  async link(em: EntityManager, links: readonly NewLink[], by: string | null): Promise<void> {
    if (links.length === 0) return;
    const made = await em.query<{ fromId: string; movedId: string; kind: LinkKind }[]>(
      `insert into link (from_id, to_id, kind, reason, by_person_id)
      select "fromId", "toId", kind, reason, $2 from jsonb_to_recordset($1) as given("fromId" uuid, "toId" uuid, kind text, reason text)
      on conflict do nothing returning from_id as "fromId", to_id as "movedId", kind`,
      [JSON.stringify(links), by],
    );
    await tell(em, made.filter(({ kind }) => isTold(kind)), by);
  }

  /** Undoes steps: they stay written, ways lead along them no more, and who is concerned is told where she stands again. What is ended already stays so. */
  async end(em: EntityManager, links: readonly NewLink[], by: string | null): Promise<void> {
    if (links.length === 0) return;
    const ended = await em.query<{ fromId: string }[]>(
      `insert into link_end (from_id, to_id, kind, by_person_id)
      select "fromId", "toId", kind, $2 from jsonb_to_recordset($1) as given("fromId" uuid, "toId" uuid, kind text)
      on conflict do nothing returning from_id as "fromId"`,
      [JSON.stringify(links), by],
    );
    await tell(em, [...new Set(ended.map(({ fromId }) => fromId))].map((id) => ({ fromId: id, movedId: id })), by);
  }

  /** Steps that begin or end at one of the records, the undone ones too, in the order of time. */
  stepsAt(em: EntityManager, recordIds: readonly string[]): Promise<Step[]> {
    return em.query(
      `select link.from_id as "fromId", link.to_id as "toId", link.kind, link.reason, link.at, e.at as "endedAt"
      from link left join link_end e on e.from_id = link.from_id and e.to_id = link.to_id and e.kind = link.kind
      where link.from_id = any($1::uuid[]) or link.to_id = any($1::uuid[])
      order by link.at, link.from_id, link.to_id`,
      [recordIds],
    );
  }

  /** What records are called and where their pages are; unknown ids are left out. */
  titlesOf(em: EntityManager, recordIds: readonly string[]): Promise<{ id: string; title: string; url: string | null }[]> {
    return em.query('select id, title, url from record where id = any($1::uuid[])', [recordIds]);
  }

  /** Along steps of these kinds, undone ones too: what each of the records was made from, and those before it. */
  originsOf(em: EntityManager, recordIds: readonly string[], kinds: readonly LinkKind[]): Promise<{ fromId: string; toId: string; kind: LinkKind }[]> {
    return em.query(
      `with recursive up(from_id, to_id, kind) as (
        select from_id, to_id, kind from link where to_id = any($1::uuid[]) and kind = any($2::text[])
        union select link.from_id, link.to_id, link.kind from up join link on link.to_id = up.from_id and link.kind = any($2::text[])
      )
      select from_id as "fromId", to_id as "toId", kind from up order by from_id, to_id`,
      [recordIds, kinds],
    );
  }

  /** Contributions with their newest text, in the order asked for; unknown ids are left out. */
  contributionsOf(em: EntityManager, ids: readonly string[]): Promise<ContributionFacts[]> {
    return em.query(
      `select c.id, c.kind, c.participant_id as "participantId", c.person_id as "personId", c.scribe_id as "scribeId", c.session_id as "sessionId", c.activity_id as "activityId",
        c.language, r.title as text, c.created_at as "createdAt", c.on_paper as "onPaper", r.visibility, r.withdrawn
      from unnest($1::uuid[]) with ordinality as given(id, place)
      join contribution c on c.id = given.id join record r on r.id = given.id
      order by place`,
      [ids],
    );
  }

  /** A new receipt for a participant: gives its secret, which is kept nowhere here, and ends the one before. */
  async issueReceipt(em: EntityManager, participantId: string): Promise<string> {
    const secret = newSecret();
    // Asked for twice at once: the second waits here, and then sees the receipt that the first made and ends it.
    await em.query('select 1 from participant where id = $1 for no key update', [participantId]);
    await em.query('update receipt set ended_at = now() where participant_id = $1 and ended_at is null', [participantId]);
    await em.query('insert into receipt (id, participant_id, secret_hash) values ($1, $2, $3)', [uuid(), participantId, sha256(secret)]);
    return secret;
  }

  /** Whose receipt it is. @throws Problem `provenance/receipt-invalid` */
  async holderOf(em: EntityManager, secret: string): Promise<ReceiptHolder> {
    const [holder] = await em.query<ReceiptHolder[]>(
      `select p.id as "participantId", p.session_id as "sessionId", p.process_id as "processId" from receipt join participant p on p.id = receipt.participant_id
        where receipt.secret_hash = $1 and receipt.ended_at is null`,
      [sha256(secret)],
    );
    if (!holder) throw new Problem('provenance/receipt-invalid');
    return holder;
  }

  /**
   * What a guest said becomes a person's: her words and what was noted for her as a guest, with the wish how often to be written to. Votes are not touched, nor is the seat itself.
   * What another account has stays there. Gives how many contributions it were.
   */
  async claim(em: EntityManager, participantId: string, personId: string): Promise<number> {
    const [claimed] = await em.query<[unknown[], number]>('update contribution set person_id = $2 where participant_id = $1 and person_id is null returning id', [participantId, personId]);
    await moveNotices(em, participantId, personId);
    return claimed.length;
  }

  /** Whether somebody has what this guest said in an account. */
  async isClaimed(em: EntityManager, participantId: string): Promise<boolean> {
    const [claimed] = await em.query<object[]>('select 1 from contribution where participant_id = $1 and person_id is not null limit 1', [participantId]);
    return claimed !== undefined;
  }

  /** Of each of the participants what she said, the newest first, at most `limit` of each, and how much it is in all. */
  async saidByEach(em: EntityManager, participantIds: readonly string[], limit: number): Promise<GuestWords[]> {
    return em.query(
      `select "participantId", id, kind, text, language, "createdAt", total from (
        select c.participant_id as "participantId", c.id, c.kind, r.title as text, c.language, ${CREATED_AT} as "createdAt",
          (row_number() over (partition by c.participant_id order by c.created_at desc, c.id desc))::int as place,
          (count(*) over (partition by c.participant_id))::int as total
        from contribution c join record r on r.id = c.id where c.participant_id = any($1::uuid[])
      ) as said where place <= $2 order by "participantId", place`,
      [participantIds, limit],
    );
  }

  /** The accounts that what each of them said belongs to, null where it is nobody's. */
  async ownersOf(em: EntityManager, participantIds: readonly string[]): Promise<Map<string, (string | null)[]>> {
    const rows = await em.query<{ participantId: string; ownerIds: (string | null)[] }[]>(
      'select participant_id as "participantId", array_agg(distinct person_id) as "ownerIds" from contribution where participant_id = any($1::uuid[]) group by participant_id', [participantIds]);
    return new Map(rows.map(({ participantId, ownerIds }) => [participantId, ownerIds]));
  }

  /** Those of them who have a receipt in force. */
  async withReceipt(em: EntityManager, participantIds: readonly string[]): Promise<Set<string>> {
    const rows = await em.query<{ id: string }[]>('select participant_id as id from receipt where participant_id = any($1) and ended_at is null', [participantIds]);
    return new Set(rows.map(({ id }) => id));
  }

  /** The participant's own device asks for a new receipt. @throws Problem `not-found` for somebody else's */
  issueOwnReceipt(viewer: Viewer, participantId: string): Promise<string> {
    demand(issueReceipt, viewer, { participantId });
    return this.transactions.run((em) => this.issueReceipt(em, participantId));
  }

  /**
   * All that led to a record and all that came of it, as far as the viewer may see.
   * @throws Problem `not-found` where the record is unknown or the viewer may not see it
   */
  async way(viewer: Viewer, recordId: string): Promise<Way> {
    const em = this.transactions.manager;
    const rows = await this.rowsAlong(em, [recordId]);
    const factsOf = await this.factsFor(em, viewer);
    const along = rows.get(recordId) ?? [];
    const record = along.find((row) => row.id === recordId);
    if (!record) throw new Problem('not-found');
    demand(readRecord, viewer, factsOf(record));
    return assembleWay(recordId, along, (row) => readRecord.allows(viewer, factsOf(row)));
  }

  /** Those of the records that the viewer may see. */
  async visibleAmong(viewer: Viewer, recordIds: readonly string[]): Promise<Set<string>> {
    const em = this.transactions.manager;
    const rows = await em.query<Belonging[]>(`select r.id, ${BELONGING} where r.id = any($1::uuid[])`, [recordIds]);
    const factsOf = await this.factsFor(em, viewer);
    return new Set(rows.filter((row) => readRecord.allows(viewer, factsOf(row))).map((row) => row.id));
  }

  /** Those of the records that the viewer may see and nobody took back: what leaves the house says no more than these, whoever takes it. */
  async quotableAmong(viewer: Viewer, recordIds: readonly string[]): Promise<Set<string>> {
    const seen = await this.visibleAmong(viewer, recordIds);
    const standing = await this.transactions.manager.query<{ id: string }[]>('select id from record where id = any($1::uuid[]) and not withdrawn', [[...seen]]);
    return new Set(standing.map(({ id }) => id));
  }

  /** The ways of everything the viewer said under her account or on this device. */
  async myWays(viewer: Viewer, query: PageQuery): Promise<Page<ContributionWay>> {
    demand(readOwnContributions, viewer);
    const own = await this.saidBy(viewer.person?.id ?? null, viewer.participants.map(({ id }) => id));
    const { items, next } = pageOf(own, query, NEWEST_FIRST);
    return { items: await this.waysOf(viewer, items), next };
  }

  /** What a receipt's participant said and what became of it. Anonymous notes carry nobody's name and can't be found by it. @throws Problem `provenance/receipt-invalid` */
  async lookUpReceipt(secret: string, language: Language): Promise<ReceiptView> {
    const em = this.transactions.manager;
    const [receipt] = await em.query<(ReceiptHolder & { saidIn: string; saidOn: string | null })[]>(
      `select p.id as "participantId", p.session_id as "sessionId", p.process_id as "processId", coalesce(s.title, process.title) as "saidIn",
        to_char(coalesce(s.planned_on, (s.opened_at at time zone (select time_zone from installation))::date), 'YYYY-MM-DD') as "saidOn"
      from receipt join participant p on p.id = receipt.participant_id left join session s on s.id = p.session_id left join process on process.id = p.process_id
      where receipt.secret_hash = $1 and receipt.ended_at is null`,
      [sha256(secret)],
    );
    if (!receipt) throw new Problem('provenance/receipt-invalid');
    const { participantId, sessionId, processId, saidIn, saidOn } = receipt;
    const guest: Viewer = { ...NOBODY, participants: [{ id: participantId, sessionId, processId }] };
    const contributions = await this.waysOf(guest, await this.saidBy(null, [participantId]));
    // in a process nothing is asked for
    return { saidIn, inSession: sessionId !== null, saidOn, contributions, consents: sessionId === null ? [] : await this.consents.ofReceipt(participantId, language) };
  }

  /** What these participants and this person said, newest first. */
  private saidBy(personId: string | null, participantIds: readonly string[]): Promise<OwnRow[]> {
    return this.transactions.manager.query<OwnRow[]>(
      `select c.id, c.kind, r.title as text, c.language, ${CREATED_AT} as "createdAt", c.on_paper as "onPaper", r.visibility, place.title as "saidIn"
      from contribution c join record r on r.id = c.id left join role_place place on place.id = coalesce(c.session_id, r.process_id)
      where c.participant_id = any($1::uuid[]) or c.person_id = $2
      order by c.created_at desc, c.id desc`,
      [participantIds, personId],
    );
  }

  /** The ways of what was said, as `viewer` may see them. */
  private async waysOf(viewer: Viewer, own: readonly OwnRow[]): Promise<ContributionWay[]> {
    const em = this.transactions.manager;
    const rows = await this.rowsAlong(em, own.map(({ id }) => id));
    const factsOf = await this.factsFor(em, viewer);
    return own.map((contribution) => ({
      ...contribution,
      way: assembleWay(contribution.id, rows.get(contribution.id) ?? [], (row) => readRecord.allows(viewer, factsOf(row))),
    }));
  }

  private async rowsAlong(em: EntityManager, roots: readonly string[]): Promise<Map<string, RecordRow[]>> {
    const rows = roots.length === 0 ? [] : await em.query<(RecordRow & { root: string })[]>(ALONG, [roots]);
    return groupedBy(rows, (row) => row.root);
  }

  /** Where a record belongs, as far as it matters to this viewer: her organisations of its process, a session of it that she took part in. */
  private async factsFor(em: EntityManager, viewer: Viewer): Promise<(row: Belonging) => Facts> {
    const organisationIds = viewer.roles.filter((held) => held.scope === 'organisation').map((held) => held.scopeId);
    const sessionIds = viewer.participants.flatMap((own) => own.sessionId ?? []);
    const found =
      organisationIds.length + sessionIds.length === 0
        ? []
        : await em.query<{ processId: string; organisationIds: string[]; sessionId: string | null }[]>(
            `select id as "processId", organisation_ids as "organisationIds", null as "sessionId" from role_place
            where scope = 'process' and organisation_ids && $1::uuid[]
            union all select process_id, '{}', id from role_place where scope = 'session' and id = any($2::uuid[])`,
            [organisationIds, sessionIds],
          );
    const reach = groupedBy(found, ({ processId }) => processId);
    return (row) => {
      const inProcess = (row.processId && reach.get(row.processId)) || [];
      const sessionId = row.sessionId ?? inProcess.find((place) => place.sessionId)?.sessionId;
      return {
        visibility: row.visibility,
        organisationIds: inProcess.flatMap((place) => place.organisationIds),
        ...(row.processId ? { processId: row.processId } : {}),
        ...(sessionId ? { sessionId } : {}),
        personId: row.personId,
        participantId: row.participantId,
      };
    };
  }
}
