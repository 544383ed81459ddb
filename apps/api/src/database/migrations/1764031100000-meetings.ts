import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The secretary's meetings: agenda, who was there, who voted how, the minutes. Approved minutes are history, and so is all they were drafted from. */
export class Meetings1764031100000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table opinion add column dissent text not null default '';

      create table meeting (
        id uuid not null constraint meeting_pkey primary key,
        body_id uuid not null constraint meeting_body_id_fkey references body,
        title text not null,
        starts_on date not null,
        starts_at text not null constraint meeting_starts_at check (starts_at ~ '^[0-2][0-9]:[0-5][0-9]$'),
        place text not null,
        online_url text not null,
        invitation text not null,
        state text not null default 'planned' constraint meeting_state check (state in ('planned', 'open', 'closed', 'approved')),
        minutes text not null default '',
        made_by uuid constraint meeting_made_by_fkey references person,
        approved_by uuid constraint meeting_approved_by_fkey references person,
        approved_at timestamptz,
        constraint meeting_approved check ((state = 'approved') = (approved_at is not null))
      );
      create index meeting_body_id on meeting (body_id);

      create table meeting_seat (
        id uuid not null constraint meeting_seat_pkey primary key,
        meeting_id uuid not null constraint meeting_seat_meeting_id_fkey references meeting,
        person_id uuid constraint meeting_seat_person_id_fkey references person,
        mandate_id uuid constraint meeting_seat_mandate_id_fkey references mandate,
        role text not null constraint meeting_seat_role check (role in ('chair', 'member')),
        presence text not null default 'absent' constraint meeting_seat_presence check (presence in ('present', 'excused', 'absent')),
        constraint meeting_seat_one_per_person unique (meeting_id, person_id),
        constraint meeting_seat_one_per_mandate unique (meeting_id, mandate_id),
        constraint meeting_seat_person_or_mandate check ((person_id is null) <> (mandate_id is null))
      );

      create table meeting_item (
        id uuid not null constraint meeting_item_pkey primary key,
        meeting_id uuid not null constraint meeting_item_meeting_id_fkey references meeting,
        position int not null,
        title text not null,
        note text not null,
        referral_item_id uuid constraint meeting_item_referral_item_id_fkey references referral_item,
        constraint meeting_item_once unique (meeting_id, referral_item_id)
      );

      create table meeting_vote (
        item_id uuid not null constraint meeting_vote_item_id_fkey references meeting_item,
        seat_id uuid not null constraint meeting_vote_seat_id_fkey references meeting_seat,
        choice text not null constraint meeting_vote_choice check (choice in ('for', 'against', 'abstained')),
        constraint meeting_vote_pkey primary key (item_id, seat_id)
      );

      create function meeting_is_approved() returns trigger language plpgsql as $$
        begin
          if old.state = 'approved' then raise exception 'approved minutes are history' using errcode = 'insufficient_privilege'; end if;
          return case tg_op when 'DELETE' then old else new end;
        end $$;
      create trigger meeting_approved_is_history before update or delete on meeting for each row execute function meeting_is_approved();
    `);
  }

  /** All meetings, their minutes and what those outvoted said are lost. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table meeting_vote, meeting_item, meeting_seat, meeting;
      drop function meeting_is_approved();
      alter table opinion drop column dissent;
    `);
  }
}
