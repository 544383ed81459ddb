import type { RoleName, RoleScope } from '@spolu/contracts/roles';
import { holds, isAdministrator, type Viewer } from '../http/viewer.ts';
import { policy, type Facts, type Policy } from '../http/policy.ts';

const anybody = () => true;
const isOfficerOf = (viewer: Viewer, { organisationIds = [] }: Facts) => organisationIds.some((id) => holds(viewer, 'organisation', id, 'officer'));
const isLeadOf = (viewer: Viewer, { processId }: Facts) => holds(viewer, 'process', processId, 'lead');
const leadsSession = (viewer: Viewer, facts: Facts) =>
  holds(viewer, 'process', facts.processId, 'lead', 'facilitator') || holds(viewer, 'session', facts.sessionId, 'lead-facilitator');
const runsBody = (viewer: Viewer, { bodyId }: Facts) => holds(viewer, 'body', bodyId, 'chair', 'secretary');

/** Whoever holds any role in the place, or in one it belongs to, may know that it exists. */
const belongs = (viewer: Viewer, { organisationIds = [], processId, sessionId, bodyId }: Facts) =>
  viewer.roles.some(({ scopeId }) => scopeId !== null && [...organisationIds, processId, sessionId, bodyId].includes(scopeId));

/** Roles whose holders give others a role somewhere: they have to find them. */
const CHOOSING: Partial<Record<RoleScope, readonly RoleName[]>> = {
  organisation: ['officer'], process: ['lead', 'facilitator'], session: ['lead-facilitator', 'co-facilitator'], body: ['chair', 'secretary'],
};
/** Administrators see people with their e-mails and roles, whoever gives roles the names, for choosing. */
export const listPeople = policy(
  'list-people',
  (viewer) => isAdministrator(viewer) || viewer.roles.some(({ scope, role }) => CHOOSING[scope]?.includes(role)),
  anybody,
);
export const editPerson = policy('edit-person', isAdministrator, anybody);
export const endSignInsOfOthers = policy('end-sign-ins-of-others', isAdministrator, anybody);
/** Somebody forgot hers: she chooses another one with her next invitation. */
export const forgetPassword = policy('forget-password', isAdministrator, anybody);
export const editOrganisation = policy('edit-organisation', isAdministrator, anybody);
export const editBody = policy('edit-body', isAdministrator, anybody);
export const seeAuditEntries = policy('see-audit-entries', isAdministrator, anybody);

/** Which administrators there are, or are invited, is nobody else's to know. */
const giveAdministrator = policy('give-role-of-installation', isAdministrator);
const giveOrganisationRole = policy('give-role-in-organisation', (viewer, facts) => isAdministrator(viewer) || isOfficerOf(viewer, facts), belongs);
const giveProcessRole = policy('give-role-in-process', (v, facts) => isAdministrator(v) || isOfficerOf(v, facts) || isLeadOf(v, facts), belongs);
const giveSessionLead = policy('give-lead-of-session', (v, facts) => isAdministrator(v) || isOfficerOf(v, facts) || leadsSession(v, facts), belongs);
const giveSessionRole = policy(
  'give-role-in-session',
  (v, facts) => giveSessionLead.allows(v, facts) || holds(v, 'session', facts.sessionId, 'co-facilitator'),
  belongs,
);
const giveBodyOffice = policy('give-office-in-body', (viewer, facts) => isAdministrator(viewer) || isOfficerOf(viewer, facts), belongs);
const giveBodySeat = policy('give-seat-in-body', (viewer, facts) => giveBodyOffice.allows(viewer, facts) || runsBody(viewer, facts), belongs);

/** Members without an account, and whom each one sits there for: kept by those who give seats. */
export const editMandate = policy('edit-mandate', (viewer, facts) => giveBodySeat.allows(viewer, facts), anybody);

/** Who may give (and end) just this role: nobody gives more than she could do herself in that place. */
export function giving(scope: RoleScope, role: RoleName): Policy {
  switch (scope) {
    case 'installation': return giveAdministrator;
    case 'organisation': return giveOrganisationRole;
    case 'process': return giveProcessRole;
    case 'session': return role === 'lead-facilitator' || role === 'co-facilitator' ? giveSessionLead : giveSessionRole;
    case 'body': return role === 'chair' || role === 'secretary' ? giveBodyOffice : giveBodySeat;
  }
}

/** Who may give some role in a place, and so sees the roles and invitations there. */
export const giveRoles = policy(
  'give-roles',
  (viewer, facts) => {
    if (facts.sessionId) return giveSessionRole.allows(viewer, facts);
    if (facts.processId) return giveProcessRole.allows(viewer, facts);
    if (facts.bodyId) return giveBodySeat.allows(viewer, facts);
    if (facts.organisationIds) return giveOrganisationRole.allows(viewer, facts);
    return giveAdministrator.allows(viewer, facts);
  },
  belongs,
);
