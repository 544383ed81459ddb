import type { IdeaState } from '@spolu/contracts/idea-changes';
import type { Language } from '@spolu/contracts/common';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** A proposal of a process: in words the facilitator found for what people wrote, or a resident's own. */
@Entity('idea')
@Check('idea_revision', 'revision > 0')
@Check('idea_support_count', 'support_count >= 0')
@Check('idea_comment_count', 'comment_count >= 0')
@Index('idea_supported', { synchronize: false })
@Index('idea_newest', { synchronize: false })
@Index('idea_commented', { synchronize: false })
@Check('idea_place_is_on_a_plan', 'num_nonnulls(plan_id, place_x, place_y) in (0, 3) and place_x between 0 and 1 and place_y between 0 and 1')
@Index('idea_placed', ['processId'], { where: 'plan_id is not null' })
@Index('idea_waiting', ['processId', 'createdAt', 'id'], { where: 'published_at is null' })
@Check('idea_state', `state in ('current', 'merged', 'split', 'carried-over', 'undone')`)
@Check('idea_language', `language in ('sk', 'cs', 'en', 'uk')`)
@Unique('idea_of_one_contribution', ['contributionId'])
@Index('idea_process_id', ['processId', 'createdAt'])
@Index('idea_words', { synchronize: false })
export class Idea {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'idea_pkey' })
  id: string;
  @ForeignKey('process', 'id', { name: 'idea_process_id_fkey' })
  @Column('uuid')
  processId: string;
  @Column('text')
  title: string;
  @Column('text')
  summary: string;
  /** Grows with each edit; whoever edits names the one she saw. */
  @Column('int', { default: 1 })
  revision: number;
  /** Follows from its links; kept here so that lists need not ask them. */
  @Column('text', { default: 'current' })
  state: IdeaState;
  /** Everybody who supports it or what was merged into it, once. */
  @Column('int', { default: 0 })
  supportCount: number;
  /** Those that are shown. */
  @Column('int', { default: 0 })
  commentCount: number;
  /** Dots on its clusters when it was made, for the order of lists alone. */
  @Column('int', { default: 0 })
  dots: number;
  /** Somebody of the process hid it, and why. */
  @Column('timestamptz', { nullable: true })
  hiddenAt: Date | null;
  @Column('text', { nullable: true })
  hiddenReason: string | null;
  @ForeignKey('person', 'id', { name: 'idea_created_by_fkey' })
  @Column('uuid', { nullable: true })
  createdBy: string | null;
  @Column('timestamptz')
  createdAt: Date;
  /** What a resident wrote online, as she wrote it. Null: it came out of clusters. */
  @ForeignKey('contribution', 'id', { name: 'idea_contribution_id_fkey' })
  @Column('uuid', { nullable: true })
  contributionId: string | null;
  @Index('idea_category_id', { where: 'category_id is not null' })
  @ForeignKey('idea_category', 'id', { name: 'idea_category_id_fkey' })
  @Column('uuid', { nullable: true })
  categoryId: string | null;
  /** Null: nobody said. */
  @Column('text', { nullable: true })
  language: Language | null;
  /** Where it is, in words; empty: nobody said. */
  @Column('text', { default: '' })
  placeName: string;
  /** The plan that its place was chosen on, and where, as shares of its width and height. */
  @ForeignKey('idea_plan', 'file_id', { name: 'idea_plan_id_fkey' })
  @Column('uuid', { nullable: true })
  planId: string | null;
  @Column('double precision', { nullable: true })
  placeX: number | null;
  @Column('double precision', { nullable: true })
  placeY: number | null;
  /** Null: it waits for somebody's look; only its author and the staff see it. */
  @Column('timestamptz', { nullable: true, default: () => 'now()' })
  publishedAt: Date | null;
}

/** A picture that its author brought for an idea. */
@Entity('idea_picture')
export class IdeaPictureRow {
  @ForeignKey('file', 'id', { name: 'idea_picture_file_id_fkey' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'idea_picture_pkey' })
  fileId: string;
  @Index('idea_picture_idea_id')
  @ForeignKey(() => Idea, { name: 'idea_picture_idea_id_fkey' })
  @Column('uuid')
  ideaId: string;
  @Column('int')
  position: number;
  /** What it shows, in its author's words. */
  @Column('text')
  alt: string;
}

/** Which clusters an idea was made from. */
@Entity('idea_cluster')
@Unique('idea_cluster_becomes_one_idea', ['clusterId'])
export class IdeaCluster {
  @ForeignKey(() => Idea, { name: 'idea_cluster_idea_id_fkey' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'idea_cluster_pkey' })
  ideaId: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'idea_cluster_pkey' })
  clusterId: string;
  @Column('int')
  position: number;
}

/** Which notes an idea took along from the one it was split from. */
@Entity('idea_note')
export class IdeaNote {
  @ForeignKey(() => Idea, { name: 'idea_note_idea_id_fkey' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'idea_note_pkey' })
  ideaId: string;
  @ForeignKey('contribution', 'id', { name: 'idea_note_contribution_id_fkey' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'idea_note_pkey' })
  contributionId: string;
}
