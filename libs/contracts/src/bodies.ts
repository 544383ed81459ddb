import { z } from 'zod';
import { Day, Id, line, optionalLine, optionalText, Sector, TEXT_MAX_LENGTH, TITLE_MAX_LENGTH, NAME_MAX_LENGTH } from './common.ts';
import type { BodyView } from './identity.ts';
import type { RoleName } from './roles.ts';

/** How a commission is called: in Slovakia `komisia`; in Czechia `vybor` advises the council and `komise` the executive board. */
export const CommissionKind = z.enum(['komisia', 'vybor', 'komise']);
export type CommissionKind = z.infer<typeof CommissionKind>;

/** A part of a whole as rules of procedure name it. */
export const Share = z.enum(['more-than-half', 'half', 'three-fifths', 'two-thirds']);
export type Share = z.infer<typeof Share>;
const REACHED: Record<Share, (count: number, whole: number) => boolean> = {
  'more-than-half': (count, whole) => count * 2 > whole,
  half: (count, whole) => count * 2 >= whole && count > 0,
  'three-fifths': (count, whole) => count * 5 >= whole * 3 && count > 0,
  'two-thirds': (count, whole) => count * 3 >= whole * 2 && count > 0,
};
/** Whether `count` of `whole` is that share of it; nobody is never enough. */
export const reaches = (share: Share, count: number, whole: number): boolean => REACHED[share](count, whole);

/** When a body may decide, and what carries a motion; as its statute says. */
export interface BodyRules {
  /** All appointed members, with or without an account: the base of the quorum. */
  memberCount: number;
  quorum: Share;
  majority: Share;
  /** What the majority is a share of: those present who may vote, or all members. */
  majorityOf: 'present' | 'members';
}
export const MajorityOf = z.enum(['present', 'members']);

/**
 * When members read each other's positions on a recommendation: at once, each after she has given her own, or only once the opinion is adopted and no meeting that
 * deals with it goes on. Until the last the body's secretary reads them alone, unless she is a member too.
 */
export const PositionsShown = z.enum(['open', 'after-own', 'after-meeting']);
export type PositionsShown = z.infer<typeof PositionsShown>;

/** What a statute settles, as an administrator enters it. */
export const bodyRules = {
  commissionKind: CommissionKind.default('komisia'),
  /** Its decisions bind; otherwise it advises. */
  deciding: z.boolean().default(false),
  quorum: Share.default('more-than-half'),
  majority: Share.default('more-than-half'),
  majorityOf: MajorityOf.default('present'),
  positionsShown: PositionsShown.default('after-own'),
  statute: optionalText(TEXT_MAX_LENGTH).default(''),
  /** Where the statute stands in full. */
  statuteUrl: z.union([z.literal(''), z.url({ protocol: /^https?$/ }).max(500)]).default(''),
};

/**
 * POST /api/bodies/:id/mandates → Made; PUT, DELETE /api/mandates/:id (chair, secretary, officer, administrator): a member without an account. Deleting is for
 * one entered by mistake, `identity/in-use` once something was recorded for her.
 */
export const EditMandate = z
  .strictObject({
    name: line(NAME_MAX_LENGTH),
    sector: Sector.nullable().default(null),
    /** The organisation or group she sits there for. */
    represents: optionalLine(TITLE_MAX_LENGTH).default(''),
    fromOn: Day.nullable().default(null),
    untilOn: Day.nullable().default(null),
  })
  .refine(({ fromOn, untilOn }) => fromOn === null || untilOn === null || fromOn <= untilOn, { path: ['untilOn'] });
export type EditMandate = z.infer<typeof EditMandate>;
export const MemberRef = z.strictObject({ id: Id, personId: Id });
/** PUT /api/bodies/:id/members/:personId (the same people): whom a member with an account sits there for; her days are those of her role. */
export const EditMembership = z.strictObject({ sector: Sector.nullable(), represents: optionalLine(TITLE_MAX_LENGTH) });
export type EditMembership = z.infer<typeof EditMembership>;

/** Who sits in a body on a day: by a role (an account) or by a mandate of a name alone. */
export interface BodyMember {
  /** Exactly one of the two is there. */
  personId: string | null;
  mandateId: string | null;
  name: string;
  /** Her secretary belongs to the body and has no vote. */
  role: Extract<RoleName, 'chair' | 'secretary' | 'member'>;
  sector: Sector | null;
  represents: string;
  fromOn: string | null;
  untilOn: string | null;
}

/** The three sectors of local Agenda 21; the civic one are associations and residents, universities stand with none. */
export type AgendaSector = 'public' | 'business' | 'civic';
export interface SectorBalance {
  counts: Record<AgendaSector, number>;
  /** Members of another sector, or of whom nobody said. */
  other: number;
  missing: AgendaSector[];
  /** Has more than half of the seats of the three. */
  dominant: AgendaSector | null;
}

export const BodyQuery = z.strictObject({ on: Day.optional() });
/** GET /api/bodies/:id?on=2026-03-01 → BodyPage (everybody): the body as it sat on that day, today without one. */
export interface BodyPage extends Omit<BodyView, 'members'> {
  organisationName: string;
  on: string;
  members: BodyMember[];
  /** Of a working group; of others it says nothing. */
  balance: SectorBalance | null;
  may: { editMembers: boolean };
}
