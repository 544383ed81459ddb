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
