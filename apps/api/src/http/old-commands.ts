import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Logger } from 'pino';
import { DataSource } from 'typeorm';
import { LOGGER } from './logger.ts';

/** A phone that was offline overnight may still send what it wrote; later than this it is a new command. */
export const COMMANDS_KEPT_HOURS = 24;
const SWEEP_EVERY_MS = 3_600_000;

/** Forgets commands that nobody sends again, with the answers they were given. */
@Injectable()
export class OldCommands implements OnApplicationBootstrap, OnApplicationShutdown {
  private sweeping: NodeJS.Timeout | undefined;

  constructor(
    private readonly source: DataSource,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.sweeping = setInterval(() => {
      // The database may be away for a moment; the next sweep does what this one could not.
      this.forget().catch((error: unknown) => this.logger.error({ err: error }, 'old commands were not forgotten'));
    }, SWEEP_EVERY_MS);
    this.sweeping.unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.sweeping);
  }

  async forget(now = new Date()): Promise<void> {
    await this.source.query('delete from idempotency_key where created_at < $1', [new Date(now.getTime() - COMMANDS_KEPT_HOURS * 3_600_000)]);
  }
}
