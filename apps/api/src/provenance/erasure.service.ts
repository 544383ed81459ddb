import { Injectable } from '@nestjs/common';
import type { ErasePerson, ErasurePreview } from '@spolu/contracts/erasure';
import { Problem } from '@spolu/contracts/problems';
import type { Request } from 'express';
import type { EntityManager } from 'typeorm';
import { forget } from '../database/erasure.ts';
import { Transactions } from '../database/transactions.ts';
import { demand, signedIn } from '../http/policy.ts';
import type { Viewer } from '../http/viewer.ts';
import { IdentityService } from '../identity/identity.service.ts';
import { erasePerson } from './provenance.policy.ts';
import { ReceiptsService } from './receipts.service.ts';

/** Somebody asks to be forgotten. What she said stays, since others built on it; who said it is told nowhere any more. It can't be undone. */
@Injectable()
export class ErasureService {
  constructor(
    private readonly transactions: Transactions,
    private readonly identity: IdentityService,
    private readonly receipts: ReceiptsService,
  ) {}

  async preview(me: Viewer): Promise<ErasurePreview> {
    demand(signedIn, me);
    const em = this.transactions.manager;
    const personId = me.person!.id;
    const seatIds = await seatsOf(em, personId);
    const [said] = await em.query<{ count: number }[]>('select count(*)::int as count from contribution where person_id = $1 or participant_id = any($2::uuid[])', [personId, seatIds]);
    return { contributionCount: said!.count, placeCount: seatIds.length, holdsRole: await this.identity.holdsRole(em, personId) };
  }

  /** Her own account, at her own device. @throws Problem `wrong-credentials`, `too-many-requests`, `erasure/holds-role` */
  async eraseMe(me: Viewer, password: string, request: Request): Promise<void> {
    demand(signedIn, me);
    await this.identity.demandPassword(me, request, password);
    await this.transactions.run((em) => this.#erasePerson(em, me, me.person!.id, 'password'));
    await this.identity.endSignIn(request);
  }

  /** At the desk, for somebody who showed who she is. @throws Problem `not-found`, `erasure/holds-role` */
  async erasePerson(me: Viewer, personId: string, { check }: ErasePerson): Promise<void> {
    await this.transactions.run(async (em) => {
      demand(erasePerson, me);
      await this.#erasePerson(em, me, personId, check);
    });
  }

  /**
   * Whoever holds a guest's receipt is that guest.
   * @throws Problem `provenance/receipt-invalid`, `erasure/in-account` where an account has what she wrote: from there it is asked for
   */
  async eraseGuest(me: Viewer, secret: string): Promise<void> {
    await this.transactions.run(async (em) => {
      const { participantId } = await this.receipts.holderOf(em, secret);
      const [seat] = await em.query<{ nickname: string | null; personId: string | null }[]>('select nickname, person_id as "personId" from participant where id = $1 for update', [participantId]);
      const owners = (await this.receipts.ownersOf(em, [participantId])).get(participantId) ?? [];
      if (seat!.personId !== null || owners.some((id) => id !== null)) throw new Problem('erasure/in-account');
      const addresses = await em.query<{ email: string }[]>('select email from notice_address where participant_id = $1 and confirmed_at is not null', [participantId]);
      await this.#forget(em, { personId: null, seatIds: [participantId], addresses: addresses.map(({ email }) => email), names: seat!.nickname === null ? [] : [seat!.nickname] });
      await this.identity.audit(em, { by: me, action: 'guest.erased', subjectKind: 'participant', subjectId: participantId, facts: { check: 'receipt' } });
    });
  }

  async #erasePerson(em: EntityManager, me: Viewer, personId: string, check: string): Promise<void> {
    // held for update: no role is given to her meanwhile
    const [person] = await em.query<{ email: string | null; forgottenAt: Date | null }[]>('select email, forgotten_at as "forgottenAt" from person where id = $1 for update', [personId]);
    if (!person || person.forgottenAt) throw new Problem('not-found');
    if (await this.identity.holdsRole(em, personId)) throw new Problem('erasure/holds-role');
    const seatIds = await seatsOf(em, personId);
    const names = await em.query<{ nickname: string }[]>('select nickname from participant where id = any($1::uuid[]) and nickname is not null order by id for update', [seatIds]);
    await this.identity.endSignInsOf(personId);
    await this.#forget(em, { personId, seatIds, addresses: person.email === null ? [] : [person.email], names: names.map(({ nickname }) => nickname) });
    await this.identity.audit(em, { by: me, action: 'person.erased', subjectKind: 'person', subjectId: personId, facts: { check, seats: seatIds.length } });
  }

  async #forget(em: EntityManager, forgotten: Parameters<typeof forget>[1]): Promise<void> {
    await this.identity.forgetSeats(em, forgotten.seatIds);
    await forget(em, forgotten);
  }
}

/** Where she took part under her account, and as a guest where she claimed her words since. */
async function seatsOf(em: EntityManager, personId: string): Promise<string[]> {
  const rows = await em.query<{ id: string }[]>(
    'select id from participant where person_id = $1 union select participant_id from contribution where person_id = $1 and participant_id is not null order by id', [personId]);
  return rows.map(({ id }) => id);
}
