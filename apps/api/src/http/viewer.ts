import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { HeldRole, RoleName, RoleScope } from '@spolu/contracts/roles';
import type { Request } from 'express';

/** Who asks: a person with an account, a phone that joined a session, both, or neither. */
export interface Viewer {
  person: { id: string; name: string } | null;
  /** Roles that hold today. */
  roles: readonly HeldRole[];
  participants: readonly PlaceTaken[];
  /** Sessions that asked this device to leave: it is nobody there, and comes in no more. */
  removedFrom: readonly string[];
}

/** A participant that a device is: of a session it joined, or of a process it contributes to online. */
export interface PlaceTaken {
  id: string;
  sessionId: string | null;
  processId?: string | null;
}

export const NOBODY: Viewer = { person: null, roles: [], participants: [], removedFrom: [] };

/** Finds out at each request (and socket) who asks; bound to identity's implementation. */
export abstract class Viewers {
  /**
   * Roles and removals take effect at once, so nothing here is cached longer than the request.
   * @param signInId what the cookie holds (`request.sessionID`); an unknown or ended one is nobody
   */
  abstract viewerOf(signInId: string): Promise<Viewer>;
}

declare module 'express-serve-static-core' {
  interface Request {
    viewer?: Viewer;
    correlationId?: string;
  }
}

/** The viewer of this request. */
export const Me = createParamDecorator((_: unknown, context: ExecutionContext): Viewer => {
  return context.switchToHttp().getRequest<Request>().viewer ?? NOBODY;
});

/** Whether the viewer holds one of `roles` in that scope. */
export function holds(viewer: Viewer, scope: RoleScope, scopeId: string | null | undefined, ...roles: RoleName[]): boolean {
  if (scopeId === undefined) return false;
  return viewer.roles.some((held) => held.scope === scope && held.scopeId === scopeId && roles.includes(held.role));
}

export const isAdministrator = (viewer: Viewer) => holds(viewer, 'installation', null, 'administrator');

/** The participant that this device is in that session. */
export function participantIn(viewer: Viewer, sessionId: string | undefined): string | null {
  if (sessionId === undefined) return null;
  return viewer.participants.find((p) => p.sessionId === sessionId)?.id ?? null;
}

/** The guest that this device is in that process. */
export function guestOf(viewer: Viewer, processId: string | null | undefined): string | null {
  if (processId == null) return null;
  return viewer.participants.find((p) => p.processId === processId)?.id ?? null;
}
