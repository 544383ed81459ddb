import { z } from 'zod';
import { bodyRules } from './bodies.ts';
import { Day, Id, Language, line, NAME_MAX_LENGTH, optionalLine, PageQuery, Sector, TITLE_MAX_LENGTH } from './common.ts';
import { RoleName, RoleScope, ROLES, type HeldRole } from './roles.ts';

export const PASSWORD_MIN_LENGTH = 12;
export const PASSWORD_MAX_LENGTH = 128;
export const Email = z.string().trim().toLowerCase().max(254).pipe(z.email());
export const Password = z.string().min(PASSWORD_MIN_LENGTH).max(PASSWORD_MAX_LENGTH);
const PersonName = line(NAME_MAX_LENGTH);
/** A secret out of a link's fragment: 256 bits, base64url. */
export const LinkSecret = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

/** GET /api/installation (everybody): what a page needs before anybody signed in. */
export interface Installation {
  name: string;
  defaultLanguage: Language;
  timeZone: string;
  /** False until the first administrator was made. */
  setUp: boolean;
  demo: boolean;
  /** Whether the address is https; if not, a quiet banner says so. */
  secure: boolean;
  /** The address phones reach, for QR codes: PUBLIC_URL or one on the local network. */
  publicUrl: string;
}

/** GET /api/me (everybody). Nobody signed in: `person` is null; a phone that joined has `participants`. */
export interface Me {
  person: { id: string; name: string; email: string; language: Language } | null;
  roles: HeldRole[];
  /** In a session, or as a guest in a process. */
  participants: { id: string; sessionId: string | null; processId?: string | null }[];
}

/** POST /api/sign-ins → Me. Wrong name and wrong password answer alike: `wrong-credentials`. */
export const SignIn = z.strictObject({ email: Email, password: z.string().min(1).max(PASSWORD_MAX_LENGTH) });
export type SignIn = z.infer<typeof SignIn>;

export const DEMO_ROLES = ['administrator', 'officer', 'facilitator', 'department-member', 'commission-member', 'secretary'] as const;
/** POST /api/demo-sign-ins → Me; only in demo mode. */
export const DemoSignIn = z.strictObject({ role: z.enum(DEMO_ROLES) });
export type DemoSignIn = z.infer<typeof DemoSignIn>;
export type DemoRole = (typeof DEMO_ROLES)[number];

/** GET /api/sign-ins (own) → Page<SignInView>; DELETE /api/sign-ins/current; DELETE /api/sign-ins/:id (own). */
export interface SignInView {
  id: string;
  current: boolean;
  startedAt: string;
  lastSeenAt: string;
  device: string;
}

/** POST /api/set-up {secret from the one-time link} → Me, signed in as the first administrator. */
export const SetUp = z.strictObject({
  secret: LinkSecret,
  installationName: line(NAME_MAX_LENGTH),
  defaultLanguage: Language,
  timeZone: z.string().max(60),
  organisationName: line(TITLE_MAX_LENGTH),
  name: PersonName,
  email: Email,
  password: Password,
});
export type SetUp = z.infer<typeof SetUp>;

/**
 * GET /api/people (administrator; officers see names only for choosing) → Page<PersonView>. `search`: each of its words begins a word of the name, whatever case and
 * diacritics; an administrator finds by a part of the e-mail too. `active`: only who can be given something. `roles`: only
 * who holds one or will; it narrows nothing for an officer, who is not told of roles here.
 */
export const PeopleQuery = z.strictObject({ ...PageQuery.shape, search: optionalLine(NAME_MAX_LENGTH).default(''), active: z.literal('yes').optional(), roles: z.literal('yes').optional() });
export type PeopleQuery = z.infer<typeof PeopleQuery>;
export interface PersonView {
  id: string;
  name: string;
  /** Only for administrators. */
  email: string | null;
  language: Language;
  active: boolean;
  /** Has a password or another way to sign in; false while an invitation is open. */
  canSignIn: boolean;
  roles: RoleView[];
}
/**
 * PUT /api/people/:id; DELETE /api/people/:id/sign-ins ends all of that person's; DELETE /api/people/:id/password forgets her password, so that the next
 * invitation lets her choose another one (all administrator).
 */
export const EditPerson = z.strictObject({ name: PersonName, language: Language, active: z.boolean() });
export type EditPerson = z.infer<typeof EditPerson>;
/** PUT /api/me */
export const EditMe = z.strictObject({ name: PersonName, language: Language });
export type EditMe = z.infer<typeof EditMe>;
/** PUT /api/me/password: ends all other sign-ins. */
export const ChangePassword = z.strictObject({ current: z.string().min(1).max(PASSWORD_MAX_LENGTH), password: Password });
export type ChangePassword = z.infer<typeof ChangePassword>;

/** POST /api/organisations → Made; PUT /api/organisations/:id; GET /api/organisations → Page<OrganisationView> (everybody). */
export const EditOrganisation = z.strictObject({
  name: line(TITLE_MAX_LENGTH),
  sector: Sector,
  parentId: Id.nullable().default(null),
});
export type EditOrganisation = z.infer<typeof EditOrganisation>;
export interface OrganisationView extends EditOrganisation {
  id: string;
}

export const BodyKind = z.enum(['commission', 'council', 'working-group', 'advisory-board']);
export type BodyKind = z.infer<typeof BodyKind>;
/** POST /api/bodies → Made; PUT /api/bodies/:id; GET /api/bodies → Page<BodyView> (everybody: name and kind; members by name are public office holders). */
export const EditBody = z.strictObject({
  name: line(TITLE_MAX_LENGTH),
  kind: BodyKind,
  organisationId: Id,
  /** All appointed members, with or without an account: the base of the quorum. */
  memberCount: z.int().min(1).max(1_000),
  ...bodyRules,
});
export type EditBody = z.infer<typeof EditBody>;
export interface BodyView extends EditBody {
  id: string;
  members: { personId: string; name: string; role: RoleName }[];
}

/** POST /api/roles → Made; DELETE /api/roles/:id (ends it now); GET /api/roles?scope&scopeId → Page<RoleView>. */
export const GiveRole = z
  .strictObject({
    personId: Id,
    scope: RoleScope,
    scopeId: Id.nullable(),
    role: RoleName,
    fromOn: Day.nullable().default(null),
    untilOn: Day.nullable().default(null),
  })
  .refine((r) => (ROLES[r.scope] as readonly string[]).includes(r.role), { path: ['role'] })
  .refine((r) => (r.scope === 'installation') === (r.scopeId === null), { path: ['scopeId'] });
export type GiveRole = z.infer<typeof GiveRole>;
/**
 * POST /api/roles/:id/hand-over: the lead of a session goes to somebody else who works in it; who held it stays as co-facilitator. Handed back the same way.
 * `invalid-input` where the other one has no role there.
 */
export const HandOver = z.strictObject({ personId: Id });
export type HandOver = z.infer<typeof HandOver>;
/** Query of the roles and invitations of one place. */
export const PlaceQuery = z
  .strictObject({ ...PageQuery.shape, scope: RoleScope, scopeId: Id.optional() })
  .refine((q) => (q.scope === 'installation') === (q.scopeId === undefined), { path: ['scopeId'] });
export type PlaceQuery = z.infer<typeof PlaceQuery>;
export interface RoleView {
  id: string;
  personId: string;
  personName: string;
  scope: RoleScope;
  scopeId: string | null;
  /** Name of the organisation, process, session or body. */
  scopeTitle: string | null;
  role: RoleName;
  fromOn: string | null;
  untilOn: string | null;
}

/**
 * POST /api/invitations → InvitationLink (whoever may give the role). The link is shown once: `/invitation#<secret>`, valid 24 hours, single use.
 * Makes the person without a way to sign in, unless the e-mail is known: then the role waits for her consent on the link.
 */
export const Invite = z
  .strictObject({
    email: Email,
    name: PersonName,
    language: Language,
    scope: RoleScope,
    scopeId: Id.nullable(),
    role: RoleName,
    fromOn: Day.nullable().default(null),
    untilOn: Day.nullable().default(null),
  })
  .refine((r) => (ROLES[r.scope] as readonly string[]).includes(r.role), { path: ['role'] })
  .refine((r) => (r.scope === 'installation') === (r.scopeId === null), { path: ['scopeId'] });
export type Invite = z.infer<typeof Invite>;
export interface InvitationLink {
  id: string;
  url: string;
  expiresAt: string;
}
/** GET /api/invitations?scope&scopeId → Page<InvitationView>; DELETE /api/invitations/:id withdraws. */
export interface InvitationView {
  id: string;
  email: string;
  name: string;
  scope: RoleScope;
  scopeId: string | null;
  role: RoleName;
  expiresAt: string;
  state: 'open' | 'accepted' | 'expired' | 'withdrawn';
}
/** POST /api/invitation-lookups {secret} → InvitationOffer, or `identity/link-invalid`. */
export const LookUpInvitation = z.strictObject({ secret: LinkSecret });
export type LookUpInvitation = z.infer<typeof LookUpInvitation>;
export interface InvitationOffer {
  email: string;
  name: string;
  role: RoleName;
  scopeTitle: string | null;
  /** Null: made on the server for somebody who lost her password. */
  invitedBy: string | null;
  /** The e-mail has an account: she signs in with its password instead of choosing one. */
  hasAccount: boolean;
}
/** POST /api/invitation-acceptances → Me, signed in. */
export const AcceptInvitation = z.strictObject({
  secret: LinkSecret,
  name: PersonName,
  password: z.string().min(1).max(PASSWORD_MAX_LENGTH),
});
export type AcceptInvitation = z.infer<typeof AcceptInvitation>;

/** GET /api/audit-entries?limit&after (administrator) → Page<AuditEntryView>. */
export interface AuditEntryView {
  id: string;
  at: string;
  /** Null for the system and for guests, empty for who asked to be forgotten. */
  personName: string | null;
  action: string;
  subjectKind: string;
  subjectId: string | null;
  outcome: 'done' | 'refused';
  /** Codes and numbers: which role, in which scope. */
  facts: Record<string, string | number | boolean | null>;
}
