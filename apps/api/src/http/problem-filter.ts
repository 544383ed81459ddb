import { randomUUID } from 'node:crypto';
import { type ArgumentsHost, Catch, HttpException, Inject, type ExceptionFilter } from '@nestjs/common';
import { PROBLEMS } from '@spolu/contracts/problem-codes';
import { Problem, type ProblemCode } from '@spolu/contracts/problems';
import type { Request, Response } from 'express';
import type { Logger } from 'pino';
import { isDatabaseAway } from '../database/away.ts';
import { LOGGER } from './logger.ts';

const FRAMEWORK: Record<number, ProblemCode> = {
  400: 'malformed-request', 403: 'forbidden', 404: 'not-found', 405: 'method-not-allowed', 413: 'too-large', 415: 'unsupported-media-type', 429: 'too-many-requests',
};

interface Failure {
  status?: number;
  statusCode?: number;
}

/** What an error means to the caller: its problem, or `internal-error` for what nobody expected. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof HttpException) return new Problem(FRAMEWORK[error.getStatus()] ?? 'internal-error');
  // Nothing was skipped: the caller may try again.
  if (isDatabaseAway(error)) return new Problem('unavailable');
  const { status, statusCode } = (error ?? {}) as Failure;
  // body-parser and friends carry a status of their own
  const framework = FRAMEWORK[status ?? statusCode ?? 0];
  return new Problem(framework ?? 'internal-error');
}

/** Sends every failure as a problem document (RFC 9457); what is no expected problem is logged once with its stack. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(@Inject(LOGGER) private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<Request>();
    const response = http.getResponse<Response>();
    const problem = problemOf(error);
    const correlationId = request.correlationId ?? randomUUID();
    if (problem.isServers) this.logger.error({ err: error, correlationId, method: request.method, route: request.route as unknown }, 'request failed');
    if (response.headersSent) {
      response.end();
      return;
    }
    const retryAfter = problem.facts['retryAfterSeconds'];
    if (typeof retryAfter === 'number') response.setHeader('Retry-After', String(retryAfter));
    const status = PROBLEMS[problem.code];
    response.status(status).type('application/problem+json').send(JSON.stringify({ ...problem.toDocument(correlationId), status }));
  }
}
