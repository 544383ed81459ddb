import { request as askPlainly } from 'node:http';
import { request as askSecurely } from 'node:https';
import { createServer, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { DemoCity } from './demo-city.ts';
import { signInAs } from './facilitator.ts';
import { ownCard, writeCard } from './participant.ts';
import { expectSound, someone, startBrowser } from './people.ts';
import { openReverseProxy, type ReverseProxy } from './reverse-proxy.ts';

let browser: Browser;
let proxy: ReverseProxy;
let city: DemoCity;
let facilitator: Page;
/** Addresses of the sockets that anybody's page opened. */
const sockets: string[] = [];
beforeAll(async () => {
  [browser, proxy] = await Promise.all([startBrowser(), openReverseProxy()]);
  const port = await freePort();
  proxy.leadTo(port);
  city = await DemoCity.open(browser, { PORT: String(port), PUBLIC_URL: proxy.url, TRUST_PROXY: '1' });
  facilitator = await someone(browser, 'projector');
  heard(facilitator);
});
afterAll(async () => {
  await browser.close();
  await city.stop();
  await proxy.stop();
});

const heard = (page: Page) => page.on('websocket', (socket) => sockets.push(socket.url()));

function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => done(port));
    });
  });
}

interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
}
/** Without a browser, which would keep its own rules. */
function ask(url: string, { method = 'GET', headers = {}, body = '' }: { method?: string; headers?: Record<string, string>; body?: string } = {}): Promise<Answer> {
  return new Promise((done, failed) => {
    const asked = url.startsWith('https') ? askSecurely(url, { method, headers, rejectUnauthorized: false }) : askPlainly(url, { method, headers });
    asked.on('response', (answer) => {
      answer.resume();
      answer.on('end', () => done({ status: answer.statusCode!, headers: answer.headers }));
    });
    asked.on('upgrade', (answer, socket) => {
      socket.destroy();
      done({ status: answer.statusCode!, headers: answer.headers });
    });
    asked.on('error', failed);
    asked.end(body);
  });
}
const json = (origin: string, more: Record<string, string> = {}) => ({ 'content-type': 'application/json', origin, ...more });

describe('a town behind https', () => {
  test('SEC-08, SEC-22: the facilitator signs in; her cookie is bound to this host and to https, browsers are told to insist on it, no banner warns', async () => {
    expect(city.app.url).toBe(proxy.url);
    await signInAs(facilitator, proxy.url, 'Facilitátorka');
    const [cookie, ...others] = await facilitator.context().cookies();
    expect(others).toEqual([]);
    expect(cookie).toMatchObject({ name: '__Host-spolu', domain: '127.0.0.1', path: '/', secure: true, httpOnly: true, sameSite: 'Lax' });
    const page = await facilitator.goto(`${proxy.url}/sessions/${city.places.running}/projector`);
    expect(page!.headers()).toMatchObject({ 'strict-transport-security': 'max-age=31536000; includeSubDomains', 'cross-origin-opener-policy': 'same-origin' });
    await facilitator.getByRole('heading', { level: 1 }).waitFor();
    expect(await facilitator.evaluate(() => isSecureContext)).toBe(true);
    await expectSound(facilitator);
    const visitor = await someone(browser, 'laptop');
    await visitor.goto(proxy.url);
    await visitor.getByRole('heading', { level: 1 }).waitFor();
    await visitor.getByRole('link', { name: 'Prihlásiť sa' }).first().waitFor();
    expect(await visitor.getByText('Spojenie nie je šifrované').count()).toBe(0);
    await visitor.context().close();
  });

  test('SEC-28: a phone joins and writes a card, which appears on the projector, all of it over wss', async () => {
    const phone = await someone(browser, 'phone');
    heard(phone);
    await phone.goto(`${proxy.url}/j#${city.places.code}`);
    await phone.getByRole('textbox', { name: 'Ako vás máme volať?' }).fill('Šifrovaná');
    await phone.getByRole('button', { name: 'Vstúpiť ako Šifrovaná' }).click();
    await phone.getByRole('button', { name: 'Preskočiť' }).click();
    await writeCard(phone, 'Lístok cez šifrované spojenie', 'Nápady a riešenia');
    await ownCard(phone, 'Lístok cez šifrované spojenie').getByText('uložený').waitFor();
    await facilitator.getByText('Lístok cez šifrované spojenie').waitFor();
    await expectSound(phone);
    expect(sockets.length).toBeGreaterThanOrEqual(2);
    expect(new Set(sockets.map((address) => new URL(address).origin))).toEqual(new Set([proxy.url.replace('https', 'wss')]));
    await phone.context().close();
  });

  test('SEC-08, SEC-21: whoever typed http is led to https, changes nothing and is nobody there', async () => {
    const led = await ask(`${proxy.plainUrl}/sessions/${city.places.finished}/report?from=mail`);
    expect([led.status, led.headers['location']]).toEqual([308, `${proxy.url}/sessions/${city.places.finished}/report?from=mail`]);
    for (const origin of [proxy.plainUrl, proxy.url]) {
      const answer = await ask(`${proxy.plainUrl}/api/demo-sign-ins`, { method: 'POST', headers: json(origin), body: '{"role":"administrator"}' });
      expect([answer.status, answer.headers['set-cookie']]).toEqual([403, undefined]);
    }
    const plain = await someone(browser, 'laptop');
    await plain.goto(`${proxy.plainUrl}/decisions`);
    expect(plain.url()).toBe(`${proxy.url}/decisions`);
    await plain.context().close();
  });

  test('SEC-28: the socket opens for our own address alone, even with somebody’s cookie', async () => {
    const [cookie] = await facilitator.context().cookies();
    const handshake = (url: string, origin: string | null) =>
      ask(`${url}/socket/?EIO=4&transport=websocket`, {
        headers: {
          ...(origin === null ? {} : { origin }), cookie: `${cookie!.name}=${cookie!.value}`, connection: 'Upgrade', upgrade: 'websocket',
          'sec-websocket-version': '13', 'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
        },
      }).then(({ status }) => (status === 101 ? 'open' : status >= 400 ? 'refused' : status));
    expect(await handshake(proxy.url, proxy.url)).toBe('open');
    for (const origin of ['https://evil.example', 'null', null, proxy.plainUrl, proxy.url.replace('https', 'http'), 'https://localhost', 'https://127.0.0.1']) {
      expect([origin, await handshake(proxy.url, origin)]).toEqual([origin, 'refused']);
    }
    for (const origin of [proxy.url, proxy.plainUrl]) expect([origin, await handshake(proxy.plainUrl, origin)]).toEqual([origin, 'refused']);
  });

  test('SEC-13: whoever invents addresses in X-Forwarded-For is counted under her own', async () => {
    const guess = (i: number) =>
      ask(`${proxy.url}/api/invitation-lookups`, {
        method: 'POST', headers: json(proxy.url, { 'x-forwarded-for': `203.0.${i}.7, 198.51.${i}.9` }), body: JSON.stringify({ secret: 'A'.repeat(43) }),
      });
    const statuses: number[] = [];
    for (let i = 0; i < 60; i++) statuses.push((await guess(i)).status);
    expect(statuses.slice(0, 50)).toEqual(Array<number>(50).fill(404));
    expect(statuses.slice(51)).toEqual(Array<number>(9).fill(429));
  });
});
