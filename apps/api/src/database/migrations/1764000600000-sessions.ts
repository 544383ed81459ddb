import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sessions: agenda, participants, cards, clusters as rows, votes. What must be counted or kept secret is a row with its rules as constraints. */
export class Sessions1764000600000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table session (
        id uuid not null constraint session_pkey primary key,
        process_id uuid not null constraint session_process_id_fkey references process (id),
        kind text not null constraint session_kind check (kind in ('workshop', 'ideathon', 'dialogue', 'hearing')),
        title text not null,
        welcome text not null,
        planned_on date,
        planned_time text,
        place text not null,
        language text not null constraint session_language check (language in ('sk', 'cs', 'en', 'uk')),
        visibility text not null constraint session_visibility check (visibility in ('internal', 'participants', 'public')),
        state text not null constraint session_state check (state in ('preparing', 'open', 'closed')),
        code text constraint session_code_is_unique unique,
        door_open boolean not null,
        opened_at timestamptz,
        closed_at timestamptz,
        created_at timestamptz not null,
        constraint session_has_a_code_while_open check ((state = 'open') = (code is not null)),
        constraint session_opened_before_closed check ((state = 'preparing') = (opened_at is null) and (state = 'closed') = (closed_at is not null))
      );
      create index session_process_id on session (process_id);

      create table session_board (
        session_id uuid not null constraint session_board_session_id_fkey references session (id),
        board_id uuid not null constraint session_board_board_id_fkey references board (id),
        position int not null,
        constraint session_board_pkey primary key (session_id, position),
        constraint session_board_board_id_is_unique unique (board_id)
      );

      create table activity (
        id uuid not null constraint activity_pkey primary key,
        session_id uuid not null constraint activity_session_id_fkey references session (id),
        position int not null,
        kind text not null constraint activity_kind check (kind in ('information', 'brainstorm', 'cluster', 'dot-vote')),
        title text not null,
        instruction text not null,
        staff_notes text not null,
        minutes int not null constraint activity_minutes check (minutes between 1 and 480),
        method_id text,
        settings jsonb not null,
        state text not null constraint activity_state check (state in ('planned', 'running', 'ended')),
        started_at timestamptz,
        ends_at timestamptz,
        ended_at timestamptz,
        locked_at timestamptz,
        revealed_at timestamptz,
        result_shown_at timestamptz,
        constraint activity_position_is_unique unique (session_id, position) deferrable initially deferred,
        constraint activity_times_fit_its_state check (
          (state = 'planned') = (started_at is null) and (started_at is null) = (ends_at is null) and (state = 'ended') = (ended_at is not null)),
        constraint activity_result_after_end check (result_shown_at is null or state = 'ended')
      );
      create unique index activity_one_runs_at_a_time on activity (session_id) where state = 'running';

      create table activity_frame (
        activity_id uuid not null constraint activity_frame_activity_id_fkey references activity (id),
        position int not null,
        frame_id text not null,
        title text not null,
        constraint activity_frame_pkey primary key (activity_id, position)
      );

      create table participant (
        id uuid not null constraint participant_pkey primary key,
        session_id uuid not null constraint participant_session_id_fkey references session (id),
        person_id uuid constraint participant_person_id_fkey references person (id) on delete set null,
        nickname text,
        sector text constraint participant_sector check (sector in ('public', 'business', 'ngo', 'academia', 'residents')),
        language text not null constraint participant_language check (language in ('sk', 'cs', 'en', 'uk')),
        joined_at timestamptz not null,
        removed_at timestamptz,
        join_digest bytea not null constraint participant_join_digest_is_unique unique
      );
      create index participant_session_id on participant (session_id);
      create index participant_person_id on participant (person_id);

      create table card (
        id uuid not null constraint card_pkey primary key,
        activity_id uuid not null constraint card_activity_id_fkey references activity (id),
        participant_id uuid constraint card_participant_id_fkey references participant (id),
        request bytea not null,
        text text not null,
        colour text not null constraint card_colour check (colour in ('yellow', 'orange', 'pink', 'blue', 'green', 'violet')),
        frame_id text,
        language text not null constraint card_language check (language in ('sk', 'cs', 'en', 'uk')),
        state text not null constraint card_state check (state in ('held', 'shown', 'late', 'removed')),
        composed_at timestamptz not null,
        contribution_id uuid constraint card_contribution_id_is_unique unique,
        constraint card_contributes_once_shown check (state in ('held', 'late') and contribution_id is null or state = 'shown' and contribution_id is not null or state = 'removed')
      );
      create index card_activity_id on card (activity_id, state);
      create index card_participant_id on card (participant_id);

      create table cluster (
        id uuid not null constraint cluster_pkey primary key,
        session_id uuid not null constraint cluster_session_id_fkey references session (id),
        board_cluster_id text not null,
        title text not null,
        closed_at timestamptz not null
      );
      create index cluster_session_id on cluster (session_id);
      create table cluster_note (
        cluster_id uuid not null constraint cluster_note_cluster_id_fkey references cluster (id),
        position int not null,
        contribution_id uuid not null constraint cluster_note_contribution_id_fkey references contribution (id),
        constraint cluster_note_pkey primary key (cluster_id, contribution_id)
      );
      create index cluster_note_contribution_id on cluster_note (contribution_id);
      create table activity_cluster (
        activity_id uuid not null constraint activity_cluster_activity_id_fkey references activity (id),
        cluster_id uuid not null constraint activity_cluster_cluster_id_fkey references cluster (id),
        position int not null,
        constraint activity_cluster_pkey primary key (activity_id, cluster_id)
      );

      create table vote (
        activity_id uuid not null constraint vote_pkey primary key constraint vote_activity_id_fkey references activity (id),
        dots int not null constraint vote_dots check (dots between 1 and 20),
        per_option int not null constraint vote_per_option check (per_option between 1 and dots),
        constraint vote_rules_are_one_key unique (activity_id, dots, per_option)
      );
      create table vote_option (
        id uuid not null constraint vote_option_pkey primary key,
        activity_id uuid not null constraint vote_option_activity_id_fkey references vote (activity_id),
        cluster_id uuid not null constraint vote_option_cluster_id_fkey references cluster (id),
        position int not null,
        title text not null,
        constraint vote_option_cluster_once unique (activity_id, cluster_id),
        constraint vote_option_belongs_to_its_vote unique (activity_id, id)
      );
      create index vote_option_cluster_id on vote_option (cluster_id);
      create table ballot (
        activity_id uuid not null constraint ballot_activity_id_fkey references vote (activity_id),
        participant_id uuid not null constraint ballot_participant_id_fkey references participant (id),
        cast_at timestamptz not null,
        constraint ballot_pkey primary key (activity_id, participant_id)
      );
      create index ballot_participant_id on ballot (participant_id);
    `);
    // One row is one dot. A voter's dots are numbered from one to her budget and, on each option, from one to its limit; both numbers are unique and
    // the rules come with the row by its key into the vote. So no program and no race can spend a dot too many.
    await db.query(`
      create table dot (
        activity_id uuid not null,
        participant_id uuid not null,
        number int not null,
        option_id uuid not null,
        number_on_option int not null,
        dots int not null,
        per_option int not null,
        constraint dot_pkey primary key (activity_id, participant_id, number),
        constraint dot_once_on_option unique (activity_id, participant_id, option_id, number_on_option),
        constraint dot_ballot_fkey foreign key (activity_id, participant_id) references ballot (activity_id, participant_id) on delete cascade,
        constraint dot_option_fkey foreign key (activity_id, option_id) references vote_option (activity_id, id),
        constraint dot_rules_fkey foreign key (activity_id, dots, per_option) references vote (activity_id, dots, per_option),
        constraint dot_within_budget check (number between 1 and dots),
        constraint dot_within_option check (number_on_option between 1 and per_option)
      );
      create index dot_option_id on dot (option_id);
      create sequence room_version;
    `);
  }

  /** Loses every session with its cards and votes. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table dot, ballot, vote_option, vote, activity_cluster, cluster_note, cluster, card, participant, activity_frame, activity, session_board, session;
      drop sequence room_version;
    `);
  }
}
