import { Injectable } from '@nestjs/common';
import type { Language, Page, PageQuery, Visibility } from '@spolu/contracts/common';
import type { ContributionKind, ContributionWay, ReceiptView, Way } from '@spolu/contracts/provenance';
import { Problem } from '@spolu/contracts/problems';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { sha256, Transactions } from '../database/transactions.ts';
import { byParts, type ListOrder, pageOf } from '../http/page.ts';
import { demand, type Facts } from '../http/policy.ts';
import { NOBODY, type Viewer } from '../http/viewer.ts';
import { ConsentsService } from './consents.service.ts';
import { utc } from './instants.ts';
import { readOwnContributions, readRecord } from './provenance.policy.ts';
import type { ReceiptHolder } from './receipts.service.ts';
import { assembleWay, type WayRow } from './way.ts';

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
  /** Where it was said, of a comment. */
  url: string | null;
}
interface Subject extends Belonging {
  title: string;
  language: Language | null;
  standing: boolean;
}

const CREATED_AT = utc('c.created_at');
const NEWEST_FIRST: ListOrder<OwnRow, [string, string]> = {
  key: z.tuple([z.string(), z.string()]),
  keyOf: ({ createdAt, id }) => [createdAt, id],
  compare: byParts('down', 'down'),
};
/** Which process a session belongs to stands in `role_place`, identity's table of places. */
const BELONGING = `r.visibility, r.session_id as "sessionId", coalesce(r.process_id, place.process_id) as "processId",
    c.participant_id as "participantId", c.person_id as "personId"
  from record r
  left join contribution c on c.id = r.id
  left join role_place place on place.id = r.session_id`;

/** Whose hand it was where it was not her own: an official's at the desk, or whoever typed in what stood on paper. Never which official. */
const ENTERED = `case when c.on_paper then 'from-paper' when c.scribe_id is not null and c.session_id is null then 'at-the-desk' end`;

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
  select along.root, r.id, r.kind, r.title, r.url, ${utc('r.at')} as at, r.outcome, r.reason, r.language, c.kind as said, ${ENTERED} as entered, coalesce(onward.links, '[]') as links, ${BELONGING}
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

/** A comment stands on the page of what it is about, whose address ends in its id. */
const subjectIdOf = (url: string) => url.slice(url.lastIndexOf('/') + 1);

/** The way of every thought, cut to what its reader may see. */
@Injectable()
export class WaysService {
  constructor(
    private readonly transactions: Transactions,
    private readonly consents: ConsentsService,
  ) {}

  /**
   * All that led to a record and all that came of it, as far as the viewer may see.
   * @throws Problem `not-found` where the record is unknown or the viewer may not see it
   */
  async of(viewer: Viewer, recordId: string): Promise<Way> {
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
  async mine(viewer: Viewer, query: PageQuery): Promise<Page<ContributionWay>> {
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
    return { saidIn, inSession: sessionId !== null, saidOn, contributions, consents: await this.consents.ofReceipt(participantId, language) };
  }

  /** What these participants and this person said, newest first. */
  private saidBy(personId: string | null, participantIds: readonly string[]): Promise<OwnRow[]> {
    return this.transactions.manager.query<OwnRow[]>(
      `select c.id, c.kind, r.title as text, c.language, ${CREATED_AT} as "createdAt", c.on_paper as "onPaper", r.visibility, place.title as "saidIn",
        case when c.kind = 'comment' then r.url end as url
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
    const subjects = await this.subjectsOf(em, own);
    const aboutOf = (url: string | null): ContributionWay['about'] => {
      if (url === null) return null;
      const subject = subjects.get(subjectIdOf(url));
      if (!subject) return { title: null, url, language: null };
      return subject.standing && readRecord.allows(viewer, factsOf(subject)) ? { title: subject.title, url, language: subject.language } : null;
    };
    return own.map(({ url, ...contribution }) => ({
      ...contribution,
      about: aboutOf(url),
      way: assembleWay(contribution.id, rows.get(contribution.id) ?? [], (row) => readRecord.allows(viewer, factsOf(row))),
    }));
  }

  private async subjectsOf(em: EntityManager, own: readonly OwnRow[]): Promise<Map<string, Subject>> {
    const ids = own.flatMap(({ url }) => (url === null ? [] : [subjectIdOf(url)]));
    const rows = ids.length === 0 ? [] : await em.query<Subject[]>(
      `select r.id, r.title, r.language, not r.withdrawn and r.outcome is distinct from 'hidden' as standing, ${BELONGING} where r.id = any($1::uuid[])`, [[...new Set(ids)]],
    );
    return new Map(rows.map((row) => [row.id, row]));
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
