import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA, ROUTE_ARGS_METADATA } from '@nestjs/common/constants';
import type { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { z } from 'zod';
import { FILE_BODY } from './file-bodies.ts';
import { ParsedPipe } from './parsed.ts';
import { POLICY, type Policy } from './policy.ts';

interface RouteArgument {
  pipes?: unknown[];
}
/** Nest's numbers for where a handler's argument comes from. */
const SOURCES: Record<string, 'body' | 'query' | 'path'> = { '3': 'body', '4': 'query', '5': 'path' };

/** The OpenAPI 3.1 document, made from the very schemas that check requests. */
export function openApiDocument(discovery: DiscoveryService, scanner: MetadataScanner, reflector: Reflector, version: string): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const { instance, metatype, name } of discovery.getControllers()) {
    if (!metatype) continue;
    const base = [Reflect.getMetadata(PATH_METADATA, metatype) as string | string[]].flat()[0] ?? '';
    const prototype = Object.getPrototypeOf(instance) as Record<string, (...args: unknown[]) => unknown>;
    for (const method of scanner.getAllMethodNames(prototype)) {
      const handler = prototype[method]!;
      const verb = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined;
      if (verb === undefined) continue;
      const tail = [Reflect.getMetadata(PATH_METADATA, handler) as string | string[]].flat()[0] ?? '';
      const path = `/api/${[base, tail].map((part) => part.replace(/^\/|\/$/g, '')).filter(Boolean).join('/')}`;
      const args = (Reflect.getMetadata(ROUTE_ARGS_METADATA, metatype, method) ?? {}) as Record<string, RouteArgument>;
      paths[path.replace(/:(\w+)/g, '{$1}')] = {
        ...paths[path.replace(/:(\w+)/g, '{$1}')],
        [RequestMethod[verb].toLowerCase()]: operation(`${name}.${method}`, path, args, reflector.get<Policy | undefined>(POLICY, handler), reflector.get<string[] | undefined>(FILE_BODY, handler)),
      };
    }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Spolupracovňa', version, license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' } },
    paths: Object.fromEntries(Object.entries(paths).sort(([a], [b]) => a.localeCompare(b))),
  };
}

function operation(id: string, path: string, args: Record<string, RouteArgument>, policy: Policy | undefined, files: string[] | undefined): object {
  const parameters: { name: string | undefined; in: 'path' | 'query'; required: boolean; schema: object }[] = [...path.matchAll(/:(\w+)/g)].map(
    ([, name]) => ({ name, in: 'path', required: true, schema: { type: 'string' } }),
  );
  let requestBody: object | undefined = files && { required: true, content: Object.fromEntries(files.map((type) => [type, {}])) };
  for (const [key, { pipes = [] }] of Object.entries(args)) {
    const pipe = pipes.find((candidate) => candidate instanceof ParsedPipe);
    const source = SOURCES[key.split(':')[0] ?? ''];
    if (!pipe || !source) continue;
    const schema = z.toJSONSchema(pipe.schema, { unrepresentable: 'any', io: 'input' });
    if (source === 'body') requestBody = { required: true, content: { 'application/json': { schema } } };
    if (source === 'query') {
      for (const [name, property] of Object.entries(schema.properties ?? {})) {
        parameters.push({ name, in: 'query', required: schema.required?.includes(name) ?? false, schema: property as object });
      }
    }
  }
  return {
    operationId: id,
    ...(policy ? { 'x-policy': policy.name } : {}),
    parameters,
    ...(requestBody ? { requestBody } : {}),
    responses: {
      '2XX': { description: 'done' },
      default: { description: 'a problem (RFC 9457)', content: { 'application/problem+json': { schema: { type: 'object' } } } },
    },
  };
}
