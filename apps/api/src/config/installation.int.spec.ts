import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { DCLinter } from 'dclint';
import { validate } from 'dockerfile-utils';
import request from 'supertest';
import { givenApi } from '../testing/given-api.ts';
import { Environment } from './config.ts';

const ROOT = join(import.meta.dirname, '../../../..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const KNOWN = Object.keys(Environment.shape).sort();
/** What the C library reads, not the server. */
const OF_THE_LIBRARY = ['MALLOC_ARENA_MAX'];

/** What we read of dclint's answer; its own types name files that it does not ship. */
interface Linted {
  messages: { type: string; line: number; message: string }[];
}
interface Manifest {
  dependencies?: Record<string, string>;
}
const manifest = (project: string) => JSON.parse(read(`${project}/package.json`)) as Manifest;

describe('docs/configuration.md', () => {
  test('has a row for each variable that the server reads, and for nothing else', () => {
    const rows = [...read('docs/configuration.md').matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name]) => name!);
    expect(rows.sort()).toEqual(KNOWN);
  });
});

describe('docker/Dockerfile', () => {
  const lines = read('docker/Dockerfile').replace(/\\\n/g, ' ').split('\n').filter((line) => /^[A-Z]+ /.test(line));
  const instructions = lines.map((line) => ({ name: line.split(' ')[0]!, words: line.trim().split(/\s+/).slice(1) }));
  const all = (name: string) => instructions.filter((instruction) => instruction.name === name).map(({ words }) => words);
  const last = instructions.slice(instructions.findLastIndex(({ name }) => name === 'FROM'));
  const inLast = (name: string) => last.find((instruction) => instruction.name === name)!.words;
  const copies = all('COPY').map((words) => {
    const from = words[0]!.startsWith('--from=') ? words[0]!.slice('--from='.length) : null;
    return { from, sources: words.slice(from === null ? 0 : 1, -1) };
  });

  test('is well formed', () => expect(validate(read('docker/Dockerfile'))).toEqual([]));

  test('stands on images of a stated version that the program runs on, and on its own stages', () => {
    const stages = all('FROM').map(([image, , stage]) => ({ image: image!, stage }));
    for (const [i, { image }] of stages.entries()) {
      if (!stages.slice(0, i).some(({ stage }) => stage === image)) expect(image).toMatch(/^node:(22|24)-[a-z]+(-slim)?$/);
    }
    expect(copies.filter(({ from }) => from !== null && !stages.some(({ stage }) => stage === from))).toEqual([]);
  });

  test('copies what is there', () => {
    const missing = copies.flatMap(({ from, sources }) =>
      sources
        // what a stage built is there when what it was built from is
        .map((source) => (from === null ? source : source.replace(/^\/app\/?/, '').replace(/(^|\/)dist$/, '')))
        .filter((source) => !existsSync(join(ROOT, source))));
    expect(missing).toEqual([]);
  });

  test('knows every project, without which npm ci fails, and brings each library that the server needs', () => {
    const projects = ['apps', 'libs'].flatMap((folder) => readdirSync(join(ROOT, folder)).map((name) => `${folder}/${name}`)).filter((path) => existsSync(join(ROOT, path, 'package.json')));
    const copied = copies.flatMap(({ sources }) => sources);
    expect(projects.filter((project) => !copied.includes(`${project}/package.json`))).toEqual([]);
    const needed = new Set<string>();
    const follow = (project: string) => {
      for (const name of Object.keys(manifest(project).dependencies ?? {})) {
        const library = name.startsWith('@spolu/') ? `libs/${name.slice('@spolu/'.length)}` : null;
        if (library === null || needed.has(library)) continue;
        needed.add(library);
        follow(library);
      }
    };
    follow('apps/api');
    expect(needed.size).toBeGreaterThan(3);
    expect([...needed, 'apps/api', 'apps/web'].filter((project) => !copied.includes(`/app/${project}/dist`))).toEqual([]);
  });

  test('SEC-65: runs as somebody without rights', () => {
    const names = last.map(({ name }) => name);
    expect(inLast('USER')).toEqual(['node']);
    expect(names.indexOf('USER')).toBeLessThan(names.indexOf('CMD'));
    expect(names.filter((name) => name === 'USER')).toHaveLength(1);
  });

  test('sets only what the server or its C library reads, and starts a file that is built', () => {
    const set = last.filter(({ name }) => name === 'ENV').flatMap(({ words }) => words.map((word) => word.split('=')[0]!));
    expect(set.filter((name) => ![...KNOWN, ...OF_THE_LIBRARY].includes(name))).toEqual([]);
    const [started] = /apps\/api\/dist\/[\w-]+\.js/.exec(inLast('CMD').join(' '))!;
    expect(existsSync(join(ROOT, started.replace('/dist/', '/src/').replace('.js', '.ts')))).toBe(true);
  });

  test('asks for its health where it is answered', async () => {
    const [path] = /\/api\/[\w/]+/.exec(inLast('HEALTHCHECK').join(' '))!;
    const api = await givenApi();
    try {
      await request(api.url).get(path).expect(200);
    } finally {
      await api.stop();
    }
  });
});

describe('docker/compose.yaml', () => {
  const compose = read('docker/compose.yaml');
  const services = new Map([...compose.split(/^volumes:/m)[0]!.matchAll(/^ {2}([\w-]+):\n((?: {4}.*\n|\n)+)/gm)].map(([, name, body]) => [name!, body!]));
  const environmentOf = (service: string) => [...(/^ {4}environment:\n((?: {6}.*\n)+)/m.exec(services.get(service)!)?.[1] ?? '').matchAll(/^ {6}([A-Z_]+):/gm)].map(([, name]) => name!);
  const asked = (pattern: RegExp) => [...new Set([...compose.matchAll(pattern)].map(([, name]) => name!))].sort();

  test('is well formed', () => {
    const results: Linted[] = new DCLinter({ rules: {}, quiet: true, debug: false, exclude: [] }).lintFiles([join(ROOT, 'docker/compose.yaml')], false);
    expect(results.flatMap(({ messages }) => messages).filter(({ type }) => type === 'error').map(({ line, message }) => `${line}: ${message}`)).toEqual([]);
  });

  test('stands on images of a stated version', () => {
    const images = [...compose.matchAll(/^ {4}image: (\S+)$/gm)].map(([, image]) => image!);
    expect(images.length).toBeGreaterThan(0);
    expect(images.filter((image) => !/:\d+[\w.-]*$/.test(image))).toEqual([]);
  });

  test('tells the server only what it reads', () => {
    const told = environmentOf('api');
    expect(told).toContain('DATABASE_URL');
    expect(told.filter((name) => !KNOWN.includes(name))).toEqual([]);
  });

  test('SEC-65: gives the server nothing that it does not need', () => {
    expect(services.get('api')).toMatch(/^ {4}read_only: true$/m);
    expect(services.get('api')).toMatch(/^ {4}cap_drop: \[ALL\]$/m);
    expect(services.get('api')).toContain('no-new-privileges:true');
    expect(compose).not.toMatch(/privileged: true|docker\.sock|network_mode: host/);
  });

  test('asks for exactly what its page says to write down', () => {
    const written = [...(/cat > \.env <<END\n([^]*?)END\n/.exec(read('docker/README.md'))?.[1] ?? '').matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name!);
    expect(asked(/\$\{([A-Z_]+):\?/g)).toEqual(written.sort());
  });
});

describe('docker/compose.two.yaml', () => {
  const compose = read('docker/compose.two.yaml');
  const server = /^x-server: &server\n((?: {2}.*\n|\n)+)/m.exec(compose)![1]!;
  const asked = (text: string) => [...new Set([...text.matchAll(/\$\{([A-Z_]+):\?/g)].map(([, name]) => name!))].sort();
  const servers = [...compose.matchAll(/^ {2}(\w+):\n {4}<<: \*server$/gm)].map(([, name]) => name!);

  test('is well formed, on images of a stated version', () => {
    const results: Linted[] = new DCLinter({ rules: {}, quiet: true, debug: false, exclude: [] }).lintFiles([join(ROOT, 'docker/compose.two.yaml')], false);
    expect(results.flatMap(({ messages }) => messages).filter(({ type }) => type === 'error').map(({ line, message }) => `${line}: ${message}`)).toEqual([]);
    expect([...compose.matchAll(/^ {4}image: (\S+)$/gm)].map(([, image]) => image!).filter((image) => !/:\d+[\w.-]*$/.test(image))).toEqual([]);
  });

  test('tells each server only what it reads, asks for what one server asks for, and gives it nothing that it does not need (SEC-65)', () => {
    const told = [...(/^ {2}environment:\n((?: {4}.*\n)+)/m.exec(server)?.[1] ?? '').matchAll(/^ {4}([A-Z_]+):/gm)].map(([, name]) => name!);
    expect(told).toEqual(expect.arrayContaining(['DATABASE_URL', 'REDIS_URL', 'SIGN_IN_SECRET']));
    expect(told.filter((name) => !KNOWN.includes(name))).toEqual([]);
    expect(asked(compose)).toEqual(asked(read('docker/compose.yaml')));
    expect(server).toMatch(/^ {2}read_only: true$/m);
    expect(server).toMatch(/^ {2}cap_drop: \[ALL\]$/m);
    expect(server).toContain('no-new-privileges:true');
    expect(compose).not.toMatch(/privileged: true|docker\.sock|network_mode: host/);
  });

  test('its balancer knows every server, and asks whether it is alive where that is answered', () => {
    const balancer = read('docker/haproxy.cfg');
    expect(servers).toEqual(['one', 'two']);
    expect([...balancer.matchAll(/^ {2}server (\w+) (\w+):3000$/gm)].map(([, name, host]) => [name, host])).toEqual(servers.map((name) => [name, name]));
    expect(balancer).toContain(`option httpchk GET ${/\/api\/health\/\w+/.exec(read('docker/Dockerfile'))![0]}`);
    // Whoever is at a server that stands still must not wait until her device notices.
    expect(balancer).toContain('on-marked-down shutdown-sessions');
  });
});
