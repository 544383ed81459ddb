import type { Language } from '@spolu/contracts/common';
import type { NoticeFrequency } from '@spolu/contracts/notices';
import type { EntityManager } from 'typeorm';

/** Whoever wrote a contribution, and how she is reached; for asking and writing to her, never for showing. */
export interface Author {
  contributionId: string;
  personId: string | null;
  participantId: string | null;
  /** She has an account in use, or a device or a receipt by which she finds what she wrote. */
  reachable: boolean;
  /** Where she wishes letters; null where she left no address or wants none. */
  email: string | null;
  mailLanguage: Language | null;
  frequency: NoticeFrequency;
}

/** Of contributions their authors. */
export async function authorsOf(em: EntityManager, contributionIds: readonly string[]): Promise<Map<string, Author>> {
  const rows = await em.query<Author[]>(
    `select c.id as "contributionId", person.id as "personId", p.id as "participantId",
      (coalesce(person.active, false) or person.id is null and p.id is not null and p.removed_at is null
        and (p.has_device or exists (select from receipt where receipt.participant_id = p.id and receipt.ended_at is null))) as reachable,
      case when coalesce(a.frequency, 'weekly') <> 'never' then case when person.id is not null then case when person.active then person.email end when a.confirmed_at is not null then a.email end end as email,
      coalesce(person.language, a.language) as "mailLanguage", coalesce(a.frequency, 'weekly') as frequency
    from contribution c left join participant p on p.id = c.participant_id left join person on person.id = coalesce(c.person_id, p.person_id)
    left join notice_address a on case when person.id is not null then a.person_id = person.id else a.participant_id = p.id end
    where c.id = any($1::uuid[])`,
    [contributionIds],
  );
  return new Map(rows.map((row) => [row.contributionId, row]));
}

/** The contributions that lead to a record, but those taken back or hidden, the oldest first. */
export async function wordsBehind(em: EntityManager, recordId: string, limit: number): Promise<{ id: string; text: string; language: Language }[]> {
  return em.query(
    `with recursive up(id) as (
      select $1::uuid
      union select link.from_id from up join link on link.to_id = up.id
        and not exists (select from link_end e where e.from_id = link.from_id and e.to_id = link.to_id and e.kind = link.kind)
    )
    select c.id, r.title as text, c.language from up join contribution c on c.id = up.id join record r on r.id = c.id
    where not r.withdrawn and r.outcome is distinct from 'hidden' and c.kind in ('note', 'idea') order by c.created_at, c.id limit $2`,
    [recordId, limit],
  );
}

/** Contributions that are an account's or were said on one of these seats. */
export async function ownContributions(em: EntityManager, personId: string | null, participantIds: readonly string[]): Promise<{ id: string; text: string; language: Language }[]> {
  return em.query(
    `select c.id, r.title as text, c.language from contribution c join record r on r.id = c.id left join participant p on p.id = c.participant_id
    where coalesce(c.person_id, p.person_id) = $1 or c.participant_id = any($2::uuid[])`,
    [personId, participantIds],
  );
}
