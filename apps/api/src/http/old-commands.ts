import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { JobsService } from '../jobs/jobs.service.ts';

/** A phone that was offline overnight may still send what it wrote; later than this it is a new command. */
export const COMMANDS_KEPT_HOURS = 24;

/** Forgets commands that nobody sends again, with the answers they were given. */
@Injectable()
export class OldCommands {
  constructor(
    private readonly source: DataSource,
    jobs: JobsService,
  ) {
    jobs.do('commands.aged', () => this.forget());
  }

  async forget(now = new Date()): Promise<void> {
    await this.source.query('delete from idempotency_key where created_at < $1', [new Date(now.getTime() - COMMANDS_KEPT_HOURS * 3_600_000)]);
  }
}
