import { Inject, Injectable } from '@nestjs/common';
import type { Language, Made, Page, PageQuery } from '@spolu/contracts/common';
import type { ConsentKind } from '@spolu/contracts/consents';
import { Problem } from '@spolu/contracts/problems';
import type { AddWalkIn, PlanRegistration, RegistrationPage, RegistrationRow, RegistrationState, RegistrationSummary, SignedUp, SignUp } from '@spolu/contracts/registration';
import { ACCESS_NEEDS } from '@spolu/contracts/registration';
import type { Request } from 'express';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { z } from 'zod';
import { CONFIG, type Config } from '../config/config.ts';
import { sha256, Transactions } from '../database/transactions.ts';
import { newSecret } from '../http/edge.ts';
import { page, startOf, WordsKey } from '../http/page.ts';
import { demand } from '../http/policy.ts';
import type { Viewer } from '../http/viewer.ts';
import { networkOf } from '../identity/guessing.ts';
import { IdentityService } from '../identity/identity.service.ts';
import { ConsentsService } from '../provenance/consents.service.ts';
import { SessionsService, type SessionSummary } from '../sessions/sessions.service.ts';
import { calendarOf } from './calendar.ts';
import { RegistrationEntry, SessionRegistration } from './registration.entity.ts';
import { keepDoor, planRegistration, seeRegistration } from './registration.policy.ts';
import { freeSeats, movingUp, placeFor, type Party } from './seats.ts';

/** Whoever signs up is asked about photographs and letters. Whether her name may stand beside her words she is asked where she says them: in the room. */
export const ASKED: readonly ConsentKind[] = ['photo', 'contact'];
/** So long a device that lost the answer may ask again and has signed up once. */
const REPEAT_MS = 10 * 60_000;
/** Sign-ups of one session from one network in an hour: a school signs up in one lesson, a program does not fill a hall. */
export const SIGN_UPS_PER_NETWORK = 120;
const HOUR_SECONDS = 3_600;
/** Names repeat. */
const ByName = z.tuple([WordsKey, z.uuid()]);

/** From the page that invites to the door: signing up, seats, the list of those who work there. */
@Injectable()
export class RegistrationService {
  readonly #signUps = new RateLimiterMemory({ points: SIGN_UPS_PER_NETWORK, duration: HOUR_SECONDS });

  constructor(
    private readonly transactions: Transactions,
    private readonly sessions: SessionsService,
    private readonly consents: ConsentsService,
    private readonly identity: IdentityService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async page(me: Viewer, sessionId: string, language: Language): Promise<RegistrationPage> {
    const found = await this.sessions.summaryOf(sessionId);
    demand(seeRegistration, me, found.facts);
    return {
      ...(await this.pageOf(found)),
      consents: await this.consents.view(ASKED, language),
      may: { plan: planRegistration.allows(me, found.facts), keepDoor: keepDoor.allows(me, found.facts) },
    };
  }

  /** The page without what depends on who looks. */
  async pageOf({ session, processTitle, facts, days }: SessionSummary, em: EntityManager = this.transactions.manager): Promise<Omit<RegistrationPage, 'consents' | 'may'>> {
    const plan = await em.findOneBy(SessionRegistration, { sessionId: session.id });
    const parties = plan ? await partiesOf(em, session.id) : [];
    const { title, kind, welcome, processId, place, language, state } = session;
    return {
      sessionId: session.id, title, kind, welcome, processId, processTitle, days, place, language, state,
      open: (plan?.open ?? false) && state !== 'closed',
      capacity: plan?.capacity ?? null,
      audience: plan?.audience ?? '',
      public: facts.visibility === 'public',
      freeCount: freeSeats(plan?.capacity ?? null, parties),
      waitingCount: parties.reduce((sum, { people, state: how }) => sum + (how === 'waiting' ? people : 0), 0),
    };
  }

  /** For calendars; the policy of the page. @throws Problem `not-found`, also where no day is planned */
  async calendar(me: Viewer, sessionId: string, request: Request): Promise<string> {
    const found = await this.sessions.summaryOf(sessionId);
    demand(seeRegistration, me, found.facts);
    const { name: town, timeZone } = await this.identity.municipality();
    const calendar = calendarOf(await this.pageOf(found), { url: `${this.originOf(request)}/sessions/${sessionId}/registration`, timeZone, town, now: new Date() });
    if (calendar === null) throw new Problem('not-found');
    return calendar;
  }

  async plan(me: Viewer, sessionId: string, input: PlanRegistration): Promise<void> {
    return this.transactions.run(async (em) => {
      const { facts } = await this.sessions.summaryOf(sessionId, em);
      demand(planRegistration, me, facts);
      await this.lock(em, sessionId);
      await em.update(SessionRegistration, { sessionId }, input);
      await moveUp(em, sessionId, input.capacity);
    });
  }

  /**
   * A seat, or a place in the waiting list. The receipt is shown this once; sent again because the answer was lost, it gives the same registration and a new one,
   * with the words as they are by now.
   * @param key the command's idempotency key, which only this device knows
   * @throws Problem `registration/closed`, `too-many-requests`
   */
  async signUp(me: Viewer, sessionId: string, input: SignUp, key: string, request: Request): Promise<SignedUp> {
    const { session, facts } = await this.sessions.summaryOf(sessionId);
    demand(seeRegistration, me, facts);
    await this.demandPatience(sessionId, request.ip);
    const { consents: _, ...details } = input;
    const secret = newSecret();
    const state = await this.transactions.run(async (em) => {
      const plan = await this.lock(em, sessionId);
      const signUpDigest = sha256(sessionId, key);
      const before = await em.findOneBy(RegistrationEntry, { signUpDigest });
      if (before) {
        if (Date.now() - before.signedUpAt.getTime() > REPEAT_MS) throw new Problem('idempotency-key-reused');
        await em.update(RegistrationEntry, { id: before.id }, { secretHash: sha256(secret) });
        const stands = before.state !== 'cancelled' && before.arrivedAt === null && before.erasedAt === null && session.state !== 'closed';
        return stands ? this.signUpAnew(em, plan, before, input) : before.state;
      }
      if (!plan.open || session.state === 'closed') throw new Problem('registration/closed');
      const place = placeFor(details.people, freeSeats(plan.capacity, await partiesOf(em, sessionId)));
      const id = newId();
      await this.add(em, plan, { ...details, id, state: place, walkIn: false, arrivedAt: null, secretHash: sha256(secret), signUpDigest });
      await this.decide(em, { id, sessionId }, input);
      return place;
    });
    return { state, receipt: { secret, url: `${this.originOf(request)}/registration#${secret}` } };
  }

  /** She changed her words before she sent them again: the last ones hold. A party that grew past what is left waits at its place in the line. */
  private async signUpAnew(em: EntityManager, { sessionId, capacity }: SessionRegistration, { id, ...before }: RegistrationEntry, input: SignUp): Promise<RegistrationState> {
    const { consents: _, ...details } = input;
    const others = (await partiesOf(em, sessionId)).filter((party) => party.id !== id);
    const state = before.state === 'registered' && details.people > before.people ? placeFor(details.people, freeSeats(capacity, others)) : before.state;
    await em.update(RegistrationEntry, { id }, { ...details, state });
    await moveUp(em, sessionId, capacity);
    await this.decide(em, { id, sessionId }, input);
    return (await em.findOneByOrFail(RegistrationEntry, { id })).state;
  }

  /** What she ticked she agreed to; what she did not, she did not. */
  private async decide(em: EntityManager, { id, sessionId }: { id: string; sessionId: string }, { email, consents, language }: SignUp): Promise<void> {
    for (const kind of ASKED) {
      // without an address there is nothing to write to
      const given = kind === 'contact' && email === null ? undefined : consents.find((consent) => consent.kind === kind);
      await this.consents.decide(em, { kind: 'registration', id, sessionId }, given ? { ...given, given: true } : { kind, given: false, version: 1, language });
    }
  }

  /** Everybody who signed up or came, by name. E-mail is for those who run the session. */
  async list(me: Viewer, sessionId: string, query: PageQuery): Promise<Page<RegistrationRow>> {
    const { facts } = await this.sessions.summaryOf(sessionId);
    demand(keepDoor, me, facts);
    const em = this.transactions.manager;
    const start = startOf(query, ByName);
    const rows = await em.query<(Omit<RegistrationRow, 'arrivedAt' | 'photo'> & { arrivedAt: Date | null })[]>(
      `select id, name, case when $4 then email end as email, people, needs, needs_note as "needsNote", language, state, walk_in as "walkIn", arrived_at as "arrivedAt"
        from registration where session_id = $1 and ($2::text is null or (name, id) > ($2::text, $3::uuid))
        order by name, id limit $5`,
      [sessionId, start?.[0] ?? null, start?.[1] ?? null, planRegistration.allows(me, facts), query.limit + 1],
    );
    const photo = await this.consents.givenBy(em, sessionId, 'photo');
    return page(rows, query, ({ name, id }) => [name, id], (row) => ({ ...row, arrivedAt: row.arrivedAt?.toISOString() ?? null, photo: photo.has(row.id) }));
  }

  /** What to prepare: seats, chairs, ramps, interpreters. */
  async summary(me: Viewer, sessionId: string): Promise<RegistrationSummary> {
    const { facts } = await this.sessions.summaryOf(sessionId);
    demand(keepDoor, me, facts);
    const em = this.transactions.manager;
    const plan = await em.findOneBy(SessionRegistration, { sessionId });
    const rows = plan ? await em.find(RegistrationEntry, { where: { sessionId }, order: { number: 'ASC' } }) : [];
    const seated = rows.filter(({ state }) => state === 'registered');
    const people = (some: readonly RegistrationEntry[]) => some.reduce((sum, each) => sum + each.people, 0);
    const languages = [...new Set(seated.map(({ language }) => language))].sort();
    return {
      registered: people(seated),
      waiting: people(rows.filter(({ state }) => state === 'waiting')),
      arrived: people(seated.filter(({ arrivedAt }) => arrivedAt !== null)),
      walkIns: people(seated.filter(({ walkIn }) => walkIn)),
      capacity: plan?.capacity ?? null,
      needs: ACCESS_NEEDS.flatMap((need) => {
        const count = seated.filter(({ needs }) => needs.includes(need)).length;
        return count > 0 ? [{ need, count }] : [];
      }),
      needsNotes: seated.flatMap(({ needsNote }) => (needsNote ? [needsNote] : [])),
      languages: languages.map((language) => ({ language, count: people(seated.filter((each) => each.language === language)) })),
    };
  }

  /** Somebody who did not sign up and stands in the door. */
  async addWalkIn(me: Viewer, sessionId: string, input: AddWalkIn): Promise<Made> {
    return this.transactions.run(async (em) => {
      const { facts } = await this.sessions.summaryOf(sessionId, em);
      demand(keepDoor, me, facts);
      const plan = await this.lock(em, sessionId);
      const id = newId();
      await this.add(em, plan, { ...input, id, email: null, state: 'registered', walkIn: true, arrivedAt: new Date(), secretHash: null, signUpDigest: null });
      return { id };
    });
  }

  /**
   * Says how it is: two helpers who tick at once agree. Whoever waited or had cancelled and is here has a seat as long as she is ticked; ticked by mistake,
   * she waits again where she stood.
   */
  async setArrival(me: Viewer, registrationId: string, arrived: boolean): Promise<void> {
    return this.atDoor(me, registrationId, async (em, { sessionId, state, arrivedAt, beforeArrival }) => {
      if (arrived === (arrivedAt !== null)) return;
      if (arrived) {
        await em.update(RegistrationEntry, { id: registrationId }, { arrivedAt: new Date(), state: 'registered', beforeArrival: state === 'registered' ? null : state });
        return;
      }
      await em.update(RegistrationEntry, { id: registrationId }, { arrivedAt: null, state: beforeArrival ?? state, beforeArrival: null });
      await moveUp(em, sessionId, (await em.findOneByOrFail(SessionRegistration, { sessionId })).capacity);
    });
  }

  /** For somebody who calls that she will not come. */
  async cancel(me: Viewer, registrationId: string): Promise<void> {
    return this.atDoor(me, registrationId, (em) => this.free(em, registrationId));
  }

  /** Gives her seats back, and with them whatever she told only because she was coming. Whoever waits moves up. */
  async free(em: EntityManager, registrationId: string): Promise<void> {
    const entry = await em.findOneByOrFail(RegistrationEntry, { id: registrationId });
    await em.update(RegistrationEntry, { id: registrationId }, { state: 'cancelled', arrivedAt: null, beforeArrival: null, email: null, needs: [], needsNote: '' });
    const { capacity } = await em.findOneByOrFail(SessionRegistration, { sessionId: entry.sessionId });
    await moveUp(em, entry.sessionId, capacity);
  }

  /** Seats are given and taken back by one at a time: whoever holds this row. Made where nobody planned anything yet. */
  async lock(em: EntityManager, sessionId: string): Promise<SessionRegistration> {
    await em.query(`insert into session_registration (session_id, open, audience, next_number) values ($1, false, '', 1) on conflict do nothing`, [sessionId]);
    return em.findOneOrFail(SessionRegistration, { where: { sessionId }, lock: { mode: 'pessimistic_write' } });
  }

  /** The address under which people reach us. */
  originOf(request: Request): string {
    return this.config.publicUrl?.origin ?? `${request.protocol}://${request.get('host') ?? ''}`;
  }

  private async atDoor(me: Viewer, registrationId: string, work: (em: EntityManager, entry: RegistrationEntry) => Promise<void>): Promise<void> {
    return this.transactions.run(async (em) => {
      const found = await em.findOneBy(RegistrationEntry, { id: registrationId });
      if (!found) throw new Problem('not-found');
      const { facts } = await this.sessions.summaryOf(found.sessionId, em);
      demand(keepDoor, me, facts);
      await this.lock(em, found.sessionId);
      await work(em, await em.findOneByOrFail(RegistrationEntry, { id: registrationId }));
    });
  }

  private async add(em: EntityManager, plan: SessionRegistration, entry: Omit<RegistrationEntry, 'sessionId' | 'number' | 'signedUpAt' | 'erasedAt' | 'beforeArrival'>): Promise<void> {
    const { sessionId, nextNumber } = plan;
    await em.insert(RegistrationEntry, { ...entry, sessionId, number: nextNumber, signedUpAt: new Date(), erasedAt: null, beforeArrival: null });
    await em.update(SessionRegistration, { sessionId }, { nextNumber: nextNumber + 1 });
  }

  private async demandPatience(sessionId: string, address: string | undefined): Promise<void> {
    try {
      await this.#signUps.consume(`${sessionId} ${networkOf(address)}`);
    } catch (over) {
      throw new Problem('too-many-requests', { retryAfterSeconds: Math.ceil(((over as { msBeforeNext?: number }).msBeforeNext ?? 1000) / 1000) });
    }
  }
}

export const partiesOf = (em: EntityManager, sessionId: string): Promise<Party[]> =>
  em.find(RegistrationEntry, { where: { sessionId }, select: { id: true, number: true, people: true, state: true } });

/** Gives what is free to those who wait. */
export async function moveUp(em: EntityManager, sessionId: string, capacity: number | null): Promise<void> {
  const ids = movingUp(capacity, await partiesOf(em, sessionId));
  if (ids.length > 0) await em.query(`update registration set state = 'registered' where id = any($1::uuid[])`, [ids]);
}

