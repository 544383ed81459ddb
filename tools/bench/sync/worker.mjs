/**
 * A process full of devices. The `watch` process holds a few that read at once and note when each change came; the `load` process holds all others,
 * which drain their sockets every 40 ms, so that the load takes a fraction of a core.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { Device } from './device.mjs';
import { now } from './processes.mjs';

const DRAIN_MS = 40;
const role = process.argv[2];
const devices = [];
/** What watchers saw, some numbers each: at which port, on which channel, who by slot, which, and when. */
let seenUpdates = [];
let seenCursors = [];
/** Of changes that came by another server: whose client id, at which clock, and when. */
let seenElsewhere = [];
let recording = false;
let sender = null;
let drainer = null;
const notes = {
  update: (...what) => void (recording && seenUpdates.push(...what)),
  elsewhere: (...what) => void (recording && seenElsewhere.push(...what)),
  cursor: (...what) => void (recording && seenCursors.push(...what)),
};

function drainAll() {
  if (role !== 'load' || drainer) return;
  const turns = DRAIN_MS / 4;
  let next = 0;
  drainer = setInterval(() => {
    for (let i = 0, count = Math.ceil(devices.length / turns); i < count && devices.length > 0; i++) devices[next++ % devices.length].drain();
  }, 4);
}

const doings = {
  edit: (device) => device.edit(),
  move: (device) => device.move(),
  drag: (device) => device.drag(),
  drop: (device) => device.drop(),
};

const functions = {
  /** Devices come evenly over `rampMs`; answers when all are ready. */
  async join({ port, authors, rampMs, presence = false }) {
    const began = now();
    const joining = [];
    for (const [i, author] of authors.entries()) {
      const wait = (i * rampMs) / authors.length - (now() - began) / 1000;
      if (wait > 1) await pause(wait);
      const device = new Device({ port, presence, ...author, log: role === 'watch' ? notes : null });
      devices.push(device);
      joining.push(device.join());
    }
    const joined = await Promise.race([Promise.all(joining), pause(90_000)]);
    const readyMs = (joined ?? devices).filter(({ readyAfter }) => readyAfter >= 0).map(({ readyAfter }) => readyAfter / 1000);
    drainAll();
    return { ready: readyMs.length, readyMs, why: devices.map(({ closed }) => closed).filter(Boolean).slice(0, 3) };
  },

  /** Each device does it so many times a second, one after the other. */
  start({ doing, rate }) {
    seenUpdates = [];
    seenCursors = [];
    seenElsewhere = [];
    recording = true;
    for (const device of devices) Object.assign(device, { seen: 0, bytes0: device.bytes, frames0: device.frames, sent: new Map(), sentAs: new Map(), saved: new Map() });
    const began = now();
    let done = 0;
    const step = () => {
      const due = Math.floor(((now() - began) / 1e6) * rate * devices.length);
      for (; done < due; done++) {
        const device = devices[done % devices.length];
        if (!device.closed) doings[doing](device);
      }
    };
    sender = setInterval(step, 1);
    return {};
  },
  pause() {
    clearInterval(sender);
    return {};
  },
  results() {
    recording = false;
    const sent = [];
    const saves = [];
    for (const device of devices) {
      for (const [key, at] of device.sent) sent.push([`${device.port}/${device.welcome?.channel}/${device.welcome?.slot}/${key}`, at]);
      for (const [seq, at] of device.saved) if (device.sent.has(seq)) saves.push((at - device.sent.get(seq)) / 1000);
    }
    const { user, system } = process.cpuUsage();
    return {
      sent, saves, sentAs: devices.flatMap(({ sentAs }) => [...sentAs]), seenElsewhere: Float64Array.from(seenElsewhere), seenUpdates: Float64Array.from(seenUpdates), seenCursors: Float64Array.from(seenCursors),
      // Whoever only counts has counted her own ones too.
      seen: devices.map(({ seen, log: watches, sent: own }) => (watches ? seen : seen - own.size)), bytes: devices.reduce((sum, { bytes, bytes0 }) => sum + bytes - bytes0, 0),
      closed: devices.map(({ closed }) => closed).filter(Boolean), cpu: (user + system) / 1e6,
    };
  },
  stored: () => devices.flatMap((device) => device.stored()),
  add({ count }) {
    for (const device of devices) device.add(count);
    return {};
  },
  /** Calls off who is there. */
  leave() {
    clearInterval(sender);
    clearInterval(drainer);
    drainer = null;
    for (const device of devices.splice(0)) device.close();
    return {};
  },
};

process.on('message', async ({ id, name, options }) => {
  try {
    process.send({ id, result: await functions[name](options) });
  } catch (error) {
    process.send({ id, error: error.stack });
  }
});
process.on('disconnect', () => process.exit(0));
