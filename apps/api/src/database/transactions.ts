import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Problem } from '@spolu/contracts/problems';
import { DataSource, type EntityManager } from 'typeorm';
import { Scope } from './scope.ts';

/** Set by `@Idempotent()` around a handler; the first transaction inside claims the key. */
export interface CommandContext {
  digest: Buffer;
  request: Buffer;
  claimed: boolean;
}
export const commandContext = new Scope<CommandContext>();

interface Running {
  manager: EntityManager;
  afterCommit: (() => void)[];
}
const running = new Scope<Running>();

/** Thrown through the handler when the command was carried out before; `@Idempotent()` answers with what was answered then. */
export class Replay extends Error {
  readonly answer: unknown;
  constructor(answer: unknown) {
    super('carried out before');
    this.answer = answer;
  }
}

/** One use case is one transaction. Inside one, `run` joins it; broadcasts wait for its commit. */
@Injectable()
export class Transactions {
  constructor(private readonly source: DataSource) {}

  /** For reading outside of a transaction. */
  get manager(): EntityManager {
    return running.value?.manager ?? this.source.manager;
  }

  /**
   * Runs `work` in one transaction. Under `@Idempotent()` its result is stored in the same transaction as the answer to the command,
   * so it must be what the handler answers.
   */
  async run<T>(work: (em: EntityManager) => Promise<T>): Promise<T> {
    const outer = running.value;
    if (outer) return work(outer.manager);
    const afterCommit: (() => void)[] = [];
    const command = commandContext.value;
    const result = await this.source.transaction((manager) =>
      running.run({ manager, afterCommit }, async () => {
        const claims = command && !command.claimed;
        if (claims) await claim(manager, command);
        const done = await work(manager);
        if (claims) {
          await manager.query('update idempotency_key set answer = $2 where digest = $1', [command.digest, JSON.stringify(done ?? null)]);
          command.claimed = true;
        }
        return done;
      }),
    );
    for (const effect of afterCommit) effect();
    return result;
  }

  /** Runs `effect` once the surrounding transaction is committed; at once where there is none. */
  afterCommit(effect: () => void): void {
    const current = running.value;
    if (current) current.afterCommit.push(effect);
    else effect();
  }
}

/** Two requests with one key wait for each other here: the insert blocks on the other's uncommitted row. */
async function claim(manager: EntityManager, { digest, request }: CommandContext): Promise<void> {
  const inserted: unknown[] = await manager.query(
    'insert into idempotency_key (digest, request) values ($1, $2) on conflict do nothing returning 1',
    [digest, request],
  );
  if (inserted.length > 0) return;
  const [before] = await manager.query<{ request: Buffer; answer: unknown }[]>(
    'select request, answer from idempotency_key where digest = $1',
    [digest],
  );
  if (!before || !before.request.equals(request)) throw new Problem('idempotency-key-reused');
  throw new Replay(before.answer);
}

export const sha256 = (...parts: (string | Buffer)[]) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest();
};
