import { Injectable } from '@nestjs/common';
import { Problem } from '@spolu/contracts/problems';
import { DataSource, type EntityManager } from 'typeorm';
import { sha256 } from '../database/transactions.ts';
import { ACCOUNT_GUESSES, NETWORK_GUESSES, networkOf, oneMore, waitMs, type Failures, type GuessingLimit } from './guessing.ts';

interface Counted {
  key: Buffer;
  limit: GuessingLimit;
}

/** What one attempt is counted against. */
export interface Guess {
  /** The account that is tried, an e-mail or a person's id, whether it exists or not. */
  account?: string;
  address: string | undefined;
}

/**
 * Limits guessing of passwords and links (SEC-13). An attempt is counted before it is looked at, in a transaction of its own, so that a hundred
 * at once are a hundred; one that succeeds is taken back.
 */
@Injectable()
export class Guessing {
  constructor(private readonly source: DataSource) {}

  /** @throws Problem `too-many-requests` with `retryAfterSeconds`; the same for accounts that exist and for those that don't */
  async attempt(guess: Guess, now = new Date()): Promise<void> {
    await this.source.transaction(async (em) => {
      const counted: (Counted & { failures: Failures | null })[] = [];
      // accounts before networks, so that two attempts never wait for each other
      for (const each of countedOf(guess)) counted.push({ ...each, failures: await lock(em, each.key, now) });
      const wait = Math.max(...counted.map(({ failures, limit }) => waitMs(failures, limit, now)));
      if (wait > 0) throw new Problem('too-many-requests', { retryAfterSeconds: Math.ceil(wait / 1000) });
      for (const { key, limit, failures } of counted) {
        const { failureCount, firstAt, lastAt } = oneMore(failures, limit, now);
        await em.query('update failed_attempt set failure_count = $2, first_at = $3, last_at = $4 where key = $1', [key, failureCount, firstAt, lastAt]);
      }
    });
  }

  /** The attempt was no guess: the account starts anew, the network gets this one back. */
  async succeeded(guess: Guess): Promise<void> {
    const { account, network } = keysOf(guess);
    if (account) await this.source.query('delete from failed_attempt where key = $1', [account]);
    await this.source.query('update failed_attempt set failure_count = failure_count - 1 where key = $1 and failure_count > 0', [network]);
  }

  /** Removes what is over. */
  async forget(now = new Date()): Promise<void> {
    const over = new Date(now.getTime() - Math.max(ACCOUNT_GUESSES.windowMs, NETWORK_GUESSES.windowMs));
    await this.source.query('delete from failed_attempt where last_at < $1', [over]);
  }
}

const keysOf = ({ account, address }: Guess) => ({
  account: account === undefined ? undefined : sha256('account', account),
  network: sha256('network', networkOf(address)),
});

function countedOf(guess: Guess): Counted[] {
  const { account, network } = keysOf(guess);
  return [...(account ? [{ key: account, limit: ACCOUNT_GUESSES }] : []), { key: network, limit: NETWORK_GUESSES }];
}

async function lock(em: EntityManager, key: Buffer, now: Date): Promise<Failures | null> {
  await em.query('insert into failed_attempt (key, failure_count, first_at, last_at) values ($1, 0, $2, $2) on conflict do nothing', [key, now]);
  const [row] = await em.query<Failures[]>(
    'select failure_count as "failureCount", first_at as "firstAt", last_at as "lastAt" from failed_attempt where key = $1 for update', [key]);
  return row && row.failureCount > 0 ? row : null;
}
