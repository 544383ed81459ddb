import type { NoteColour } from '@spolu/contracts/boards';
import type { Language } from '@spolu/contracts/common';
import type { CardState } from '@spolu/contracts/activities/brainstorm';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/**
 * What was composed as a command: waiting for staff, set aside by them, held until the reveal, shown as a note, late, or removed. A text that nobody has
 * seen yet stands here and nowhere else.
 * In an anonymous activity no `participantId` is kept; whoever knows the id, which the device made and nobody else is told, is its author.
 */
@Entity('card')
@Check('card_colour', `colour in ('yellow', 'orange', 'pink', 'blue', 'green', 'violet')`)
@Check('card_language', `language in ('sk', 'cs', 'en', 'uk')`)
@Check('card_state', `state in ('inbox', 'aside', 'held', 'shown', 'late', 'removed')`)
@Check(
  'card_contributes_once_shown',
  `state in ('held', 'late') and contribution_id is null or state = 'shown' and contribution_id is not null or state in ('inbox', 'aside', 'removed')`,
)
@Index('card_activity_id', ['activityId', 'state'])
@Unique('card_contribution_id_is_unique', ['contributionId'])
export class CardRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'card_pkey' })
  id: string;

  @Column('uuid')
  @ForeignKey('activity', 'id', { name: 'card_activity_id_fkey' })
  activityId: string;

  @Index('card_participant_id')
  @Column('uuid', { nullable: true })
  @ForeignKey('participant', 'id', { name: 'card_participant_id_fkey' })
  participantId: string | null;

  /** SHA-256 of what was first sent: the same id with other words is refused, a repetition is answered again. */
  @Column('bytea')
  request: Buffer;

  @Column('text')
  text: string;

  @Column('text')
  colour: NoteColour;

  @Column('text', { nullable: true })
  frameId: string | null;

  @Column('text')
  language: Language;

  @Column('text')
  state: CardState;

  /** By the server's clock; in an anonymous activity only the minute. */
  @Column('timestamptz')
  composedAt: Date;

  /** Of what waits for staff again after it was on the board, it is there already. */
  @Column('uuid', { nullable: true })
  contributionId: string | null;

  /** What its author is told where staff set it aside. */
  @Column('text', { default: '' })
  reason: string;

  /** When staff last decided about it, and who. */
  @Column('timestamptz', { nullable: true })
  decidedAt: Date | null;

  @Column('uuid', { nullable: true })
  @ForeignKey('person', 'id', { name: 'card_decided_by_fkey', onDelete: 'SET NULL' })
  decidedBy: string | null;

  /** Who wrote it down for somebody else. */
  @Column('uuid', { nullable: true })
  @ForeignKey('person', 'id', { name: 'card_scribe_id_fkey', onDelete: 'SET NULL' })
  scribeId: string | null;

  /** It stood on paper before. */
  @Column('boolean', { default: false })
  onPaper: boolean;

  /** The board of the table where it was written; null: the session's first. */
  @Column('uuid', { nullable: true })
  @ForeignKey('board', 'id', { name: 'card_board_id_fkey' })
  boardId: string | null;
}
