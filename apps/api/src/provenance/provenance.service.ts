import { Injectable } from '@nestjs/common';
import type { Language, Visibility } from '@spolu/contracts/common';
import type { ContributionKind, LinkKind, RecordKind } from '@spolu/contracts/provenance';
import type { EntityManager } from 'typeorm';
import { isTold, tell } from './notices/tell.ts';

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
  language?: Language | null;
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

/** What people said, and what became of what: everybody to the right writes it here. `WaysService` reads the ways, `ReceiptsService` says whose words they are. */
@Injectable()
export class ProvenanceService {
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
        language = case when $2::jsonb ? 'language' then $2::jsonb->>'language' else language end,
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
}
