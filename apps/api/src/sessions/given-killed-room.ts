import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ActivityKind, ReportParts, RoomParts, SettingsOf } from '@spolu/contracts/activities/kinds';
import type { RoomActivity, RoomState } from '@spolu/contracts/sessions';
import request from 'supertest';
import { givenApi, type Someone, type TestApi } from '../testing/given-api.ts';
import { allWait, holdTables } from '../testing/held-tables.ts';
import { givenServers, type RunningServer, type Servers } from '../testing/given-servers.ts';
import { ask, command, givenSession, GivenSession, screenOf, type Phone, type Screen } from './given-session.ts';

/** The first two are answered before the server is killed; it dies while the commands of the others are under way. */
export const PHONES = 4;
const ANSWERED = 2;

interface Command {
  verb: 'post' | 'put';
  path: string;
  body: object;
}
/** A room whose server will be killed. */
export interface GivenRoom {
  given: GivenSession;
  phones: Phone[];
  boardId: string;
  server: RunningServer;
  /** One more who takes part, without a screen. */
  join: () => Promise<Phone>;
  /** What is closed in the end. */
  closing: { close(): void }[];
}
/** How a kind is tried. */
export interface Line<K extends ActivityKind> {
  settings: SettingsOf<K>;
  /** What is there before the activity begins. */
  before?: (room: GivenRoom) => Promise<void>;
  /** How far it is when the server is killed. */
  prepare?: (room: GivenRoom, activityId: string) => Promise<void>;
  /** Left out: each second line is. */
  isPaused?: boolean;
  /** What somebody does in it; null where people only look, or write on the board. */
  doing: Doing<K> | null;
  /** What a phone is told for herself; the same before and after. */
  seen?: (room: GivenRoom, phone: Phone, activityId: string) => Promise<unknown>;
  /** Once all that was under way was sent again. */
  finally?: (room: GivenRoom, activityId: string) => Promise<void>;
}
export interface Doing<K extends ActivityKind> {
  /** Where the command is written, in the middle of its transaction. */
  table: string;
  command: (shown: { id: string; part: RoomParts[K] }, index: number, phone: Phone) => Command | Promise<Command>;
  /** Left out: each phone once. */
  who?: 'facilitator';
  /** One waits for the other, so only one is under way. */
  inTurn?: true;
  /** How many did it, as all screens are told while it runs; null: they are not. */
  inRoom: ((part: RoomParts[K]) => number) | null;
  /** How often it was done in all, as the report counts it in the end; null: it does not. */
  inReport: ((part: NonNullable<ReportParts[K]>) => number) | null;
}
export const NOTHING_OF_THEIR_OWN = { doing: null } as const;
type AnyLine = Line<ActivityKind>;
/** Of whichever kind: what is told of a room of its kind is only ever given to it. */
export const lineOf = (line: { [K in ActivityKind]: Line<K> }[ActivityKind]): AnyLine => line as AnyLine;

interface Hall extends GivenRoom {
  line: AnyLine;
  /** The facilitator's and the phones', at the server that runs. */
  screens: Screen[];
  activityId: string;
  isPaused: boolean;
  doing: AnyLine['doing'];
  /** How many had done it before the first of these did. */
  base: number;
  sent: { phone: Someone; command: Command; key: string; isAnswered: boolean }[];
  before: RoomState;
  seen: unknown[];
  /** What all screens were shown first when they came back. */
  after: RoomState[];
  seenAfter: unknown[];
}

/** All rooms are on one server, which is killed once: each room is then as it was, and nothing in it lost or doubled. */
export function testKilled(cases: readonly (readonly [string, AnyLine])[]): void {
  let api: TestApi;
  let servers: Servers;
  let server: RunningServer;
  const closing: { close(): void }[] = [];
  const halls = new Map<string, Hall>();

  beforeAll(async () => {
    api = await givenApi();
    servers = givenServers(api);
    server = await servers.start({ pool: 60 });
    await Promise.all(cases.map(async ([name, line], i) => halls.set(name, await givenHall(line, line.isPaused ?? i % 2 === 1))));
    const all = [...halls.values()];

    const letGo = await holdTables(api, all.flatMap(({ doing }) => doing?.table ?? []));
    const underWay = all.flatMap((hall) => (hall.doing ? Array.from({ length: allOf(hall.doing) - ANSWERED }, (_, i) => send(hall, ANSWERED + i)) : []));
    await allWait(api, underWay.length);
    await server.kill();
    await Promise.all(underWay);
    await letGo();

    await servers.start({ port: server.port });
    await Promise.all(all.map(async (hall) => {
      hall.screens = await screensOf(hall.given, hall.phones);
      hall.after = hall.screens.map(({ room }) => room!);
      hall.seenAfter = await seenBy(hall);
    }));
  }, 180_000);
  afterAll(async () => {
    for (const one of closing) one.close();
    await servers?.stop();
    await api?.stop();
  });

  /** The same person, at the server that is killed. */
  const there = <Who extends Someone>(who: Who): Who => ({ ...who, agent: request.agent(server.url).set('Origin', server.url).set('Cookie', who.cookie) });

  async function screensOf(given: GivenSession, phones: Phone[]): Promise<Screen[]> {
    const screens = await Promise.all([given.facilitator, ...phones].map((who) => screenOf(given, who)));
    closing.push(...screens.map(({ socket }) => ({ close: () => socket.disconnect() })));
    return screens;
  }

  async function givenHall(line: AnyLine, isPaused: boolean): Promise<Hall> {
    const { settings, doing } = line;
    const { organisationId, processId, sessionId, facilitator } = await givenSession(api);
    const given = new GivenSession({ ...api, url: server.url, stranger: () => there(api.stranger()) }, organisationId, processId, sessionId, there(facilitator));
    const phones = (await given.joinAll(PHONES)).map(there);
    const { boardId } = (await given.room()).room;
    const room: GivenRoom = { given, phones, boardId, server, closing, join: async () => there(await given.join()) };
    await line.before?.(room);
    const activityId = await given.started(settings);
    await line.prepare?.(room, activityId);
    if (isPaused) await command(given.facilitator, 'post', `/activities/${activityId}/pause`, { paused: true });
    const screens = await screensOf(given, phones);
    const first = screens[0]!.room!;
    const hall: Hall = { ...room, line, screens, activityId, isPaused, doing, base: doing?.inRoom?.(first.activity!.part) ?? 0, sent: [], before: first, seen: [], after: [], seenAfter: [] };
    if (doing) {
      for (let i = 0; i < ANSWERED; i++) await send(hall, i);
      await allShow(hall, ANSWERED);
    }
    hall.before = (await given.room()).room;
    hall.seen = await seenBy(hall);
    return hall;
  }

  describe.each(cases.map(([name]) => name))('a server that is killed in %s', (name) => {
    let hall: Hall;
    beforeAll(() => {
      hall = halls.get(name)!;
    });

    test('shows every screen what it showed before, under a newer version', () => {
      for (const room of hall.after) {
        expect(shown(room)).toEqual(shown(hall.before));
        expect(room.version).toBeGreaterThan(hall.before.version);
      }
      expect(hall.seenAfter).toEqual(hall.seen);
    });

    test('has the clock going on where it should be, or standing where it stood', async () => {
      const [before, after] = [hall.before.activity!, hall.after[0]!.activity!];
      expect([after.endsAt, after.pausedAt]).toEqual([before.endsAt, before.pausedAt]);
      expect(after.pausedAt !== null).toBe(hall.isPaused);
      if (!hall.isPaused) return;
      // what was left at the pause is left when it goes on, at a moment between these two
      const from = (await hall.given.room()).room.serverNow;
      await command(hall.given.facilitator, 'post', `/activities/${hall.activityId}/pause`, { paused: false });
      const { room } = await hall.given.room();
      expect(left(room.activity!, from)).toBeGreaterThanOrEqual(left(before, before.pausedAt!));
      expect(left(room.activity!, room.serverNow)).toBeLessThanOrEqual(left(before, before.pausedAt!));
    });

    test('loses and doubles nothing that was done, whichever way it was answered', async () => {
      const { doing, given, activityId, sent } = hall;
      expect(sent.map(({ isAnswered }) => isAnswered)).toEqual(doing ? Array.from({ length: allOf(doing) }, (_, i) => i < ANSWERED) : []);
      // Who has no answer sends again; so does who had one that went lost on its way.
      for (const { phone, command: { verb, path, body }, key } of sent) await command(phone, verb, path, body, key);
      if (doing) await allShow(hall, allOf(doing));
      await hall.line.finally?.(hall, activityId);
      await given.step(activityId, 'end');
      if (hall.before.activity!.isCounted) await given.step(activityId, 'show-result');
      await given.close();
      const chapter = (await given.report()).activities.find(({ id }) => id === activityId);
      if (doing?.inReport) expect(doing.inReport(chapter!.part as NonNullable<ReportParts[ActivityKind]>)).toBe(allOf(doing));
    });
  });
}

const allOf = ({ inTurn }: Doing<ActivityKind>) => (inTurn ? ANSWERED + 1 : PHONES);

async function allShow({ screens, doing, base }: Hall, count: number): Promise<void> {
  const inRoom = doing?.inRoom;
  if (inRoom) await Promise.all(screens.map((screen) => screen.until(({ room }) => inRoom(room!.activity!.part) === base + count)));
}

async function seenBy(hall: Hall): Promise<unknown[]> {
  const { seen } = hall.line;
  return seen ? Promise.all(hall.phones.map((phone) => seen(hall, phone, hall.activityId))) : [];
}

async function send(hall: Hall, i: number): Promise<void> {
  const activity = hall.screens[0]!.room!.activity!;
  const doing = hall.doing!;
  const phone = hall.phones[i]!;
  const sent = { phone: doing.who === 'facilitator' ? hall.given.facilitator : phone, command: await doing.command(activity, i, phone), key: randomUUID(), isAnswered: false };
  hall.sent.push(sent);
  const { verb, path, body } = sent.command;
  sent.isAnswered = await ask(sent.phone, verb, path, body, sent.key).then(({ status }) => status < 300, () => false);
}

/** All that a screen shows; what it was sent under and when is another matter. */
const shown = ({ version: _, serverNow: __, ...room }: RoomState) => room;
const left = ({ endsAt }: RoomActivity, at: string) => Date.parse(endsAt!) - Date.parse(at);
