import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { SMTPServer } from 'smtp-server';
import { SmtpTransport } from './mail-transport.ts';

const received: { to: string[]; text: string }[] = [];
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onRcptTo: ({ address }, _, done) => done(address.startsWith('nobody') ? new Error('no such mailbox') : null),
  onData: (stream, session, done) => {
    const parts: Buffer[] = [];
    stream.on('data', (part: Buffer) => parts.push(part));
    stream.on('end', () => {
      received.push({ to: session.envelope.rcptTo.map(({ address }) => address), text: Buffer.concat(parts).toString() });
      done();
    });
  },
});
let transport: SmtpTransport;
beforeAll(async () => {
  await new Promise<void>((up) => server.listen(0, '127.0.0.1', up));
  transport = new SmtpTransport(`smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`, 'Spolupracovňa <city@example.sk>');
});
afterAll(() => new Promise<void>((down) => server.close(down)));

const letter = { to: 'eva@example.org', subject: 'Čo sa stalo', text: 'Dobrý deň', headers: { 'List-Unsubscribe': '<https://city.example.sk/api/x>', 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } };

test('a letter arrives with its sender and the headers of one-click unsubscribing', async () => {
  await transport.send(letter);
  expect(received).toHaveLength(1);
  expect(received[0]!.to).toEqual(['eva@example.org']);
  const lines = received[0]!.text.split('\r\n');
  expect(lines).toContain('List-Unsubscribe: <https://city.example.sk/api/x>');
  expect(lines).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
  expect(received[0]!.text).toMatch(/From: .*<city@example\.sk>/);
});

test('what the server refuses is an error, so that it is tried again', async () => {
  await expect(transport.send({ ...letter, to: 'nobody@example.org' })).rejects.toThrow();
  expect(received).toHaveLength(1);
});
