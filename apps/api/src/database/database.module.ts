import { Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import pg from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { CONFIG, type Config } from '../config/config.ts';
import { openDatabase, type OpenDatabase } from './embedded.ts';
import { ENTITIES } from './entities.ts';
import { MIGRATIONS } from './migrations.ts';
import { SnakeNaming } from './naming.ts';
import { Transactions } from './transactions.ts';

export const DATABASE = Symbol('DATABASE');
/** A small pool apart from TypeORM's, for sign-ins and the boards' log. */
export const POOL = Symbol('POOL');

@Global()
@Module({
  providers: [
    { provide: DATABASE, inject: [CONFIG], useFactory: (config: Config) => openDatabase(config) },
    {
      provide: POOL,
      inject: [DATABASE],
      useFactory: (database: OpenDatabase) => {
        const pool = new pg.Pool({ connectionString: database.url, max: 5 });
        // A connection that the server ended is replaced at its next use; the error must not end the process.
        pool.on('error', () => undefined);
        return pool;
      },
    },
  ],
  exports: [DATABASE, POOL],
})
class ConnectionModule implements OnApplicationShutdown {
  constructor(
    @Inject(DATABASE) private readonly database: OpenDatabase,
    @Inject(POOL) private readonly pool: pg.Pool,
  ) {}
  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
    await this.database.stop();
  }
}

/** Whatever a stopped server has locked is free again after this; no use case of ours pauses so long. */
const IDLE_IN_TRANSACTION_MS = 8_000;

/** Of several servers that start at once one makes the tables; the others wait for it. */
async function migrateAlone(options: DataSourceOptions): Promise<DataSource> {
  const lock = new pg.Client({ connectionString: (options as { url: string }).url });
  await lock.connect();
  try {
    await lock.query('select pg_advisory_lock(7230)');
    return await new DataSource(options).initialize();
  } finally {
    await lock.end();
  }
}

@Global()
@Module({
  imports: [
    ConnectionModule,
    TypeOrmModule.forRootAsync({
      inject: [DATABASE, CONFIG],
      useFactory: (database: OpenDatabase, config: Config) => ({
        type: 'postgres',
        url: database.url,
        entities: ENTITIES,
        migrations: MIGRATIONS,
        migrationsRun: true,
        migrationsTransactionMode: 'each',
        namingStrategy: new SnakeNaming(),
        uuidExtension: 'pgcrypto',
        installExtensions: false,
        synchronize: false,
        poolSize: config.databasePool,
        extra: { idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS },
        logging: false,
        toRetry: () => false,
      }),
      dataSourceFactory: (options) => migrateAlone(options!),
    }),
  ],
  providers: [Transactions],
  exports: [Transactions],
})
export class DatabaseModule {}
