/**
 * A live room with the numbers that a facilitator feels, on the built server with its embedded database:
 * 150 guests joining from one address, cards of 100 participants on their way to the projector and to other browsers, a killed server in
 * the middle of writing, and the report of 500 notes. Server and participants share this machine. `npm run bench:room`.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { io } from 'socket.io-client';
import * as Y from 'yjs';
import { BoardIndex } from '../../libs/board/dist/board-index.js';
import { BoardLink } from '../../libs/realtime/dist/board-link.js';
import { Device, startServer } from './server.mjs';
import { percentile, printResult, row } from './table.mjs';

const GUESTS = 150;
const JOIN_WITHIN_MS = 10_000;
const WRITERS = 100;
const CARDS_EACH = 5;
const CARD_EVERY_MS = 4_000;
const WATCHERS = 4;

const server = await startServer();
const rows = [];
const activities = new Map();
try {
  const { facilitator, session, boardId, code } = await givenRunningRoom();
  const guests = await joining(code);
  const watchers = [await watch(facilitator), ...(await Promise.all(guests.slice(0, WATCHERS).map(watch)))];
  const rooms = guests.slice(0, WRITERS).map((guest) => enterRoom(guest, session));
  await Promise.all(rooms.map((room) => room.ready));
  await writing(guests.slice(0, WRITERS), watchers);
  await report(facilitator);
  for (const { close } of watchers) close();
  await killing(facilitator, guests.slice(0, WRITERS));
  for (const { socket } of rooms) socket.close();

  async function watch(device) {
    const socket = connect(device);
    let doc = new Y.Doc();
    const arrived = new Map();
    const waiting = new Map();
    let index;
    const seen = () => {
      for (const note of index.notes.values()) {
        if (arrived.has(note.text)) continue;
        arrived.set(note.text, performance.now());
        waiting.get(note.text)?.();
      }
    };
    const attach = () => {
      index = new BoardIndex(doc);
      index.onChange(seen);
    };
    attach();
    let link;
    await new Promise((ready) => {
      link = new BoardLink({
        socket,
        boardId,
        document: {
          apply: (updates, format) => doc.transact(() => updates.forEach((u) => (format === 'v2' ? Y.applyUpdateV2 : Y.applyUpdate)(doc, u)), 'link'),
          merge: (updates) => Y.mergeUpdates(updates),
          clock: (clientId) => Y.getState(doc.store, clientId),
          use: (clientId) => (doc.clientID = clientId),
          restart: () => {
            doc = new Y.Doc();
            attach();
          },
        },
        later: (run, ms) => {
          const timer = setTimeout(run, ms);
          return () => clearTimeout(timer);
        },
        presence: false,
        onState: ({ phase }) => phase === 'ready' && ready(),
        onPresence: () => undefined,
        onNotTaken: () => undefined,
      });
    });
    return {
      arrived,
      whenSeen: (text) => (arrived.has(text) ? Promise.resolve() : new Promise((done) => waiting.set(text, done))),
      close: () => {
        link.close();
        socket.close();
      },
    };
  }

  async function writing(writers, watching) {
    const sent = new Map();
    const acknowledged = [];
    await Promise.all(
      writers.map(async (writer, w) => {
        await pause((w / writers.length) * CARD_EVERY_MS);
        for (let i = 0; i < CARDS_EACH; i++) {
          const text = `Lístok ${i + 1} od účastníka ${w + 1}: menej tepla von oknom, viac slnka na strechy.`;
          const began = performance.now();
          sent.set(text, began);
          await writer.post(`activities/${activityOf(session)}/cards`, card(text), randomUUID());
          acknowledged.push(performance.now() - began);
          await pause(Math.max(0, CARD_EVERY_MS - (performance.now() - began)));
        }
      }),
    );
    await Promise.all([...sent.keys()].flatMap((text) => watching.map(({ whenSeen }) => whenSeen(text))));
    const delays = watching.flatMap(({ arrived }) => [...sent].map(([text, began]) => arrived.get(text) - began));
    rows.push(row(`cards of ${WRITERS} participants, sent → saved, p95`, percentile(acknowledged, 0.95), 'ms'));
    rows.push(row('card from phone to projector and other browsers, p50', percentile(delays, 0.5), 'ms'));
    const p95 = percentile(delays, 0.95);
    rows.push(row('card from phone to projector and other browsers, p95', p95, 'ms', '< 250', p95 < 250));
  }

  async function report(device) {
    const began = performance.now();
    const { activities } = await device.get(`sessions/${session}/report`);
    const ms = performance.now() - began;
    const notes = activities.flatMap(({ kind, part }) => (kind === 'brainstorm' ? part.frames.flatMap((frame) => frame.notes) : [])).length;
    rows.push(row(`report of ${notes} notes`, ms, 'ms', '< 2000', ms < 2000 && notes >= WRITERS * CARDS_EACH));
  }

  /** Participants write as fast as they are answered; the server dies in the middle; whatever it called saved must be there afterwards. */
  async function killing(device, writers) {
    const saved = new Set();
    let stopped = false;
    const busy = writers.map(async (writer, w) => {
      for (let i = 0; !stopped; i++) {
        const text = `Pred výpadkom ${w + 1}/${i + 1}`;
        try {
          await writer.post(`activities/${activityOf(session)}/cards`, card(text), randomUUID());
          saved.add(text);
        } catch (error) {
          if (!error.problem) return;
          if (error.problem.status !== 429) throw error;
        }
        await pause(400);
      }
    });
    await pause(3_000);
    const killed = server.kill();
    stopped = true;
    await Promise.all([killed, ...busy]);
    const began = performance.now();
    await server.restart();
    await device.get(`sessions/${session}/room`);
    const outline = await device.get(`boards/${boardId}`);
    const seconds = (performance.now() - began) / 1000;
    const there = new Set(outline.frames.flatMap((frame) => frame.clusters.flatMap((cluster) => cluster.notes.map((note) => note.text))));
    const lost = [...saved].filter((text) => !there.has(text)).length;
    rows.push(row(`killed while ${WRITERS} write: acknowledged cards lost (of ${saved.size})`, lost, '', '= 0', lost === 0));
    rows.push(row('room usable after the restart began', seconds, 's', '<= 5', seconds <= 5));
  }
} finally {
  await server.stop();
}
printResult('room', rows);


function activityOf(sessionId) {
  return activities.get(sessionId);
}

function card(text) {
  return { text, colour: 'yellow', frameId: null, language: 'sk', composedAt: new Date().toISOString() };
}

function connect(device) {
  return io(server.url, { path: '/socket', transports: ['websocket'], forceNew: true, extraHeaders: { cookie: device.cookie, origin: server.url } });
}

function enterRoom(device, sessionId) {
  const socket = connect(device);
  const ready = new Promise((done, fail) => {
    socket.on('connect_error', fail);
    socket.emit('room.enter', { sessionId }, (answer) => (answer.ok ? done() : fail(new Error(answer.problem.code))));
  });
  return { socket, ready };
}

async function givenRunningRoom() {
  const facilitator = new Device(server);
  await facilitator.post('demo-sign-ins', { role: 'facilitator' });
  const { items } = await facilitator.get('processes');
  const process = items[0];
  const { id: session } = await facilitator.post(`processes/${process.id}/sessions`, {
    kind: 'workshop', title: 'Meranie', welcome: '', plannedOn: null, plannedTime: null, place: '', language: 'sk', visibility: 'participants',
  });
  const { id: activity } = await facilitator.post(`sessions/${session}/activities`, {
    title: 'Píšeme', instruction: '', staffNotes: '', minutes: 60, methodId: null, settings: { kind: 'brainstorm', mode: 'open', frames: [] },
  });
  await facilitator.post(`sessions/${session}/open`);
  await facilitator.post(`activities/${activity}/start`);
  activities.set(session, activity);
  const { room } = await facilitator.get(`sessions/${session}/room`);
  return { facilitator, session, boardId: room.boardId, code: room.code };
}

async function joining(code) {
  const times = [];
  let refused = 0;
  const guests = await Promise.all(
    Array.from({ length: GUESTS }, async (_, i) => {
      await pause((i / GUESTS) * JOIN_WITHIN_MS);
      const guest = new Device(server);
      const began = performance.now();
      try {
        await guest.post('joins', { code, nickname: `Hosť ${i + 1}`, sector: 'residents', language: 'sk' });
      } catch (error) {
        refused++;
        throw error;
      }
      times.push(performance.now() - began);
      return guest;
    }),
  );
  const p95 = percentile(times, 0.95);
  rows.push(row(`${GUESTS} guests joining within ${JOIN_WITHIN_MS / 1000} s from one address: refused`, refused, '', '= 0', refused === 0));
  rows.push(row('joining, p95', p95, 'ms', '< 1000', p95 < 1000));
  return guests;
}
