import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { join, resolve } from 'node:path';
import type { DestinationStream } from 'pino';
import { z } from 'zod';

const flag = z.enum(['', '0', '1', 'true', 'false']).transform((v) => v === '1' || v === 'true');
const empty = (schema: z.ZodType) => z.preprocess((v) => (v === '' ? undefined : v), schema);

/** The environment, read once; the table of docs/configuration.md describes each. */
export const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().default('0.0.0.0'),
  DATA_DIR: z.string().min(1).default(resolve(import.meta.dirname, '../../../../.data')),
  DATABASE_URL: empty(z.url({ protocol: /^postgres(ql)?$/ }).optional()) as z.ZodType<string | undefined>,
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(10),
  REDIS_URL: empty(z.url({ protocol: /^rediss?$/ }).optional()) as z.ZodType<string | undefined>,
  PUBLIC_URL: empty(z.url({ protocol: /^https?$/ }).optional()) as z.ZodType<string | undefined>,
  SIGN_IN_SECRET: empty(z.string().min(32).optional()) as z.ZodType<string | undefined>,
  FORMER_SIGN_IN_SECRETS: z.string().default('').transform((list) => list.split(',').map((secret) => secret.trim()).filter(Boolean)).pipe(z.array(z.string().min(32)).max(5)),
  TRUST_PROXY: z.coerce.number().int().min(0).max(5).default(0),
  METRICS_TOKEN: empty(z.string().min(16).optional()) as z.ZodType<string | undefined>,
  SMTP_URL: empty(z.url({ protocol: /^smtps?$/ }).optional()) as z.ZodType<string | undefined>,
  MAIL_FROM: empty(z.string().regex(/^[^\r\n]+@[^\r\n]+$/).max(254).optional()) as z.ZodType<string | undefined>,
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  DEMO: empty(flag.optional()) as z.ZodType<boolean | undefined>,
  NODE_ENV: z.string().default('development'),
});

export interface Config {
  port: number;
  host: string;
  dataDir: string;
  databaseUrl: string | undefined;
  databasePool: number;
  /** Several servers serve the same boards and hear each other there; undefined: one serves all. */
  redisUrl: string | undefined;
  /** As configured; undefined: each device is answered under the host it asked for. */
  publicUrl: URL | undefined;
  /** Whether people reach us by https: decides cookie, HSTS and sockets. */
  secure: boolean;
  signInSecret: string;
  /** Cookies signed with these are believed still, so that a new secret signs nobody out. */
  formerSignInSecrets: readonly string[];
  trustProxy: number;
  metricsToken: string | undefined;
  /** The mail server; undefined: letters stay in the outbox. */
  smtpUrl: string | undefined;
  mailFrom: string | undefined;
  logLevel: string;
  /** Where lines of the log go; without one to the standard output. */
  logTo?: DestinationStream;
  /** Whether the demo city is loaded and roles sign in with one click: embedded database, new data folder, not production. */
  demo: boolean;
  production: boolean;
}

/** The token under which the application injects its {@link Config}. */
export const CONFIG = Symbol('CONFIG');

/**
 * Reads and checks the environment.
 * @throws an Error that names each wrong variable
 */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const parsed = Environment.safeParse(environment);
  if (!parsed.success) {
    const wrong = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n  ');
    throw new Error(`The environment is not usable:\n  ${wrong}`);
  }
  const env = parsed.data;
  const production = env.NODE_ENV === 'production';
  if (production && env.DATABASE_URL && !env.SIGN_IN_SECRET) {
    throw new Error('The environment is not usable:\n  SIGN_IN_SECRET: set a secret of at least 32 characters');
  }
  if (env.REDIS_URL && !env.DATABASE_URL) throw new Error('The environment is not usable:\n  REDIS_URL: several servers need one database, set DATABASE_URL too');
  if (env.SMTP_URL && !env.MAIL_FROM) throw new Error('The environment is not usable:\n  MAIL_FROM: with an SMTP_URL say which address letters come from');
  if (env.SMTP_URL && !env.PUBLIC_URL) throw new Error('The environment is not usable:\n  PUBLIC_URL: with an SMTP_URL say where links in letters lead');
  const publicUrl = env.PUBLIC_URL ? new URL(env.PUBLIC_URL) : undefined;
  if (publicUrl?.protocol === 'https:' && env.TRUST_PROXY === 0) {
    // The certificate is the proxy's. Unless it is believed, every request looks unencrypted and no browser is given its cookie.
    throw new Error('The environment is not usable:\n  TRUST_PROXY: with an https PUBLIC_URL say how many proxies stand in front, mostly 1');
  }
  const dataDir = resolve(env.DATA_DIR);
  return {
    port: env.PORT,
    host: env.HOST,
    dataDir,
    databaseUrl: env.DATABASE_URL,
    databasePool: env.DATABASE_POOL,
    redisUrl: env.REDIS_URL,
    publicUrl,
    secure: publicUrl?.protocol === 'https:',
    signInSecret: env.SIGN_IN_SECRET ?? lastingSecret(dataDir, 'sign-in-secret'),
    formerSignInSecrets: env.FORMER_SIGN_IN_SECRETS,
    trustProxy: env.TRUST_PROXY,
    metricsToken: env.METRICS_TOKEN,
    smtpUrl: env.SMTP_URL,
    mailFrom: env.MAIL_FROM,
    logLevel: env.LOG_LEVEL,
    demo: !production && !env.DATABASE_URL && decidesForDemo(dataDir, env.DEMO ?? true),
    production,
  };
}

/** A data folder decides once, when it is new, whether it holds the demo city. */
function decidesForDemo(dataDir: string, wanted: boolean): boolean {
  const file = join(dataDir, 'demo');
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(file, wanted ? 'yes' : 'no');
  }
  return readFileSync(file, 'utf8').trim() === 'yes';
}

/** A secret that is made at the first start and kept beside the data. */
function lastingSecret(dataDir: string, name: string): string {
  const file = join(dataDir, name);
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600 });
  }
  return readFileSync(file, 'utf8').trim();
}

/** The address phones in the hall reach: the configured one, else the first on the local network. */
export function phoneUrl(config: Config, port: number): string {
  if (config.publicUrl) return config.publicUrl.origin;
  const local = Object.values(networkInterfaces())
    .flat()
    .find((address) => address?.family === 'IPv4' && !address.internal);
  return `http://${local?.address ?? '127.0.0.1'}:${port}`;
}
