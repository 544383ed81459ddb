import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import express from 'express';
import request from 'supertest';
import { webPages } from './web-pages.ts';

const folder = mkdtempSync(join(tmpdir(), 'web-pages-'));
const ID = '0190a5f0-0000-7000-8000-000000000001';
const texts = {
  'pages.json': JSON.stringify([{ path: '/', file: 'pages/home.html' }, { path: '/ideas/:id', file: 'pages/idea.html' }]),
  'pages/home.html': '<!doctype html>home', 'pages/idea.html': '<!doctype html>idea', 'index.html': '<!doctype html>portal', 'canvas.html': '<!doctype html>canvas', 'assets/a-1.js': 'let a = 1;', 'assets/small-1.js': '1;',
};
let server: Server;
let url: string;

beforeAll(async () => {
  for (const part of ['assets', 'pages']) mkdirSync(join(folder, part));
  for (const [file, text] of Object.entries(texts)) {
    writeFileSync(join(folder, file), text);
    if (file.includes('small')) continue;
    writeFileSync(join(folder, `${file}.br`), brotliCompressSync(text));
    writeFileSync(join(folder, `${file}.gz`), gzipSync(text));
  }
  server = express().use(webPages(folder)).listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await new Promise((done) => server.close(done));
  rmSync(folder, { recursive: true });
});

async function got(path: string, accepts: string) {
  const { status, headers } = await request(url).head(path).set('Accept-Encoding', accepts);
  return { status, as: headers['content-encoding'], type: headers['content-type'], vary: headers['vary'], kept: headers['cache-control'] };
}

describe('a file of the web', () => {
  it.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip, deflate', 'gzip'],
    ['gzip, br;q=0', 'gzip'],
    ['identity', undefined],
  ])('goes to a browser that takes %s as %s', async (accepts, as) => {
    expect(await got('/assets/a-1.js', accepts)).toEqual({ status: 200, as, type: 'text/javascript; charset=utf-8', vary: 'Accept-Encoding', kept: 'public, max-age=31536000, immutable' });
  });

  it('is the same text however it goes', async () => {
    for (const accepts of ['br', 'gzip', 'identity']) {
      const answer = await fetch(`${url}/assets/a-1.js`, { headers: { 'Accept-Encoding': accepts } });
      expect(await answer.text()).toBe(texts['assets/a-1.js']);
    }
  });

  it('goes as it is where nothing smaller lies beside it, and is not there where it is not', async () => {
    expect(await got('/assets/small-1.js', 'br')).toMatchObject({ status: 200, as: undefined, vary: undefined });
    expect(await got('/assets/none-1.js', 'br')).toMatchObject({ status: 404, as: undefined });
  });

  it('is a page under the addresses of its entry', async () => {
    expect(await got('/sessions/abc/canvas', 'br')).toEqual({ status: 200, as: 'br', type: 'text/html; charset=utf-8', vary: 'Accept-Encoding', kept: 'no-cache' });
    expect(await (await fetch(`${url}/sessions/abc/canvas`)).text()).toBe(texts['canvas.html']);
    expect(await (await fetch(`${url}/sessions/abc`)).text()).toBe(texts['index.html']);
  });

  it.each([
    ['/', 'home'],
    [`/ideas/${ID}`, 'idea'],
    [`/ideas/${ID}?from=mail`, 'idea'],
    ['/ideas/new', 'portal'],
    [`/ideas/${ID}/more`, 'portal'],
    [`/ideas/${ID}/`, 'portal'],
  ])('at %s is the document of %s', async (path, document) => {
    expect(await (await fetch(url + path)).text()).toBe(`<!doctype html>${document}`);
    expect(await got(path, 'br')).toEqual({ status: 200, as: 'br', type: 'text/html; charset=utf-8', vary: 'Accept-Encoding', kept: 'no-cache' });
  });
});
