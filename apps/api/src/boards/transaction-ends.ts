import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, type EntitySubscriberInterface, type QueryRunner } from 'typeorm';

/** Tells how somebody else's transaction ended: what was written into a live board with it must be shown, or taken back. */
@Injectable()
export class TransactionEnds implements EntitySubscriberInterface {
  readonly #waiting = new WeakMap<QueryRunner, ((committed: boolean) => void)[]>();

  constructor(source: DataSource) {
    source.subscribers.push(this);
  }

  /** Calls back once, when the transaction of `em` is committed or rolled back; at once, as committed, where there is none. */
  onEnd(em: EntityManager, ended: (committed: boolean) => void): void {
    const runner = em.queryRunner;
    if (!runner?.isTransactionActive) {
      ended(true);
      return;
    }
    const waiting = this.#waiting.get(runner);
    if (waiting) waiting.push(ended);
    else this.#waiting.set(runner, [ended]);
  }

  afterTransactionCommit({ queryRunner }: { queryRunner: QueryRunner }): void {
    if (!queryRunner.isTransactionActive) this.#tell(queryRunner, true);
  }

  /** Before, not after: where the connection is gone there is no after. */
  beforeTransactionRollback({ queryRunner }: { queryRunner: QueryRunner }): void {
    this.#tell(queryRunner, false);
  }

  #tell(runner: QueryRunner, committed: boolean): void {
    const waiting = this.#waiting.get(runner) ?? [];
    this.#waiting.delete(runner);
    for (const ended of waiting) ended(committed);
  }
}
