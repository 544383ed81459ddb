import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Public votes: who has voted and what was voted, apart and without a time (decision 175). */
export class PublicVotes1764030000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table public_vote (
        id uuid not null constraint public_vote_pkey primary key,
        process_id uuid not null constraint public_vote_process_id_fkey references process (id),
        title text not null,
        intro text not null,
        rule jsonb not null,
        voters text not null constraint public_vote_voters check (voters in ('accounts', 'codes')),
        opens_at timestamptz not null,
        closes_at timestamptz not null,
        open_ballots boolean not null,
        revision int not null default 1 constraint public_vote_revision check (revision > 0),
        published_at timestamptz,
        result jsonb,
        counted_at timestamptz,
        created_at timestamptz not null,
        constraint public_vote_closes_after_it_opens check (closes_at > opens_at),
        constraint public_vote_counted_is_published check (result is null or published_at is not null),
        constraint public_vote_counted_has_a_result check ((result is null) = (counted_at is null))
      );
      create index public_vote_process_id on public_vote (process_id, created_at);
      create table public_vote_category (
        id uuid not null constraint public_vote_category_pkey primary key,
        vote_id uuid not null constraint public_vote_category_vote_id_fkey references public_vote (id),
        position int not null,
        title text not null,
        most int,
        winners int,
        budget int,
        constraint public_vote_category_position_is_unique unique (vote_id, position)
      );
      create table public_vote_option (
        id uuid not null constraint public_vote_option_pkey primary key,
        vote_id uuid not null constraint public_vote_option_vote_id_fkey references public_vote (id),
        category_id uuid not null constraint public_vote_option_category_id_fkey references public_vote_category (id),
        position int not null,
        idea_id uuid not null constraint public_vote_option_idea_id_fkey references idea (id),
        title text not null,
        summary text not null,
        cost int,
        constraint public_vote_option_stands_once unique (vote_id, idea_id)
      );
      create index public_vote_option_category_id on public_vote_option (category_id, position);
      create index public_vote_option_idea_id on public_vote_option (idea_id);
      create table public_vote_given (
        vote_id uuid not null constraint public_vote_given_vote_id_fkey references public_vote (id),
        person_id uuid not null constraint public_vote_given_person_id_fkey references person (id),
        command uuid not null,
        constraint public_vote_given_pkey primary key (vote_id, person_id)
      );
      create index public_vote_given_person_id on public_vote_given (person_id);
      create table public_vote_code (
        vote_id uuid not null constraint public_vote_code_vote_id_fkey references public_vote (id),
        digest bytea not null,
        command uuid,
        constraint public_vote_code_pkey primary key (vote_id, digest)
      );
      create table public_vote_ballot (
        id uuid not null constraint public_vote_ballot_pkey primary key,
        vote_id uuid not null constraint public_vote_ballot_vote_id_fkey references public_vote (id),
        value jsonb not null
      );
      create index public_vote_ballot_vote_id on public_vote_ballot (vote_id)`);
  }

  /** Loses the votes; the stations of their options stay on the ways of ideas. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table public_vote_ballot; drop table public_vote_code; drop table public_vote_given; drop table public_vote_option; drop table public_vote_category; drop table public_vote`);
  }
}
