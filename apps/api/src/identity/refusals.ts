import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Id } from '@spolu/contracts/common';
import { Problem } from '@spolu/contracts/problems';
import type { Request } from 'express';
import { catchError, from, mergeMap, throwError, type Observable } from 'rxjs';
import { DataSource } from 'typeorm';
import { POLICY, type Policy } from '../http/policy.ts';
import { audit } from './audit.ts';

/** Notes what somebody signed in was refused, in whatever capability (SEC-62); after the refused transaction, which took everything back. */
@Injectable()
export class Refusals implements NestInterceptor {
  constructor(
    private readonly source: DataSource,
    private readonly reflector: Reflector,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return next.handle().pipe(
      catchError((error: unknown) => {
        const viewer = context.switchToHttp().getRequest<Request>().viewer;
        if (!(error instanceof Problem) || error.code !== 'forbidden' || !viewer?.person) return throwError(() => error);
        return from(this.note(context, viewer.person)).pipe(mergeMap(() => throwError(() => error)));
      }),
    );
  }

  private async note(context: ExecutionContext, person: { id: string; name: string }): Promise<void> {
    const { params } = context.switchToHttp().getRequest<Request>();
    const policy = this.reflector.get<Policy | undefined>(POLICY, context.getHandler());
    const subject = Object.values(params).find((value) => Id.safeParse(value).success);
    await audit(this.source.manager, {
      by: { person }, action: 'access.refused', subjectKind: policy?.name ?? 'unknown', subjectId: typeof subject === 'string' ? subject : null, outcome: 'refused',
    });
  }
}
