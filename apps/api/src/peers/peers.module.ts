import { Global, Module } from '@nestjs/common';
import type { Logger } from 'pino';
import { CONFIG, type Config } from '../config/config.ts';
import { LOGGER } from '../http/logger.ts';
import { Bus, BUS } from './bus.ts';
import { Peers } from './peers.ts';

@Global()
@Module({
  providers: [
    Peers,
    {
      provide: BUS,
      inject: [CONFIG, LOGGER],
      useFactory: ({ redisUrl }: Config, log: Logger) => (redisUrl === undefined ? null : Bus.prepare(redisUrl, log)),
    },
  ],
  exports: [Peers],
})
export class PeersModule {}
