import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Whether and how a process takes ideas of residents online. Without a row it does not. */
@Entity('idea_intake')
@Check('idea_intake_revision', 'revision > 0')
@Check('idea_intake_ends_after_it_begins', 'until_on >= from_on')
export class IdeaIntake {
  @ForeignKey('process', 'id', { name: 'idea_intake_process_id_fkey' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'idea_intake_pkey' })
  processId: string;
  /** Null: ideas are not taken. */
  @Column('date', { nullable: true })
  fromOn: string | null;
  /** The last day; null: until further notice. */
  @Column('date', { nullable: true })
  untilOn: string | null;
  /** Somebody looks at each before others see it. */
  @Column('boolean')
  lookFirst: boolean;
  /** Where ideas are shown by their places. */
  @ForeignKey('idea_plan', 'file_id', { name: 'idea_intake_plan_id_fkey' })
  @Column('uuid', { nullable: true })
  planId: string | null;
  @Column('int')
  revision: number;
}

@Entity('idea_category')
export class IdeaCategoryRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'idea_category_pkey' })
  id: string;
  @Index('idea_category_process_id')
  @ForeignKey('process', 'id', { name: 'idea_category_process_id_fkey' })
  @Column('uuid')
  processId: string;
  @Column('int')
  position: number;
  @Column('text')
  title: string;
}

/** A plan or map of the town that a process brought. One that ideas were placed on stays, also when another one is shown. */
@Entity('idea_plan')
@Check('idea_plan_edges', 'num_nonnulls(north, west, south, east) in (0, 4) and south < north and west < east')
export class IdeaPlanRow {
  @ForeignKey('file', 'id', { name: 'idea_plan_file_id_fkey' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'idea_plan_pkey' })
  fileId: string;
  @Index('idea_plan_process_id')
  @ForeignKey('process', 'id', { name: 'idea_plan_process_id_fkey' })
  @Column('uuid')
  processId: string;
  @Column('text')
  description: string;
  /** Its edges in degrees (WGS 84), its top being north; null where nobody said. */
  @Column('double precision', { nullable: true })
  north: number | null;
  @Column('double precision', { nullable: true })
  west: number | null;
  @Column('double precision', { nullable: true })
  south: number | null;
  @Column('double precision', { nullable: true })
  east: number | null;
}
