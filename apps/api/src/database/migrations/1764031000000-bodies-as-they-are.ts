import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a body's statute settles becomes data: how a commission is called, whether it decides, its quorum and majority; members without an account have a mandate,
 * and what they say is recorded beside what members with one say. Until now every body had the ordinary rules, and councils decided.
 */
export class BodiesAsTheyAre1764031000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    const share = (column: string) => `check (${column} in ('more-than-half', 'half', 'three-fifths', 'two-thirds'))`;
    await db.query(`
      alter table body
        add column commission_kind text not null default 'komisia' constraint body_commission_kind check (commission_kind in ('komisia', 'vybor', 'komise')),
        add column deciding boolean not null default false,
        add column quorum text not null default 'more-than-half' constraint body_quorum ${share('quorum')},
        add column majority text not null default 'more-than-half' constraint body_majority ${share('majority')},
        add column majority_of text not null default 'present' constraint body_majority_of check (majority_of in ('present', 'members')),
        add column statute text not null default '',
        add column statute_url text not null default '';
      update body set deciding = true where kind = 'council' or exists (select 1 from decision d where d.body_id = body.id);

      create table mandate (
        id uuid not null default gen_random_uuid() constraint mandate_pkey primary key,
        body_id uuid not null constraint mandate_body_id_fkey references body,
        person_id uuid constraint mandate_person_id_fkey references person,
        name text,
        sector text constraint mandate_sector check (sector in ('public', 'business', 'ngo', 'academia', 'residents')),
        represents text not null default '',
        from_on date,
        until_on date,
        constraint mandate_one_per_person unique (body_id, person_id),
        constraint mandate_person_or_name check ((person_id is null) <> (name is null)),
        constraint mandate_days_of_role check (person_id is null or (from_on is null and until_on is null)),
        constraint mandate_ends_after_it_begins check (until_on >= from_on)
      );

      alter table "position" drop constraint position_pkey;
      alter table "position"
        add column id uuid not null default gen_random_uuid() constraint position_pkey primary key,
        alter column person_id drop not null,
        add column mandate_id uuid constraint position_mandate_id_fkey references mandate,
        add column entered_by uuid constraint position_entered_by_fkey references person,
        add constraint position_one_per_person unique (item_id, person_id),
        add constraint position_one_per_mandate unique (item_id, mandate_id),
        add constraint position_person_or_mandate check ((person_id is null) <> (mandate_id is null));

      alter table position_conflict drop constraint position_conflict_pkey;
      alter table position_conflict
        add column id uuid not null default gen_random_uuid() constraint position_conflict_pkey primary key,
        alter column person_id drop not null,
        add column mandate_id uuid constraint position_conflict_mandate_id_fkey references mandate,
        add column entered_by uuid constraint position_conflict_entered_by_fkey references person,
        add constraint position_conflict_one_per_person unique (item_id, person_id),
        add constraint position_conflict_one_per_mandate unique (item_id, mandate_id),
        add constraint position_conflict_person_or_mandate check ((person_id is null) <> (mandate_id is null));
    `);
  }

  /** What members without an account said, and their mandates, are lost. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      delete from position_conflict where mandate_id is not null;
      alter table position_conflict drop constraint position_conflict_person_or_mandate, drop constraint position_conflict_one_per_person, drop column mandate_id, drop column entered_by, drop column id;
      alter table position_conflict add constraint position_conflict_pkey primary key (item_id, person_id);
      delete from "position" where mandate_id is not null;
      alter table "position" drop constraint position_person_or_mandate, drop constraint position_one_per_person, drop column mandate_id, drop column entered_by, drop column id;
      alter table "position" add constraint position_pkey primary key (item_id, person_id);
      drop table mandate;
      alter table body drop column commission_kind, drop column deciding, drop column quorum, drop column majority, drop column majority_of, drop column statute, drop column statute_url;
    `);
  }
}
