import type { Server } from 'node:http';
import { Global, Module, type BeforeApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, DiscoveryModule, DiscoveryService, HttpAdapterHost, MetadataScanner, Reflector } from '@nestjs/core';
import { CONFIG, type Config } from '../config/config.ts';
import { BodyTypes } from './file-bodies.ts';
import { readyToHangUp } from './hang-up.ts';
import { createLogger, LOGGER } from './logger.ts';
import { OldCommands } from './old-commands.ts';
import { handlersWithoutPolicy } from './policies-complete.ts';
import { ProblemFilter } from './problem-filter.ts';
import { SocketSeats } from './seats.ts';
import { SystemController } from './system.controller.ts';

@Global()
@Module({
  imports: [DiscoveryModule],
  controllers: [SystemController],
  providers: [
    { provide: LOGGER, inject: [CONFIG], useFactory: (config: Config) => createLogger(config.logLevel, config.logTo) },
    { provide: APP_FILTER, useClass: ProblemFilter },
    { provide: APP_GUARD, useClass: BodyTypes },
    SocketSeats,
    OldCommands,
  ],
  exports: [LOGGER, SocketSeats],
})
export class HttpModule implements OnModuleInit, BeforeApplicationShutdown {
  #hangUp: (() => void) | null = null;

  constructor(
    private readonly adapters: HttpAdapterHost,
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onModuleInit(): void {
    const open = handlersWithoutPolicy(this.discovery, this.scanner, this.reflector);
    if (open.length > 0) throw new Error(`Handlers without a policy: ${open.join(', ')}`);
    this.#hangUp = readyToHangUp(this.adapters.httpAdapter.getHttpServer() as Server);
  }

  beforeApplicationShutdown(): void {
    this.#hangUp?.();
  }
}
