import { z } from 'zod';

/** Where a role counts. A role of a wider scope counts in what belongs to it (an officer of an organisation in its processes). */
export const RoleScope = z.enum(['installation', 'organisation', 'process', 'session', 'body']);
export type RoleScope = z.infer<typeof RoleScope>;

export const ROLES = {
  installation: ['administrator'],
  organisation: ['officer', 'department-member'],
  process: ['lead', 'facilitator'],
  session: ['lead-facilitator', 'co-facilitator', 'table-host', 'scribe', 'observer'],
  body: ['chair', 'secretary', 'member', 'guest'],
} as const satisfies Record<RoleScope, readonly string[]>;

export type RoleName = (typeof ROLES)[RoleScope][number];
export type SessionRole = (typeof ROLES)['session'][number];
export const RoleName = z.enum(Object.values(ROLES).flat() as [RoleName, ...RoleName[]]);

/** A role somebody holds now. `scopeId` is null for the installation. */
export interface HeldRole {
  scope: RoleScope;
  scopeId: string | null;
  role: RoleName;
}
