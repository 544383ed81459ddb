import { randomUUID } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import type { Visibility } from '@spolu/contracts/common';
import type { Card, ComposeCard } from '@spolu/contracts/activities/brainstorm';
import type { Ballot } from '@spolu/contracts/activities/dot-vote';
import type { ActivitySettings, SettingsOf } from '@spolu/contracts/activities/kinds';
import type { EditActivity, EditSession, Join, Joined, Report, RoomState, RoomView, SessionView, StaffState } from '@spolu/contracts/sessions';
import { SOCKET_PATH } from '@spolu/realtime/board-events';
import { RoomEvent, type EnterAnswer, type RoomEnded } from '@spolu/realtime/room-events';
import type { Response, Test } from 'supertest';
import { cookieName } from '../http/sign-in.ts';
import type { Someone, TestApi } from '../testing/given-api.ts';

type Verb = 'get' | 'post' | 'put' | 'delete';

/** A request of somebody's device; what changes anything carries a key of its own. */
export function ask(who: Pick<Someone, 'agent'>, verb: Verb, path: string, body?: object, key: string = randomUUID()): Test {
  const request = who.agent[verb](`/api${path}`);
  if (verb !== 'get') request.set('Idempotency-Key', key);
  return body === undefined ? request : request.send(body);
}

/** Like {@link ask}, and the answer must be a good one. */
export async function command<Answer = void>(who: Pick<Someone, 'agent'>, verb: Verb, path: string, body?: object, key?: string): Promise<Answer> {
  const response: Response = await ask(who, verb, path, body, key);
  if (response.status >= 300) throw new Error(`${verb} ${path} answered ${response.status} ${JSON.stringify(response.body)}`);
  return response.body as Answer;
}

export interface Phone extends Someone {
  participantId: string;
  receipt: string | null;
}

export const brainstorm = (mode: 'open' | 'hidden' | 'anonymous' = 'open', frames: string[] = []): ActivitySettings => ({ kind: 'brainstorm', mode, frames });
export const dotVote = (dots = 3, perOption: number | null = null): ActivitySettings => ({ kind: 'dot-vote', dots, perOption });
export const cluster: ActivitySettings = { kind: 'cluster' };
export const breakout = (changes: Partial<SettingsOf<'breakout'>> = {}): ActivitySettings => ({
  kind: 'breakout', deal: 'random', tableCount: 2, seats: null, hosts: false, visitors: 'nothing', questions: ['Čo zmeniť?', 'Čo zachovať?'], places: ['pri okne'], frames: ['Problémy', 'Riešenia'], ...changes,
});

export const sessionOf = (changes: Partial<EditSession> = {}): EditSession => ({
  kind: 'workshop', title: 'Dielňa o energii', welcome: 'Vitajte!', plannedOn: '2026-11-22', plannedTime: '17:00', place: 'Radnica', language: 'sk', visibility: 'participants',
  ...changes,
});
export const activityOf = (settings: ActivitySettings, changes: Partial<EditActivity> = {}): EditActivity => ({
  title: 'Čo trápi mesto?', instruction: 'Každý na svoj lístok.', staffNotes: 'Pripomenúť čas.', minutes: 10, methodId: null, settings, ...changes,
});

/** An open session with its facilitator; phones join by its code. */
export class GivenSession {
  constructor(
    readonly api: TestApi,
    readonly organisationId: string,
    readonly processId: string,
    readonly sessionId: string,
    readonly facilitator: Someone,
  ) {}

  view(): Promise<SessionView> {
    return command(this.facilitator, 'get', `/sessions/${this.sessionId}`);
  }
  room(who: Pick<Someone, 'agent'> = this.facilitator): Promise<RoomView> {
    return command(who, 'get', `/sessions/${this.sessionId}/room`);
  }
  report(who: Pick<Someone, 'agent'> = this.facilitator): Promise<Report> {
    return command(who, 'get', `/sessions/${this.sessionId}/report`);
  }
  async code(): Promise<string> {
    return (await this.view()).code ?? '';
  }

  async activity(settings: ActivitySettings, changes: Partial<EditActivity> = {}): Promise<string> {
    return (await command<{ id: string }>(this.facilitator, 'post', `/sessions/${this.sessionId}/activities`, activityOf(settings, changes))).id;
  }
  async started(settings: ActivitySettings, changes: Partial<EditActivity> = {}): Promise<string> {
    const id = await this.activity(settings, changes);
    await this.step(id, 'start');
    return id;
  }
  step(activityId: string, step: 'start' | 'end' | 'reveal' | 'show-result' | 'extend' | 'lock' | 'resume', body: object = {}): Promise<void> {
    return command(this.facilitator, 'post', `/activities/${activityId}/${step}`, body);
  }
  close(): Promise<void> {
    return command(this.facilitator, 'post', `/sessions/${this.sessionId}/close`, {});
  }
  /** Takes the doors or an activity back in time. */
  async backdate(activityId: string, minutes: number): Promise<void> {
    await this.api.database.query(
      `update activity set started_at = started_at - make_interval(mins => $2), ends_at = ends_at - make_interval(mins => $2), ended_at = ended_at - make_interval(mins => $2)
        where id = $1`,
      [activityId, minutes],
    );
  }

  async join(input: Partial<Join> = {}, key: string = randomUUID()): Promise<Phone> {
    const device = this.api.stranger();
    const join: Join = { code: await this.code(), nickname: null, sector: null, language: 'sk', ...input };
    const response = await ask(device, 'post', '/joins', join, key);
    if (response.status !== 201) throw new Error(`joining answered ${response.status} ${JSON.stringify(response.body)}`);
    const joined = response.body as Joined;
    return { ...device, cookie: cookieOf(this.api, response), participants: [{ id: joined.participantId, sessionId: this.sessionId }], participantId: joined.participantId, receipt: joined.receipt?.secret ?? null };
  }
  async joinAll(count: number, input: Partial<Join> = {}): Promise<Phone[]> {
    const phones: Phone[] = [];
    for (let i = 0; i < count; i++) phones.push(await this.join({ nickname: `Hosť ${i + 1}`, ...input }));
    return phones;
  }
  async staff(role: 'co-facilitator' | 'table-host' | 'scribe' | 'observer'): Promise<Someone> {
    return this.api.person({ roles: [{ scope: 'session', scopeId: this.sessionId, role }] });
  }
}

const cookieOf = (api: TestApi, response: Response): string => {
  const set = response.get('Set-Cookie')?.find((cookie) => cookie.startsWith(`${cookieName(api.config)}=`));
  return set?.split(';')[0] ?? '';
};

export async function givenOrganisation(api: TestApi): Promise<string> {
  const id = randomUUID();
  await api.database.query(`insert into organisation (id, name, sector) values ($1::uuid, 'Mesto ' || $1::text, 'public')`, [id]);
  return id;
}

export async function givenSession(api: TestApi, { open = true, visibility = 'participants' }: { open?: boolean; visibility?: Visibility } = {}): Promise<GivenSession> {
  const organisationId = await givenOrganisation(api);
  const facilitator = await api.person({ roles: [{ scope: 'organisation', scopeId: organisationId, role: 'officer' }] });
  const process = await command<{ id: string }>(facilitator, 'post', '/processes', {
    title: 'Energetická udržateľnosť mesta', problem: '', statusQuo: '', goals: [], phases: [], actors: [], organisationIds: [organisationId], commitmentIds: [],
    state: 'running', visibility: 'public', revision: 0,
  });
  const session = await command<{ id: string }>(facilitator, 'post', `/processes/${process.id}/sessions`, sessionOf({ visibility }));
  if (open) await command(facilitator, 'post', `/sessions/${session.id}/open`, {});
  return new GivenSession(api, organisationId, process.id, session.id, facilitator);
}

export const cardOf = (text: string, changes: Partial<ComposeCard> = {}): ComposeCard => ({
  text, colour: 'yellow', frameId: null, language: 'sk', composedAt: new Date().toISOString(), ...changes,
});
export const compose = (phone: Pick<Someone, 'agent'>, activityId: string, text: string, changes: Partial<ComposeCard> = {}, key?: string): Promise<Card> =>
  command(phone, 'post', `/activities/${activityId}/cards`, cardOf(text, changes), key);
export const cast = (phone: Pick<Someone, 'agent'>, activityId: string, dots: Record<string, number>): Promise<Ballot> =>
  command(phone, 'put', `/activities/${activityId}/ballot`, { dots: Object.entries(dots).map(([optionId, count]) => ({ optionId, count })) });

/** Somebody's screen in the room: all it was ever sent, and the newest state. */
export class Screen {
  readonly socket: Socket;
  room: RoomState | undefined;
  staff: StaffState | undefined;
  ended: RoomEnded | undefined;
  roomCount = 0;
  /** Every frame as it came over the wire. */
  readonly frames: string[] = [];
  private readonly watchers = new Set<() => void>();

  constructor(api: Pick<TestApi, 'url'>, { cookie }: Pick<Someone, 'cookie'>, headers: Record<string, string> = {}) {
    this.socket = io(api.url, { path: SOCKET_PATH, transports: ['websocket'], forceNew: true, reconnection: false, extraHeaders: { cookie, origin: api.url, ...headers } });
    this.socket.io.on('open', () => {
      this.socket.io.engine.on('packet', ({ data }: { data?: unknown }) => this.frames.push(Buffer.isBuffer(data) ? data.toString('latin1') : String(data)));
    });
    this.socket.on(RoomEvent.room, (room: RoomState) => {
      this.roomCount += 1;
      this.room = room;
      this.tell();
    });
    this.socket.on(RoomEvent.staff, (staff: StaffState) => {
      this.staff = staff;
      this.tell();
    });
    this.socket.on(RoomEvent.ended, (ended: RoomEnded) => {
      this.ended = ended;
      this.tell();
    });
    this.socket.on('disconnect', () => this.tell());
    this.socket.on('connect', () => this.tell());
    this.socket.on('connect_error', () => this.tell());
  }

  enter(sessionId: string): Promise<EnterAnswer> {
    return this.socket.timeout(10_000).emitWithAck(RoomEvent.enter, { sessionId }) as Promise<EnterAnswer>;
  }

  /** Waits until `holds`; the message of a test that waits in vain names what was seen last. */
  until(holds: (screen: this) => boolean, what = holds.toString()): Promise<void> {
    if (holds(this)) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const stop = () => {
        clearTimeout(timer);
        this.watchers.delete(look);
      };
      const timer = setTimeout(() => {
        stop();
        reject(new Error(`never came: ${what}; last seen: ${JSON.stringify({ room: this.room, staff: this.staff, ended: this.ended })}`));
      }, 30_000);
      const look = () => {
        if (!holds(this)) return;
        stop();
        resolve();
      };
      this.watchers.add(look);
    });
  }

  private tell(): void {
    for (const watcher of [...this.watchers]) watcher();
  }
}

/** A screen in the room that has seen its first state. */
export async function screenOf(given: GivenSession, who: Pick<Someone, 'cookie'>, api: Pick<TestApi, 'url'> = given.api): Promise<Screen> {
  const screen = new Screen(api, who);
  const answer = await screen.enter(given.sessionId);
  if (!answer.ok) throw new Error(`the room refused: ${answer.problem.code}`);
  await screen.until(({ room }) => room !== undefined, 'the first state');
  return screen;
}

