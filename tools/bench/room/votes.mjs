/**
 * A full hall: 500 phones, 40 canvases and a projector. How soon all screens show another activity, how soon a vote is accepted while 500 people vote within three
 * seconds, and whether all are counted exactly once.
 */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { addCluster } from '../../../libs/board/dist/clusters.js';
import { addNote, putInCluster } from '../../../libs/board/dist/notes.js';
import { Device, startServer } from '../server.mjs';
import { percentile, row } from '../table.mjs';
import { begin, connect, enterRoom, givenOpenSession, join, openBoard } from './hall.mjs';

const PHONES = 500;
const CANVASES = 40;
const WITHIN_MS = 3_000;
const JOIN_AT_ONCE = 20;
const OPTIONS = ['Strechy', 'Kotly', 'Stromy', 'Lampy', 'Lavičky', 'Chodníky', 'Zastávky', 'Ihriská'];
const DOTS = 3;
/** Each so manieth phone sends another ballot at the same moment, as an impatient finger or a second tab does. */
const TWICE = 10;

/** How each vote is held, and what one phone sends; `votes` of a result are people, `spent` is what was taken in all. */
const VOTES = [
  {
    settings: { kind: 'dot-vote', dots: DOTS, perOption: 2 }, name: 'dots',
    send: (phone, id, options, i) =>
      Promise.all(Array.from({ length: i % TWICE === 0 ? 2 : 1 }, (_, n) => phone.put(`activities/${id}/ballot`, { dots: [[i + n, 2], [i + n + 1, 1]].map(([at, count]) => ({ optionId: options[at % options.length].id, count })) }))),
    counted: ({ votedCount }) => votedCount,
    spent: ({ options }) => options.reduce((sum, { dots }) => sum + dots, 0),
  },
  {
    settings: { kind: 'ranking', secrecy: 'blind', options: OPTIONS }, name: 'ranking',
    send: (phone, id, options, i) => phone.put(`activities/${id}/answer`, { value: { kind: 'ranking', ranking: options.map((_, n) => options[(n + i) % options.length].id) } }),
    counted: ({ ballotCount }) => ballotCount,
  },
  {
    settings: { kind: 'question', secrecy: 'blind', form: { type: 'choice', options: ['Pri fontáne', 'Pod stromami', 'Nikde'], most: 2 } }, name: 'question, choice',
    send: (phone, id, options, i) => phone.put(`activities/${id}/answer`, { value: { kind: 'question', answer: { type: 'choice', chosen: [options[i % options.length].id] } } }),
    counted: ({ ballotCount }) => ballotCount,
  },
  {
    settings: { kind: 'fist-to-five', secrecy: 'secret' }, name: 'fist to five, secret',
    send: (phone, id, _, i) => phone.post(`activities/${id}/secret-answer`, { value: { kind: 'fist-to-five', fingers: i % 6 } }),
    counted: ({ ballotCount }) => ballotCount,
  },
];

export async function votes() {
  const server = await startServer();
  const rows = [];
  const sockets = [];
  const boards = [];
  try {
    const { facilitator, session, boardId, code } = await givenOpenSession(server);
    const phones = [];
    while (phones.length < PHONES) {
      phones.push(...(await Promise.all(Array.from({ length: Math.min(JOIN_AT_ONCE, PHONES - phones.length) }, () => join(server, code)))));
    }
    await begin(facilitator, session, { kind: 'cluster' });
    let doc;
    const projector = new Device(server);
    await projector.post('demo-sign-ins', { role: 'facilitator' });
    boards.push(await openBoard(facilitator, boardId, { onCopy: (copy) => (doc = copy) }));
    for (const device of phones.slice(0, CANVASES - 1)) boards.push(await openBoard(device, boardId, { socket: connect(device) }));
    for (const device of [facilitator, projector, ...phones]) sockets.push(await enterRoom(device, session));
    for (const title of OPTIONS) withNote(doc, title);
    // the clusters are the facilitator's, and the vote is on what is stored
    await until(async () => (await facilitator.get(`boards/${boardId}`)).frames.flatMap(({ clusters }) => clusters).filter(({ notes }) => notes.length > 0).length >= OPTIONS.length);

    const changes = [];
    for (const vote of VOTES) {
      const { id, took } = await changing(facilitator, session, sockets, vote.settings);
      changes.push(...took);
      rows.push(...(await voting(server, facilitator, session, phones, vote, id)));
      changes.push(...(await changing(facilitator, session, sockets, { kind: 'information' })).took);
    }
    const p95 = percentile(changes, 0.95);
    rows.push(row(`another activity, begun → on ${PHONES} phones, ${CANVASES} canvases and the projector, p95`, p95, 'ms', '< 500', p95 < 500));
    rows.push(row('load of the machine in the last minute', loadavg()[0], ''));
  } finally {
    for (const { close } of boards) close();
    for (const socket of sockets) socket.close();
    await server.stop();
  }
  return rows;
}

function withNote(doc, text) {
  const [note, cluster] = [randomUUID(), randomUUID()];
  addCluster(doc, { id: cluster, title: text });
  addNote(doc, { id: note, text, colour: 'yellow', position: { x: 0, y: 0, frameId: null }, participantId: null, createdAt: Date.now() });
  putInCluster(doc, note, cluster);
}

/** Begins another activity. `took`: how long after the facilitator's press each screen was told. */
async function changing(facilitator, session, sockets, settings) {
  const { id } = await facilitator.post(`sessions/${session}/activities`, { title: 'Meriame', instruction: '', staffNotes: '', minutes: 60, methodId: null, settings });
  const told = sockets.map((socket) => new Promise((done) => {
    const look = ({ activity }) => {
      if (activity?.id !== id) return;
      socket.off('room', look);
      done(performance.now());
    };
    socket.on('room', look);
  }));
  const began = performance.now();
  await facilitator.post(`activities/${id}/start`);
  return { id, took: (await Promise.all(told)).map((at) => at - began) };
}

async function voting(server, facilitator, session, phones, { settings, name, send, counted, spent }, id) {
  const { options } = (await shown(facilitator, session, (activity) => activity?.id === id)).part;
  const times = [];
  const before = cpuMs(server);
  await Promise.all(
    phones.map(async (phone, i) => {
      await pause(Math.random() * WITHIN_MS);
      const began = performance.now();
      await send(phone, id, options, i);
      times.push(performance.now() - began);
    }),
  );
  const perVote = (cpuMs(server) - before) / PHONES;
  await facilitator.post(`activities/${id}/end`);
  await facilitator.post(`activities/${id}/show-result`);
  const { result } = (await shown(facilitator, session, (activity) => activity.part.result !== null)).part;
  const p95 = percentile(times, 0.95);
  const isFair = counted(result) === PHONES && (!spent || spent(result) === PHONES * DOTS);
  return [
    row(`${name}: ${PHONES} vote within ${WITHIN_MS / 1000} s, counted`, counted(result), '', `= ${PHONES}`, counted(result) === PHONES),
    ...(spent ? [row(`${name}: spent by all, some of whom sent twice`, spent(result), '', `= ${PHONES * DOTS}`, isFair)] : []),
    row(`${name}: accepted, p95`, p95, 'ms', '< 300', p95 < 300),
    row(`${name}: accepted, p50`, percentile(times, 0.5), 'ms'),
    row(`${name}: server's time on a processor, of each vote`, perVote, 'ms'),
  ];
}

/** What the room shows once it is that. */
async function shown(facilitator, session, holds) {
  for (;;) {
    const { activity } = (await facilitator.get(`sessions/${session}/room`)).room;
    if (holds(activity)) return activity;
    await pause(20);
  }
}

async function until(holds) {
  while (!(await holds())) await pause(100);
}

/** What the server (not its database) has had of the processors so far; Linux counts it in hundredths of a second. */
function cpuMs(server) {
  const [user, system] = readFileSync(`/proc/${server.process.pid}/stat`, 'utf8').split(') ')[1].split(' ').slice(11, 13);
  return (Number(user) + Number(system)) * 10;
}
