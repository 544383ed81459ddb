import type { MeetingSeat as SeatView, MeetingState, Presence, VoteChoice } from '@spolu/contracts/meetings';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** A meeting of a body. Once its minutes are approved, a trigger refuses every change. */
@Entity('meeting')
@Check('meeting_starts_at', `starts_at ~ '^[0-2][0-9]:[0-5][0-9]$'`)
@Check('meeting_state', `state in ('planned', 'open', 'closed', 'approved', 'cancelled')`)
@Check('meeting_revision', 'revision > 0')
@Check('meeting_cancelled', `(state = 'cancelled') = (cancel_reason <> '')`)
@Check('meeting_approved', `(state = 'approved') = (approved_at is not null)`)
export class Meeting {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'meeting_pkey' })
  id: string;
  @Index('meeting_body_id')
  @ForeignKey('body', 'id', { name: 'meeting_body_id_fkey' })
  @Column('uuid')
  bodyId: string;
  @Column('text')
  title: string;
  /** Day and hour on the wall of the town. */
  @Column('date')
  startsOn: string;
  @Column('text')
  startsAt: string;
  @Column('text')
  place: string;
  @Column('text')
  onlineUrl: string;
  @Column('text')
  invitation: string;
  @Column('text', { default: 'planned' })
  state: MeetingState;
  /** When its people were last invited by letter. */
  @Column('timestamptz', { nullable: true })
  invitedAt: Date | null;
  /** Why it is not held. */
  @Column('text', { default: '' })
  cancelReason: string;
  @Column('text', { default: '' })
  minutes: string;
  /** Grows with each change of invitation, agenda and minutes; whoever changes them names the one she saw. */
  @Column('int', { default: 1 })
  revision: number;
  @ForeignKey('person', 'id', { name: 'meeting_made_by_fkey' })
  @Column('uuid', { nullable: true })
  madeBy: string | null;
  @ForeignKey('person', 'id', { name: 'meeting_approved_by_fkey' })
  @Column('uuid', { nullable: true })
  approvedBy: string | null;
  @Column('timestamptz', { nullable: true })
  approvedAt: Date | null;
}

/** The roll of a meeting, written when it is opened: who sits in the body on that day, and was there. */
@Entity('meeting_seat')
@Check('meeting_seat_role', `role in ('chair', 'member')`)
@Check('meeting_seat_presence', `presence in ('present', 'left', 'excused', 'absent')`)
@Check('meeting_seat_person_or_mandate', '(person_id is null) <> (mandate_id is null)')
@Unique('meeting_seat_one_per_person', ['meetingId', 'personId'])
@Unique('meeting_seat_one_per_mandate', ['meetingId', 'mandateId'])
export class MeetingSeat {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'meeting_seat_pkey' })
  id: string;
  @ForeignKey(() => Meeting, { name: 'meeting_seat_meeting_id_fkey' })
  @Column('uuid')
  meetingId: string;
  @ForeignKey('person', 'id', { name: 'meeting_seat_person_id_fkey' })
  @Column('uuid', { nullable: true })
  personId: string | null;
  @ForeignKey('mandate', 'id', { name: 'meeting_seat_mandate_id_fkey' })
  @Column('uuid', { nullable: true })
  mandateId: string | null;
  @Column('text')
  role: SeatView['role'];
  @Column('text', { default: 'absent' })
  presence: Presence;
}

/** A point of the agenda: a recommendation before the body, or anything else. */
@Entity('meeting_item')
@Unique('meeting_item_once', ['meetingId', 'referralItemId'])
export class MeetingItem {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'meeting_item_pkey' })
  id: string;
  @ForeignKey(() => Meeting, { name: 'meeting_item_meeting_id_fkey' })
  @Column('uuid')
  meetingId: string;
  @Column('int')
  position: number;
  @Column('text')
  title: string;
  @Column('text')
  note: string;
  @ForeignKey('referral_item', 'id', { name: 'meeting_item_referral_item_id_fkey' })
  @Column('uuid', { nullable: true })
  referralItemId: string | null;
}

/** Who voted how, where the vote was taken by name. */
@Entity('meeting_vote')
@Check('meeting_vote_choice', `choice in ('for', 'against', 'abstained')`)
export class MeetingVote {
  @ForeignKey(() => MeetingItem, { name: 'meeting_vote_item_id_fkey' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'meeting_vote_pkey' })
  itemId: string;
  @ForeignKey(() => MeetingSeat, { name: 'meeting_vote_seat_id_fkey' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'meeting_vote_pkey' })
  seatId: string;
  @Column('text')
  choice: VoteChoice;
}
