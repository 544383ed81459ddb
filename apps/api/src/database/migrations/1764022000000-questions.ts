import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Questions of the hall, and who would ask them too. */
export class Questions1764022000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table activity drop constraint activity_kind, add constraint activity_kind
        check (kind in ('information', 'brainstorm', 'cluster', 'dot-vote', 'ranking', 'estimate', 'consent', 'fist-to-five', 'gradients', 'q-and-a'));
      create table question (
        id uuid not null,
        activity_id uuid not null constraint question_activity_id_fkey references activity (id),
        participant_id uuid not null constraint question_participant_id_fkey references participant (id),
        text text not null,
        language text not null constraint question_language check (language in ('sk', 'cs', 'en', 'uk')),
        state text not null constraint question_state check (state in ('waiting', 'shown', 'current', 'answered', 'hidden', 'removed')),
        answer text not null,
        asked_at timestamptz not null,
        shown_at timestamptz,
        constraint question_pkey primary key (id)
      );
      create index question_activity_id on question (activity_id, state);
      create index question_participant_id on question (participant_id);
      create unique index question_one_is_current on question (activity_id) where state = 'current';
      create table question_support (
        question_id uuid not null constraint question_support_question_id_fkey references question (id),
        participant_id uuid not null constraint question_support_participant_id_fkey references participant (id),
        constraint question_support_pkey primary key (question_id, participant_id)
      );
      create index question_support_participant_id on question_support (participant_id);
    `);
  }

  /** Loses the activities of this kind. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table question_support;
      drop table question;
      update session set hall_activity_id = null where hall_activity_id in (select id from activity where kind = 'q-and-a');
      delete from activity where kind = 'q-and-a';
      alter table activity drop constraint activity_kind, add constraint activity_kind
        check (kind in ('information', 'brainstorm', 'cluster', 'dot-vote', 'ranking', 'estimate', 'consent', 'fist-to-five', 'gradients'));
    `);
  }
}
