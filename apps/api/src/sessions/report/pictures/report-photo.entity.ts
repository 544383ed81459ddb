import type { PicturedPeople } from '@spolu/contracts/report-pictures';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { FileRow } from '../../../files/file.entity.ts';

/** A picture brought to a report, and who can be recognised on it. */
@Entity('report_photo')
@Check('report_photo_people', `people in ('nobody', 'agreed')`)
@Check('report_photo_withdrawals', 'withdrawals_seen >= 0')
export class ReportPhotoRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'report_photo_pkey' })
  @ForeignKey(() => FileRow, { name: 'report_photo_file_id_fkey' })
  fileId: string;

  @Index('report_photo_session_id')
  @Column('uuid')
  @ForeignKey('session', 'id', { name: 'report_photo_session_id_fkey' })
  sessionId: string;

  @Column('text')
  people: PicturedPeople;

  /** How many had taken their consent back when people on it were looked at last. */
  @Column('int')
  withdrawalsSeen: number;
}
