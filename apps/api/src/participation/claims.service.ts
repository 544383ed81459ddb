import { Injectable } from '@nestjs/common';
import { CLAIM_WORDS_MAX, CLAIMS_MAX, type Claim, type Claimable, type Claimed, type ClaimList, type ClaimState } from '@spolu/contracts/claims';
import { Problem } from '@spolu/contracts/problems';
import type { EntityManager } from 'typeorm';
import { Transactions } from '../database/transactions.ts';
import { demand, signedIn } from '../http/policy.ts';
import type { Viewer } from '../http/viewer.ts';
import { IdentityService } from '../identity/identity.service.ts';
import { ReceiptsService } from '../provenance/receipts.service.ts';
import { claimState } from './claim.ts';
import { ParticipationService } from './participation.service.ts';

/** What else a guest left becomes the person's, in the same transaction. */
export type OnClaimed = (em: EntityManager, guest: { participantId: string; personId: string }) => Promise<void>;

interface Seat {
  participantId: string;
  saidIn: string | null;
  processId: string | null;
  state: ClaimState;
}

const REFUSED = { 'needs-receipt': 'claims/needs-receipt', 'somebody-elses': 'claims/somebody-elses', ended: 'claims/process-ended' } as const;

/** What somebody wrote as a guest becomes her account's: what she wrote on this device, or what her receipt finds, while the process runs. */
@Injectable()
export class ClaimsService {
  readonly #claimed: OnClaimed[] = [];

  constructor(
    private readonly transactions: Transactions,
    private readonly identity: IdentityService,
    private readonly participation: ParticipationService,
    private readonly receipts: ReceiptsService,
  ) {}

  /** For those to the right: whatever of a guest's stands with them. Votes stay where they are: nothing of a ballot is ever joined to an account. */
  onClaimed(claimed: OnClaimed): void {
    this.#claimed.push(claimed);
  }

  /** Shows what a claim would take, and takes nothing. @throws Problem `signed-out`, `provenance/receipt-invalid` */
  async lookUp(me: Viewer, secret: string | null): Promise<ClaimList> {
    demand(signedIn, me);
    const em = this.transactions.manager;
    const ids = await this.#reach(em, me, secret);
    const seats = await this.#seats(em, ids, { askerId: me.person!.id, byReceipt: secret !== null });
    const said = await this.receipts.saidByEach(em, ids, CLAIM_WORDS_MAX);
    const items = seats.flatMap((seat): Claimable[] => {
      const own = said.filter(({ participantId }) => participantId === seat.participantId);
      if (own.length === 0) return [];
      const { participantId, state, saidIn } = seat;
      const quoted = state === 'somebody-elses' || state === 'needs-receipt' ? [] : own;
      return [{
        participantId, state, saidIn, contributionCount: own[0]!.total,
        words: quoted.map(({ id, kind, text, language, createdAt }) => ({ id, kind, text, language, createdAt })),
      }];
    });
    return { items };
  }

  /**
   * All of them or none. What is in her account already stays there and is counted as nothing.
   * @throws Problem `signed-out`, `provenance/receipt-invalid`, `not-found` for who is neither on this device nor on the receipt, and why one can't be claimed
   */
  async claim(me: Viewer, { participantIds, secret }: Claim): Promise<Claimed> {
    demand(signedIn, me);
    const personId = me.person!.id;
    const asked = [...new Set(participantIds)].sort();
    return this.transactions.run(async (em) => {
      const reach = await this.#reach(em, me, secret);
      if (asked.some((id) => !reach.includes(id))) throw new Problem('not-found');
      // two accounts at one receipt, one after the other
      await em.query('select 1 from participant where id = any($1::uuid[]) order by id for no key update', [asked]);
      const asker = { askerId: personId, byReceipt: secret !== null };
      // a process that is being ended is ended before or after
      await this.participation.hold(em, (await this.#seats(em, asked, asker)).flatMap(({ processId }) => processId ?? []));
      let contributionCount = 0;
      for (const { participantId, state } of await this.#seats(em, asked, asker)) {
        if (state === 'claimed') continue;
        if (state !== 'open') throw new Problem(REFUSED[state]);
        contributionCount += await this.receipts.claim(em, participantId, personId);
        for (const claimed of this.#claimed) await claimed(em, { participantId, personId });
      }
      await this.identity.audit(em, { by: me, action: 'contributions.claimed', subjectKind: 'person', subjectId: personId, facts: { count: contributionCount, byReceipt: secret !== null } });
      return { contributionCount };
    });
  }

  /** Who she may speak for: the holder of the receipt that she shows, or the guests that this device is. */
  async #reach(em: EntityManager, me: Viewer, secret: string | null): Promise<string[]> {
    if (secret !== null) return [(await this.receipts.holderOf(em, secret)).participantId];
    return me.participants.slice(0, CLAIMS_MAX).map(({ id }) => id);
  }

  /** Where each of them took part, and whether what she wrote may become the asker's. */
  async #seats(em: EntityManager, participantIds: readonly string[], asker: { askerId: string; byReceipt: boolean }): Promise<Seat[]> {
    const seats = await em.query<{ id: string; placeId: string; personId: string | null }[]>(
      'select id, coalesce(session_id, process_id) as "placeId", person_id as "personId" from participant where id = any($1::uuid[]) order by joined_at desc, id', [participantIds]);
    const places = new Map((await this.identity.placesOf(em, seats.map(({ placeId }) => placeId))).map((place) => [place.id, place]));
    const processes = new Map((await this.participation.factsOfAll([...places.values()].flatMap(({ processId }) => processId ?? []), em)).map((process) => [process.processId, process]));
    const shared = await this.identity.onDevicesOfOthers(em, participantIds, asker.askerId);
    const owners = await this.receipts.ownersOf(em, participantIds);
    return seats.map(({ id, placeId, personId }) => {
      const { title = null, processId = null } = places.get(placeId) ?? {};
      const processState = (processId !== null && processes.get(processId)?.state) || null;
      const state = claimState({ ...asker, seatOfId: personId, deviceIsShared: shared.has(id), ownerIds: owners.get(id) ?? [], processState });
      return { participantId: id, saidIn: title, processId, state };
    });
  }
}
