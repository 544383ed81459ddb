/**
 * 150 guests joining from one address, cards of 100 participants on their way to the projector and to other browsers, a killed server in the middle of writing,
 * and the report of 500 notes.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { BoardIndex } from '../../../libs/board/dist/board-index.js';
import { startServer } from '../server.mjs';
import { percentile, row } from '../table.mjs';
import { begin, card, enterRoom, givenOpenSession, join, openBoard } from './hall.mjs';

const GUESTS = 150;
const JOIN_WITHIN_MS = 10_000;
const WRITERS = 100;
const CARDS_EACH = 5;
const CARD_EVERY_MS = 4_000;
const WATCHERS = 4;

export async function cards() {
  const server = await startServer();
  const rows = [];
  try {
    const { facilitator, session, boardId, code } = await givenOpenSession(server);
    const activity = await begin(facilitator, session, { kind: 'brainstorm', mode: 'open', frames: [] });
    const guests = await joining(code);
    const watchers = [await watch(facilitator), ...(await Promise.all(guests.slice(0, WATCHERS).map(watch)))];
    const sockets = await Promise.all(guests.slice(0, WRITERS).map((guest) => enterRoom(guest, session)));
    await writing(guests.slice(0, WRITERS), watchers);
    await report(facilitator);
    for (const { close } of watchers) close();
    await killing(facilitator, guests.slice(0, WRITERS));
    for (const socket of sockets) socket.close();
    return rows;

    async function watch(device) {
      const arrived = new Map();
      const waiting = new Map();
      const { close } = await openBoard(device, boardId, {
        onCopy: (doc) => {
          const index = new BoardIndex(doc);
          index.onChange(() => {
            for (const note of index.notes.values()) {
              if (arrived.has(note.text)) continue;
              arrived.set(note.text, performance.now());
              waiting.get(note.text)?.();
            }
          });
        },
      });
      return {
        arrived,
        whenSeen: (text) => (arrived.has(text) ? Promise.resolve() : new Promise((done) => waiting.set(text, done))),
        close,
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
            await writer.post(`activities/${activity}/cards`, card(text), randomUUID());
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
            await writer.post(`activities/${activity}/cards`, card(text), randomUUID());
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

    async function joining(code) {
      const times = [];
      const guests = await Promise.all(
        Array.from({ length: GUESTS }, async (_, i) => {
          await pause((i / GUESTS) * JOIN_WITHIN_MS);
          const began = performance.now();
          const guest = await join(server, code, `Hosť ${i + 1}`).catch(() => null);
          times.push(performance.now() - began);
          return guest;
        }),
      );
      const refused = guests.filter((guest) => guest === null).length;
      const p95 = percentile(times, 0.95);
      rows.push(row(`${GUESTS} guests joining within ${JOIN_WITHIN_MS / 1000} s from one address: refused`, refused, '', '= 0', refused === 0));
      rows.push(row('joining, p95', p95, 'ms', '< 1000', p95 < 1000));
      return guests.filter((guest) => guest !== null);
    }
  } finally {
    await server.stop();
  }
}
