import { connect } from 'node:net';
import { randomBytes } from 'node:crypto';
import * as Y from 'yjs';
import { addNote, moveNote } from '../../../libs/board/dist/notes.js';
import { decodeState, decodeUpdates, encodeUpdate } from '../../../libs/realtime/dist/board-frames.js';
import { decodePresences, encodePresence } from '../../../libs/realtime/dist/presence-frames.js';
import { binaryEvent, FrameReader, textFrame } from './frames.mjs';
import { now } from './processes.mjs';

/** All sockets of the process read into this. */
const READ = Buffer.allocUnsafe(512 * 1024);
const TEXTS = [
  'Viac stromov na námestí a menej tepla z betónu.', 'Lavičky v tieni pre starších ľudí.', 'Bezpečná cesta do školy na bicykli.', 'Pitná voda v parku.',
  'Autobus aj po desiatej večer.', 'Ihrisko, kde sa stretnú všetky generácie.',
];
/** As far as the server looks around a cursor at the least (`waiting-presences.ts`). */
const NEAR = 4_096;
const COLOURS = ['yellow', 'pink', 'green', 'blue'];

/** The first numbers of a frame. */
function numbers(bytes, count) {
  const found = [];
  for (let at = 0; found.length < count; ) {
    let value = 0;
    for (let unit = 1; ; unit *= 128) {
      const byte = bytes[at++];
      value += (byte & 127) * unit;
      if (byte < 128) break;
    }
    found.push(value);
  }
  return found;
}

/**
 * One participant's canvas, as light as can be: the real handshake, the real frames, valid changes of her own notes made with `libs/board`, but no copy
 * of the board. A *watcher* reads everything at once and notes when each change came; all others only count.
 */
export class Device {
  bytes = 0;
  frames = 0;
  /** Changes or cursors of others that came. */
  seen = 0;
  /** Own changes by number: when sent. */
  sent = new Map();
  /** Own changes by number: when called stored. */
  saved = new Map();
  unsaved = [];
  welcome;
  readyAfter = -1;
  closed = null;
  #event = '';
  #doc = new Y.Doc();
  #noteIds = [];
  #edits = 0;
  #updates = [];
  #seq = 0;
  #steps = 0;
  /** What each own change did. */
  #made = new Map();

  /** When each own change was sent, by the client id and the clock it begins at: at another server nobody has her slot. */
  sentAs = new Map();
  #clock = 0;

  /** @param log where a watcher notes what came: `log.update(port, channel, slot, seq, at)`, `log.elsewhere(clientId, clock, at)` of another server's people, `log.cursor(port, channel, slot, x, y, at, isNear)` */
  constructor({ port, boardId, cookie, participantId, presence, log = null, keep = false }) {
    Object.assign(this, { port, boardId, cookie, participantId, presence, log });
    /** The board as it came, for a look at it afterwards. */
    this.copy = keep ? new Y.Doc() : null;
    this.#doc.on('update', (update) => this.#updates.push(update));
  }

  /** Resolves when the board is complete here, or the connection ended. */
  join() {
    return new Promise((done) => {
      this.done = done;
      this.began = now();
      let handshake = '';
      const reader = new FrameReader((opcode, payload) => this.#frame(opcode, payload));
      this.socket = connect({
        host: '127.0.0.1', port: this.port, noDelay: true,
        onread: {
          buffer: READ,
          callback: (length, buffer) => {
            this.bytes += length;
            let chunk = buffer.subarray(0, length);
            if (handshake !== null) {
              handshake += chunk.latin1Slice();
              const end = handshake.indexOf('\r\n\r\n');
              if (end < 0) return true;
              if (!handshake.startsWith('HTTP/1.1 101')) {
                this.#end(handshake.slice(0, 60));
                return false;
              }
              chunk = chunk.subarray(length - (Buffer.byteLength(handshake, 'latin1') - end - 4));
              handshake = null;
            }
            if (chunk.length > 0) reader.push(chunk);
            // Those who only count let it pile up for a moment: fewer, larger reads.
            return this.log !== null || !this.idle;
          },
        },
      });
      this.socket.on('connect', () => {
        this.socket.write(
          `GET /socket/?EIO=4&transport=websocket HTTP/1.1\r\nHost: 127.0.0.1:${this.port}\r\nOrigin: http://127.0.0.1:${this.port}\r\nCookie: ${this.cookie}\r\n` +
          `Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\n\r\n`,
        );
      });
      this.socket.on('error', (error) => this.#end(error.message));
      this.socket.on('close', () => this.#end('closed by the server'));
    });
  }

  /** Reads on; between two calls the bytes wait in the kernel. */
  drain() {
    this.idle = true;
    if (!this.closed) this.socket.resume();
  }

  #end(why) {
    if (this.closed) return;
    this.closed = why;
    this.socket.destroy();
    this.done(this);
  }
  close() {
    this.closed ??= 'done';
    this.socket.destroy();
  }

  #frame(opcode, payload) {
    this.frames++;
    if (opcode === 1) this.#text(payload);
    else if (opcode === 2) this.#binary(payload);
    else if (opcode === 8) this.#end('closed by the server');
  }

  #text(payload) {
    const type = payload[0];
    // Engine.IO: 0 open, 2 ping, 4 message; Socket.IO in it: 0 connected, 2 event, 3 answer, 5 binary event.
    if (type === 0x30) this.socket.write(textFrame('40'));
    else if (type === 0x32) this.socket.write(textFrame('3'));
    else if (type === 0x34) {
      const kind = payload[1];
      if (kind === 0x35) this.#event = String.fromCharCode(payload[6]);
      else if (kind === 0x30) this.socket.write(textFrame(`420${JSON.stringify(['board.join', { boardId: this.boardId, presence: this.presence }])}`));
      else if (kind === 0x33) this.#welcome(JSON.parse(payload.toString().slice(3))[0]);
      else if (kind === 0x32) this.#told(JSON.parse(payload.toString().slice(2)));
      else if (kind === 0x34) this.#end(payload.toString());
    }
  }

  #welcome(answer) {
    if (!answer.ok) return this.#end(answer.problem.code);
    this.welcome = answer.welcome;
    this.#doc.clientID = answer.welcome.clientId;
  }

  #told([event, payload]) {
    if (event === 'board.refused' || event === 'board.ended') this.#end(`${event}: ${payload.problem.code} ${payload.problem.reason ?? ''}`);
  }

  #binary(payload) {
    if (this.#event === 'b') {
      if (this.log || this.copy) this.#watched(payload);
      else this.seen += numbers(payload, 4)[3];
      if (this.readyAfter < 0 && numbers(payload, 2)[1] >= this.welcome.tick) {
        this.readyAfter = now() - this.began;
        this.done(this);
      }
    } else if (this.#event === 'k') {
      if (!this.log) {
        this.seen += numbers(payload, 2)[1];
        return;
      }
      const at = now();
      for (const presence of decodePresences(payload).presences) {
        if (presence.kind !== 'cursor' || presence.slot === this.welcome.slot) continue;
        this.seen++;
        this.log.cursor(this.port, this.welcome.channel, presence.slot, presence.x, presence.y, at, this.#isNear(presence));
      }
    } else if (this.#event === 's') {
      this.stateBytes = payload.length;
      if (this.copy) Y.applyUpdateV2(this.copy, decodeState(payload).state);
    }
  }

  #watched(payload) {
    const at = now();
    const { tick, durable, updates } = decodeUpdates(payload);
    for (const { slot, seq, update } of updates) {
      if (this.copy && update.length > 0) Y.applyUpdate(this.copy, update);
      if (slot === this.welcome.slot) this.unsaved.push({ seq, tick });
      else if (slot > 0) {
        this.seen++;
        this.log?.update(this.port, this.welcome.channel, slot, seq, at);
      } else if (this.log && update.length > 0) {
        for (const { id } of Y.decodeUpdate(update).structs) this.log.elsewhere(id.client, id.clock, at);
      }
    }
    while (this.unsaved.length > 0 && this.unsaved[0].tick <= durable) this.saved.set(this.unsaved.shift().seq, at);
  }

  /** One new note in ten edits, else a move of one of her own. */
  edit() {
    const place = { x: Math.floor(Math.random() * 8000), y: Math.floor(Math.random() * 5000), frameId: null };
    if (this.#edits++ % 10 === 0) {
      const id = crypto.randomUUID();
      addNote(this.#doc, {
        id, participantId: this.participantId, text: TEXTS[this.#edits % TEXTS.length], colour: COLOURS[this.#edits % COLOURS.length], order: 'a0', position: place, createdAt: Date.now(),
      });
      this.#noteIds.push(id);
    } else moveNote(this.#doc, this.#noteIds[this.#noteIds.length - 1], place);
    this.#made.set(this.#send(), { id: this.#noteIds[this.#noteIds.length - 1], x: place.x, y: place.y });
  }

  /** Own notes that were called stored, with the place where each must lie; none where a later move was not called stored yet. */
  stored() {
    const notes = new Map();
    for (const [seq, { id, x, y }] of this.#made) {
      if (this.saved.has(seq)) notes.set(id, { id, x, y });
      else if (notes.has(id)) notes.set(id, { id, x: null, y: null });
    }
    return [...notes.values()];
  }

  #send() {
    const updates = this.#updates.splice(0);
    const seq = ++this.#seq;
    this.sent.set(seq, now());
    this.sentAs.set(`${this.#doc.clientID}/${this.#clock}`, this.sent.get(seq));
    this.#clock = Y.getState(this.#doc.store, this.#doc.clientID);
    this.socket.write(binaryEvent('u', encodeUpdate({ channel: this.welcome.channel, seq, update: updates.length === 1 ? updates[0] : Y.mergeUpdates(updates) })));
    return seq;
  }

  /**
   * About a place of her own on a board of 5,000 notes. No place twice within a run, so that whoever sees the cursor knows when it was sent.
   */
  move() {
    const step = ++this.#steps;
    const x = (((this.welcome.slot * 685) % 4_250) - 2_125 + (step % 200)) * 4;
    const y = (((this.welcome.slot * 1_528) % 3_875) - 1_937 + Math.floor(step / 200)) * 4;
    this.at = { x, y };
    this.sent.set(`${x},${y}`, now());
    this.point(x, y);
  }
  /** In sight of her where notes can be read. */
  #isNear({ x, y }) {
    return this.at !== undefined && Math.abs(x - this.at.x) < NEAR && Math.abs(y - this.at.y) < NEAR;
  }
  point(x, y) {
    this.#up({ kind: 'cursor', x, y });
  }

  /** A note on its way, and its drop. */
  drag() {
    if (this.#noteIds.length === 0) this.edit();
    this.#up({ kind: 'drag', noteIds: [this.#noteIds[0]], dx: Math.floor(Math.random() * 400), dy: Math.floor(Math.random() * 400) });
  }
  drop() {
    const id = this.#noteIds[this.#edits++ % this.#noteIds.length];
    moveNote(this.#doc, id, { x: Math.floor(Math.random() * 8000), y: Math.floor(Math.random() * 5000), frameId: null });
    if (this.#updates.length > 0) this.#send();
  }
  /** Several notes to drag, as somebody has who wrote for a while. */
  add(count) {
    for (let i = 0; i < count; i++) {
      this.#edits = 0;
      this.edit();
    }
  }

  #up(presence) {
    this.socket.write(binaryEvent('p', encodePresence(this.welcome.channel, presence)));
  }
}
