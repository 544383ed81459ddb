import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The outbox, and whom digests of notices go to: people with an account, and guests who left an address with their receipt. */
export class Mail1764032100000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table mail (
        id uuid not null constraint mail_pkey primary key,
        to_address text not null,
        about_id uuid,
        language text not null constraint mail_language check (language in ('sk', 'cs', 'en', 'uk')),
        subject text not null,
        body text,
        unsubscribe_url text,
        written_at timestamptz not null default now(),
        sent_at timestamptz,
        constraint mail_sent_keeps_no_words check (sent_at is null or body is null and unsubscribe_url is null)
      );
      create index mail_written on mail (written_at, id);

      create table notice_address (
        id uuid not null constraint notice_address_pkey primary key,
        person_id uuid constraint notice_address_person_id_fkey references person constraint notice_address_of_person unique,
        participant_id uuid constraint notice_address_of_participant unique,
        email text,
        language text constraint notice_address_language check (language in ('sk', 'cs', 'en', 'uk')),
        frequency text not null constraint notice_address_frequency check (frequency in ('at-once', 'daily', 'weekly', 'never')),
        confirm_hash bytea constraint notice_address_confirm_hash unique,
        confirm_until timestamptz,
        confirmed_at timestamptz,
        looked_at timestamptz,
        constraint notice_address_of_one check (num_nonnulls(person_id, participant_id) = 1),
        constraint notice_address_of_guest check ((participant_id is null) = (email is null) and (email is null) = (language is null))
      );

      create table notice_unsubscribe (
        secret_hash bytea not null constraint notice_unsubscribe_pkey primary key,
        address_id uuid not null constraint notice_unsubscribe_address references notice_address on delete cascade,
        made_at timestamptz not null default now()
      );
      create index notice_unsubscribe_address_id on notice_unsubscribe (address_id);

      alter table notice alter column person_id drop not null,
        add column participant_id uuid,
        add column mailed_at timestamptz,
        add constraint notice_of_one check (num_nonnulls(person_id, participant_id) = 1);
      create unique index notice_one_unread_of_guest on notice (participant_id, moved_id) where read_at is null;
      create index notice_not_mailed on notice (at) where mailed_at is null;
    `);
  }

  /** Loses addresses of guests, what they were told, and all letters. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      delete from notice where person_id is null;
      drop index notice_not_mailed, notice_one_unread_of_guest;
      alter table notice drop constraint notice_of_one, drop column mailed_at, drop column participant_id, alter column person_id set not null;
      drop table notice_unsubscribe; drop table notice_address; drop table mail;
    `);
  }
}
