import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { AnswerKind, AnswerOption, AnswerValue, Secrecy } from '@spolu/contracts/activities/answers';
import { ACTIVITY_KINDS, type ActivityKind, type ReportParts, type RoomParts, type SettingsOf } from '@spolu/contracts/activities/kinds';
import type { RoomActivity, RoomState } from '@spolu/contracts/sessions';
import request from 'supertest';
import { addCluster, readClusters } from '@spolu/board/clusters';
import { putInCluster } from '@spolu/board/notes';
import { Tab } from '../boards/given-board.ts';
import { givenApi, type Someone, type TestApi } from '../testing/given-api.ts';
import { givenServers, type RunningServer, type Servers } from '../testing/given-servers.ts';
import { ideathonSettings } from './activities/ideathon/given-ideathon.ts';
import { CRITERIA } from './activities/ideathon/jury/given-jury.ts';
import { ask, brainstorm, breakout, cardOf, cluster, command, compose, dotVote, givenSession, GivenSession, screenOf, type Phone, type Screen } from './given-session.ts';

/** The first two are answered before the server is killed; it dies while the commands of the other two are under way. */
const PHONES = 4;
const DOTS = 3;

interface Command {
  verb: 'post' | 'put';
  path: string;
  body: object;
}
/** How a kind is tried. */
interface Line<K extends ActivityKind> {
  settings: SettingsOf<K>;
  /** What each phone does in it once; null where people only look, or write on the board. */
  doing: Doing<K> | null;
}
interface Doing<K extends ActivityKind> {
  /** Where the command is written, in the middle of its transaction. */
  table: string;
  command: (shown: { id: string; part: RoomParts[K] }, phone: number) => Command;
  /** How many did it, as all screens are told while it runs. */
  inRoom: (part: RoomParts[K]) => number;
  /** How often it was done in all, as the report counts it in the end. */
  inReport: (part: NonNullable<ReportParts[K]>) => number;
}

const NOTHING_OF_THEIR_OWN = { doing: null } as const;

function answering(secrecy: Secrecy, value: (options: AnswerOption[], phone: number) => AnswerValue): Doing<AnswerKind> {
  const isSecret = secrecy === 'secret';
  return {
    table: isSecret ? 'secret_answer' : 'answer',
    command: ({ id, part }, phone) => ({ verb: isSecret ? 'post' : 'put', path: `/activities/${id}/${isSecret ? 'secret-answer' : 'answer'}`, body: { value: value(part.options, phone) } }),
    inRoom: ({ answeredCount }) => answeredCount,
    // of estimates every option says for itself how many there are
    inReport: ({ result }) => (result.kind === 'estimate' ? Math.max(...result.options.map(({ x }) => x?.count ?? 0)) : result.ballotCount),
  };
}
const OPTIONS = ['Strechy', 'Kotly', 'Stromy'];

/** Each kind has its line here, or this does not compile. */
const LINES: { [K in ActivityKind]: Line<K> } = {
  information: { settings: { kind: 'information' }, ...NOTHING_OF_THEIR_OWN },
  pulse: {
    settings: { kind: 'pulse', secrecy: 'secret', options: ['Viem, čo bude nasledovať.'] },
    doing: answering('secret', (options) => ({ kind: 'pulse', scores: [{ optionId: options[0]!.id, score: 4 }], words: '' })),
  },
  timer: { settings: { kind: 'timer' }, ...NOTHING_OF_THEIR_OWN },
  break: { settings: { kind: 'break' }, ...NOTHING_OF_THEIR_OWN },
  cluster: { settings: cluster as SettingsOf<'cluster'>, ...NOTHING_OF_THEIR_OWN },
  brainstorm: {
    settings: brainstorm('open', ['Nápady']) as SettingsOf<'brainstorm'>,
    doing: {
      table: 'card',
      command: ({ id }, phone) => ({ verb: 'post', path: `/activities/${id}/cards`, body: cardOf(`Lístok ${phone}`) }),
      inRoom: ({ cardCount }) => cardCount,
      inReport: ({ frames }) => frames.flatMap(({ notes }) => notes).filter(({ text }) => text.startsWith('Lístok')).length,
    },
  },
  'dot-vote': {
    settings: dotVote(DOTS) as SettingsOf<'dot-vote'>,
    doing: {
      table: 'dot',
      command: ({ id, part: { options } }, phone) => ({ verb: 'put', path: `/activities/${id}/ballot`, body: { dots: [{ optionId: options[phone % options.length]!.id, count: DOTS }] } }),
      inRoom: ({ votedCount }) => votedCount,
      inReport: ({ result }) => result.options.reduce((sum, { dots }) => sum + dots, 0) / DOTS,
    },
  },
  ranking: {
    settings: { kind: 'ranking', secrecy: 'blind', options: OPTIONS },
    doing: answering('blind', (options, phone) => ({ kind: 'ranking', ranking: [options[phone % options.length]!.id] })),
  },
  estimate: {
    settings: { kind: 'estimate', secrecy: 'blind', options: OPTIONS, x: 'Prácnosť', y: 'Prínos' },
    doing: answering('blind', (options, phone) => ({ kind: 'estimate', estimates: options.map(({ id }) => ({ optionId: id, x: phone, y: phone })) })),
  },
  consent: {
    settings: { kind: 'consent', secrecy: 'open' },
    doing: answering('open', (_, phone) => ({ kind: 'consent', stance: 'objection', reason: `Námietka ${phone}` })),
  },
  'fist-to-five': { settings: { kind: 'fist-to-five', secrecy: 'secret' }, doing: answering('secret', () => ({ kind: 'fist-to-five', fingers: 4 })) },
  gradients: { settings: { kind: 'gradients', secrecy: 'secret' }, doing: answering('secret', () => ({ kind: 'gradients', gradient: 'goes-along' })) },
  question: {
    settings: { kind: 'question', secrecy: 'blind', form: { type: 'choice', options: OPTIONS, most: 2 } },
    doing: answering('blind', (options, phone) => ({ kind: 'question', answer: { type: 'choice', chosen: [options[phone % options.length]!.id] } })),
  },
  'q-and-a': {
    settings: { kind: 'q-and-a', moderated: false },
    doing: {
      table: 'question',
      command: ({ id }, phone) => ({ verb: 'post', path: `/activities/${id}/questions`, body: { text: `Otázka ${phone}`, language: 'sk' } }),
      inRoom: ({ openCount }) => openCount,
      inReport: ({ questions }) => questions.length,
    },
  },
  ideathon: {
    settings: ideathonSettings({ jury: { criteria: CRITERIA } }),
    doing: {
      table: 'ideathon_jury_sheet',
      command: ({ id, part: { teams } }, phone) => ({ verb: 'put', path: `/activities/${id}/jury/sheet`, body: { teamId: teams[0]!.id, scores: [phone % 3, 4], feedback: '', note: '' } }),
      inRoom: ({ jury }) => jury!.doneCount,
      inReport: ({ jury }) => jury!.doneCount,
    },
  },
  breakout: {
    settings: breakout({ deal: 'chosen' }) as SettingsOf<'breakout'>,
    doing: {
      table: 'breakout_seat',
      command: ({ id }, phone) => ({ verb: 'post', path: `/activities/${id}/table`, body: { table: (phone % 2) + 1 } }),
      inRoom: ({ tables }) => tables.reduce((sum, { memberCount }) => sum + memberCount, 0),
      inReport: ({ tables }) => tables.reduce((sum, { memberCount }) => sum + memberCount, 0),
    },
  },
};

/** A vote by dots is taken in two ways: this is the one whose rows lead to nobody. */
const SECRET_DOTS: Line<'dot-vote'> = {
  settings: { ...(dotVote(DOTS) as SettingsOf<'dot-vote'>), secrecy: 'secret' },
  doing: {
    ...LINES['dot-vote'].doing!,
    table: 'secret_answer',
    command: ({ id, part: { options } }, phone) => ({ verb: 'post', path: `/activities/${id}/secret-ballot`, body: { dots: [{ optionId: options[phone % options.length]!.id, count: DOTS }] } }),
  },
};
/** Whoever asks begins a sheet, which is a frame on the board and a turn beside it. */
const SHEETS: Line<'brainstorm'> = {
  settings: { ...(brainstorm('hidden') as SettingsOf<'brainstorm'>), way: { kind: 'brainwriting', rounds: 6 } },
  doing: {
    table: 'brainwriting_turn',
    command: ({ id }) => ({ verb: 'post', path: `/activities/${id}/sheet`, body: {} }),
    inRoom: ({ frames }) => frames.length,
    inReport: ({ frames }) => frames.length,
  },
};
const CASES = [...ACTIVITY_KINDS.map((kind) => [kind, LINES[kind]] as const), ['dot-vote, secretly', SECRET_DOTS] as const, ['brainstorm, on sheets', SHEETS] as const];

/** A room of one kind, whose server is killed. */
interface Hall {
  given: GivenSession;
  phones: Phone[];
  /** The facilitator's and the phones', at the server that runs. */
  screens: Screen[];
  activityId: string;
  isPaused: boolean;
  doing: Doing<ActivityKind> | null;
  sent: { phone: Phone; command: Command; key: string; isAnswered: boolean }[];
  before: RoomState;
  /** What all screens were shown first when they came back. */
  after: RoomState[];
}

let api: TestApi;
let servers: Servers;
let server: RunningServer;
const open: { close(): void }[] = [];
const halls = new Map<string, Hall>();

beforeAll(async () => {
  api = await givenApi();
  servers = givenServers(api);
  server = await servers.start({ pool: 60 });
  await Promise.all(CASES.map(async ([name, line], i) => halls.set(name, await givenHall(line as Line<ActivityKind>, i % 2 === 1))));
  const all = [...halls.values()];

  const letGo = await holdTables(all.flatMap(({ doing }) => doing?.table ?? []));
  const underWay = all.flatMap((hall) => hall.phones.slice(PHONES / 2).flatMap((phone, i) => (hall.doing ? send(hall, phone, i + PHONES / 2) : [])));
  await allWait(underWay.length);
  await server.kill();
  await Promise.all(underWay);
  await letGo();

  await servers.start({ port: server.port });
  await Promise.all(all.map(async (hall) => {
    hall.screens = await screensOf(hall.given, hall.phones);
    hall.after = hall.screens.map(({ room }) => room!);
  }));
});
afterAll(async () => {
  for (const one of open) one.close();
  await servers?.stop();
  await api?.stop();
});

/** The same person, at the server that is killed. */
const there = <Who extends Someone>(who: Who): Who => ({ ...who, agent: request.agent(server.url).set('Origin', server.url).set('Cookie', who.cookie) });

async function screensOf(given: GivenSession, phones: Phone[]): Promise<Screen[]> {
  const screens = await Promise.all([given.facilitator, ...phones].map((who) => screenOf(given, who)));
  open.push(...screens.map(({ socket }) => ({ close: () => socket.disconnect() })));
  return screens;
}

async function givenHall({ settings, doing }: Line<ActivityKind>, isPaused: boolean): Promise<Hall> {
  const { kind } = settings;
  const { organisationId, processId, sessionId, facilitator } = await givenSession(api);
  const given = new GivenSession({ ...api, url: server.url, stranger: () => there(api.stranger()) }, organisationId, processId, sessionId, there(facilitator));
  const phones = (await given.joinAll(PHONES)).map(there);
  if (kind === 'dot-vote') await givenCluster(given, phones[0]!);
  const activityId = await given.started(settings);
  if (kind === 'ideathon') await givenJurors(given, phones, activityId);
  if (isPaused) await command(given.facilitator, 'post', `/activities/${activityId}/pause`, { paused: true });
  const screens = await screensOf(given, phones);
  const hall: Hall = { given, phones, screens, activityId, isPaused, doing, sent: [], before: screens[0]!.room!, after: [] };
  if (doing) {
    for (const [i, phone] of phones.slice(0, PHONES / 2).entries()) await send(hall, phone, i);
    await Promise.all(screens.map((screen) => screen.until(({ room }) => doing.inRoom(room!.activity!.part) === PHONES / 2)));
  }
  hall.before = (await given.room()).room;
  return hall;
}

/** All phones judge one team. */
async function givenJurors(given: GivenSession, phones: Phone[], activityId: string): Promise<void> {
  const move = (from: string, to: string) => command(given.facilitator, 'post', `/activities/${activityId}/stage`, { from, to });
  await move('brief', 'teams');
  await command(there(await given.join()), 'post', `/activities/${activityId}/teams`, { name: 'Tieň', idea: 'Stromy v kvetináčoch' });
  await move('teams', 'pitches');
  for (const { participantId } of phones) await command(given.facilitator, 'post', `/activities/${activityId}/jury/jurors`, { participantId, named: true });
  const { revision } = await command<{ revision: number }>(given.facilitator, 'get', `/activities/${activityId}/jury`);
  await command(given.facilitator, 'post', `/activities/${activityId}/jury/begin`, { revision });
  for (const phone of phones) await command(phone, 'put', `/activities/${activityId}/jury/conflicts`, { conflicts: [] });
  // a stage begins without a limit
  await given.step(activityId, 'extend', { minutes: 10 });
}

/** What dots are given to. */
async function givenCluster(given: GivenSession, phone: Phone): Promise<void> {
  await compose(phone, await given.started(brainstorm()), 'Strechy');
  await given.started(cluster);
  const tab = new Tab(server, given.facilitator, (await given.room()).room.boardId);
  open.push(tab);
  await tab.ready();
  await tab.until(({ notes, state }) => notes.length === 1 && state.rights.group);
  addCluster(tab.doc, { id: randomUUID(), title: 'Slnko' });
  putInCluster(tab.doc, tab.notes[0]!.id, readClusters(tab.doc)[0]!.id);
  await tab.saved();
}

async function send(hall: Hall, phone: Phone, i: number): Promise<void> {
  const activity = hall.screens[0]!.room!.activity!;
  const sent = { phone, command: hall.doing!.command(activity, i), key: randomUUID(), isAnswered: false };
  hall.sent.push(sent);
  const { verb, path, body } = sent.command;
  sent.isAnswered = await ask(phone, verb, path, body, sent.key).then(({ status }) => status < 300, () => false);
}

/** Nothing is written into these tables any more. @returns ends that; those who waited to write are gone with their server */
async function holdTables(tables: string[]): Promise<() => Promise<void>> {
  const holder = api.database.createQueryRunner();
  await holder.startTransaction();
  await holder.query(`lock table ${[...new Set(tables)].join(', ')} in share row exclusive mode`);
  return async () => {
    await holder.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`);
    await holder.rollbackTransaction();
    await holder.release();
  };
}

async function allWait(count: number): Promise<void> {
  for (let waiting = 0; waiting < count;) {
    const [row] = await api.database.query<{ waiting: number }[]>(
      `select count(*)::int as waiting from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    waiting = row!.waiting;
  }
}

/** All that a screen shows; what it was sent under and when is another matter. */
const shown = ({ version: _, serverNow: __, ...room }: RoomState) => room;
const left = ({ endsAt, pausedAt }: RoomActivity, now: string) => Date.parse(endsAt!) - Date.parse(pausedAt ?? now);

describe.each(CASES.map(([name]) => name))('a server that is killed in %s', (name) => {
  let hall: Hall;
  beforeAll(() => {
    hall = halls.get(name)!;
  });

  test('shows every screen what it showed before, under a newer version', () => {
    for (const room of hall.after) {
      expect(shown(room)).toEqual(shown(hall.before));
      expect(room.version).toBeGreaterThan(hall.before.version);
    }
  });

  test('has the clock going on where it should be, or standing where it stood', async () => {
    const [before, after] = [hall.before, hall.after[0]!];
    const passed = Date.parse(after.serverNow) - Date.parse(before.serverNow);
    expect(passed).toBeGreaterThan(0);
    expect(left(before.activity!, before.serverNow) - left(after.activity!, after.serverNow)).toBe(hall.isPaused ? 0 : passed);
    if (!hall.isPaused) return;
    await command(hall.given.facilitator, 'post', `/activities/${hall.activityId}/pause`, { paused: false });
    const { room } = await hall.given.room();
    expect(Math.abs(left(room.activity!, room.serverNow) - left(before.activity!, before.serverNow))).toBeLessThan(1_000);
  });

  test('loses and doubles nothing that was done, whichever way it was answered', async () => {
    const { doing, given, activityId, sent } = hall;
    expect(sent.map(({ isAnswered }) => isAnswered)).toEqual(doing ? [true, true, false, false] : []);
    // Who has no answer sends again; so does who had one that went lost on its way.
    for (const { phone, command: { verb, path, body }, key } of sent) await command(phone, verb, path, body, key);
    if (doing) await Promise.all(hall.screens.map((screen) => screen.until(({ room }) => doing.inRoom(room!.activity!.part) === PHONES)));
    await given.step(activityId, 'end');
    if (hall.before.activity!.isCounted) await given.step(activityId, 'show-result');
    await given.close();
    const chapter = (await given.report()).activities.find(({ id }) => id === activityId);
    if (doing) expect(doing.inReport(chapter!.part as NonNullable<ReportParts[ActivityKind]>)).toBe(PHONES);
  });
});
