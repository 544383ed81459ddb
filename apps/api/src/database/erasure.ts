import type { EntityManager } from 'typeorm';

/** Who is forgotten: an account, the seats (participants) that were hers, and the addresses and names she was known by. */
export interface Forgotten {
  personId: string | null;
  seatIds: readonly string[];
  addresses: readonly string[];
  /** Names that stand beside quoted words. */
  names: readonly string[];
}

interface Step {
  /** The personal fields that it empties, or the tables whose rows it deletes. */
  empties?: readonly string[];
  deletes?: readonly string[];
  sql: string;
}

const FORGOTTEN = 'with forgotten as (select $1::uuid as person_id, $2::uuid[] as seat_ids, $3::text[] as addresses, $4::text[] as names)';
const hers = (table: string) => `delete from ${table} using forgotten where ${table}.person_id = forgotten.person_id or ${table}.participant_id = any(seat_ids)`;
const OF_BODIES = ['role where role.scope = \'body\' and', 'mandate where', 'position where', 'meeting_seat where', 'position_conflict where'];

/**
 * What forgetting somebody does to the database, in this order. It goes by the list of personal fields (`personal-fields.ts`): a test compares them, so that no field is left
 * out. Whatever is not here stays nameless, or as the list says.
 */
export const ERASURE_STEPS: readonly Step[] = [
  {
    // first, while registrations are still found by their address; the log is only ever added to
    sql: `insert into consent_entry (id, session_id, process_id, subject_kind, subject_id, kind, given, text_version, language)
      select gen_random_uuid(), session_id, process_id, subject_kind, subject_id, kind, false, text_version, language from (
        select distinct on (subject_id, kind) c.* from consent_entry c, forgotten
        where subject_id = any(seat_ids) or subject_id in (select r.id from registration r where r.email = any(addresses))
        order by subject_id, kind, at desc, c.id desc
      ) as newest where given`,
  },
  {
    empties: ['registration.name', 'registration.email', 'registration.needs', 'registration.needs_note'],
    sql: `update registration set name = '', email = null, needs = '{}', needs_note = '', erased_at = coalesce(erased_at, now()) from forgotten where email = any(addresses)`,
  },
  { deletes: ['mail'], sql: 'delete from mail using forgotten where to_address = any(addresses) or about_id = any(seat_ids) or about_id = person_id' },
  {
    deletes: ['notice_unsubscribe'],
    sql: `delete from notice_unsubscribe using forgotten, notice_address a where a.id = address_id and (a.person_id = forgotten.person_id or a.participant_id = any(seat_ids))`,
  },
  { deletes: ['notice_address'], sql: hers('notice_address') },
  { deletes: ['notice'], sql: hers('notice') },
  { deletes: ['following'], sql: 'delete from following using forgotten where following.person_id = forgotten.person_id' },
  { deletes: ['reminder'], sql: 'delete from reminder using forgotten where reminder.person_id = forgotten.person_id' },
  { deletes: ['dossier_look'], sql: 'delete from dossier_look using forgotten where dossier_look.person_id = forgotten.person_id' },
  { deletes: ['position_note'], sql: 'delete from position_note using forgotten where position_note.person_id = forgotten.person_id' },
  { deletes: ['receipt'], sql: 'delete from receipt using forgotten where participant_id = any(seat_ids)' },
  { deletes: ['sign_in_participant'], sql: 'delete from sign_in_participant using forgotten where participant_id = any(seat_ids)' },
  { deletes: ['sign_in'], sql: 'delete from sign_in using forgotten where sign_in.person_id = forgotten.person_id' },
  {
    // what was quoted under her name when a report was published; readers see names as of today anyway
    sql: `update report_version v set content = (
        with recursive replaced(content, n) as (
          select v.content::text, 0
          union all
          select replace(content, '"author": ' || to_json(names[n + 1])::text, '"author": null'), n + 1 from replaced, forgotten where n < cardinality(names)
        ) select content from replaced order by n desc limit 1
      )::jsonb
      from forgotten where v.session_id in (select session_id from participant where id = any(seat_ids))`,
  },
  {
    empties: ['contribution.participant_id', 'contribution.person_id'],
    sql: `update contribution c set participant_id = null, person_id = null from forgotten where c.person_id = forgotten.person_id or c.participant_id = any(seat_ids)`,
  },
  {
    empties: ['participant.person_id', 'participant.nickname', 'participant.sector', 'participant.join_digest'],
    sql: `update participant p set person_id = null, nickname = null, sector = null, join_digest = sha256(gen_random_uuid()::text::bytea) from forgotten where p.id = any(seat_ids)`,
  },
  {
    empties: ['invitation.name'],
    sql: `update invitation i set name = '', withdrawn_at = case when accepted_at is null then coalesce(withdrawn_at, now()) end from forgotten where i.person_id = forgotten.person_id`,
  },
  {
    // public records of a body keep the name of who sat there
    empties: ['person.name', 'person.email', 'person.active', 'person.password_hash'],
    sql: `update person p set name_in_office = case when ${OF_BODIES.map((rows) => `exists (select from ${rows} person_id = p.id)`).join(' or ')} then p.name end,
        name = '', email = null, active = false, password_hash = null, forgotten_at = now()
      from forgotten where p.id = forgotten.person_id`,
  },
];

const STATEMENTS: readonly string[] = ERASURE_STEPS.map(({ sql }) => [FORGOTTEN, sql].join(' '));

/** Forgets somebody, in the caller's transaction. */
export async function forget(em: EntityManager, { personId, seatIds, addresses, names }: Forgotten): Promise<void> {
  for (const statement of STATEMENTS) await em.query(statement, [personId, seatIds, addresses, names]);
}
