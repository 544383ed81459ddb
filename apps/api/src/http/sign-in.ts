import pgSession from 'connect-pg-simple';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import session from 'express-session';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import type { Config } from '../config/config.ts';
import { NOBODY, type Viewers } from './viewer.ts';

/** What express-session keeps of a sign-in beside the cookie. Who the device is stands in columns and rows of identity's own. */
declare module 'express-session' {
  interface SessionData {
    /** Set when the sign-in began; a request without it is nobody's. */
    startedAt?: string;
  }
}

/** A device stays somebody for this long at most; identity ends a person's part of it sooner. */
export const SIGN_IN_LASTS_MS = 30 * 24 * 3600 * 1000;

/** `__Host-` binds the cookie to this very host, which browsers allow over https only. */
export const cookieName = (config: Config) => (config.secure ? '__Host-spolu' : 'spolu');

/**
 * The handlers that tell requests and socket handshakes who asks: the sign-in of the cookie (table `sign_in`), then `request.viewer`.
 * A device without a sign-in gets none until something is stored in it.
 */
export function signInHandlers(config: Config, pool: Pool, viewers: Viewers, logger: Logger): RequestHandler[] {
  const Store = pgSession(session);
  return [
    session({
      name: cookieName(config),
      // identity notes when the device was seen last: no write at each request
      store: new Store({
        pool, tableName: 'sign_in', pruneSessionInterval: 15 * 60, disableTouch: true, errorLog: (...words: unknown[]) => logger.error({ err: words.at(-1) }, 'sign-ins could not be kept'),
      }),
      // the first signs, all are believed: a new secret signs nobody out (SEC-63)
      secret: [config.signInSecret, ...config.formerSignInSecrets],
      resave: false,
      saveUninitialized: false,
      rolling: false,
      proxy: config.trustProxy > 0 ? true : undefined,
      cookie: { httpOnly: true, sameSite: 'lax', path: '/', secure: config.secure, maxAge: SIGN_IN_LASTS_MS },
    }),
    (request: Request, _: Response, next: NextFunction) => {
      if (!request.session?.startedAt) {
        request.viewer = NOBODY;
        next();
        return;
      }
      viewers.viewerOf(request.sessionID).then(
        (viewer) => {
          request.viewer = viewer;
          next();
        },
        next,
      );
    },
  ];
}
