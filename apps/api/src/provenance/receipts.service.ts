import { Injectable } from '@nestjs/common';
import type { Language } from '@spolu/contracts/common';
import type { ContributionKind } from '@spolu/contracts/provenance';
import { Problem } from '@spolu/contracts/problems';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { sha256, Transactions } from '../database/transactions.ts';
import { newSecret } from '../http/edge.ts';
import { demand } from '../http/policy.ts';
import type { Viewer } from '../http/viewer.ts';
import { utc } from './instants.ts';
import { moveNotices } from './notices/move-notices.ts';
import { issueReceipt } from './provenance.policy.ts';

/** One of the things that a guest said. */
export interface GuestWords {
  participantId: string;
  id: string;
  kind: ContributionKind;
  text: string;
  language: Language;
  createdAt: string;
  /** All that this participant said. */
  total: number;
}

/** Whose receipt it is, in a session or in a process. */
export interface ReceiptHolder {
  participantId: string;
  sessionId: string | null;
  processId: string | null;
}

const CREATED_AT = utc('c.created_at');

/** Whose words they are: receipts by which a guest finds hers again, and claims by which they become an account's. */
@Injectable()
export class ReceiptsService {
  constructor(private readonly transactions: Transactions) {}

  /** A new receipt for a participant: gives its secret, which is kept nowhere here, and ends the one before. */
  async issue(em: EntityManager, participantId: string): Promise<string> {
    const secret = newSecret();
    // Asked for twice at once: the second waits here, and then sees the receipt that the first made and ends it.
    await em.query('select 1 from participant where id = $1 for no key update', [participantId]);
    await em.query('update receipt set ended_at = now() where participant_id = $1 and ended_at is null', [participantId]);
    await em.query('insert into receipt (id, participant_id, secret_hash) values ($1, $2, $3)', [uuid(), participantId, sha256(secret)]);
    return secret;
  }

  /** Whose receipt it is. @throws Problem `provenance/receipt-invalid` */
  async holderOf(em: EntityManager, secret: string): Promise<ReceiptHolder> {
    const [holder] = await em.query<ReceiptHolder[]>(
      `select p.id as "participantId", p.session_id as "sessionId", p.process_id as "processId" from receipt join participant p on p.id = receipt.participant_id
        where receipt.secret_hash = $1 and receipt.ended_at is null`,
      [sha256(secret)],
    );
    if (!holder) throw new Problem('provenance/receipt-invalid');
    return holder;
  }

  /**
   * What a guest said becomes a person's: her words and what was noted for her as a guest, with the wish how often to be written to. Votes are not touched, nor is the seat itself.
   * What another account has stays there. Gives how many contributions it were.
   */
  async claim(em: EntityManager, participantId: string, personId: string): Promise<number> {
    const [claimed] = await em.query<[unknown[], number]>('update contribution set person_id = $2 where participant_id = $1 and person_id is null returning id', [participantId, personId]);
    await moveNotices(em, participantId, personId);
    return claimed.length;
  }

  /** Whether somebody has what this guest said in an account. */
  async isClaimed(em: EntityManager, participantId: string): Promise<boolean> {
    const [claimed] = await em.query<object[]>('select 1 from contribution where participant_id = $1 and person_id is not null limit 1', [participantId]);
    return claimed !== undefined;
  }

  /** Of each of the participants what she said, the newest first, at most `limit` of each, and how much it is in all. */
  async saidByEach(em: EntityManager, participantIds: readonly string[], limit: number): Promise<GuestWords[]> {
    return em.query(
      `select "participantId", id, kind, text, language, "createdAt", total from (
        select c.participant_id as "participantId", c.id, c.kind, r.title as text, c.language, ${CREATED_AT} as "createdAt",
          (row_number() over (partition by c.participant_id order by c.created_at desc, c.id desc))::int as place,
          (count(*) over (partition by c.participant_id))::int as total
        from contribution c join record r on r.id = c.id where c.participant_id = any($1::uuid[])
      ) as said where place <= $2 order by "participantId", place`,
      [participantIds, limit],
    );
  }

  /** The accounts that what each of them said belongs to, null where it is nobody's. */
  async ownersOf(em: EntityManager, participantIds: readonly string[]): Promise<Map<string, (string | null)[]>> {
    const rows = await em.query<{ participantId: string; ownerIds: (string | null)[] }[]>(
      'select participant_id as "participantId", array_agg(distinct person_id) as "ownerIds" from contribution where participant_id = any($1::uuid[]) group by participant_id', [participantIds]);
    return new Map(rows.map(({ participantId, ownerIds }) => [participantId, ownerIds]));
  }

  /** Those of them who have a receipt in force. */
  async inForce(em: EntityManager, participantIds: readonly string[]): Promise<Set<string>> {
    const rows = await em.query<{ id: string }[]>('select participant_id as id from receipt where participant_id = any($1) and ended_at is null', [participantIds]);
    return new Set(rows.map(({ id }) => id));
  }

  /** The participant's own device asks for a new receipt. @throws Problem `not-found` for somebody else's */
  issueOwn(viewer: Viewer, participantId: string): Promise<string> {
    demand(issueReceipt, viewer, { participantId });
    return this.transactions.run((em) => this.issue(em, participantId));
  }
}
