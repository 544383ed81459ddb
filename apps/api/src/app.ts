import 'reflect-metadata';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Pool } from 'pg';
import { AppModule } from './app.module.ts';
import type { Config } from './config/config.ts';
import { POOL } from './database/database.module.ts';
import { BODY_LIMIT, correlation, headers, insistOnHttps, ownOriginOnly, RESTING_CONNECTION_MS, soundBody, timeLimit } from './http/edge.ts';
import { createLogger, NestLogger } from './http/logger.ts';
import { requestRate } from './http/request-rate.ts';
import { signInHandlers } from './http/sign-in.ts';
import { SocketAdapter } from './http/socket-adapter.ts';
import { Viewers } from './http/viewer.ts';
import { webPages } from './http/web-pages.ts';

/** Where the built web lies, seen from `src` and from `dist` alike. */
const WEB = join(import.meta.dirname, '../../web/dist');

/** The whole application, ready to listen. */
export async function createApp(config: Config): Promise<NestExpressApplication> {
  const logger = createLogger(config.logLevel, config.logTo);
  const app = await NestFactory.create<NestExpressApplication>(AppModule.of(config), {
    logger: new NestLogger(logger),
    abortOnError: false,
    bodyParser: false,
  });
  app.getHttpServer().keepAliveTimeout = RESTING_CONNECTION_MS;
  app.setGlobalPrefix('api');
  app.set('trust proxy', config.trustProxy);
  app.set('query parser', 'simple');
  app.disable('x-powered-by');
  const signIn = signInHandlers(config, app.get<Pool>(POOL), app.get(Viewers, { strict: false }), logger);
  app.use(correlation, ...headers(config), insistOnHttps(config));
  app.use(webPages(WEB));
  app.use('/api', timeLimit, ownOriginOnly(config));
  app.useBodyParser('json', { limit: BODY_LIMIT, strict: true });
  app.use('/api', soundBody, ...signIn, requestRate());
  app.useWebSocketAdapter(new SocketAdapter(app, config, signIn));
  app.enableShutdownHooks();
  return app;
}
