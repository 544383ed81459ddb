import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A vote may be for those who took part in its process, guests too; one who has several seats or an account beside them has one ballot (decision 235). */
export class WhoTookPartVotes1764037500000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table public_vote drop constraint public_vote_voters, add constraint public_vote_voters check (voters in ('accounts', 'codes', 'took-part'));
      alter table public_vote_given alter column command drop not null;
      create table public_vote_guest_given (
        vote_id uuid not null constraint public_vote_guest_given_vote_id_fkey references public_vote (id),
        participant_id uuid not null constraint public_vote_guest_given_participant_id_fkey references participant (id),
        command uuid,
        constraint public_vote_guest_given_pkey primary key (vote_id, participant_id)
      );
      create index public_vote_guest_given_participant_id on public_vote_guest_given (participant_id)`);
  }

  /** Refuses where such a vote stands: the tables before have no place for it. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table public_vote drop constraint public_vote_voters, add constraint public_vote_voters check (voters in ('accounts', 'codes'));
      drop table public_vote_guest_given;
      delete from public_vote_given where command is null;
      alter table public_vote_given alter column command set not null`);
  }
}
