import type { ActivityKind, ReportParts, RoomParts } from '@spolu/contracts/activities/kinds';
import type { EntityManager } from 'typeorm';
import type { SessionFindings } from '../report-findings.ts';
import type { ReadActivity } from '../room-state.ts';

/** What may be told of activities of a kind. */
export interface KindReader<K extends ActivityKind> {
  /** To all screens of the room, of one that has begun. */
  roomPart(em: EntityManager, activity: ReadActivity): Promise<RoomParts[K]>;
  /** In the report, of one in any state. */
  reportPart(em: EntityManager, activity: ReadActivity, session: SessionFindings): Promise<ReportParts[K]>;
}

/** Of kinds that have nothing beside what all have. */
export const NOTHING_TO_TELL = { roomPart: async () => null, reportPart: async () => null } as const satisfies KindReader<'information' | 'cluster' | 'timer' | 'break'>;
