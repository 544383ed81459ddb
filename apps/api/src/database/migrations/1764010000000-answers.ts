import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * One answer of each person to what an activity asks. In a secret vote two tables that nothing joins: who has answered (no moment, so that it is not an order),
 * and what was answered.
 */
export class Answers1764010000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table answer_option (
        id uuid not null,
        activity_id uuid not null constraint answer_option_activity_id_fkey references activity (id),
        position int not null,
        title text not null,
        cluster_id uuid constraint answer_option_cluster_id_fkey references cluster (id),
        constraint answer_option_pkey primary key (id),
        constraint answer_option_position_is_unique unique (activity_id, position)
      );
      create index answer_option_cluster_id on answer_option (cluster_id);
      create table answer (
        activity_id uuid not null constraint answer_activity_id_fkey references activity (id),
        participant_id uuid not null constraint answer_participant_id_fkey references participant (id),
        value jsonb not null,
        given_at timestamptz not null,
        constraint answer_pkey primary key (activity_id, participant_id)
      );
      create index answer_participant_id on answer (participant_id);
      create table secret_answer_given (
        activity_id uuid not null constraint secret_answer_given_activity_id_fkey references activity (id),
        participant_id uuid not null constraint secret_answer_given_participant_id_fkey references participant (id),
        command uuid not null,
        constraint secret_answer_given_pkey primary key (activity_id, participant_id)
      );
      create index secret_answer_given_participant_id on secret_answer_given (participant_id);
      create table secret_answer (
        id uuid not null,
        activity_id uuid not null constraint secret_answer_activity_id_fkey references activity (id),
        value jsonb not null,
        constraint secret_answer_pkey primary key (id)
      );
      create index secret_answer_activity_id on secret_answer (activity_id);
      alter table activity drop constraint activity_kind, add constraint activity_kind
        check (kind in ('information', 'brainstorm', 'cluster', 'dot-vote', 'ranking', 'estimate', 'consent', 'fist-to-five', 'gradients'));
      alter table activity add column round_of uuid constraint activity_round_of_fkey references activity (id);
      create index activity_round_of on activity (round_of);
    `);
  }

  /** Loses all answers, and the activities they were given to. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table secret_answer; drop table secret_answer_given; drop table answer; drop table answer_option;
      update session set hall_activity_id = null where hall_activity_id in (select id from activity where kind in ('ranking', 'estimate', 'consent', 'fist-to-five', 'gradients'));
      alter table activity drop column round_of;
      delete from activity where kind in ('ranking', 'estimate', 'consent', 'fist-to-five', 'gradients');
      alter table activity drop constraint activity_kind, add constraint activity_kind check (kind in ('information', 'brainstorm', 'cluster', 'dot-vote'));
    `);
  }
}
