import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A server that serves boards now. One whose row is gone writes nothing more to them. */
@Entity('peer')
export class Peer {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'peer_pkey' })
  id: string;
  /** Since when its signs of life have come without a pause. */
  @Column('timestamptz', { default: () => 'now()' })
  since: Date;
  @Column('timestamptz', { default: () => 'now()' })
  beatAt: Date;
}
