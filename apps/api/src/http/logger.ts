import type { LoggerService } from '@nestjs/common';
import { destination, pino, type DestinationStream, type Logger } from 'pino';

export const LOGGER = Symbol('LOGGER');

interface Failed extends Error {
  code?: string;
  driverError?: { code?: string; constraint?: string; table?: string };
}

/**
 * Of an error: what it is and where it rose. PostgreSQL's detail and a statement's parameters hold what people typed, so errors are not
 * spread out as pino would.
 */
function plainError(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const { name, message, stack, code, driverError, cause } = error as Failed;
  return {
    type: name, message, stack, ...(code ? { code } : {}),
    ...(driverError ? { database: { code: driverError.code, constraint: driverError.constraint, table: driverError.table } } : {}),
    ...(cause === undefined ? {} : { cause: plainError(cause) }),
  };
}

/**
 * Structured logs without personal data: no bodies, no cookies, no names.
 * @param to where lines go; the standard output without one
 */
export function createLogger(level: string, to?: DestinationStream): Logger {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: ['password', '*.password', 'secret', '*.secret', 'headers', '*.headers', 'cookie', '*.cookie'], remove: true },
    serializers: { err: plainError },
  }, to ?? destination(1));
}

/** Nest's own messages through pino. */
export class NestLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}
  log(message: unknown, context?: string): void {
    this.logger.debug({ context }, String(message));
  }
  error(message: unknown, stack?: string, context?: string): void {
    this.logger.error({ context, stack }, String(message));
  }
  warn(message: unknown, context?: string): void {
    this.logger.warn({ context }, String(message));
  }
  debug(message: unknown, context?: string): void {
    this.logger.debug({ context }, String(message));
  }
  fatal(message: unknown, context?: string): void {
    this.logger.fatal({ context }, String(message));
  }
}
