import { beforeEach, describe, expect, test } from '@jest/globals';
import type { BoardRights, JoinAnswer, JoinBoard, Welcome } from '@spolu/contracts/boards';
import { Problem, type ProblemCode } from '@spolu/contracts/problems';
import { BoardEvent } from './board-events.ts';
import { decodeUpdate, encodeState, encodeUpdates, type TickUpdate } from './board-frames.ts';
import { BoardLink, type NotTaken } from './board-link.ts';
import { decodePresence, encodePresences, type SlotPresence } from './presence-frames.ts';

const CHANNEL = 5;
const SLOT = 3;
const RIGHTS: BoardRights = { write: true, createNotes: true, editAll: false, group: false, frames: false, notesByCommand: false, draw: [], comment: true, react: true, present: false };
const bytes = (...values: number[]) => Uint8Array.from(values);

/** The server's end, by hand: what the link sent, and what it is told. */
class Line {
  connected = true;
  sent: [string, unknown][] = [];
  readonly #listeners = new Map<string, ((...args: unknown[]) => void)[]>();
  #answer: ((answer: JoinAnswer) => void) | undefined;
  emit(event: string, payload: unknown, answer?: (answer: JoinAnswer) => void): void {
    this.sent.push([event, payload]);
    this.#answer = answer ?? this.#answer;
  }
  on(event: string, listener: (...args: unknown[]) => void): void {
    this.#listeners.set(event, [...(this.#listeners.get(event) ?? []), listener]);
  }
  off(event: string, listener: (...args: unknown[]) => void): void {
    this.#listeners.set(event, (this.#listeners.get(event) ?? []).filter((other) => other !== listener));
  }
  tell(event: string, payload?: unknown): void {
    for (const listener of this.#listeners.get(event) ?? []) listener(payload);
  }
  answer(answer: JoinAnswer): void {
    this.#answer?.(answer);
  }
  get asked(): JoinBoard | undefined {
    return this.sent.findLast(([event]) => event === BoardEvent.join)?.[1] as JoinBoard | undefined;
  }
  get updates(): { seq: number; update: Uint8Array }[] {
    return this.sent.filter(([event]) => event === BoardEvent.update).map(([, payload]) => decodeUpdate(payload)!);
  }
}

let line: Line;
let clock: { run: () => void; at: number }[];
let now: number;
let log: string[];
let notTaken: NotTaken[];
let presences: SlotPresence[];
let link: BoardLink;

function pass(ms: number): void {
  now += ms;
  for (;;) {
    const due = clock.filter(({ at }) => at <= now).sort((a, b) => a.at - b.at)[0];
    if (!due) return;
    clock.splice(clock.indexOf(due), 1);
    due.run();
  }
}

let inflating: { bytes: Uint8Array; done: (bytes: Uint8Array) => void; fail: (why: Error) => void }[];

beforeEach(() => {
  inflating = [];
  line = new Line();
  clock = [];
  now = 0;
  log = [];
  notTaken = [];
  presences = [];
  link = new BoardLink({
    socket: line, boardId: 'b',
    later: (run, ms) => {
      const timer = { run, at: now + ms };
      clock.push(timer);
      return () => void (clock.includes(timer) && clock.splice(clock.indexOf(timer), 1));
    },
    inflate: (bytes) => new Promise((done, fail) => inflating.push({ bytes, done, fail })),
    document: {
      apply: (updates, format) => log.push(`${format} ${updates.map((update) => update.join(' ')).join('|')}`),
      merge: (updates) => Uint8Array.from(updates.flatMap((update) => [...update])),
      clock: () => 42,
      use: (clientId) => log.push(`use ${clientId}`),
      restart: (swap) => log.push(`restart ${swap}`),
      doOver: async (updates) => {
        log.push(`over ${updates.map((update) => update.join(' ')).join('|')}`);
        link.send(bytes(99));
      },
    },
    onNotTaken: (refused) => notTaken.push(refused),
    onPresence: (shown) => presences.push(...shown),
  });
});

const welcome = (change: Partial<Welcome> = {}): void => line.answer({
  ok: true,
  welcome: {
    boardId: 'b', title: 'Plénum', channel: CHANNEL, log: 'l', opening: 'o', slot: SLOT, clientId: 77, clock: 0, tick: 9, durable: 9, fresh: true, rights: RIGHTS, storing: true, participantId: 'p', people: [], spotlight: null,
    rule: { open: true, locked: false, hidden: false, anonymous: false, groupNotes: 'staff' }, ...change,
  },
});
const frame = (tick: number, durable: number, updates: TickUpdate[] = []) => line.tell(BoardEvent.updates, encodeUpdates({ channel: CHANNEL, tick, durable, updates }));
const state = (tick = 9) => line.tell(BoardEvent.state, encodeState({ channel: CHANNEL, tick, state: bytes(1) }));
const refuse = (seq: number, code: ProblemCode) => line.tell(BoardEvent.refused, { channel: CHANNEL, seq, problem: new Problem(code).toDocument() });
function ready(): void {
  welcome();
  state();
}
function edit(...values: number[]): void {
  link.send(bytes(...values));
  pass(40);
}
function reconnect(): void {
  line.connected = false;
  line.tell('disconnect');
  line.connected = true;
  line.tell('connect');
}

describe('joining', () => {
  test('is complete with the tick of the welcome, under the client id that was given', () => {
    expect(line.asked).toEqual({ boardId: 'b', kept: null, presence: true, inflates: true });
    welcome({ tick: 10 });
    state(8);
    expect(link.state.phase).toBe('connecting');
    frame(10, 10, [{ slot: 0, seq: 0, update: bytes(2) }]);
    expect(link.state).toMatchObject({ phase: 'ready', title: 'Plénum', rights: RIGHTS, unsaved: 0 });
    expect(log).toEqual(['v2 1', 'v1 2', 'use 77']);
  });

  test('says why there is no way in', () => {
    line.answer({ ok: false, problem: new Problem('not-found').toDocument() });
    expect(link.state).toMatchObject({ phase: 'refused', problem: { code: 'not-found' } });
    reconnect();
    expect(line.sent.filter(([event]) => event === BoardEvent.join)).toHaveLength(1);
  });

  test('is tried again while the server starts', () => {
    line.answer({ ok: false, problem: new Problem('unavailable').toDocument() });
    pass(1_000);
    expect(line.sent.filter(([event]) => event === BoardEvent.join)).toHaveLength(2);
    ready();
    expect(link.state.phase).toBe('ready');
  });
});

describe('a change', () => {
  test('goes out with those of the same moment and counts as unsaved until it is stored', () => {
    ready();
    link.send(bytes(1));
    link.send(bytes(2));
    expect(link.state.unsaved).toBe(1);
    expect(line.updates).toEqual([]);
    pass(0);
    expect(line.updates).toEqual([{ channel: CHANNEL, seq: 1, update: bytes(1, 2) }]);
    for (const value of [3, 4]) {
      link.send(bytes(value));
      pass(10);
    }
    expect(line.updates).toHaveLength(1);
    pass(20);
    expect(line.updates[1]).toEqual({ channel: CHANNEL, seq: 2, update: bytes(3, 4) });
    frame(10, 10, [{ slot: SLOT, seq: 2, update: bytes(3, 4) }]);
    frame(11, 10, [{ slot: SLOT, seq: 1, update: bytes(1, 2) }]);
    expect(link.state.unsaved).toBe(1);
    frame(11, 11);
    expect(link.state.unsaved).toBe(0);
  });

  test('is not taken for stored by another\'s slot or number', () => {
    ready();
    edit(1);
    frame(11, 11, [{ slot: SLOT + 1, seq: 1, update: bytes(9) }, { slot: SLOT, seq: 8, update: bytes(9) }]);
    expect(link.state.unsaved).toBe(1);
  });

  test('is sent again after a break, as it was, with what was done meanwhile', () => {
    ready();
    edit(1);
    frame(10, 9, [{ slot: SLOT, seq: 1, update: bytes(1) }]);
    line.connected = false;
    line.tell('disconnect');
    expect(link.state.phase).toBe('offline');
    edit(2);
    edit(3);
    line.connected = true;
    line.tell('connect');
    expect(line.asked).toMatchObject({ kept: { clientId: 77, clock: 42, durable: 9 } });
    line.sent = [];
    welcome({ fresh: false, tick: 12, slot: 8 });
    frame(12, 12);
    expect(line.updates.map(({ seq, update }) => [seq, [...update]])).toEqual([[1, [1]], [2, [2, 3]]]);
    frame(12, 12, [{ slot: 8, seq: 1, update: bytes() }]);
    frame(13, 13, [{ slot: 8, seq: 2, update: bytes(2, 3) }]);
    expect(link.state.unsaved).toBe(0);
  });

  test('is in a copy that is made anew because the server may have lost what it had shown', () => {
    ready();
    edit(1);
    frame(11, 9, [{ slot: SLOT, seq: 1, update: bytes(1) }, { slot: SLOT + 1, seq: 1, update: bytes(5) }]);
    reconnect();
    expect(line.asked).toMatchObject({ kept: { durable: 9, tick: 11, opening: 'o' } });
    log = [];
    line.sent = [];
    welcome({ opening: 'later', clientId: 78 });
    expect(link.state).toMatchObject({ phase: 'connecting', unsaved: 1 });
    state();
    expect(log).toEqual(['restart when-complete', 'v2 1', 'v1 1', 'use 78']);
    expect(line.updates).toEqual([{ channel: CHANNEL, seq: 1, update: bytes(1) }]);
    expect(link.state.phase).toBe('ready');
  });

  test('comes under the client id that was given also while a copy is being completed', () => {
    ready();
    reconnect();
    welcome({ tick: 12, clientId: 78 });
    log = [];
    state(10);
    expect(link.state.phase).toBe('offline');
    expect(log).toEqual(['v2 1', 'use 78']);
  });

  test('goes on in the same copy where all it has seen is stored, or where the server never went away', () => {
    ready();
    frame(11, 11);
    reconnect();
    welcome({ fresh: false, tick: 11, opening: 'later' });
    frame(12, 11, [{ slot: 0, seq: 0, update: bytes(5) }]);
    reconnect();
    welcome({ fresh: false, tick: 12, opening: 'later' });
    frame(12, 12);
    expect(log).not.toContain('restart when-complete');
    expect(link.state.phase).toBe('ready');
  });

  test('goes on in the same copy where all that the server may have lost is the person\'s own, and is sent again', () => {
    ready();
    edit(1);
    frame(11, 9, [{ slot: SLOT, seq: 1, update: bytes(1) }]);
    reconnect();
    expect(line.asked).toMatchObject({ kept: { durable: 9, tick: 9, opening: 'o' } });
    line.sent = [];
    welcome({ fresh: false, opening: 'later' });
    expect(log.join()).not.toContain('restart');
    expect(link.state).toMatchObject({ phase: 'ready', unsaved: 1 });
    expect(line.updates).toEqual([{ channel: CHANNEL, seq: 1, update: bytes(1) }]);
  });

  test('that is refused is given back with all that followed, and the copy begins anew', () => {
    ready();
    edit(1);
    edit(2);
    link.send(bytes(3));
    frame(10, 9, [{ slot: SLOT, seq: 1, update: bytes(1) }]);
    refuse(2, 'board/read-only');
    expect(notTaken).toMatchObject([{ problem: { code: 'board/read-only' }, updates: [bytes(2), bytes(3)] }]);
    expect(log).toContain('restart at-once');
    expect(line.asked).toMatchObject({ kept: null });
    line.sent = [];
    welcome({ clientId: 78, tick: 10, durable: 9 });
    state(10);
    // The first was taken but is not stored yet: the server may still lose it.
    expect(line.updates).toEqual([{ channel: CHANNEL, seq: 1, update: bytes(1) }]);
    expect(log.at(-1)).toBe('use 78');
  });

  test('that leans on what the server has not got is tried again, and done over in a new copy in the end', async () => {
    ready();
    edit(1);
    edit(2);
    for (let attempt = 0; attempt < 4; attempt++) {
      refuse(1, 'board/resync');
      pass(1_000);
      ready();
    }
    log = [];
    refuse(1, 'board/resync');
    expect(line.asked).toMatchObject({ kept: null });
    // Not saved, and not given up either.
    expect(link.state).toMatchObject({ phase: 'connecting', unsaved: 1 });
    expect(link.unsavedUpdates()).toEqual([bytes(1), bytes(2)]);
    line.sent = [];
    welcome({ clientId: 78 });
    state();
    expect(log).toEqual(['restart when-complete', 'v2 1', 'use 78', 'over 1|2']);
    expect(link.state).toMatchObject({ phase: 'ready', unsaved: 2 });
    await Promise.resolve();
    expect(link.state).toMatchObject({ unsaved: 1 });
    pass(40);
    expect(line.updates.map(({ update }) => update)).toEqual([bytes(99)]);
    expect(notTaken).toEqual([]);
  });

  test('waits while the server can\'t store', () => {
    ready();
    line.tell(BoardEvent.storing, { channel: CHANNEL, storing: false });
    edit(1);
    expect(line.updates).toEqual([]);
    expect(link.state).toMatchObject({ storing: false, unsaved: 1 });
    line.tell(BoardEvent.storing, { channel: CHANNEL, storing: true });
    expect(line.updates).toHaveLength(1);
  });
});

describe('what others do', () => {
  test('is heard only on the own channel, and garbage is not heard at all', () => {
    ready();
    const before = [...log];
    line.tell(BoardEvent.updates, encodeUpdates({ channel: 6, tick: 99, durable: 99, updates: [{ slot: 1, seq: 1, update: bytes(1) }] }));
    line.tell(BoardEvent.updates, bytes(1, 2, 3));
    line.tell(BoardEvent.state, 'x');
    line.tell(BoardEvent.presences, undefined);
    expect(log).toEqual(before);
  });

  test('presence comes without one\'s own; whoever leaves takes hers along', () => {
    ready();
    line.tell(BoardEvent.people, { channel: CHANNEL, joined: [{ slot: 4, participantId: 'q', name: null, staff: false }], left: [] });
    line.tell(BoardEvent.presences, encodePresences(CHANNEL, [{ slot: SLOT, kind: 'cursor', x: 4, y: 4 }, { slot: 4, kind: 'cursor', x: 8, y: 8 }]));
    expect(presences).toEqual([{ slot: 4, kind: 'cursor', x: 8, y: 8 }]);
    line.tell(BoardEvent.people, { channel: CHANNEL, joined: [], left: [4] });
    expect(link.state.people).toEqual([]);
    expect(presences.at(-1)).toEqual({ slot: 4, kind: 'left' });
  });

  test('being put out is final; a board that closes under one is not', () => {
    ready();
    line.tell(BoardEvent.ended, { channel: CHANNEL, problem: new Problem('unavailable').toDocument() });
    expect(link.state.phase).toBe('offline');
    pass(1_000);
    ready();
    line.tell(BoardEvent.ended, { channel: CHANNEL, problem: new Problem('not-found').toDocument() });
    expect(link.state).toMatchObject({ phase: 'refused', rights: { write: false } });
  });
});

describe('the own presence', () => {
  const shown = () => line.sent.filter(([event]) => event === BoardEvent.presence).map(([, payload]) => decodePresence(payload)!.presence);

  test('goes out at once, then at most twenty times a second, the newest only', () => {
    ready();
    for (let x = 0; x < 40; x += 4) link.moveCursor(x, 0);
    expect(shown()).toEqual([{ kind: 'cursor', x: 0, y: 0 }]);
    pass(50);
    expect(shown()).toEqual([{ kind: 'cursor', x: 0, y: 0 }, { kind: 'cursor', x: 36, y: 0 }]);
    pass(500);
    expect(shown()).toHaveLength(2);
  });

  test('stays here while nobody is shown', () => {
    ready();
    line.tell(BoardEvent.rule, { channel: CHANNEL, rule: { open: true, locked: false, hidden: false, anonymous: true, groupNotes: 'staff' }, rights: RIGHTS });
    link.moveCursor(1, 1);
    expect(shown()).toEqual([]);
  });
});

describe('following', () => {
  const part = { x: 0, y: 0, width: 400, height: 400 };
  const views = () => line.sent.filter(([event]) => event === BoardEvent.presence).map(([, payload]) => decodePresence(payload)!.presence).filter(({ kind }) => kind === 'view');
  const followed = (count: number) => line.tell(BoardEvent.followers, { channel: CHANNEL, count });
  const spotlight = { slot: 9, name: 'Jana', startedAt: 5 };

  test('one\'s own view goes out only while somebody wants it, at most ten times a second, the last one always', () => {
    ready();
    link.showView(part);
    expect(views()).toEqual([]);
    followed(1);
    for (let x = 0; x <= 40; x += 4) link.showView({ ...part, x });
    expect(views()).toEqual([{ kind: 'view', ...part }]);
    pass(99);
    expect(views()).toHaveLength(1);
    pass(1);
    expect(views()).toEqual([{ kind: 'view', ...part }, { kind: 'view', ...part, x: 40 }]);
    followed(0);
    pass(100);
    link.showView({ ...part, x: 80 });
    expect(views()).toHaveLength(2);
  });

  test('cursor and view together are less than the server takes', () => {
    ready();
    followed(1);
    line.sent = [];
    for (let ms = 0; ms < 1_000; ms += 10) {
      link.moveCursor(ms * 4, 0);
      link.showView({ ...part, x: ms * 4 });
      pass(10);
    }
    expect(line.sent.length).toBeLessThanOrEqual(24);
  });

  test('ends when she whom one follows leaves, is refused, or hides with all others', () => {
    ready();
    const ask = (slot: number | null) => link.follow(slot);
    ask(4);
    expect(line.sent.at(-1)).toEqual([BoardEvent.follow, { channel: CHANNEL, slot: 4 }]);
    // Who was in the welcome may be told once more.
    line.tell(BoardEvent.people, { channel: CHANNEL, joined: [{ slot: 4, participantId: 'q', name: null, staff: false }], left: [] });
    expect(link.state.following).toBe(4);
    line.tell(BoardEvent.people, { channel: CHANNEL, joined: [], left: [4] });
    expect(link.state.following).toBeNull();
    ask(5);
    (line as unknown as { answer(answer: object): void }).answer({ ok: false, problem: new Problem('not-found').toDocument() });
    expect(link.state.following).toBeNull();
    ask(6);
    line.tell(BoardEvent.rule, { channel: CHANNEL, rule: { open: true, locked: false, hidden: false, anonymous: true, groupNotes: 'staff' }, rights: RIGHTS });
    expect(link.state.following).toBeNull();
  });

  test('a spotlight comes with the welcome and by news; without a connection there is none', () => {
    welcome({ spotlight });
    state();
    expect(link.state.spotlight).toEqual(spotlight);
    line.tell(BoardEvent.spotlight, { channel: CHANNEL, spotlight: null });
    expect(link.state.spotlight).toBeNull();
    line.tell(BoardEvent.spotlight, { channel: CHANNEL, spotlight });
    line.tell('disconnect');
    expect(link.state).toMatchObject({ spotlight: null, following: null, followers: 0 });
  });

  test('whoever shows hers to everybody is seen on an anonymous board too', () => {
    ready();
    line.tell(BoardEvent.rule, { channel: CHANNEL, rule: { open: true, locked: false, hidden: false, anonymous: true, groupNotes: 'staff' }, rights: RIGHTS });
    line.tell(BoardEvent.spotlight, { channel: CHANNEL, spotlight: { ...spotlight, slot: SLOT } });
    link.showView(part);
    link.moveCursor(4, 4);
    expect(views()).toHaveLength(1);
    expect(line.sent.filter(([event]) => event === BoardEvent.presence)).toHaveLength(1);
  });
});

test('a closed link is silent and hears nothing', () => {
  ready();
  edit(1);
  link.close();
  const before = line.sent.length;
  frame(20, 20, [{ slot: 0, seq: 0, update: bytes(5) }]);
  pass(10_000);
  expect(line.sent).toHaveLength(before);
  expect(link.unsavedUpdates()).toEqual([bytes(1)]);
});

describe('a board that comes deflated', () => {
  const deflated = () => line.tell(BoardEvent.state, encodeState({ channel: CHANNEL, tick: 9, state: bytes(5), deflated: true }));
  const soon = async () => {
    for (let turn = 0; turn < 5; turn++) await Promise.resolve();
  };

  test('is inflated first; what comes meanwhile follows it', async () => {
    expect(line.asked?.inflates).toBe(true);
    welcome({ tick: 10 });
    deflated();
    frame(10, 9, [{ slot: 8, seq: 1, update: bytes(2) }]);
    frame(11, 9, [{ slot: 8, seq: 2, update: bytes(3) }]);
    expect([log, link.state.phase]).toEqual([[], 'connecting']);
    expect(inflating.map(({ bytes: given }) => [...given])).toEqual([[5]]);
    inflating[0]!.done(bytes(1));
    await soon();
    expect(log).toEqual(['v2 1', 'v1 2', 'use 77', 'v1 3', 'use 77', 'use 77']);
    expect(link.state.phase).toBe('ready');
    frame(12, 12, [{ slot: 8, seq: 3, update: bytes(4) }]);
    expect(log.slice(6)).toEqual(['v1 4', 'use 77', 'use 77']);
  });

  test('is forgotten after a break: the next one counts', async () => {
    welcome();
    deflated();
    reconnect();
    inflating[0]!.done(bytes(6));
    await soon();
    expect(log).toEqual([]);
    ready();
    expect(log).toEqual(['v2 1', 'use 77']);
  });

  test('is asked for as it is where the device can not inflate it after all', async () => {
    welcome();
    deflated();
    inflating[0]!.fail(new TypeError('not supported'));
    await soon();
    expect(line.sent.filter(([event]) => event === BoardEvent.join)).toHaveLength(2);
    expect(line.asked?.inflates).toBe(false);
    ready();
    expect(log).toEqual(['v2 1', 'use 77']);
  });
});
