import type { RequestHandler } from 'express';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { Problem } from '@spolu/contracts/problems';

/** Requests a minute of one person or participant; nobody's fingers need a tenth of it. */
export const REQUESTS_PER_VIEWER = 3_000;
/** Requests a minute of strangers from one address: a whole hall that scans the code at once shares one (SEC-26, SEC-31). */
export const REQUESTS_PER_ADDRESS = 12_000;
const MINUTE_SECONDS = 60;

/** Keeps one device from taking the server away from the room; counted by who asks first, by address only for strangers. */
export function requestRate(perViewer = REQUESTS_PER_VIEWER, perAddress = REQUESTS_PER_ADDRESS): RequestHandler {
  const viewers = new RateLimiterMemory({ points: perViewer, duration: MINUTE_SECONDS });
  const addresses = new RateLimiterMemory({ points: perAddress, duration: MINUTE_SECONDS });
  return (request, _, next) => {
    const who = request.viewer?.person?.id ?? request.viewer?.participants[0]?.id;
    const counted = who ? viewers.consume(who) : addresses.consume(request.ip ?? '');
    counted.then(
      () => next(),
      (over: { msBeforeNext?: number }) => next(new Problem('too-many-requests', { retryAfterSeconds: Math.ceil((over.msBeforeNext ?? 1000) / 1000) })),
    );
  };
}
