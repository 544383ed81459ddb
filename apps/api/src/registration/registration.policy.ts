import { everybody, policy } from '../http/policy.ts';
import { editSession, enterRoom, viewSession } from '../sessions/sessions.policy.ts';

/** The page that invites, its calendar entry and signing up: everybody where session and process are public, else those inside. */
export const seeRegistration = policy('see-registration', (viewer, facts) => facts.visibility === 'public' || enterRoom.allows(viewer, facts));
/** How many, for whom, until when. */
export const planRegistration = policy('plan-registration', editSession.allows, seeRegistration.allows);
/** Who comes, what they need, and who is here: all who work at the session. */
export const keepDoor = policy('keep-door', viewSession.allows, seeRegistration.allows);
/** Whoever holds the secret of a registration is the one who signed up. */
export const holdReceipt = everybody;
