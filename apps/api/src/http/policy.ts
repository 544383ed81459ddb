import { applyDecorators, SetMetadata } from '@nestjs/common';
import { Problem } from '@spolu/contracts/problems';
import type { Visibility } from '@spolu/contracts/common';
import type { Viewer } from './viewer.ts';

/** What a policy may look at: where the thing belongs and how visible it is. Absent: the thing belongs to none. */
export interface Facts {
  organisationIds?: readonly string[];
  processId?: string;
  sessionId?: string;
  bodyId?: string;
  visibility?: Visibility;
  /** The person or participant whose own thing it is. */
  personId?: string | null;
  participantId?: string | null;
}

/** Who may do one thing; a pure function of who asks and where the thing belongs. */
export interface Policy {
  name: string;
  /** Whether the viewer may do it. */
  allows: (viewer: Viewer, facts: Facts) => boolean;
  /** Whether a refused viewer may know that the thing exists; if not, she gets `not-found`. */
  knows: (viewer: Viewer, facts: Facts) => boolean;
}

const all: Policy[] = [];
/** Every policy of the running application, for the matrix of roles × actions. */
export const policies: readonly Policy[] = all;

/**
 * Declares who may do `name` (kebab-case, a verb first: `start-activity`).
 * @param knows who may know of it though she may not do it; default: nobody, so a foreign thing looks like a missing one
 */
export function policy(name: string, allows: Policy['allows'], knows: Policy['knows'] = () => false): Policy {
  const made = { name, allows, knows };
  all.push(made);
  return made;
}

/** Everybody, signed in or not. */
export const everybody = policy('everybody', () => true);
/** Whoever has an account and is signed in. */
export const signedIn = policy('signed-in', (viewer) => viewer.person !== null, () => true);

/**
 * The first line of each use case.
 * @throws Problem `signed-out`, `forbidden`, or `not-found` where the viewer may not even know of the thing
 */
export function demand(required: Policy, viewer: Viewer, facts: Facts = {}): void {
  if (required.allows(viewer, facts)) return;
  if (!required.knows(viewer, facts)) throw new Problem('not-found');
  throw new Problem(viewer.person || viewer.participants.length > 0 ? 'forbidden' : 'signed-out');
}

export const POLICY = Symbol('policy');
/** Names the policy of a handler; the service asks it. A handler without one fails the start (SEC-01). */
export const May = (required: Policy) => applyDecorators(SetMetadata(POLICY, required));
