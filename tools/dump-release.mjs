/**
 * Keeps this release's database for the upgrade tests of later ones: `DATABASE_URL=… node tools/dump-release.mjs`, on an empty database of a
 * PostgreSQL whose pg_dump is in the PATH (the oldest supported version, 15, so that every newer one can read it). Loads the demo city into it through
 * the built api and writes apps/api/src/database/releases/<version>.sql.gz, plain statements that any client can run.
 */
import 'reflect-metadata';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const root = join(import.meta.dirname, '..');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const { DATABASE_URL } = process.env;
if (!DATABASE_URL) throw new Error('Name an empty database in DATABASE_URL.');

const { readConfig } = await import('../apps/api/dist/config/config.js');
const { createApp } = await import('../apps/api/dist/app.js');
const { DemoService } = await import('../apps/api/dist/demo/demo.service.js');

const app = await createApp({ ...readConfig({ DATABASE_URL, DATA_DIR: join(tmpdir(), 'spolupracovna-dump'), LOG_LEVEL: 'error' }), demo: true });
await app.init();
await app.get(DemoService, { strict: false }).load((line) => console.log(line));
await app.close();

const sql = execFileSync('pg_dump', ['--inserts', '--no-owner', '--no-privileges', `--dbname=${DATABASE_URL}`], { encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 })
  .split('\n')
  // Commands of psql, which no other client knows.
  .filter((line) => !line.startsWith('\\'))
  .join('\n');
const folder = join(root, 'apps/api/src/database/releases');
mkdirSync(folder, { recursive: true });
const file = join(folder, `${version}.sql.gz`);
writeFileSync(file, gzipSync(sql, { level: 9 }));
console.log(`${file}: ${Math.round(gzipSync(sql).length / 1024)} kB`);
