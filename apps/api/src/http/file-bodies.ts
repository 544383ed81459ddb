import { applyDecorators, type CanActivate, type ExecutionContext, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { SHEET_TYPE } from '@spolu/contracts/assessment';
import { IMPORT_TYPES } from '@spolu/contracts/board-files';
import { PICTURE_TYPES } from '@spolu/contracts/plain';
import { Problem } from '@spolu/contracts/problems';
import type { Request } from 'express';

/** Types that a body may have beside JSON. No page elsewhere can send one of them without asking us first (CORS). */
export const FILE_TYPES: readonly string[] = [...PICTURE_TYPES, ...IMPORT_TYPES, SHEET_TYPE];

export const FILE_BODY = Symbol('file body');
/** The body of this handler is a file of one of these types, read by the service once it asked its policy. */
export const TakesFile = (...types: readonly string[]) => applyDecorators(SetMetadata(FILE_BODY, types));

export function hasBody(request: Request): boolean {
  return Number(request.get('content-length') ?? 0) > 0 || request.get('transfer-encoding') !== undefined;
}

/** A handler takes JSON, or the files it names. */
@Injectable()
export class BodyTypes implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    if (context.getType() !== 'http') return true;
    const request = context.switchToHttp().getRequest<Request>();
    const types = this.reflector.get<string[] | undefined>(FILE_BODY, context.getHandler()) ?? ['application/json'];
    if (hasBody(request) && !request.is(types)) throw new Problem('unsupported-media-type');
    return true;
  }
}
