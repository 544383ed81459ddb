import type { Language, Sector, Visibility } from '@spolu/contracts/common';
import type { ActivityKind, ActivitySettings } from '@spolu/contracts/activities/kinds';
import type { SurveyId } from '@spolu/contracts/feedback';
import type { BlockPlan } from '@spolu/contracts/run-sheet';
import type { SecondWords } from '@spolu/contracts/second-language';
import type { ActivityState, SessionKind, SessionState, RoomLook } from '@spolu/contracts/sessions';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { StoredSheet } from './run-sheet/sheet.ts';

@Entity('session')
@Check('session_kind', `kind in ('workshop', 'ideathon', 'dialogue', 'hearing')`)
@Check('session_language', `language in ('sk', 'cs', 'en', 'uk')`)
@Check('session_second_language', `second_language in ('sk', 'cs', 'en', 'uk') and second_language <> language`)
@Check('session_visibility', `visibility in ('internal', 'participants', 'public')`)
@Check('session_state', `state in ('preparing', 'open', 'closed')`)
@Check('session_has_a_code_while_open', `(state = 'open') = (code is not null)`)
@Check('session_opened_before_closed', `(state = 'preparing') = (opened_at is null) and (state = 'closed') = (closed_at is not null)`)
@Unique('session_code_is_unique', ['code'])
export class Session {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'session_pkey' })
  id: string;

  @Index('session_process_id')
  @Column('uuid')
  @ForeignKey('process', 'id', { name: 'session_process_id_fkey' })
  processId: string;

  @Column('text')
  kind: SessionKind;

  @Column('text')
  title: string;

  @Column('text')
  welcome: string;

  @Column('date', { nullable: true })
  plannedOn: string | null;

  /** Wall-clock time of the municipality, HH:MM. */
  @Column('text', { nullable: true })
  plannedTime: string | null;

  /** What the run sheet knows of its days and tracks beyond where the first day begins. Null: one day, without tracks. */
  @Column('jsonb', { nullable: true })
  sheet: StoredSheet | null;

  @Column('text')
  place: string;

  @Column('text')
  language: Language;

  /** What is asked and written is read in it too. */
  @Column('text', { nullable: true })
  secondLanguage: Language | null;

  /** What of its title and welcome is there in a second language. */
  @Column('jsonb', { nullable: true })
  second: SecondWords | null;

  @Column('text')
  visibility: Visibility;

  @Column('text')
  state: SessionState;

  @Column('text', { nullable: true })
  code: string | null;

  /** A closed door refuses who is not in yet. */
  @Column('boolean')
  doorOpen: boolean;

  /** An earlier vote whose result the hall looks at instead of what runs. */
  @Column('uuid', { nullable: true })
  @ForeignKey('activity', 'id', { name: 'session_hall_activity_id_fkey' })
  hallActivityId: string | null;

  /** What all phones are asked to look at. */
  @Column('jsonb', { nullable: true })
  look: RoomLook | null;

  /** What people are asked after it. Null: nobody chose. */
  @Column('text', { array: true, nullable: true })
  questionnaires: SurveyId[] | null;

  @Column('timestamptz', { nullable: true })
  openedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  closedAt: Date | null;

  @Column('timestamptz')
  createdAt: Date;
}

/** The boards of a session; position 0 is the plenary's. */
@Entity('session_board')
@Unique('session_board_board_id_is_unique', ['boardId'])
export class SessionBoard {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'session_board_pkey' })
  @ForeignKey('session', 'id', { name: 'session_board_session_id_fkey' })
  sessionId: string;

  @PrimaryColumn('int', { primaryKeyConstraintName: 'session_board_pkey' })
  position: number;

  @Column('uuid')
  @ForeignKey('board', 'id', { name: 'session_board_board_id_fkey' })
  boardId: string;
}

@Entity('activity')
@Check('activity_kind', `kind in ('information', 'brainstorm', 'cluster', 'dot-vote', 'ranking', 'estimate', 'consent', 'fist-to-five', 'gradients', 'q-and-a', 'breakout', 'question', 'ideathon', 'pulse', 'timer', 'break')`)
@Check('activity_day', `day between 1 and 14`)
@Check('activity_minutes', `minutes between 1 and 480`)
@Check('activity_state', `state in ('planned', 'running', 'ended')`)
@Check(
  'activity_times_fit_its_state',
  `(state = 'planned') = (started_at is null) and (started_at is not null or ends_at is null) and (state = 'ended') = (ended_at is not null)`,
)
@Check('activity_paused_while_running', `paused_at is null or state = 'running'`)
@Check('activity_skipped_while_planned', `skipped_at is null or state = 'planned'`)
@Check('activity_result_after_end', `result_shown_at is null or state = 'ended'`)
@Unique('activity_position_is_unique', ['sessionId', 'position'], { deferrable: 'INITIALLY DEFERRED' })
@Index('activity_one_runs_at_a_time', ['sessionId'], { unique: true, where: `state = 'running'` })
export class Activity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'activity_pkey' })
  id: string;

  @Column('uuid')
  @ForeignKey('session', 'id', { name: 'activity_session_id_fkey' })
  sessionId: string;

  /** Over all days. */
  @Column('int')
  position: number;

  /** Never less than that of what stands before it. */
  @Column('int', { default: 1 })
  day: number;

  /** Null: planned plainly. */
  @Column('jsonb', { nullable: true })
  plan: Omit<BlockPlan, 'ownerId'> | null;

  /** Who leads it. */
  @Column('uuid', { nullable: true })
  @ForeignKey('person', 'id', { name: 'activity_owner_id_fkey', onDelete: 'SET NULL' })
  ownerId: string | null;

  @Column('text')
  kind: ActivityKind;

  @Column('text')
  title: string;

  @Column('text')
  instruction: string;

  @Column('text')
  staffNotes: string;

  @Column('int')
  minutes: number;

  @Column('text', { nullable: true })
  methodId: string | null;

  @Column('jsonb')
  settings: ActivitySettings;

  /** What of its words is there in a second language. */
  @Column('jsonb', { nullable: true })
  second: SecondWords | null;

  @Column('text')
  state: ActivityState;

  @Column('timestamptz', { nullable: true })
  startedAt: Date | null;

  /** When its time is up; it goes on until somebody ends it. Null once begun: it has no time limit. */
  @Column('timestamptz', { nullable: true })
  endsAt: Date | null;

  /** Until then it is open, and ends by itself; it has its time from this instead of its minutes. */
  @Index('activity_open_until', { where: `state = 'running' and open_until is not null` })
  @Column('timestamptz', { nullable: true })
  openUntil: Date | null;

  @Column('timestamptz', { nullable: true })
  endedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  lockedAt: Date | null;

  /** Brainstorm: since when notes are seen by everybody. */
  @Column('timestamptz', { nullable: true })
  revealedAt: Date | null;

  /** The first holding of the same vote; null where this is the first, or the only one. */
  @Index('activity_round_of')
  @Column('uuid', { nullable: true })
  @ForeignKey('activity', 'id', { name: 'activity_round_of_fkey' })
  roundOf: string | null;

  /** Of a quick poll: what ran when it began, and goes on after it. */
  @Index('activity_returns_to')
  @Column('uuid', { nullable: true })
  @ForeignKey('activity', 'id', { name: 'activity_returns_to_fkey' })
  returnsTo: string | null;

  /** Dot vote: since when the result is seen by everybody. */
  @Column('timestamptz', { nullable: true })
  resultShownAt: Date | null;

  /** Its time has stood still since then. */
  @Column('timestamptz', { nullable: true })
  pausedAt: Date | null;

  /** Left out of the agenda, for now. */
  @Column('timestamptz', { nullable: true })
  skippedAt: Date | null;
}

/** The frames that an activity laid on the board for its notes. */
@Entity('activity_frame')
export class ActivityFrame {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'activity_frame_pkey' })
  @ForeignKey('activity', 'id', { name: 'activity_frame_activity_id_fkey' })
  activityId: string;

  @PrimaryColumn('int', { primaryKeyConstraintName: 'activity_frame_pkey' })
  position: number;

  @Column('text')
  frameId: string;

  @Column('text')
  title: string;
}

/** Who takes part in a session, or, as a guest, in a process from where she is. */
@Entity('participant')
@Check('participant_of_one_place', 'num_nonnulls(session_id, process_id) = 1')
@Check('participant_sector', `sector in ('public', 'business', 'ngo', 'academia', 'residents')`)
@Check('participant_language', `language in ('sk', 'cs', 'en', 'uk')`)
@Unique('participant_join_digest_is_unique', ['joinDigest'])
export class Participant {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'participant_pkey' })
  id: string;

  @Index('participant_session_id')
  @Column('uuid', { nullable: true })
  @ForeignKey('session', 'id', { name: 'participant_session_id_fkey' })
  sessionId: string | null;

  @Index('participant_process_id', { where: 'process_id is not null' })
  @Column('uuid', { nullable: true })
  @ForeignKey('process', 'id', { name: 'participant_process_id_fkey' })
  processId: string | null;

  /** Set where somebody with an account joined. */
  @Index('participant_person_id')
  @Column('uuid', { nullable: true })
  @ForeignKey('person', 'id', { name: 'participant_person_id_fkey', onDelete: 'SET NULL' })
  personId: string | null;

  @Column('text', { nullable: true })
  nickname: string | null;

  @Column('text', { nullable: true })
  sector: Sector | null;

  @Column('text')
  language: Language;

  @Column('timestamptz')
  joinedAt: Date;

  @Column('timestamptz', { nullable: true })
  removedAt: Date | null;

  /** SHA-256 of the command that joined: a phone that lost the answer asks again and is the same participant. */
  @Column('bytea')
  joinDigest: Buffer;

  /** Who wrote her down at the door or at a table; null: she came in by herself. */
  @Column('uuid', { nullable: true })
  @ForeignKey('person', 'id', { name: 'participant_added_by_fkey', onDelete: 'SET NULL' })
  addedBy: string | null;

  /** False: she is here without a phone, and scribes write for her. */
  @Column('boolean', { default: true })
  hasDevice: boolean;
}
