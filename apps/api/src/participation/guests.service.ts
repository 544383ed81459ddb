import { Inject, Injectable } from '@nestjs/common';
import type { Language } from '@spolu/contracts/common';
import type { Guest } from '@spolu/contracts/guests';
import { Problem } from '@spolu/contracts/problems';
import type { Receipt } from '@spolu/contracts/provenance';
import type { Request } from 'express';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { CONFIG, type Config } from '../config/config.ts';
import { sha256, Transactions } from '../database/transactions.ts';
import { demand } from '../http/policy.ts';
import { guestOf, type Viewer } from '../http/viewer.ts';
import { networkOf } from '../identity/guessing.ts';
import { IdentityService } from '../identity/identity.service.ts';
import { ReceiptsService } from '../provenance/receipts.service.ts';
import { becomeGuest } from './participation.policy.ts';
import { ParticipationService } from './participation.service.ts';

/** New guests of one network in ten minutes: a school or a library comes together, behind one address. */
export const GUESTS_PER_NETWORK = 600;
const WINDOW_SECONDS = 600;
/** So long a device that lost the answer may ask again and is the same guest. */
const REPEAT_MS = 10 * 60_000;

/** Whether a process takes something from guests now: ideas, comments, votes. */
export type TakesFromGuests = (em: EntityManager, processId: string) => Promise<boolean>;

/** From a public page to a participant of the process, without a name or an account. */
@Injectable()
export class GuestsService {
  readonly #takes: TakesFromGuests[] = [];
  readonly #newcomers = new RateLimiterMemory({ points: GUESTS_PER_NETWORK, duration: WINDOW_SECONDS });

  constructor(
    private readonly transactions: Transactions,
    private readonly participation: ParticipationService,
    private readonly identity: IdentityService,
    private readonly receipts: ReceiptsService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** For those to the right: guests come in while one of them takes something. */
  onAsked(takes: TakesFromGuests): void {
    this.#takes.push(takes);
  }

  /**
   * Makes the device a guest of the process, or gives it the one it is. The receipt is shown this once.
   * @param key the command's idempotency key, which only this device knows
   * @throws Problem `participation/not-taking`, `too-many-requests`, `idempotency-key-reused`
   */
  async become(me: Viewer, processId: string, language: Language, key: string, request: Request): Promise<Guest> {
    const ownId = guestOf(me, processId);
    const { participantId, secret } = await this.transactions.run(async (em) => {
      demand(becomeGuest, me, await this.participation.factsOf(processId, em));
      if (ownId !== null) return { participantId: ownId, secret: null };
      if (!(await this.#isTaking(em, processId))) throw new Problem('participation/not-taking');
      const joinDigest = sha256(processId, key);
      const participantId = (await repeated(em, joinDigest)) ?? (await this.#add(em, processId, language, joinDigest, request.ip));
      return { participantId, secret: await this.receipts.issue(em, participantId) };
    });
    await this.identity.addParticipantToSignIn(request, { participantId, processId });
    return { participantId, receipt: secret === null ? null : this.#receipt(secret, request) };
  }

  /** Somebody without a device here: an official writes for her, and a printed receipt is her way back. */
  async seat(em: EntityManager, { processId, name, language, addedBy }: { processId: string; name: string | null; language: Language; addedBy: string | null }): Promise<string> {
    const id = newId();
    await em.query(
      'insert into participant (id, process_id, nickname, language, joined_at, join_digest, added_by, has_device) values ($1, $2, $3, $4, now(), $5, $6, false)',
      [id, processId, name, language, sha256(id), addedBy],
    );
    return id;
  }

  /** What somebody who was seated wants to be called. */
  async seatedAs(em: EntityManager, participantId: string): Promise<string | null> {
    const [seat] = await em.query<{ nickname: string | null }[]>('select nickname from participant where id = $1 and not has_device', [participantId]);
    return seat?.nickname ?? null;
  }

  /**
   * To be printed for somebody who has no device here. It is shown this once, and an earlier one leads nowhere any more; so it is written down who printed it, and
   * what she has taken into her account needs none.
   * @throws Problem `claims/somebody-elses`
   */
  async printReceipt(em: EntityManager, me: Viewer, participantId: string, request: Request): Promise<Receipt> {
    if (await this.receipts.isClaimed(em, participantId)) throw new Problem('claims/somebody-elses');
    await this.identity.audit(em, { by: me, action: 'receipt.printed', subjectKind: 'participant', subjectId: participantId });
    return this.#receipt(await this.receipts.issue(em, participantId), request);
  }

  #receipt(secret: string, request: Request): Receipt {
    const origin = this.config.publicUrl?.origin ?? `${request.protocol}://${request.get('host') ?? ''}`;
    return { secret, url: `${origin}/r#${secret}` };
  }

  async #isTaking(em: EntityManager, processId: string): Promise<boolean> {
    for (const takes of this.#takes) if (await takes(em, processId)) return true;
    return false;
  }

  async #add(em: EntityManager, processId: string, language: Language, joinDigest: Buffer, address: string | undefined): Promise<string> {
    try {
      await this.#newcomers.consume(networkOf(address));
    } catch (over) {
      throw new Problem('too-many-requests', { retryAfterSeconds: Math.ceil(((over as { msBeforeNext?: number }).msBeforeNext ?? 1000) / 1000) });
    }
    const [added] = await em.query<{ id: string }[]>(
      `insert into participant (id, process_id, language, joined_at, join_digest) values ($1, $2, $3, now(), $4)
        on conflict (join_digest) do update set join_digest = excluded.join_digest returning id`,
      [newId(), processId, language, joinDigest],
    );
    return added!.id;
  }
}

async function repeated(em: EntityManager, joinDigest: Buffer): Promise<string | null> {
  const [before] = await em.query<{ id: string; joinedAt: Date }[]>('select id, joined_at as "joinedAt" from participant where join_digest = $1', [joinDigest]);
  if (!before) return null;
  if (Date.now() - before.joinedAt.getTime() > REPEAT_MS) throw new Problem('idempotency-key-reused');
  return before.id;
}
