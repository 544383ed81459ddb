import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import type { Viewer } from '../http/viewer.ts';
import { AuditEntryRow } from './audit-entry.entity.ts';

/** Something that must be answerable later (SEC-62): who did what to which thing, and whether it was let through. */
export interface Audited {
  /** Null for the system itself. */
  by: Pick<Viewer, 'person'> | null;
  /** A guest has no person; her participant stands for her. */
  participantId?: string;
  /** A past fact in kebab-case, the thing first: `role.given`. */
  action: `${string}.${string}`;
  subjectKind: string;
  subjectId: string | null;
  /** Default: done. */
  outcome?: 'done' | 'refused';
  /** Codes and numbers. No names, no words of people, no secrets. */
  facts?: Record<string, string | number | boolean | null>;
}

/** Adds an entry in the caller's transaction. The database lets nobody change or delete it. */
export async function audit(em: EntityManager, { by, participantId, action, subjectKind, subjectId, outcome = 'done', facts = {} }: Audited): Promise<void> {
  await em.insert(AuditEntryRow, {
    id: newId(), personId: by?.person?.id ?? null, participantId: participantId ?? null, action, subjectKind, subjectId, outcome, facts,
  });
}
