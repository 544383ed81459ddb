import type { PublicBallot, PublicVoteResult, SheetReading, SpoiledSheet, Voters, VoteRule } from '@spolu/contracts/public-votes';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** A vote of residents on ideas of a process. Once it is published, what it asks is fixed. */
@Entity('public_vote')
@Check('public_vote_voters', `voters in ('accounts', 'codes', 'took-part')`)
@Check('public_vote_revision', 'revision > 0')
@Check('public_vote_closes_after_it_opens', 'closes_at > opens_at')
@Check('public_vote_counted_is_published', 'result is null or published_at is not null')
@Check('public_vote_counted_has_a_result', '(result is null) = (counted_at is null)')
@Index('public_vote_process_id', ['processId', 'createdAt'])
export class PublicVote {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'public_vote_pkey' })
  id: string;

  @Column('uuid')
  @ForeignKey('process', 'id', { name: 'public_vote_process_id_fkey' })
  processId: string;

  @Column('text')
  title: string;

  @Column('text')
  intro: string;

  @Column('jsonb')
  rule: VoteRule;

  @Column('text')
  voters: Voters;

  @Column('timestamptz')
  opensAt: Date;

  @Column('timestamptz')
  closesAt: Date;

  /** Whether ballots are published one by one with the result. */
  @Column('boolean')
  openBallots: boolean;

  /** Grows with each edit; whoever edits names the one she saw. */
  @Column('int', { default: 1 })
  revision: number;

  @Column('timestamptz', { nullable: true })
  publishedAt: Date | null;

  /** As it was counted: never reckoned anew. */
  @Column('jsonb', { nullable: true })
  result: Omit<PublicVoteResult, 'countedAt'> | null;

  @Column('timestamptz', { nullable: true })
  countedAt: Date | null;

  @Column('timestamptz')
  createdAt: Date;
}

/** A part of the vote with limits of its own, counted by itself. */
@Entity('public_vote_category')
@Unique('public_vote_category_position_is_unique', ['voteId', 'position'])
export class PublicVoteCategory {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'public_vote_category_pkey' })
  id: string;

  @Column('uuid')
  @ForeignKey(() => PublicVote, { name: 'public_vote_category_vote_id_fkey' })
  voteId: string;

  @Column('int')
  position: number;

  @Column('text')
  title: string;

  /** How many one may choose, or how many dots one has. */
  @Column('int', { nullable: true })
  most: number | null;

  @Column('int', { nullable: true })
  winners: number | null;

  @Column('int', { nullable: true })
  budget: number | null;
}

/** An idea as it stands to be voted on, in the words it had when the vote was published. A record of provenance under the same id. */
@Entity('public_vote_option')
@Unique('public_vote_option_stands_once', ['voteId', 'ideaId'])
@Index('public_vote_option_category_id', ['categoryId', 'position'])
export class PublicVoteOptionRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'public_vote_option_pkey' })
  id: string;

  @Column('uuid')
  @ForeignKey(() => PublicVote, { name: 'public_vote_option_vote_id_fkey' })
  voteId: string;

  @Column('uuid')
  @ForeignKey(() => PublicVoteCategory, { name: 'public_vote_option_category_id_fkey' })
  categoryId: string;

  @Column('int')
  position: number;

  @Index('public_vote_option_idea_id')
  @Column('uuid')
  @ForeignKey('idea', 'id', { name: 'public_vote_option_idea_id_fkey' })
  ideaId: string;

  @Column('text')
  title: string;

  @Column('text')
  summary: string;

  @Column('int', { nullable: true })
  cost: number | null;
}

/** That somebody has voted; how is one of the {@link PublicVoteBallot}s, and no row says which. Gone once the vote is counted. */
@Entity('public_vote_given')
export class PublicVoteGiven {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'public_vote_given_pkey' })
  @ForeignKey(() => PublicVote, { name: 'public_vote_given_vote_id_fkey' })
  voteId: string;

  @Index('public_vote_given_person_id')
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'public_vote_given_pkey' })
  @ForeignKey('person', 'id', { name: 'public_vote_given_person_id_fkey' })
  personId: string;

  /** The device's id of the command, so that one sent again is known for the same. It stands nowhere else. Null: her ballot has its command at another of her marks. */
  @Column('uuid', { nullable: true })
  command: string | null;
}

/** The same of a seat: one of somebody without an account, or one that an account has beside itself. One of a voter's marks has the command, and is counted. */
@Entity('public_vote_guest_given')
export class PublicVoteGuestGiven {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'public_vote_guest_given_pkey' })
  @ForeignKey(() => PublicVote, { name: 'public_vote_guest_given_vote_id_fkey' })
  voteId: string;

  @Index('public_vote_guest_given_participant_id')
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'public_vote_guest_given_pkey' })
  @ForeignKey('participant', 'id', { name: 'public_vote_guest_given_participant_id_fkey' })
  participantId: string;

  @Column('uuid', { nullable: true })
  command: string | null;
}

/** A code that was printed for somebody; who has it, this system does not know. Gone once the vote is counted. */
@Entity('public_vote_code')
@Check('public_vote_code_paper', `paper in ('counted', 'spoiled')`)
@Check('public_vote_code_spoiled_has_a_reason', `(paper = 'spoiled') = (spoiled is not null)`)
@Check('public_vote_code_counted_is_used', `paper <> 'counted' or command is not null`)
@Unique('public_vote_code_number_is_unique', ['voteId', 'number'])
export class PublicVoteCode {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'public_vote_code_pkey' })
  @ForeignKey(() => PublicVote, { name: 'public_vote_code_vote_id_fkey' })
  voteId: string;

  @PrimaryColumn('bytea', { primaryKeyConstraintName: 'public_vote_code_pkey' })
  digest: Buffer;

  /** Of the ballot that was cast with it, so that one sent again is known for the same; null: nobody used it yet. */
  @Column('uuid', { nullable: true })
  command: string | null;

  /** Printed on the sheet that it belongs to. */
  @Column('int', { nullable: true })
  number: number | null;

  /** What became of the sheet; null: nobody brought it, or it waits to be read. */
  @Column('text', { nullable: true })
  paper: 'counted' | 'spoiled' | null;

  @Column('text', { nullable: true })
  spoiled: SpoiledSheet | null;
}

/** What an official read on a sheet of paper; gone as soon as another read the same. */
@Entity('public_vote_reading')
export class PublicVoteReading {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'public_vote_reading_pkey' })
  @ForeignKey(() => PublicVote, { name: 'public_vote_reading_vote_id_fkey' })
  voteId: string;

  @PrimaryColumn('int', { primaryKeyConstraintName: 'public_vote_reading_pkey' })
  number: number;

  @Index('public_vote_reading_person_id')
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'public_vote_reading_pkey' })
  @ForeignKey('person', 'id', { name: 'public_vote_reading_person_id_fkey' })
  personId: string;

  @Column('jsonb')
  value: SheetReading;
}

/** A ballot without a person, a moment or an order. */
@Entity('public_vote_ballot')
export class PublicVoteBallot {
  /** Random and not by time, as ids are elsewhere. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'public_vote_ballot_pkey' })
  id: string;

  @Index('public_vote_ballot_vote_id')
  @Column('uuid')
  @ForeignKey(() => PublicVote, { name: 'public_vote_ballot_vote_id_fkey' })
  voteId: string;

  @Column('jsonb')
  value: PublicBallot;
}
