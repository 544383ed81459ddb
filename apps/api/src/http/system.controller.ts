import { timingSafeEqual } from 'node:crypto';
import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { Problem } from '@spolu/contracts/problems';
import type { Request, Response } from 'express';
import { collectDefaultMetrics, register } from 'prom-client';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../config/config.ts';
import { Peers } from '../peers/peers.ts';
import { openApiDocument } from './openapi.ts';
import { everybody, May } from './policy.ts';

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/** What those who run the installation ask: is it alive, is it ready, how does it fare, what does it offer. */
@Controller()
export class SystemController {
  private document: object | undefined;

  constructor(
    private readonly source: DataSource,
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
    private readonly peers: Peers,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    if (!register.getSingleMetric('process_cpu_user_seconds_total')) collectDefaultMetrics();
  }

  @Get('health/live')
  @May(everybody)
  live(): { status: 'live' } {
    return { status: 'live' };
  }

  @Get('health/ready')
  @May(everybody)
  async ready(): Promise<{ status: 'ready'; peers: Peers['state'] }> {
    try {
      await this.source.query('select 1');
    } catch {
      throw new Problem('unavailable');
    }
    return { status: 'ready', peers: this.peers.state };
  }

  /** Only for the machine itself, or with the configured token (SEC-63). */
  @Get('metrics')
  @May(everybody)
  async metrics(@Req() request: Request, @Res() response: Response): Promise<void> {
    if (!this.mayMeasure(request)) throw new Problem('not-found');
    response.type(register.contentType).send(await register.metrics());
  }

  @Get('openapi.json')
  @May(everybody)
  openApi(): object {
    this.document ??= openApiDocument(this.discovery, this.scanner, this.reflector, '0.1.0');
    return this.document;
  }

  private mayMeasure(request: Request): boolean {
    const token = this.config.metricsToken;
    if (!token) return this.config.trustProxy === 0 && LOOPBACK.has(request.socket.remoteAddress ?? '');
    const given = Buffer.from(request.get('authorization') ?? '');
    const expected = Buffer.from(`Bearer ${token}`);
    return given.length === expected.length && timingSafeEqual(given, expected);
  }
}
