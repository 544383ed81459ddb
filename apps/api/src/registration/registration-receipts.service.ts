import { Injectable } from '@nestjs/common';
import type { Language } from '@spolu/contracts/common';
import type { DecideConsent } from '@spolu/contracts/consents';
import { Problem } from '@spolu/contracts/problems';
import type { ChangeRegistration, RegistrationReceipt } from '@spolu/contracts/registration';
import type { EntityManager } from 'typeorm';
import { sha256, Transactions } from '../database/transactions.ts';
import { ConsentsService } from '../provenance/consents.service.ts';
import { SessionsService } from '../sessions/sessions.service.ts';
import { RegistrationEntry, SessionRegistration } from './registration.entity.ts';
import { ASKED, moveUp, partiesOf, RegistrationService } from './registration.service.ts';
import { freeSeats, placeFor, placeInLine } from './seats.ts';

type Details = Omit<ChangeRegistration, 'secret'>;

/** What somebody does with the link she was given: whoever holds its secret is the one who signed up. */
@Injectable()
export class RegistrationReceiptsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly sessions: SessionsService,
    private readonly registrations: RegistrationService,
    private readonly consents: ConsentsService,
  ) {}

  /** @throws Problem `registration/receipt-invalid` */
  async lookUp(secret: string, language: Language): Promise<RegistrationReceipt> {
    const em = this.transactions.manager;
    const entry = await entryOf(em, secret);
    const found = await this.sessions.summaryOf(entry.sessionId);
    const { id, state, name, email, people, needs, needsNote } = entry;
    const isBefore = entry.erasedAt === null && found.session.state !== 'closed' && entry.arrivedAt === null;
    return {
      id, state, name, email, people, needs, needsNote,
      language: entry.language,
      page: await this.registrations.pageOf(found),
      placeInLine: placeInLine(await partiesOf(em, entry.sessionId), id),
      arrived: entry.arrivedAt !== null,
      erased: entry.erasedAt !== null,
      consents: await this.consents.view(ASKED, language, id),
      may: { change: isBefore && state !== 'cancelled', cancel: isBefore && state !== 'cancelled' },
    };
  }

  /** @throws Problem `registration/no-room` where a party that has seats grew past what is left, `registration/cancelled`, `registration/closed` */
  async change(secret: string, details: Details): Promise<void> {
    return this.withEntry(secret, async (em, entry, plan) => {
      if (entry.state === 'cancelled') throw new Problem('registration/cancelled');
      await this.demandBefore(em, entry);
      const others = (await partiesOf(em, entry.sessionId)).filter(({ id }) => id !== entry.id);
      const grows = details.people > entry.people;
      if (entry.state === 'registered' && grows && placeFor(details.people, freeSeats(plan.capacity, others)) === 'waiting') throw new Problem('registration/no-room');
      await em.update(RegistrationEntry, { id: entry.id }, details);
      await moveUp(em, entry.sessionId, plan.capacity);
    });
  }

  /** Twice does no harm. @throws Problem `registration/closed` once the session is over or she is there */
  async cancel(secret: string): Promise<void> {
    return this.withEntry(secret, async (em, entry) => {
      if (entry.state === 'cancelled') return;
      await this.demandBefore(em, entry);
      await this.registrations.free(em, entry.id);
    });
  }

  /** Forgets who it was, at once and for good; a seat she had not yet taken goes to the next. */
  async erase(secret: string): Promise<void> {
    return this.withEntry(secret, async (em, entry) => {
      if (entry.state !== 'cancelled' && entry.arrivedAt === null) await this.registrations.free(em, entry.id);
      await em.update(RegistrationEntry, { id: entry.id }, { name: '', email: null, needs: [], needsNote: '', erasedAt: new Date() });
      // whoever can't be found any more has agreed to nothing
      const subject = { kind: 'registration', id: entry.id, sessionId: entry.sessionId } as const;
      for (const { kind, version, language, given } of await this.consents.view(ASKED, entry.language, entry.id, em)) {
        if (given) await this.consents.decide(em, subject, { kind, given: false, version, language });
      }
    });
  }

  /** One decision more in the log. Without an address there is nothing to agree to be written to. */
  async decide(secret: string, decision: DecideConsent): Promise<void> {
    return this.withEntry(secret, async (em, entry) => {
      const givesToNobody = decision.given && (entry.erasedAt !== null || (decision.kind === 'contact' && entry.email === null));
      if (!ASKED.includes(decision.kind) || givesToNobody) {
        throw new Problem('invalid-input', {}, [{ path: 'kind', code: 'not-allowed' }]);
      }
      await this.consents.decide(em, { kind: 'registration', id: entry.id, sessionId: entry.sessionId }, decision);
    });
  }

  private async demandBefore(em: EntityManager, { sessionId, arrivedAt, erasedAt }: RegistrationEntry): Promise<void> {
    const { session } = await this.sessions.summaryOf(sessionId, em);
    if (session.state === 'closed' || arrivedAt !== null || erasedAt !== null) throw new Problem('registration/closed');
  }

  /** Behind the lock that gives seats. */
  private async withEntry(secret: string, work: (em: EntityManager, entry: RegistrationEntry, plan: SessionRegistration) => Promise<void>): Promise<void> {
    return this.transactions.run(async (em) => {
      const { sessionId } = await entryOf(em, secret);
      const plan = await this.registrations.lock(em, sessionId);
      // as it is now that nobody else changes it
      await work(em, await entryOf(em, secret), plan);
    });
  }
}

async function entryOf(em: EntityManager, secret: string): Promise<RegistrationEntry> {
  const entry = await em.findOneBy(RegistrationEntry, { secretHash: sha256(secret) });
  if (!entry) throw new Problem('registration/receipt-invalid');
  return entry;
}
