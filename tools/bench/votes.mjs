/**
 * 500 people vote within three seconds, each with a phone in the room: how soon a vote is accepted, and whether all are counted exactly once. On the built server with
 * its embedded database; server and phones share this machine. `npm run bench:votes`.
 */
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { io } from 'socket.io-client';
import { Device, startServer } from './server.mjs';
import { percentile, printResult, row } from './table.mjs';

const PHONES = 500;
const WITHIN_MS = 3_000;
const JOIN_AT_ONCE = 20;

const server = await startServer();
const rows = [];
const sockets = [];
try {
  const facilitator = new Device(server);
  await facilitator.post('demo-sign-ins', { role: 'facilitator' });
  const { items } = await facilitator.get('processes');
  const { id: session } = await facilitator.post(`processes/${items[0].id}/sessions`, {
    kind: 'workshop', title: 'Meranie', welcome: '', plannedOn: null, plannedTime: null, place: '', language: 'sk', visibility: 'participants',
  });
  await facilitator.post(`sessions/${session}/open`);
  const { room } = await facilitator.get(`sessions/${session}/room`);
  const phones = [];
  while (phones.length < PHONES) {
    phones.push(...(await Promise.all(Array.from({ length: Math.min(JOIN_AT_ONCE, PHONES - phones.length) }, () => joined(room.code)))));
  }
  await Promise.all(phones.map((phone) => enter(phone, session)));
  for (const [settings, send, value] of [
    [{ kind: 'ranking', secrecy: 'blind', options: ['Strechy', 'Kotly', 'Stromy', 'Lampy'] }, (phone, id, body) => phone.put(`activities/${id}/answer`, body), rankingOf],
    [
      { kind: 'question', secrecy: 'blind', form: { type: 'choice', options: ['Pri fontáne', 'Pod stromami', 'Nikde'], most: 2 } }, (phone, id, body) => phone.put(`activities/${id}/answer`, body),
      (options, i) => ({ kind: 'question', answer: { type: 'choice', chosen: [options[i % options.length].id] } }),
    ],
    [{ kind: 'fist-to-five', secrecy: 'secret' }, (phone, id, body) => phone.post(`activities/${id}/secret-answer`, body), (_, i) => ({ kind: 'fist-to-five', fingers: i % 6 })],
  ]) {
    await voting(facilitator, session, phones, settings, send, value);
  }
} finally {
  for (const socket of sockets) socket.close();
  await server.stop();
}
printResult('votes', rows);

async function joined(code) {
  const phone = new Device(server);
  await phone.post('joins', { code, nickname: null, sector: 'residents', language: 'sk' });
  return phone;
}

function enter(phone, sessionId) {
  const socket = io(server.url, { path: '/socket', transports: ['websocket'], forceNew: true, extraHeaders: { cookie: phone.cookie, origin: server.url } });
  sockets.push(socket);
  return new Promise((done, fail) => {
    socket.on('connect_error', fail);
    socket.emit('room.enter', { sessionId }, (answer) => (answer.ok ? done() : fail(new Error(answer.problem.code))));
  });
}

function rankingOf(options, i) {
  return { kind: 'ranking', ranking: options.map((_, n) => options[(n + i) % options.length].id) };
}

async function voting(facilitator, session, phones, settings, send, valueOf) {
  const name = `${settings.kind}, ${settings.secrecy}`;
  const { id } = await facilitator.post(`sessions/${session}/activities`, { title: 'Hlasujeme', instruction: '', staffNotes: '', minutes: 60, methodId: null, settings });
  await facilitator.post(`activities/${id}/start`);
  const { options } = (await shown(facilitator, session, (activity) => activity?.id === id)).part;
  const times = [];
  const before = cpuMs();
  await Promise.all(
    phones.map(async (phone, i) => {
      await pause(Math.random() * WITHIN_MS);
      const began = performance.now();
      await send(phone, id, { value: valueOf(options, i) });
      times.push(performance.now() - began);
    }),
  );
  const perVote = (cpuMs() - before) / PHONES;
  await facilitator.post(`activities/${id}/end`);
  await facilitator.post(`activities/${id}/show-result`);
  const { ballotCount } = (await shown(facilitator, session, (activity) => activity.part.result !== null)).part.result;
  const p95 = percentile(times, 0.95);
  rows.push(row(`${name}: ${PHONES} within ${WITHIN_MS / 1000} s, counted`, ballotCount, '', `= ${PHONES}`, ballotCount === PHONES));
  rows.push(row(`${name}: accepted, p95`, p95, 'ms', '< 300', p95 < 300));
  rows.push(row(`${name}: server's time on a processor, of each vote`, perVote, 'ms'));
}

/** What the room shows once it is that; a room that is being read answers with what it showed before. */
async function shown(facilitator, session, holds) {
  for (;;) {
    const { activity } = (await facilitator.get(`sessions/${session}/room`)).room;
    if (holds(activity)) return activity;
    await pause(20);
  }
}

/** What the server (not its database) has had of the processors so far; Linux counts it in hundredths of a second. */
function cpuMs() {
  const [user, system] = readFileSync(`/proc/${server.process.pid}/stat`, 'utf8').split(') ')[1].split(' ').slice(11, 13);
  return (Number(user) + Number(system)) * 10;
}
