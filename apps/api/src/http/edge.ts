import { randomBytes, randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import helmet from 'helmet';
import { Problem } from '@spolu/contracts/problems';
import type { Config } from '../config/config.ts';
import { FILE_TYPES, hasBody } from './file-bodies.ts';

export const BODY_LIMIT = '256kb';
export const JSON_DEPTH_MAX = 20;
export const JSON_KEYS_MAX = 1_000;
export const JSON_ARRAY_MAX = 1_000;
export const REQUEST_TIMEOUT_MS = 15_000;
export const LONG_WORK_TIMEOUT_MS = 60_000;
/** Longer than proxies keep a resting connection (Caddy's default is two minutes): whoever asks closes it, so that no request meets one that is just going. */
export const RESTING_CONNECTION_MS = 125_000;
/** Refused as keys of whatever comes from outside (SEC-27). */
export const UNSAFE_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Whether `origin` is one of ours: the configured address, else the very host that was asked, since phones reach us under whatever address
 * the local network gave us.
 */
export function isOwnOrigin(config: Config, origin: string | undefined, host: string | undefined): boolean {
  if (!origin || origin === 'null') return false;
  if (config.publicUrl) return origin === config.publicUrl.origin;
  return host !== undefined && origin === `http://${host}`;
}

/**
 * Whether the proxy in front says that this came without encryption to a town that has an https address. Without its word it is let through: health
 * checks come from inside.
 */
export function cameUnencrypted(config: Config, headers: IncomingHttpHeaders): boolean {
  return config.secure && /^\s*http\s*(,|$)/i.test(String(headers['x-forwarded-proto'] ?? ''));
}

/** Leads whoever typed http to the same page under https; changes nothing on an unencrypted word. */
export function insistOnHttps(config: Config): RequestHandler {
  return (request, response, next) => {
    if (!config.publicUrl || !cameUnencrypted(config, request.headers)) next();
    else if (['GET', 'HEAD'].includes(request.method)) response.redirect(308, `${config.publicUrl.origin}${request.originalUrl}`);
    else next(new Problem('foreign-origin'));
  };
}

/** Every request gets an id that ties its answer to the log. */
export const correlation: RequestHandler = (request, response, next) => {
  request.correlationId = randomUUID();
  response.setHeader('X-Correlation-Id', request.correlationId);
  next();
};

/** Security headers (SEC-22). Styles come from our own files; elements are placed by properties, so no inline style attribute is needed in markup. */
export function headers(config: Config): RequestHandler[] {
  return [
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'none'"],
          scriptSrc: ["'self'"],
          styleSrc: ["'self'"],
          imgSrc: ["'self'", 'data:', 'blob:'],
          fontSrc: ["'self'"],
          connectSrc: ["'self'", ...socketOrigins(config)],
          manifestSrc: ["'self'"],
          workerSrc: ["'self'"],
          objectSrc: ["'none'"],
          baseUri: ["'none'"],
          formAction: ["'self'"],
          frameAncestors: ["'none'"],
        },
      },
      strictTransportSecurity: config.secure ? { maxAge: 365 * 24 * 3600, includeSubDomains: true } : false,
      referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
      crossOriginOpenerPolicy: config.secure ? { policy: 'same-origin' } : false,
      crossOriginResourcePolicy: { policy: 'same-origin' },
      originAgentCluster: config.secure,
      xFrameOptions: { action: 'deny' },
    }),
    (request, response, next) => {
      response.setHeader('Permissions-Policy', 'camera=(self), microphone=(), geolocation=(), payment=(), usb=()');
      // Pages whose address held a secret must not hand it on.
      if (/^\/(j|r|invitation|set-up|registration|address|unsubscribe)(\/|$)/.test(request.path)) response.setHeader('Referrer-Policy', 'no-referrer');
      if (request.path.startsWith('/api/')) response.setHeader('Cache-Control', 'no-store');
      next();
    },
  ];
}

/** `'self'` covers ws in today's browsers; older Safari needs the socket's origin by name. */
function socketOrigins(config: Config): string[] {
  return config.publicUrl ? [config.publicUrl.origin.replace(/^http/, 'ws')] : [];
}

const BODY_TYPES = ['application/json', ...FILE_TYPES];

/** A mail program that ends letters for its reader comes without an `Origin` and posts a form that nobody reads; the secret in the address is all it brings (RFC 8058). */
const ONE_CLICK = /^\/one-click-unsubscribes\/[\w-]{43}$/;

/** State changes come from our own pages only, as JSON or as a file of the few types we take (SEC-21). */
export function ownOriginOnly(config: Config): RequestHandler {
  return (request: Request, _: Response, next: NextFunction) => {
    if (['GET', 'HEAD', 'OPTIONS'].includes(request.method)) {
      next();
      return;
    }
    if (ONE_CLICK.test(request.path)) {
      next();
      return;
    }
    const fromUs =
      isOwnOrigin(config, request.get('origin'), request.get('host')) ||
      (request.get('origin') === undefined && request.get('sec-fetch-site') === 'same-origin');
    if (!fromUs) {
      next(new Problem('foreign-origin'));
      return;
    }
    if (hasBody(request) && !request.is(BODY_TYPES)) next(new Problem('unsupported-media-type'));
    else next();
  };
}

/** Bodies that no form of ours makes are refused before any handler sees them (SEC-26, SEC-27). */
export const soundBody: RequestHandler = (request, _, next) => {
  try {
    checkValue(request.body, { depth: 0, keys: { count: 0 } });
    checkQuery(request.query);
    next();
  } catch (error) {
    next(error);
  }
};

function checkQuery(query: Request['query']): void {
  for (const [key, value] of Object.entries(query)) {
    if (UNSAFE_KEYS.has(key)) throw new Problem('unsafe-key');
    if (typeof value !== 'string') throw new Problem('malformed-request');
  }
}

function checkValue(value: unknown, at: { depth: number; keys: { count: number } }): void {
  if (value === null || typeof value !== 'object') return;
  if (at.depth >= JSON_DEPTH_MAX) throw new Problem('too-large', { depth: JSON_DEPTH_MAX });
  const inside = { depth: at.depth + 1, keys: at.keys };
  if (Array.isArray(value)) {
    if (value.length > JSON_ARRAY_MAX) throw new Problem('too-large', { items: JSON_ARRAY_MAX });
    for (const item of value) checkValue(item, inside);
    return;
  }
  for (const [key, item] of Object.entries(value)) {
    if (UNSAFE_KEYS.has(key)) throw new Problem('unsafe-key');
    if (++at.keys.count > JSON_KEYS_MAX) throw new Problem('too-large', { keys: JSON_KEYS_MAX });
    checkValue(item, inside);
  }
}

/** A handler that hangs must not hold the phone for ever. */
export const timeLimit: RequestHandler = (_, response, next) => {
  response.setTimeout(REQUEST_TIMEOUT_MS, () => {
    if (response.headersSent) response.destroy();
    else response.status(503).type('application/problem+json').send(JSON.stringify({ ...new Problem('unavailable').toDocument(), status: 503 }));
  });
  next();
};

/** For files, which are made one at a time: a handler that waits for its turn does not hang. */
export const mayTakeLong = (response: Response) => void response.setTimeout(LONG_WORK_TIMEOUT_MS);

/** 256 bits for a link, base64url. */
export const newSecret = () => randomBytes(32).toString('base64url');
