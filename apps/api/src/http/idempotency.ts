import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor, UseInterceptors } from '@nestjs/common';
import { Id } from '@spolu/contracts/common';
import { Problem } from '@spolu/contracts/problems';
import type { Request } from 'express';
import { lastValueFrom, type Observable, of } from 'rxjs';
import { commandContext, Replay, sha256 } from '../database/transactions.ts';
import { hasBody } from './file-bodies.ts';

const KEY = /^[0-9a-zA-Z-]{16,64}$/;

/** A file is not read before its policy was asked: its type and length stand for it. */
const fileOf = (request: Request) => (hasBody(request) ? [request.get('content-type'), request.get('content-length')] : null);

/** Runs the handler with the key in reach of its transaction, which stores the answer (see `Transactions.run`). */
@Injectable()
class IdempotencyInterceptor implements NestInterceptor {
  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<Request>();
    const key = request.get('idempotency-key');
    if (!key || !KEY.test(key)) throw new Problem('idempotency-key-missing');
    const viewer = request.viewer;
    const who = viewer?.person?.id ?? viewer?.participants.map((p) => p.id).join() ?? '';
    const command = {
      digest: sha256(who, request.method, request.path, key),
      request: sha256(JSON.stringify(request.body ?? fileOf(request))),
      claimed: false,
    };
    return of(await commandContext.run(command, () => lastValueFrom(next.handle(), { defaultValue: undefined }).catch(answeredBefore)));
  }
}

function answeredBefore(error: unknown): unknown {
  if (error instanceof Replay) return error.answer;
  throw error;
}

/** For commands whose key, a UUID that the device made, becomes the id of what they make. @throws Problem `idempotency-key-missing` */
export function keyAsId(key: string | undefined): string {
  const id = Id.safeParse(key);
  if (!id.success) throw new Problem('idempotency-key-missing');
  return id.data;
}

/**
 * The handler is a command: it needs an `Idempotency-Key` and, sent again by the same viewer, is not carried out again but answered as before.
 * The answer is stored for a day, so it must hold no secret.
 * @throws Problem `idempotency-key-missing`, or `idempotency-key-reused` for the same key with other words
 */
export const Idempotent = () => UseInterceptors(IdempotencyInterceptor);
