import { randomUUID } from 'node:crypto';
import type { PlanRegistration, RegistrationPage, RegistrationReceipt, RegistrationRow, RegistrationSummary, SignedUp, SignUp } from '@spolu/contracts/registration';
import { ask, command, givenSession, type GivenSession } from '../sessions/given-session.ts';
import type { Someone, TestApi } from '../testing/given-api.ts';

type Asking = Pick<Someone, 'agent'>;

export const signUpOf = (changes: Partial<SignUp> = {}): SignUp => ({
  name: 'Zuzana', email: null, people: 1, needs: [], needsNote: '', language: 'sk', consents: [], ...changes,
});

/** A public session that is prepared and takes sign-ups. */
export class GivenRegistration {
  constructor(
    readonly api: TestApi,
    readonly session: GivenSession,
  ) {}

  get id(): string {
    return this.session.sessionId;
  }
  plan(changes: Partial<PlanRegistration> = {}): Promise<void> {
    return command(this.session.facilitator, 'put', `/sessions/${this.id}/registration`, { open: true, capacity: null, audience: 'Pre všetkých', ...changes });
  }
  page(who: Asking = this.api.stranger()): Promise<RegistrationPage> {
    return command(who, 'get', `/sessions/${this.id}/registration`);
  }
  trySignUp(changes: Partial<SignUp> = {}, key: string = randomUUID(), who: Asking = this.api.stranger()) {
    return ask(who, 'post', `/sessions/${this.id}/registrations`, signUpOf(changes), key);
  }
  async signUp(changes: Partial<SignUp> = {}, key?: string): Promise<string> {
    return ((await this.trySignUp(changes, key).expect(201)).body as SignedUp).receipt.secret;
  }
  receipt(secret: string): Promise<RegistrationReceipt> {
    return command(this.api.stranger(), 'post', '/registration-lookups', { secret });
  }
  withReceipt(what: 'cancellations' | 'erasures' | 'changes' | 'consents', secret: string, more: object = {}) {
    return ask(this.api.stranger(), 'post', `/registration-${what}`, { secret, ...more });
  }
  async rows(who: Asking = this.session.facilitator): Promise<RegistrationRow[]> {
    return (await command<{ items: RegistrationRow[] }>(who, 'get', `/sessions/${this.id}/registrations?limit=100`)).items;
  }
  summary(): Promise<RegistrationSummary> {
    return command(this.session.facilitator, 'get', `/sessions/${this.id}/registration-summary`);
  }
}

export async function givenRegistration(api: TestApi, plan: Partial<PlanRegistration> = {}): Promise<GivenRegistration> {
  const given = new GivenRegistration(api, await givenSession(api, { open: false, visibility: 'public' }));
  await given.plan(plan);
  return given;
}
