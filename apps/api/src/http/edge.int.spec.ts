import { randomUUID } from 'node:crypto';
import http from 'node:http';
import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { Controller, Get, Post } from '@nestjs/common';
import { METHOD_METADATA } from '@nestjs/common/constants';
import type { Request, Response } from 'express';
import request from 'supertest';
import { DataSource, QueryFailedError } from 'typeorm';
import { readConfig } from '../config/config.ts';
import { givenApi, type Someone, type TestApi } from '../testing/given-api.ts';
import { JSON_ARRAY_MAX, JSON_DEPTH_MAX, JSON_KEYS_MAX, LONG_WORK_TIMEOUT_MS, mayTakeLong, REQUEST_TIMEOUT_MS, RESTING_CONNECTION_MS, timeLimit } from './edge.ts';
import { createLogger } from './logger.ts';
import { handlersWithoutPolicy } from './policies-complete.ts';
import { everybody, May } from './policy.ts';
import { requestRate } from './request-rate.ts';

let api: TestApi;
let admin: Someone;
beforeAll(async () => {
  api = await givenApi();
  admin = await api.person({ roles: [{ scope: 'installation', scopeId: null, role: 'administrator' }] });
});
afterAll(() => api?.stop());

const ORGANISATION = { name: 'Mestský úrad', sector: 'public', parentId: null };
const organisations = async () => (await api.stranger().agent.get('/api/organisations')).body.items as { id: string; name: string }[];
/** A command without the Origin that the harness's agents send by themselves. */
const command = (path = '/api/organisations') => request(api.url).post(path).set('Cookie', admin.cookie).set('Idempotency-Key', randomUUID());

describe('SEC-01: every handler names its policy', () => {
  it('and an application with one that does not would not start', () => {
    @Controller('open')
    class OpenController {
      @Get()
      @May(everybody)
      decided(): string {
        return '';
      }
      @Post()
      forgotten(): string {
        return '';
      }
    }
    const instance = new OpenController();
    const discovery = { getControllers: () => [{ instance, name: 'OpenController' }] } as unknown as DiscoveryService;
    expect(handlersWithoutPolicy(discovery, new MetadataScanner(), new Reflector())).toEqual(['OpenController.forgotten']);
  });

  it('all of ours do, and no socket event bypasses them', () => {
    const discovery = api.app.get(DiscoveryService, { strict: false });
    const scanner = new MetadataScanner();
    expect(handlersWithoutPolicy(discovery, scanner, new Reflector())).toEqual([]);
    const decorated = discovery.getProviders().flatMap(({ instance, name }) => {
      const prototype = instance && (Object.getPrototypeOf(instance) as Record<string, (...args: unknown[]) => unknown> | null);
      if (!prototype || prototype === Object.prototype) return [];
      return scanner.getAllMethodNames(prototype).filter((method) => Reflect.hasMetadata('message', prototype[method])).map((method) => `${name}.${method}`);
    });
    expect(decorated).toEqual([]);
    const handlers = discovery.getControllers().flatMap(({ instance }) => {
      const prototype = Object.getPrototypeOf(instance) as Record<string, (...args: unknown[]) => unknown>;
      return scanner.getAllMethodNames(prototype).filter((method) => Reflect.hasMetadata(METHOD_METADATA, prototype[method]!));
    });
    expect(handlers.length).toBeGreaterThan(30);
  });
});

describe('SEC-03: a path that is not there', () => {
  it('answers a problem without saying what stands behind it', async () => {
    for (const path of ['/api/nothing', '/api/admin', '/api/people/nothing/here', `/api/organisations/${randomUUID()}`]) {
      const { status, body } = await admin.agent.get(path);
      expect({ status, code: (body as { code: string }).code }).toEqual({ status: 404, code: 'not-found' });
    }
  });
});

interface Operation {
  requestBody?: { content: { 'application/json'?: { schema: JsonSchema } } };
  parameters: { name: string; in: string; schema: JsonSchema }[];
}
interface JsonSchema {
  type?: string;
  properties?: Record<string, JsonSchema>;
  additionalProperties?: boolean | JsonSchema;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  maxItems?: number;
}
const operations = async (): Promise<[string, Operation][]> => {
  const { paths } = (await api.stranger().agent.get('/api/openapi.json')).body as { paths: Record<string, Record<string, Operation>> };
  return Object.entries(paths).flatMap(([path, verbs]) => Object.entries(verbs).map(([verb, operation]): [string, Operation] => [`${verb} ${path}`, operation]));
};

describe('SEC-04: requests are taken field by field', () => {
  it('no schema of a body lets an unknown field through, at any depth, nor a list without an end', async () => {
    const loose: string[] = [];
    const walk = (schema: JsonSchema, at: string) => {
      if (schema.type === 'object' && schema.additionalProperties !== false) loose.push(`${at}: open object`);
      if (schema.type === 'array' && schema.maxItems === undefined) loose.push(`${at}: endless list`);
      for (const [name, property] of Object.entries(schema.properties ?? {})) walk(property, `${at}.${name}`);
      if (schema.items) walk(schema.items, `${at}[]`);
      for (const each of [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])]) walk(each, at);
    };
    for (const [name, { requestBody }] of await operations()) {
      const json = requestBody?.content['application/json'];
      if (json) walk(json.schema, name);
    }
    expect(loose).toEqual([]);
  });

  it('a command with fields nobody offered is refused and changes nothing', async () => {
    const before = await organisations();
    for (const extra of [{ role: 'administrator' }, { tenantId: randomUUID() }, { authorId: randomUUID() }, { status: 'published' }, { id: randomUUID() }]) {
      const answer = await command().set('Origin', api.url).send({ ...ORGANISATION, ...extra }).expect(400);
      expect(answer.body).toMatchObject({ code: 'invalid-input', fields: [{ path: Object.keys(extra)[0], code: 'unknown-field' }] });
    }
    expect(await organisations()).toEqual(before);
  });
});

describe('SEC-21: state changes come from our own pages only', () => {
  it.each([
    ['a foreign origin', { Origin: 'https://evil.example' }],
    ['the null origin of a sandbox', { Origin: 'null' }],
    ['our host on another port', { Origin: 'http://127.0.0.1:1' }],
    ['our host under https', { Origin: 'https://127.0.0.1' }],
    ['no origin at all', {}],
    ['no origin, and a browser that says cross-site', { 'Sec-Fetch-Site': 'cross-site' }],
    ['no origin, and a browser that says same-site', { 'Sec-Fetch-Site': 'same-site' }],
  ])('refused: %s', async (_, headers) => {
    const answer = await command().set(headers).send(ORGANISATION).expect(403);
    expect(answer.body).toMatchObject({ code: 'foreign-origin' });
    expect(await organisations()).toEqual([]);
  });

  it('refused: a form, plain text and a file, as pages elsewhere can send them', async () => {
    const json = JSON.stringify(ORGANISATION);
    for (const type of ['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data; boundary=x', 'application/octet-stream']) {
      await command().set('Origin', api.url).set('Content-Type', type).send(json).expect(415);
    }
    await command().set('Origin', 'https://evil.example').type('form').send({ name: 'x' }).expect(403);
    expect(await organisations()).toEqual([]);
  });

  it('signing in is protected too, and so is every other door', async () => {
    for (const path of ['/api/sign-ins', '/api/demo-sign-ins', '/api/set-up', '/api/invitation-acceptances', '/api/joins', '/api/nothing']) {
      await request(api.url).post(path).send({}).expect(403);
    }
    await request(api.url).delete('/api/sign-ins/current').set('Cookie', admin.cookie).expect(403);
    await request(api.url).put('/api/me').set('Cookie', admin.cookie).send({}).expect(403);
    await request(api.url).patch('/api/me').set('Cookie', admin.cookie).send({}).expect(403);
  });

  it('no command can be given by GET, nor by a header that renames the method', async () => {
    for (const [name] of (await operations()).filter(([each]) => !each.startsWith('get '))) {
      const path = name.split(' ')[1]!.replace(/\{\w+\}/g, randomUUID());
      const isAlsoRead = (await operations()).some(([each]) => each === `get ${name.split(' ')[1]!}`);
      if (!isAlsoRead) expect((await admin.agent.get(path)).status).toBe(404);
    }
    await admin.agent.get('/api/organisations').set('X-HTTP-Method-Override', 'POST').send(ORGANISATION).expect(200);
    expect(await organisations()).toEqual([]);
  });

  it('taken: our own origin, and a browser that says same-origin', async () => {
    await command().set('Origin', api.url).send({ ...ORGANISATION, name: 'First' }).expect(201);
    await command().set('Sec-Fetch-Site', 'same-origin').send({ ...ORGANISATION, name: 'Second' }).expect(201);
    await api.database.query('delete from organisation');
  });
});

describe('SEC-22: headers', () => {
  const CSP = "default-src 'none';script-src 'self';style-src 'self';img-src 'self' data: blob:;font-src 'self';connect-src 'self';manifest-src 'self';worker-src 'self';object-src 'none';base-uri 'none';form-action 'self';frame-ancestors 'none'";

  it.each(['/', '/j/ABCD2345', '/people', '/api/me', '/api/nothing', '/assets/missing.js', '/missing.png'])('of %s', async (path) => {
    const { headers } = await request(api.url).get(path);
    expect(headers['content-security-policy']).toBe(CSP);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['x-frame-options']).toBe('DENY');
    expect(headers['cross-origin-resource-policy']).toBe('same-origin');
    expect(headers['permissions-policy']).toContain('geolocation=()');
    expect(headers['x-powered-by']).toBeUndefined();
    expect(headers['server']).toBeUndefined();
    // without https there is nothing to insist on
    expect(headers['strict-transport-security']).toBeUndefined();
  });

  it('pages whose address held a secret do not hand it on; others say only where they are', async () => {
    for (const path of ['/j', '/j/ABCD2345', '/r', '/invitation', '/set-up']) {
      expect((await request(api.url).get(path)).headers['referrer-policy']).toBe('no-referrer');
    }
    expect((await request(api.url).get('/')).headers['referrer-policy']).toBe('strict-origin-when-cross-origin');
  });

  it('answers about people are kept by no cache, problems neither', async () => {
    for (const path of ['/api/me', '/api/people', '/api/nothing']) expect((await admin.agent.get(path)).headers['cache-control']).toBe('no-store');
    expect((await request(api.url).post('/api/sign-ins')).headers['cache-control']).toBe('no-store');
  });
});

describe('behind https', () => {
  let secure: TestApi;
  const PUBLIC = 'https://spolupracovna.example';
  beforeAll(async () => {
    secure = await givenApi({ publicUrl: new URL(PUBLIC), secure: true, trustProxy: 1, demo: true });
    await secure.person({ roles: [{ scope: 'installation', scopeId: null, role: 'administrator' }] });
  });
  afterAll(() => secure?.stop());

  it('SEC-08: the cookie is bound to this very host and to https', async () => {
    const answer = await request(secure.url).post('/api/demo-sign-ins').set('Origin', PUBLIC).set('X-Forwarded-Proto', 'https').send({ role: 'administrator' }).expect(201);
    const cookies = answer.headers['set-cookie'] as unknown as string[];
    expect(cookies).toHaveLength(1);
    expect(cookies[0]).toMatch(/^__Host-spolu=s%3A[\w-]{32}\.[^;]+; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Lax$/);
  });

  it('SEC-22: browsers are told to insist on https for a year, with subdomains', async () => {
    const { headers } = await request(secure.url).get('/api/me');
    expect(headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains');
    expect(headers['cross-origin-opener-policy']).toBe('same-origin');
    expect(headers['content-security-policy']).toContain("connect-src 'self' wss://spolupracovna.example;");
  });

  it('SEC-08: what the proxy says came by http is led to https and changes nothing; without its word health checks pass', async () => {
    const led = await request(secure.url).get('/processes?state=running').set('X-Forwarded-Proto', 'http').expect(308);
    expect(led.headers['location']).toBe(`${PUBLIC}/processes?state=running`);
    await request(secure.url).get('//evil.example/').set('X-Forwarded-Proto', 'http').expect(308).expect('Location', `${PUBLIC}//evil.example/`);
    await request(secure.url).post('/api/demo-sign-ins').set('Origin', PUBLIC).set('X-Forwarded-Proto', 'http').send({ role: 'administrator' }).expect(403);
    await request(secure.url).get('/api/health/live').expect(200);
    await request(api.url).get('/api/health/live').set('X-Forwarded-Proto', 'http').expect(200);
  });

  it('SEC-21: only the configured address is our own, whatever host was asked', async () => {
    for (const origin of ['http://spolupracovna.example', 'https://evil.example', secure.url]) {
      await request(secure.url).post('/api/demo-sign-ins').set('Origin', origin).send({ role: 'administrator' }).expect(403);
    }
    await request(secure.url).post('/api/demo-sign-ins').set('Host', 'evil.example').set('X-Forwarded-Host', 'evil.example').set('Origin', 'https://evil.example').send({ role: 'administrator' }).expect(403);
  });
});

describe('SEC-23: text is text', () => {
  const PAYLOADS = [
    '<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '<svg onload=alert(1)>', '"><script>alert(1)</script>', "'-alert(1)-'", '<a href="javascript:alert(1)">x</a>',
    '<iframe src="//evil.example"></iframe>', '<math><mi//xlink:href="data:x,<script>alert(1)</script>">', '{{constructor.constructor("alert(1)")()}}', '${alert(1)}', '#{7*7}', '<%= 7*7 %>',
    '<style>@import "//evil.example"</style>', '<link rel=stylesheet href=//evil.example>', '<meta http-equiv=refresh content="0;url=//evil.example">', '<base href=//evil.example>',
    '<details open ontoggle=alert(1)>', '<video><source onerror=alert(1)>', '<body onload=alert(1)>', '<input autofocus onfocus=alert(1)>', '<marquee onstart=alert(1)>', '<object data=javascript:alert(1)>',
    '<embed src=javascript:alert(1)>', '<form action=javascript:alert(1)><button>', '<isindex action=javascript:alert(1)>', '<template><script>alert(1)</script></template>', '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    '&lt;script&gt;alert(1)&lt;/script&gt;', '&#60;script&#62;', '\\u003cscript\\u003e', '%3Cscript%3E', '</textarea><script>alert(1)</script>', '</title><script>alert(1)</script>', '<!--<script>alert(1)</script>-->', '<![CDATA[<script>alert(1)</script>]]>',
    'javascript:alert(1)', 'data:text/html,<script>alert(1)</script>', '=HYPERLINK("//evil.example")', '+1+cmd|calc', '-2+3', '@SUM(1)', '[x](javascript:alert(1))', '![x](x "onerror=alert(1)")', '\u202Etxt.exe', '<scr<script>ipt>alert(1)</scr</script>ipt>',
  ];

  it(`${PAYLOADS.length} names that would be more than text elsewhere come back letter by letter, as JSON that no browser takes for a page`, async () => {
    expect(PAYLOADS.length).toBeGreaterThanOrEqual(40);
    for (const name of PAYLOADS) await command().set('Origin', api.url).send({ ...ORGANISATION, name }).expect(201);
    const answer = await api.stranger().agent.get('/api/organisations').expect(200);
    expect((answer.body as { items: { name: string }[] }).items.map(({ name }) => name).sort()).toEqual([...PAYLOADS].sort());
    expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
    await api.database.query('delete from organisation');
  });

  it('a name without a line end stays one line', async () => {
    for (const name of ['a\nb', 'a\r\nSet-Cookie: x=1', 'a\u0000b', 'a\u001b[31m']) await command().set('Origin', api.url).send({ ...ORGANISATION, name }).expect(400);
  });
});

describe('SEC-25: no word of a request reaches SQL', () => {
  it('every query and path field refuses or ignores what would be a statement', async () => {
    const INJECTIONS = ["'; select pg_sleep(20); --", '1 or 1=1', '(select pg_sleep(20))', 'name; drop table person', '$$; select 1; $$', "\\'; select 1 --"];
    const reads = (await operations()).filter(([name]) => name.startsWith('get '));
    for (const [name, { parameters }] of reads) {
      const path = name.split(' ')[1]!;
      for (const injection of INJECTIONS) {
        const encoded = encodeURIComponent(injection);
        const query = parameters.filter((each) => each.in === 'query').map((each) => `${each.name}=${encoded}`).join('&');
        const { status } = await admin.agent.get(`${path.replace(/\{\w+\}/g, encoded)}${query ? `?${query}` : ''}`);
        expect(`${name}: ${status}`).toMatch(/: (200|400|403|404)$/);
      }
    }
    expect((await api.database.query<{ count: number }[]>('select count(*)::int from person'))[0]!.count).toBeGreaterThan(0);
  });
});

describe('SEC-26: errors and limits', () => {
  const post = (body: string) => command().set('Origin', api.url).set('Content-Type', 'application/json').send(body);
  const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;

  it('a problem has a stable type, a code, and an id that finds it in the log', async () => {
    const answer = await post('{"name":').expect(400);
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(answer.body).toEqual({
      type: 'urn:spolupracovna:problem:malformed-request', title: 'malformed-request', status: 400, code: 'malformed-request', facts: {}, correlationId: answer.headers['x-correlation-id'],
    });
  });

  it('lets a resting connection stand until whoever asks closes it', async () => {
    const agent = new http.Agent({ keepAlive: true });
    const answer = await new Promise<http.IncomingMessage>((done) => http.get(`${api.url}/api/health/live`, { agent }, done));
    answer.resume();
    expect(answer.headers['keep-alive']).toBe(`timeout=${RESTING_CONNECTION_MS / 1_000}`);
    agent.destroy();
  });

  it.each([
    ['a body of more than 256 KiB', () => JSON.stringify({ name: 'x'.repeat(256 * 1024) }), 413],
    ['deeper than twenty', () => nested(JSON_DEPTH_MAX + 1), 413],
    ['twenty deep, but no schema of ours', () => nested(JSON_DEPTH_MAX), 400],
    ['twenty thousand deep', () => nested(20_000), 413],
    ['more than a thousand keys', () => JSON.stringify(Object.fromEntries(Array.from({ length: JSON_KEYS_MAX + 1 }, (_, i) => [`k${i}`, 0]))), 413],
    ['a list of more than a thousand', () => JSON.stringify({ list: Array.from({ length: JSON_ARRAY_MAX + 1 }, () => 0) }), 413],
    ['nothing', () => '', 400],
    ['a bare string', () => '"x"', 400],
    ['null', () => 'null', 400],
  ])('refused: %s', async (_, body, status) => {
    const answer = await post(body()).expect(status);
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(JSON.stringify(answer.body)).not.toMatch(/node_modules|\.ts:|at \w+ \(|select /i);
    expect(await organisations()).toEqual([]);
  });

  it('compressed bodies count by what they hold', async () => {
    const { gzipSync } = await import('node:zlib');
    const bomb = gzipSync(JSON.stringify({ name: 'x'.repeat(5_000_000) }));
    const status = await new Promise<number | undefined>((done, failed) => {
      const sent = http.request(`${api.url}/api/organisations`, {
        method: 'POST', headers: { 'Origin': api.url, 'Cookie': admin.cookie, 'Content-Type': 'application/json', 'Content-Encoding': 'gzip', 'Content-Length': bomb.length },
      }, (answer) => { answer.resume(); done(answer.statusCode); });
      sent.on('error', failed);
      sent.end(bomb);
    });
    expect(status).toBe(413);
  });

  it('a list of more than a hundred is given to nobody', async () => {
    expect((await admin.agent.get('/api/audit-entries?limit=101').expect(400)).body).toMatchObject({ fields: [{ path: 'limit', code: 'too-big', limit: 100 }] });
    await admin.agent.get('/api/audit-entries?limit=1&limit=2').expect(400);
    await admin.agent.get('/api/audit-entries?everything=1').expect(400);
  });

  it('what nobody expected answers 500 without a word of what went wrong', async () => {
    await api.database.query('alter table organisation rename to organisation_gone');
    try {
      const answer = await api.stranger().agent.get('/api/organisations').expect(500);
      expect(answer.body).toEqual({
        type: 'urn:spolupracovna:problem:internal-error', title: 'internal-error', status: 500, code: 'internal-error', facts: {}, correlationId: expect.any(String),
      });
    } finally {
      await api.database.query('alter table organisation_gone rename to organisation');
    }
  });

  it('a handler that hangs is given up after fifteen seconds', () => {
    let late = () => {};
    const sent: unknown[] = [];
    const response = {
      headersSent: false,
      setTimeout: (ms: number, then: () => void) => { expect(ms).toBe(REQUEST_TIMEOUT_MS); late = then; },
      status(code: number) { sent.push(code); return this; },
      type() { return this; },
      send(body: string) { sent.push(JSON.parse(body)); },
    };
    timeLimit({} as Request, response as unknown as Response, () => undefined);
    late();
    expect(sent).toEqual([503, expect.objectContaining({ code: 'unavailable' })]);
  });

  it('what waits for its turn is given more time', async () => {
    const seen: unknown[] = [];
    const server = http.createServer((request, response) => {
      timeLimit(request as Request, response as Response, () => {
        mayTakeLong(response as Response);
        seen.push(request.socket.timeout);
        response.end();
      });
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', () => listening()));
    await fetch(`http://127.0.0.1:${(server.address() as { port: number }).port}`);
    await new Promise((closed) => server.close(closed));
    expect(seen).toEqual([LONG_WORK_TIMEOUT_MS]);
  });

  it('a viewer and a stranger’s address have their rates, and are told when to come again', async () => {
    const limit = requestRate(2, 3);
    const ask = async (asked: object) => {
      const next = jest.fn<(problem?: { code: string; facts: { retryAfterSeconds: number } }) => void>();
      await new Promise<void>((done) => void limit(asked as Request, {} as Response, (problem?: unknown) => { next(problem as undefined); done(); }));
      return next.mock.calls[0]?.[0];
    };
    const jana = { viewer: { person: { id: 'jana' }, participants: [] }, ip: '192.0.2.1' };
    const guest = { viewer: { person: null, participants: [{ id: 'guest' }] }, ip: '192.0.2.1' };
    const stranger = { viewer: { person: null, participants: [] }, ip: '192.0.2.1' };
    for (const [who, allowed] of [[jana, 2], [guest, 2], [stranger, 3]] as const) {
      for (let i = 0; i < allowed; i++) expect(await ask(who)).toBeUndefined();
      const problem = await ask(who);
      expect(problem).toMatchObject({ code: 'too-many-requests' });
      expect(problem!.facts.retryAfterSeconds).toBeGreaterThan(50);
    }
  });
});

describe('SEC-27: unsafe keys', () => {
  it.each(['{"__proto__":{"polluted":true}}', '{"constructor":{"prototype":{"polluted":true}}}', '{"name":"x","sector":"ngo","parentId":null,"prototype":1}', '{"deep":[{"__proto__":{"polluted":true}}]}'])(
    '%s is refused, and nothing inherits it', async (body) => {
      const answer = await command().set('Origin', api.url).set('Content-Type', 'application/json').send(body).expect(400);
      expect(answer.body).toMatchObject({ code: 'unsafe-key' });
      expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    });

  it.each(['__proto__=1', 'constructor=1', '__proto__[polluted]=1', 'limit[__proto__]=1', 'prototype=1'])('?%s is refused', async (query) => {
    await admin.agent.get(`/api/audit-entries?${query}`).expect(400);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});

describe('SEC-62: the technical log', () => {
  const lines: string[] = [];
  const logger = createLogger('debug', new Writable({ write: (chunk: Buffer, _, done) => { lines.push(chunk.toString()); done(); } }));

  it('tells what failed, never what people typed', async () => {
    const source = api.app.get(DataSource);
    const email = 'marker@example.org';
    await source.query(`insert into person (id, name, email, language) values (gen_random_uuid(), 'A', $1, 'sk')`, [email]);
    const failed = await source.query(`insert into person (id, name, email, language) values (gen_random_uuid(), 'Marker Name', $1, 'sk')`, [email]).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(QueryFailedError);
    logger.error({ err: new Error('outer', { cause: failed }), headers: { cookie: 'marker-cookie' }, password: 'marker-password', body: { secret: 'marker-secret' } }, 'request failed');
    const line = lines.at(-1)!;
    expect(line).not.toMatch(/marker/i);
    expect(JSON.parse(line)).toMatchObject({ msg: 'request failed', err: { message: 'outer', cause: { type: 'QueryFailedError', database: { code: '23505', constraint: 'person_email_key' } } } });
  });

  it('is one line of JSON for each entry, whatever control characters come along', () => {
    logger.info({ route: 'a\nb\u001b[31m' }, 'line\r\n{"forged":true}');
    expect(lines.at(-1)!.trimEnd().split('\n')).toHaveLength(1);
    expect(lines.at(-1)).not.toContain('\u001b');
  });
});

describe('SEC-63: secrets and production mode', () => {
  const DATABASE_URL = 'postgres://spolu@127.0.0.1/x';

  it('production with a database of its own does not start without a secret, nor any start with a short one', () => {
    expect(() => readConfig({ NODE_ENV: 'production', DATABASE_URL })).toThrow(/SIGN_IN_SECRET/);
    expect(() => readConfig({ NODE_ENV: 'production', DATABASE_URL, SIGN_IN_SECRET: 'changeme' })).toThrow(/SIGN_IN_SECRET/);
    expect(() => readConfig({ DATABASE_URL, SIGN_IN_SECRET: 'x'.repeat(32), FORMER_SIGN_IN_SECRETS: 'short' })).toThrow(/FORMER_SIGN_IN_SECRETS/);
    // Behind https no browser would be given its cookie.
    expect(() => readConfig({ DATABASE_URL, SIGN_IN_SECRET: 'x'.repeat(32), PUBLIC_URL: 'https://town.example' })).toThrow(/TRUST_PROXY/);
    expect(readConfig({ DATABASE_URL, SIGN_IN_SECRET: 'x'.repeat(32), PUBLIC_URL: 'https://town.example', TRUST_PROXY: '1' }).secure).toBe(true);
  });

  it('production never shows the demo', () => {
    expect(readConfig({ NODE_ENV: 'production', SIGN_IN_SECRET: 'x'.repeat(32), DATA_DIR: '/nonexistent', DEMO: '1' }).demo).toBe(false);
    expect(readConfig({ DATABASE_URL, SIGN_IN_SECRET: 'x'.repeat(32), DEMO: '1' }).demo).toBe(false);
  });

  it('a new secret signs nobody out while the former one is known', async () => {
    const former = 'the secret of last year, thirty-two signs';
    const rotated = await givenApi({ formerSignInSecrets: [former] });
    try {
      const { createHmac } = await import('node:crypto');
      const jana = await rotated.person();
      const [row] = await rotated.database.query<{ sid: string }[]>('select sid from sign_in where person_id = $1', [jana.personId]);
      const sign = (secret: string) => `spolu=${encodeURIComponent(`s:${row!.sid}.${createHmac('sha256', secret).update(row!.sid).digest('base64').replace(/=+$/, '')}`)}`;
      const who = async (cookie: string) => ((await request(rotated.url).get('/api/me').set('Cookie', cookie)).body as { person: object | null }).person;
      expect(await who(sign(former))).not.toBeNull();
      expect(await who(sign('a secret that was never ours, thirty-two'))).toBeNull();
    } finally {
      await rotated.stop();
    }
  });

  it('nothing is served that is no page, asset or route of ours', async () => {
    for (const path of ['/.env', '/.git/config', '/package.json', '/src/main.ts', '/assets/', '/assets/../package.json', '/..%2f..%2fpackage.json', '/%2e%2e/package.json', '/api/docs', '/api/debug', '/metrics', '/assets/index.js.map']) {
      const answer = await request(api.url).get(path);
      const isThePage = /<!doctype html>/i.test(answer.text) && !/index of|dependencies|\[core\]/i.test(answer.text);
      expect(`${path}: ${answer.status === 404 || isThePage ? 'closed' : answer.text.slice(0, 80)}`).toBe(`${path}: closed`);
    }
  });

  it('metrics are for the machine itself, or for whoever has the token', async () => {
    await request(api.url).get('/api/metrics').expect(200);
    const guarded = await givenApi({ metricsToken: 'a token of the monitoring' });
    try {
      await request(guarded.url).get('/api/metrics').expect(404);
      await request(guarded.url).get('/api/metrics').set('Authorization', 'Bearer a token of somebody el').expect(404);
      await request(guarded.url).get('/api/metrics').set('Authorization', 'Bearer a token of the monitoring').expect(200);
    } finally {
      await guarded.stop();
    }
    const proxied = await givenApi({ trustProxy: 1 });
    try {
      await request(proxied.url).get('/api/metrics').expect(404);
    } finally {
      await proxied.stop();
    }
  });
});
