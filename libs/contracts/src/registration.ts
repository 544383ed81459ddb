import { z } from 'zod';
import { ConsentKind, DecideConsent, type ConsentView } from './consents.ts';
import { Language, line, optionalText } from './common.ts';
import { Email, LinkSecret } from './identity.ts';
import type { SheetDay } from './run-sheet.ts';
import type { SessionKind, SessionState } from './sessions.ts';

/** What somebody needs so that she can take part; asked in plain words, answered by whoever prepares the room. */
export const AccessNeed = z.enum(['step-free', 'hearing', 'sign-language', 'large-print', 'interpreter', 'childcare', 'companion', 'diet']);
export type AccessNeed = z.infer<typeof AccessNeed>;
export const ACCESS_NEEDS = AccessNeed.options;

export const CAPACITY_MAX = 5_000;
/** People one sign-up may bring. */
export const PARTY_MAX = 10;
export const REGISTRATION_NAME_MAX_LENGTH = 80;
export const NEEDS_NOTE_MAX_LENGTH = 500;

/** registered: has a seat. waiting: gets one when somebody cancels, in the order of signing up. */
export const RegistrationState = z.enum(['registered', 'waiting', 'cancelled']);
export type RegistrationState = z.infer<typeof RegistrationState>;

/** PUT /api/sessions/:id/registration (who edits the session). More seats move people up from the waiting list at once; fewer take nobody's seat. */
export const PlanRegistration = z.strictObject({
  open: z.boolean(),
  /** Null: as many as come. */
  capacity: z.int().min(1).max(CAPACITY_MAX).nullable(),
  /** For whom it is, in one or two sentences. */
  audience: optionalText(500),
});
export type PlanRegistration = z.infer<typeof PlanRegistration>;

/** The language that texts are wanted in. */
export const RegistrationQuery = z.strictObject({ lang: Language.default('sk') });
export type RegistrationQuery = z.infer<typeof RegistrationQuery>;
/** GET /api/sessions/:id/registration?lang → RegistrationPage (everybody where session and process are public; else those inside). Never a name of anybody. */
export interface RegistrationPage extends PlanRegistration {
  sessionId: string;
  title: string;
  kind: SessionKind;
  welcome: string;
  processId: string;
  processTitle: string;
  /** One or several, the first the one it is announced for; the end as set, or as the agenda comes to. */
  days: SheetDay[];
  place: string;
  language: z.infer<typeof Language>;
  state: SessionState;
  /** Whether everybody may see this page; else signing up reaches nobody from outside. */
  public: boolean;
  /** Seats left; null without a capacity. */
  freeCount: number | null;
  waitingCount: number;
  consents: ConsentView[];
  may: { plan: boolean; keepDoor: boolean };
}

const details = {
  name: line(REGISTRATION_NAME_MAX_LENGTH),
  email: Email.nullable(),
  people: z.int().min(1).max(PARTY_MAX),
  needs: z.array(AccessNeed).max(AccessNeed.options.length),
  needsNote: optionalText(NEEDS_NOTE_MAX_LENGTH),
  language: Language,
};
/**
 * POST /api/sessions/:id/registrations (Idempotency-Key) → SignedUp. A device that lost the answer asks again with the same key and gets the same
 * registration with a new secret. `registration/closed`.
 */
export const SignUp = z.strictObject({
  ...details,
  /** What she agrees to, in the version of the text that she read; the rest she does not. */
  consents: z.array(z.strictObject({ kind: ConsentKind, version: z.int().min(1), language: Language })).max(ConsentKind.options.length),
});
export type SignUp = z.infer<typeof SignUp>;
export interface SignedUp {
  state: RegistrationState;
  /** Opens, changes and cancels it. */
  receipt: { secret: string; url: string };
}

/**
 * Whoever holds the secret is the one who signed up. POST /api/registration-lookups?lang {secret} → RegistrationReceipt; `registration/receipt-invalid`.
 * POST /api/registration-changes {secret, …}: `registration/no-room` where a party that has seats became bigger than what is left, and nothing is changed. POST /api/registration-cancellations {secret}. POST /api/registration-erasures {secret}: cancels, and forgets who it was.
 * POST /api/registration-consents {secret, kind, given, version, language}.
 */
export const ByRegistrationSecret = z.strictObject({ secret: LinkSecret });
export type ByRegistrationSecret = z.infer<typeof ByRegistrationSecret>;
export const ChangeRegistration = z.strictObject({ secret: LinkSecret, ...details });
export type ChangeRegistration = z.infer<typeof ChangeRegistration>;
export const DecideRegistrationConsent = z.strictObject({ secret: LinkSecret, ...DecideConsent.shape });
export type DecideRegistrationConsent = z.infer<typeof DecideRegistrationConsent>;

export interface RegistrationReceipt {
  id: string;
  page: Omit<RegistrationPage, 'consents' | 'may'>;
  state: RegistrationState;
  /** Her place in the waiting list, from 1; null unless she waits. */
  placeInLine: number | null;
  name: string;
  email: string | null;
  people: number;
  needs: AccessNeed[];
  needsNote: string;
  language: z.infer<typeof Language>;
  arrived: boolean;
  /** Her data were erased, at her wish or because their time was over. */
  erased: boolean;
  consents: ConsentView[];
  may: { change: boolean; cancel: boolean };
}

/** GET /api/sessions/:id/registrations → Page<RegistrationRow>, by name (whoever works at the session); e-mail only for those who run it. */
export interface RegistrationRow {
  id: string;
  /** Empty once it was erased. */
  name: string;
  email: string | null;
  people: number;
  needs: AccessNeed[];
  needsNote: string;
  language: z.infer<typeof Language>;
  state: RegistrationState;
  walkIn: boolean;
  arrivedAt: string | null;
  /** Photographs of her may be published. */
  photo: boolean;
}
/** GET /api/sessions/:id/registration-summary → what to prepare: people, not sign-ups, of those who have a seat. */
export interface RegistrationSummary {
  registered: number;
  waiting: number;
  arrived: number;
  walkIns: number;
  capacity: number | null;
  needs: { need: AccessNeed; count: number }[];
  /** What people wrote in their own words, without names. */
  needsNotes: string[];
  languages: { language: z.infer<typeof Language>; count: number }[];
}

/** POST /api/sessions/:id/walk-ins → Made: somebody who did not sign up and is here; past the capacity too, since the door decides that. */
export const AddWalkIn = z.strictObject({
  name: details.name,
  people: details.people,
  needs: details.needs,
  needsNote: details.needsNote,
  language: details.language,
});
export type AddWalkIn = z.infer<typeof AddWalkIn>;
/** PUT /api/registrations/:id/arrival: says how it is, so two helpers who tick at once agree. Whoever was waiting or had cancelled and is here has a seat. */
export const SetArrival = z.strictObject({ arrived: z.boolean() });
export type SetArrival = z.infer<typeof SetArrival>;
/** POST /api/registrations/:id/cancel: for somebody who calls by phone. */
