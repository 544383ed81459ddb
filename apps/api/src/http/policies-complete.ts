import type { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { METHOD_METADATA } from '@nestjs/common/constants';
import { POLICY } from './policy.ts';

/** Names of HTTP handlers that carry no `@May`: the application must not start with any (SEC-01). */
export function handlersWithoutPolicy(discovery: DiscoveryService, scanner: MetadataScanner, reflector: Reflector): string[] {
  return discovery.getControllers().flatMap(({ instance, name }) => {
    const prototype = Object.getPrototypeOf(instance) as Record<string, (...args: unknown[]) => unknown>;
    return scanner
      .getAllMethodNames(prototype)
      .filter((method) => {
        const handler = prototype[method]!;
        return Reflect.hasMetadata(METHOD_METADATA, handler) && !reflector.get(POLICY, handler);
      })
      .map((method) => `${name}.${method}`);
  });
}
